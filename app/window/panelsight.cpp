// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelsight.h"

#include "actions/actionregistry.h"
#include "feed/seenfeed.h"

#include <QEvent>
#include <QWidget>

namespace fireline::window {

PanelSight::PanelSight(models::SeenFeed &feed, QWidget &panel, views::ActionRegistry &actions, Follows follows)
    : QObject(&panel)
    , m_feed(feed)
{
    // Behind a tab a panel is visible by name only.
    feed.setSeen([&panel] { return panel.isVisible() && !panel.visibleRegion().isEmpty(); });
    m_seen.setSingleShot(true);
    m_seen.setInterval(0);
    connect(&m_seen, &QTimer::timeout, &feed, &models::SeenFeed::comeIntoSight);
    if (follows == Follows::Commands)
        connect(&actions, &views::ActionRegistry::aboutToRefresh, &feed, &models::SeenFeed::catchUp);
    connect(this, &QObject::destroyed, &feed, [&feed] { feed.setSeen({}); });
    panel.installEventFilter(this);
}

bool PanelSight::eventFilter(QObject *, QEvent *event)
{
    if ((event->type() == QEvent::Show || event->type() == QEvent::Paint) && m_feed.isBehind())
        m_seen.start();
    return false;
}

} // namespace fireline::window
