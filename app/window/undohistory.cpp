// SPDX-License-Identifier: GPL-3.0-or-later
#include "undohistory.h"

#include <QCoreApplication>

namespace fireline::window {

using namespace domain;

namespace {

constexpr qsizetype mostSteps = 100;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UndoHistory)
};

bool touchesRows(Verb verb)
{
    switch (verb) {
    case Verb::Correct:
    case Verb::Retime:
    case Verb::Retract:
    case Verb::Restore:
    case Verb::Pin:
    case Verb::Tag: return true;
    default: return false;
    }
}

} // namespace

IncidentState UndoHistory::before(const IncidentState &state, const Command &command)
{
    IncidentState copy = state;
    const Entry *touched = touchesRows(command.verb) ? state.entry(command.text(u"ref")) : nullptr;
    if (touchesRows(command.verb) && !touched)
        return copy;
    copy.entries = {}; // clear() would keep room for all of them
    copy.entryByEvent = {};
    copy.moments = {};
    if (touched) {
        copy.entries.append(*touched);
        copy.entryByEvent.insert(touched->eventId, 0);
    }
    return copy;
}

void UndoHistory::remember(const QList<Event> &events, const IncidentState &before, Why why)
{
    if (events.isEmpty())
        return;
    auto &steps = why == Why::Undone ? m_undone : m_done;
    if (why == Why::Done)
        m_undone.clear();
    if (why == Why::Undone && !m_done.isEmpty())
        m_done.removeLast();
    if (why == Why::Redone && !m_undone.isEmpty())
        m_undone.removeLast();
    steps.append({events, before});
    if (steps.size() > mostSteps)
        steps.removeFirst();
}

Inverse UndoHistory::inverse(const QList<Step> &steps, const IncidentState &now, const Process &process, const QString &nothing)
{
    if (steps.isEmpty())
        return {std::nullopt, nothing};
    return inverseOf(steps.last().events, {steps.last().before, now, process});
}

Inverse UndoHistory::undo(const IncidentState &now, const Process &process) const
{
    return inverse(m_done, now, process, Text::tr("There is nothing of yours to take back."));
}

Inverse UndoHistory::redo(const IncidentState &now, const Process &process) const
{
    return inverse(m_undone, now, process, Text::tr("There is nothing to do again."));
}

} // namespace fireline::window
