// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/diffhtml.h"

#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

QString diffHtml(const QList<models::DiffPart> &diff, const Theme &theme)
{
    QString html;
    for (const models::DiffPart &part : diff) {
        const QString text = part.text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        switch (part.kind) {
        case models::DiffPart::Same: html += text; break;
        case models::DiffPart::Removed:
            html += u"<s><span style=\"color:%1\">%2</span></s>"_s.arg(theme.ink(Ink::Error).name(), text);
            break;
        case models::DiffPart::Added:
            html += u"<u><span style=\"color:%1\">%2</span></u>"_s.arg(theme.ink(Ink::Ok).name(), text);
            break;
        }
    }
    return html;
}

} // namespace fireline::views
