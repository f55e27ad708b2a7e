// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

QList<Window> windowsOf(const PerSeverity &lengths)
{
    QList<Window> windows = lengths.bySeverity.values();
    if (lengths.all)
        windows.append(*lengths.all);
    return windows;
}

bool isOfAnItem(const Moment &moment)
{
    return moment.kind == MomentKind::OrderGiven || moment.kind == MomentKind::ActionItemCreated
           || moment.kind == MomentKind::AlertFired || moment.kind == MomentKind::ChangeExecuted
           || moment.kind == MomentKind::HypothesisVerified;
}

bool isOutsideIncidents(const Moment &moment)
{
    return moment.kind == MomentKind::DrillHeld || moment.kind == MomentKind::ProcessReviewed;
}

} // namespace

void Checks::clockOwner(const Envelope &rule, const QStringList &owner, const Moment *after)
{
    if (owner.isEmpty())
        add(Grade::Fault, u"no-owner"_s, rule, tr("Nobody owns the clock \"%1\".").arg(rule.id), tr("Name an owner."));
    if (owner.contains(u"owner"_s) && (!after || !isOfAnItem(*after)))
        add(Grade::Warning, u"no-owner"_s, rule, tr("The clock \"%1\" belongs to nothing that has an owner.").arg(rule.id),
            tr("Name a role."));
}

void Checks::businessLength(const Envelope &rule, const PerSeverity &lengths, Hours hours)
{
    for (const Window &window : windowsOf(lengths)) {
        if (hours == Hours::Business && window.late.kind == Duration::Kind::Elapsed && window.late.amount >= 86400)
            add(Grade::Warning, u"open-time"_s, rule,
                tr("In \"%1\" %2 means that much time while open, which takes longer than it says.")
                    .arg(rule.id, window.toText()),
                tr("Write business days (bd) or hours (bh)."));
    }
}

void Checks::sprintLength(const Envelope &rule, const PerSeverity &lengths)
{
    for (const Window &window : windowsOf(lengths)) {
        if (window.late.kind == Duration::Kind::NextSprint && !m_process.calendar.sprintStart.isValid())
            add(Grade::Fault, u"no-sprint"_s, rule, tr("\"%1\" needs to know when a sprint starts.").arg(rule.id),
                tr("Give calendar.sprint_start."));
    }
}

void Checks::clocks()
{
    for (const DeadlineRule &deadline : m_process.deadlines) {
        clockOwner(deadline.rule, deadline.owner, &deadline.after);
        businessLength(deadline.rule, deadline.within, deadline.hours);
        sprintLength(deadline.rule, deadline.within);
        if (deadline.done == deadline.after)
            add(Grade::Fault, u"done-at-once"_s, deadline.rule, tr("\"%1\" is done by what starts it.").arg(deadline.rule.id),
                tr("Use a cadence or another moment."));
    }
    for (const CadenceRule &cadence : m_process.cadences) {
        clockOwner(cadence.rule, cadence.owner, nullptr);
        sprintLength(cadence.rule, cadence.every);
        if (cadence.from && cadence.until && *cadence.from == *cadence.until)
            add(Grade::Fault, u"done-at-once"_s, cadence.rule, tr("\"%1\" ends with what starts it.").arg(cadence.rule.id),
                tr("Name another moment."));
        const bool outside = cadence.item == CadenceKind::Drill || cadence.item == CadenceKind::ProcessReview;
        if (outside != (cadence.rule.scope == Scope::Process))
            add(Grade::Warning, u"wrong-scope"_s, cadence.rule,
                outside ? tr("\"%1\" lives outside any one incident.").arg(cadence.rule.id)
                        : tr("\"%1\" lives inside an incident.").arg(cadence.rule.id),
                outside ? tr("Write scope: process.") : tr("Remove scope: process."));
    }
    for (const LadderRule &ladder : m_process.ladders) {
        if (ladder.until && *ladder.until == ladder.from)
            add(Grade::Fault, u"done-at-once"_s, ladder.rule, tr("\"%1\" ends with what starts it.").arg(ladder.rule.id),
                tr("Name another moment."));
    }
}

void Checks::moments()
{
    const auto inside = [&](const Envelope &rule, const Moment &moment) {
        if (rule.scope != Scope::Process && isOutsideIncidents(moment))
            add(Grade::Warning, u"wrong-scope"_s, rule,
                tr("\"%1\" waits for %2, which no incident sees.").arg(rule.id, moment.toText()), tr("Write scope: process."));
    };
    for (const DeadlineRule &deadline : m_process.deadlines) {
        inside(deadline.rule, deadline.done);
        inside(deadline.rule, deadline.after);
    }
    for (const LadderRule &ladder : m_process.ladders) {
        inside(ladder.rule, ladder.from);
        if (ladder.from.kind == MomentKind::Progress && m_process.defaults.progress.isEmpty())
            add(Grade::Warning, u"no-progress"_s, ladder.rule,
                tr("\"%1\" waits for progress, but nothing counts as progress.").arg(ladder.rule.id),
                tr("Give defaults.progress."));
    }
    for (const MetricDef &metric : m_process.metrics) {
        if (metric.from == metric.to)
            add(Grade::Fault, u"done-at-once"_s, metric.line, tr("The metric \"%1\" is always zero.").arg(metric.id),
                tr("Name two moments."));
    }
    const auto records = [&](RecordKind kind) {
        return std::any_of(m_process.forms.cbegin(), m_process.forms.cend(),
                           [kind](const FormRule &form) { return form.target.record == kind; });
    };
    for (const DeadlineRule &deadline : m_process.deadlines) {
        if (deadline.done.kind == MomentKind::TicketFiled && !records(RecordKind::Ticket))
            add(Grade::Fault, u"undone-moment"_s, deadline.rule,
                tr("\"%1\" waits for a ticket, but no form makes one.").arg(deadline.rule.id), tr("Add a form for: ticket."));
    }
}

void Checks::calendar()
{
    const CalendarSpec &spec = m_process.calendar;
    bool freeze = false;
    for (const Cond *cond : conditionsOf(m_process)) {
        for (const FactTest &test : cond->tests)
            freeze = freeze || (test.fact.fact == Fact::Calendar && test.values.contains(u"freeze"_s));
    }
    if (freeze && spec.freeze.isEmpty())
        add(Grade::Fault, u"no-freeze"_s, 0, tr("A rule waits for a freeze, but the calendar has none."),
            tr("Give calendar.freeze."));
    if (spec.freeze.contains(FreezeDay::BeforeHoliday) && spec.holidays.isEmpty() && spec.holidayFile.isEmpty())
        add(Grade::Warning, u"no-holidays"_s, 0, tr("The days before holidays are frozen, but no holiday is known."),
            tr("Give calendar.holidays."));
}

} // namespace fireline::process
