// SPDX-License-Identifier: GPL-3.0-or-later
#include "guidedesk.h"

#include "actions/actionregistry.h"
#include "checklist/nextstep.h"
#include "feed/incidentfeed.h"
#include "guide/guideband.h"
#include "guide/guidemodel.h"
#include "keptstate.h"
#include "shell/messagebar.h"
#include "statefiles.h"
#include "windowdrill.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::Message;

GuideDesk::GuideDesk(const Parts &parts, WindowDrill &drill, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_drill(drill)
    , m_band(new views::GuideBand(*new models::GuideModel(parts.feed, drill.guide(), this), parts.theme))
{
    place();
    addActions();
    connect(m_band, &views::GuideBand::hideRequested, this, [this] { setShown(false); });
    connect(m_band, &views::GuideBand::drillsRequested, this, &GuideDesk::drillsRequested);
    connect(&drill, &WindowDrill::paceChanged, this, &GuideDesk::showObstacle);
    connect(&drill, &WindowDrill::ended, this, &GuideDesk::showOutcome);
    connect(&parts.actions, &views::ActionRegistry::readOnlyChanged, this, &GuideDesk::showObstacle);
    // The keyboard goes from widget to widget while a window is taken down, too.
    connect(qApp, &QApplication::focusChanged, this,
            [this, entry = QPointer(&parts.entry), band = QPointer(m_band)](const QWidget *, const QWidget *now) {
                if (now && entry && band && now->window() == band->window()) // another window is none of our business
                    band->setKeyboardThere(now == entry || entry->isAncestorOf(now));
            });
    showObstacle();
    if (!parts.hidden)
        return;
    m_band->hide();
    m_parts.messages.show({Message::Kind::Info, tr("This drill has a guide, which is hidden. Shift+F1 shows it.")});
}

/// Between the timeline and the line that is typed: in sight in every perspective, and never over anything.
void GuideDesk::place()
{
    if (auto *column = qobject_cast<QBoxLayout *>(m_parts.entry.parentWidget()->layout()))
        column->insertWidget(column->indexOf(&m_parts.entry), m_band);
}

void GuideDesk::addActions()
{
    m_parts.actions.add(views::reading({u"drill.guide"_s,
                                        tr("Show or hide the guide"),
                                        tr("The guide says what to do next in this drill, and which keys to press."),
                                        u"drill"_s,
                                        u"help"_s,
                                        {QKeySequence(u"Shift+F1"_s)}}),
                        [this] { setShown(m_band->isHidden()); });
}

void GuideDesk::setShown(bool shown)
{
    // What has the keyboard is about to go.
    if (!shown && m_band->isAncestorOf(m_band->focusWidget()))
        m_parts.entry.setFocus(Qt::OtherFocusReason);
    m_band->setVisible(shown);
    if (!m_parts.stateDir.isEmpty())
        m_parts.files.keep(m_parts.stateDir + guideFile, shown ? "shown" : "hidden");
}

void GuideDesk::showObstacle()
{
    if (m_parts.actions.isReadOnly())
        m_band->setObstacle(tr("Here you only look on. Ctrl+1 brings you back to where you command."));
    else if (m_drill.isPaused())
        m_band->setObstacle(tr("The drill is paused: the others wait. The menu Drill lets it go on."));
    else
        m_band->setObstacle({});
}

void GuideDesk::showOutcome(const drill::DrillResult &result)
{
    views::GuideOutcome outcome;
    outcome.passed = result.passed();
    outcome.took = result.ended - result.started;
    for (const drill::LateClock &late : result.late)
        outcome.late.append(late.text);
    outcome.lateAllowed = result.lateAllowed;
    outcome.overrides = result.overrides();
    outcome.overridesAllowed = result.overridesAllowed;
    outcome.otherwise = int(result.unexpected.size());
    models::NextStep next(m_parts.feed); // as the line at the bottom says it
    next.endDrill();
    outcome.goesOn = next.text();
    outcome.next = m_drill.guide().next;
    m_band->showOutcome(outcome);
    if (m_band->isHidden())
        m_parts.messages.show(
            {Message::Kind::Info, outcome.passed
                                      ? tr("The drill is over: you passed. %1").arg(views::scoreText(outcome))
                                      : tr("The drill is over: you did not pass this time. %1").arg(views::scoreText(outcome))});
}

} // namespace fireline::window
