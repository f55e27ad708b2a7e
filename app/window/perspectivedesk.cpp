// SPDX-License-Identifier: GPL-3.0-or-later
#include "perspectivedesk.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/quickentry.h"
#include "feed/incidentfeed.h"
#include "process/roleduty.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/perspectives.h"
#include "timeline/timelinepanel.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::RoleDuty;
using models::TimelineChip;
using models::TimelineChips;
using views::Message;
using views::Perspective;
using views::Perspectives;

namespace {

std::optional<Perspective> perspectiveOf(RoleDuty duty)
{
    switch (duty) {
    case RoleDuty::Commands: return Perspective::Command;
    case RoleDuty::Records: return Perspective::Scribe;
    case RoleDuty::Tells: return Perspective::Comms;
    case RoleDuty::Other: break;
    }
    return std::nullopt;
}

} // namespace

PerspectiveDesk::PerspectiveDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_held(heldRoles())
    , m_shown(parts.window.perspective())
{
    connect(&parts.window, &views::MainWindow::perspectiveChanged, this, &PerspectiveDesk::show);
    connect(&parts.feed, &models::IncidentFeed::applied, this, &PerspectiveDesk::follow);
    connect(&parts.window.actions(), &views::ActionRegistry::readOnlyChanged, this,
            [this] { m_parts.desk.setReadOnlyReason(m_parts.window.actions().readOnlyReason()); });
    show(parts.window.perspective());
}

void PerspectiveDesk::begin(bool layoutKept)
{
    if (!layoutKept) {
        // Of several roles the one that commands, else the first of the process.
        QList<Perspective> wanted;
        for (const domain::RoleDef &role : m_parts.feed.process().roles) {
            if (const auto one = perspectiveOf(dutyOf(m_parts.feed.process(), role.id)); one && m_held.contains(role.id))
                wanted.append(*one);
        }
        if (!wanted.isEmpty())
            m_parts.window.followPerspective(wanted.contains(Perspective::Command) ? Perspective::Command : wanted.first());
    }
}

TimelineChips PerspectiveDesk::chipsOf(Perspective perspective)
{
    switch (perspective) {
    case Perspective::Command: return TimelineChip::Decisions | TimelineChip::Actions | TimelineChip::Status;
    case Perspective::Comms: return TimelineChip::Status;
    case Perspective::Scribe:
    case Perspective::Observer:
    case Perspective::Drill:
    case Perspective::After: break;
    }
    return {};
}

QString PerspectiveDesk::filters() const
{
    auto all = m_chips;
    all.insert(m_shown, m_parts.timeline.chips());
    QStringList lines;
    for (const Perspective perspective : views::allPerspectives) {
        if (all.contains(perspective) && all.value(perspective) != chipsOf(perspective))
            lines.append(u"%1=%2"_s.arg(views::perspectiveKey(perspective)).arg(all.value(perspective).toInt()));
    }
    return lines.join(u'\n');
}

void PerspectiveDesk::setFilters(const QString &lines)
{
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const auto perspective = views::perspectiveFromKey(line.section(u'=', 0, 0));
        bool isNumber = false;
        const int chips = line.section(u'=', 1).toInt(&isNumber);
        if (perspective && isNumber && chips >= 0 && chips < 2 * int(TimelineChip::Pinned))
            m_chips.insert(*perspective, TimelineChips::fromInt(chips));
    }
    m_parts.timeline.setChips(m_chips.value(m_shown, chipsOf(m_shown)));
}

void PerspectiveDesk::show(Perspective perspective)
{
    // A scribe writes more than one line, and has room for it.
    m_parts.entry.setMinimumLines(perspective == Perspective::Scribe ? 2 : 1);
    m_parts.timeline.setCompact(perspective == Perspective::Scribe);
    // A perspective comes back as it was left; who asks for the one that is shown wants it as it was delivered.
    if (perspective == m_shown)
        m_chips.remove(perspective);
    else
        m_chips.insert(m_shown, m_parts.timeline.chips());
    m_shown = perspective;
    m_parts.timeline.setPerspectiveChips(chipsOf(perspective));
    m_parts.timeline.setChips(m_chips.value(perspective, chipsOf(perspective)));
    m_parts.desk.setReadOnlyReason(m_parts.window.actions().readOnlyReason());
}

/// The first perspective follows the role that is taken (ux 2.3), by what the process says of it.
void PerspectiveDesk::follow()
{
    const QSet<QString> held = heldRoles();
    const QSet<QString> taken = held - std::exchange(m_held, held);
    for (const QString &role : taken) {
        const auto wanted = perspectiveOf(dutyOf(m_parts.feed.process(), role));
        if (!wanted || !m_parts.window.followPerspective(*wanted))
            continue;
        m_parts.window.messages().show(
            {Message::Kind::Info,
             tr("You are %1 now: this is the perspective %2. The keys Ctrl+1 to Ctrl+5 choose another one.")
                 .arg(m_parts.feed.process().role(role)->name, Perspectives::title(*wanted)),
             {},
             {},
             u"perspective"_s});
    }
}

QSet<QString> PerspectiveDesk::heldRoles() const
{
    QSet<QString> held;
    for (const domain::Holding &holding : m_parts.feed.state().holdings) {
        if (holding.person == m_parts.feed.profile())
            held.insert(holding.role);
    }
    return held;
}

} // namespace fireline::window
