// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/titletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

struct TitleText
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::TitleText)
};

} // namespace

QString titleText(const QString &severity, const QString &title, bool drill)
{
    QStringList parts;
    for (const QString &part : {severity, title, TitleText::tr("Fireline")}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    const QString text = parts.join(u" – "_s);
    return drill ? TitleText::tr("[DRILL] %1", "title of the window").arg(text) : text;
}

} // namespace fireline::views
