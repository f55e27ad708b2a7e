// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drillresult.h"
#include "process/guide.h"

#include <QObject>

class QWidget;

namespace fireline::models {
class IncidentFeed;
}

namespace fireline::views {
class ActionRegistry;
class GuideBand;
class MessageBar;
class Theme;
} // namespace fireline::views

namespace fireline::window {

class StateFiles;
class WindowDrill;

/// Leads a newcomer through the drill of a window: puts the guide above quick entry, shows and hides it, and remembers which was
/// wanted. GUI thread; owned by the window.
class GuideDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        models::IncidentFeed &feed;
        views::Theme &theme;
        views::ActionRegistry &actions;
        views::MessageBar &messages;
        QWidget &entry; ///< in the column that the guide comes into
        StateFiles &files;
        QString stateDir; ///< where it is remembered that it is hidden; empty: nowhere
        bool hidden;      ///< as it was left
    };

    GuideDesk(const Parts &parts, WindowDrill &drill, QObject *parent);

signals:
    /// Another drill is wanted.
    void drillsRequested();

private:
    void place();
    void addActions();
    void setShown(bool shown);
    void showObstacle();
    void showOutcome(const drill::DrillResult &result);

    Parts m_parts;
    WindowDrill &m_drill;
    views::GuideBand *m_band; ///< owned by the column
};

} // namespace fireline::window
