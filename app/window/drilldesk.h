// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "drillresult.h"

#include <QObject>

namespace fireline::models {
class IncidentFeed;
}

namespace fireline::views {
class DrillPanel;
}

namespace fireline::window {

class WindowDrill;

/// Shows a drill to who runs it, and gives their word on to it. Without a drill to follow it shows that the drill is over: its
/// record is open. GUI thread; owned by the window.
class DrillDesk : public QObject
{
    Q_OBJECT
public:
    DrillDesk(views::DrillPanel &panel, const models::IncidentFeed &feed, QObject *parent);

    void follow(WindowDrill &drill);

private:
    void showPace();
    void showLine(const drill::DrillLine &line);
    void showProgress();
    void heed(const QList<domain::Event> &events);

    views::DrillPanel &m_panel;
    const models::IncidentFeed &m_feed;
    WindowDrill *m_drill = nullptr;
};

} // namespace fireline::window
