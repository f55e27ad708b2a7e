// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilldesk.h"

#include "drill/drillpanel.h"
#include "feed/incidentfeed.h"
#include "windowdrill.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

DrillDesk::DrillDesk(views::DrillPanel &panel, const models::IncidentFeed &feed, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_feed(feed)
{
    const auto showTime = [this] { m_panel.setElapsed(m_feed.now() - m_feed.state().declaredAt); };
    connect(&feed, &models::IncidentFeed::ticked, this, showTime);
    showTime();
}

void DrillDesk::follow(WindowDrill &drill)
{
    m_drill = &drill;
    connect(&drill, &WindowDrill::paceChanged, this, &DrillDesk::showPace);
    connect(&drill, &WindowDrill::said, this, &DrillDesk::showLine);
    connect(&m_panel, &views::DrillPanel::pauseRequested, &drill, &WindowDrill::setPaused);
    connect(&m_panel, &views::DrillPanel::speedRequested, &drill, &WindowDrill::setSpeed);
    connect(&m_panel, &views::DrillPanel::stopRequested, &drill, &WindowDrill::stop);
    connect(&drill, &WindowDrill::progressed, this, &DrillDesk::showProgress);
    connect(&m_feed, &models::IncidentFeed::applied, this, &DrillDesk::heed);
    showPace();
}

// Whoever says the word ends the drill, from any panel and any line.
void DrillDesk::heed(const QList<domain::Event> &events)
{
    const QString word = u"drill stop"_s;
    const auto isIt = [&](const domain::Event &event) {
        return event.type == "entry.posted"_L1
               && event.body().value(u"text").toString().trimmed().compare(word, Qt::CaseInsensitive) == 0;
    };
    // Not from inside of what is being written.
    if (std::any_of(events.begin(), events.end(), isIt))
        QMetaObject::invokeMethod(m_drill, &WindowDrill::stop, Qt::QueuedConnection);
}

void DrillDesk::showProgress()
{
    const drill::DrillScore score = m_drill->score();
    m_panel.setScore({score.late, score.lateAllowed, score.overrides, score.overridesAllowed, score.unexpected, score.passes()});
    QList<views::DrillComing> coming;
    if (!m_drill->isOver()) {
        for (const drill::ComingInject &inject : m_drill->coming())
            coming.append({inject.at, inject.text});
    }
    m_panel.setComing(coming);
}

void DrillDesk::showPace()
{
    m_panel.setPace({!m_drill->isOver(), m_drill->isPaused(), m_drill->speed()});
    showProgress();
}

void DrillDesk::showLine(const drill::DrillLine &line)
{
    using Kind = drill::DrillLine::Kind;
    const auto tell = [&](const QString &text) { m_panel.addLine(line.at, text); };
    switch (line.kind) {
    case Kind::Say: return tell(tr("Said: %1").arg(line.text));
    case Kind::Inject: return tell(tr("Came in: %1").arg(line.text));
    case Kind::Done: return tell(tr("%1 did: %2").arg(line.who, line.text));
    case Kind::Refused: return tell(tr("%1 was refused, as expected: %2").arg(line.who, line.text));
    case Kind::Warned: return tell(tr("%1 was warned: %2").arg(line.who, line.text));
    case Kind::Rung: return tell(tr("Fell due: %1").arg(line.text));
    case Kind::Late: return tell(tr("Ran late: %1").arg(line.text));
    case Kind::Silent: return tell(tr("%1 does not answer: %2").arg(line.who, line.text));
    case Kind::HeldBack: return tell(tr("Held back, the network is cut: %1").arg(line.text));
    case Kind::Unexpected: return tell(tr("Not as expected: %1").arg(line.text));
    case Kind::Left: return tell(tr("Left to %1: %2").arg(line.who, line.text));
    }
}

} // namespace fireline::window
