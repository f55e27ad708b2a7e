// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/detailsbrowser.h"

namespace fireline::views {

DetailsBrowser::DetailsBrowser(const QString &name, const QString &title, const QString &help, QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(name);
    setAccessibleName(title);
    setToolTip(help);
    setTabChangesFocus(true);
    setOpenLinks(false);
}

void DetailsBrowser::say(const QString &html)
{
    if (m_said == html)
        return;
    m_said = html;
    setHtml(html);
}

} // namespace fireline::views
