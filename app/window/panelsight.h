// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace fireline::models {
class SeenFeed;
}

namespace fireline::views {
class ActionRegistry;
}

namespace fireline::window {

/// Tells the feed of a panel whether somebody can see it, and lets it catch up when it comes into sight and, where its commands
/// stand on its rows, before they are asked what they can do. GUI thread; owned by the panel; feed and actions outlive it.
class PanelSight : public QObject
{
    Q_OBJECT
public:
    enum class Follows { Sight, Commands };

    PanelSight(models::SeenFeed &feed, QWidget &panel, views::ActionRegistry &actions, Follows follows);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    models::SeenFeed &m_feed;
    QTimer m_seen; ///< a panel that is being painted must not change meanwhile
};

} // namespace fireline::window
