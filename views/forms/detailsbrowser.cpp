// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/detailsbrowser.h"

#include <QScrollArea>
#include <QTimer>

#include <algorithm>

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

void DetailsBrowser::setVisible(bool visible)
{
    const bool opens = visible && isHidden() && parentWidget() && parentWidget()->isVisible();
    QTextBrowser::setVisible(visible);
    if (!opens)
        return;
    // Once it has a place. Where all is too much for the room, its beginning.
    QTimer::singleShot(0, this, [this] {
        for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
            if (auto *room = qobject_cast<QScrollArea *>(up); room && room->widget()) {
                const int seen = std::min(height(), room->viewport()->height() / 2);
                const QPoint top = mapTo(room->widget(), QPoint());
                return room->ensureVisible(top.x(), top.y() + seen / 2, 0, (seen + 1) / 2);
            }
        }
    });
}

} // namespace fireline::views
