// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sitrep.h"

#include "clocks/runningclock.h"
#include "core/daytime.h"
#include "process/deputy.h"
#include "report/reviewtimeline.h"
#include "report/stillopen.h"
#include "state/closedwords.h"
#include "state/componentstate.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// Of what has changed the latest; whatever is open is told whole.
constexpr int longestPast = 8;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Sitrep)
};

QString phaseName(const IncidentState &state, const Process &process)
{
    const PhaseDef *phase = state.phase.isEmpty() ? process.firstPhase() : process.phase(state.phase);
    return phase ? phase->name : state.phase;
}

QString severityName(const IncidentState &state, const Process &process)
{
    if (state.severity.isEmpty())
        return Text::tr("not yet assessed");
    const SeverityDef *severity = process.severity(state.severity);
    return severity && !severity->name.isEmpty() ? u"%1 (%2)"_s.arg(severity->id, severity->name) : state.severity;
}

QStringList situation(const IncidentState &s, const Process &process, Instant now)
{
    QStringList lines{s.title, Text::tr("Severity %1, phase %2, %3 since the declaration at %4.")
                                   .arg(severityName(s, process), phaseName(s, process), toShortText(now - s.declaredAt),
                                        dayMinute(s.declaredAt, now))};
    if (s.impactStart.isSet())
        lines.append(s.impactEnd.isSet()
                         ? Text::tr("Impact from %1 to %2.").arg(dayMinute(s.impactStart, now), dayMinute(s.impactEnd, now))
                         : Text::tr("Impact since %1.").arg(dayMinute(s.impactStart, now)));
    for (auto it = s.impact.begin(); it != s.impact.end(); ++it)
        lines.append(Text::tr("%1: %2", "a measure of the impact").arg(impactName(it.key()), closedWord(it.value())));
    QStringList people;
    for (const Holding &holding : s.holdings)
        people.append(u"%1: %2"_s.arg(roleTitle(holding.role, process), holding.person));
    if (!people.isEmpty())
        lines.append(people.join(u", "_s));
    return lines;
}

bool tellsOfChange(const Entry &entry)
{
    static const QStringList kinds = {u"severity"_s,   u"phase"_s,  u"mitigation"_s, u"decision"_s, u"change"_s,
                                      u"hypothesis"_s, u"impact"_s, u"flag"_s,       u"status"_s,   u"rootcause"_s};
    return !entry.retracted && (entry.pinned || kinds.contains(entry.kind));
}

QStringList changed(const IncidentState &s, Instant since, Instant now)
{
    QList<const Entry *> told;
    for (const Entry &entry : s.entries) {
        if (entry.at >= since && tellsOfChange(entry))
            told.append(&entry);
    }
    const qsizetype cut = std::max<qsizetype>(0, told.size() - longestPast);
    QStringList lines;
    if (cut > 0)
        lines.append(Text::tr("%n more before %1: see the timeline.", nullptr, int(cut)).arg(dayMinute(told.at(cut)->at, now)));
    for (const Entry *entry : told.mid(cut))
        lines.append(dayMinute(entry->at, now) + u' ' + toldText(*entry, s));
    return lines;
}

QStringList doing(const IncidentState &s)
{
    QStringList lines;
    for (const Order &order : s.orders) {
        if (order.state == Order::State::Acknowledged)
            lines.append(u"%1 %2: %3"_s.arg(order.id, order.owner, order.text));
    }
    for (const Hypothesis &hypothesis : s.hypotheses) {
        if (hypothesis.state == Hypothesis::State::Testing)
            lines.append(Text::tr("%1 is being tested by %2: %3").arg(hypothesis.id, hypothesis.tester, hypothesis.text));
        else if (hypothesis.state == Hypothesis::State::Open)
            lines.append(Text::tr("%1 is open: %2").arg(hypothesis.id, hypothesis.text));
    }
    for (const Change &change : s.changes) {
        if (change.state == Change::State::Approved || change.state == Change::State::Executed)
            lines.append(u"%1 %2"_s.arg(change.id, change.text));
    }
    return lines;
}

QString audienceName(const QString &id, const Process &process)
{
    const AudienceDef *audience = process.audienceDef(id);
    return audience && !audience->name.isEmpty() ? audience->name : id;
}

QStringList waiting(const IncidentState &s, const Process &process)
{
    QStringList lines;
    for (const Order &order : s.orders) {
        if (order.state == Order::State::Sent)
            lines.append(Text::tr("%1 %2 has not acknowledged: %3").arg(order.id, order.owner, order.text));
    }
    for (const Change &change : s.changes) {
        if (change.state == Change::State::Proposed)
            lines.append(Text::tr("%1 waits for approval: %2").arg(change.id, change.text));
    }
    for (const Update &update : s.updates) {
        if (update.state == Update::State::Asked)
            lines.append(Text::tr("%1 waits for approval: update to %2").arg(update.id, audienceName(update.audience, process)));
        else if (update.state == Update::State::Approved)
            lines.append(
                Text::tr("%1 is approved and not sent: update to %2").arg(update.id, audienceName(update.audience, process)));
    }
    for (const Poll &poll : s.polls) {
        if (!poll.closedAt.isSet())
            lines.append(u"%1 %2"_s.arg(poll.id, poll.text));
    }
    return lines;
}

QStringList clockLines(const QList<RunningClock> &clocks, Instant now, bool late)
{
    QStringList lines;
    for (const RunningClock &c : clocks) {
        if (!c.running() || c.advice() || c.scope != Scope::Incident || (c.state == RunningClock::State::Late) != late)
            continue;
        lines.append(Text::tr("%1 by %2").arg(c.text, dayMinute(c.late.isSet() ? c.late : c.due, now)));
    }
    return lines;
}

/// What ended late and undone is told as long as the report is read: it is said nowhere else but in the review.
QStringList lateLines(const IncidentState &s, const Process &process, const QList<RunningClock> &clocks, Instant now)
{
    QStringList lines = clockLines(clocks, now, true);
    for (const RunningClock &clock : lateAtEnd(s, process))
        lines.append(Text::tr("%1 by %2: not done when it was resolved").arg(clock.text, dayMinute(clock.late, now)));
    for (const MissingAtEnd &missing : missingAtEnd(s, process))
        lines.append(Text::tr("Still missing since it was resolved: %1").arg(missing.text));
    return lines;
}

QStringList risks(const IncidentState &s, const Process &process)
{
    QStringList lines;
    for (auto it = s.flags.begin(); it != s.flags.end(); ++it) {
        const FlagDef *flag = process.flag(it.key());
        lines.append(flag ? flag->name : it.key());
    }
    if (!s.mitigations.isEmpty() && s.mitigations.last().temporary)
        lines.append(Text::tr("The mitigation in place is temporary: %1").arg(s.mitigations.last().text));
    for (const Alert &alert : s.alerts) {
        if (alert.state != Alert::State::Cleared)
            lines.append(Text::tr("Still firing: %1").arg(alert.name));
    }
    for (const RoleDef &role : process.roles) {
        if (role.required.contains(s.severity) && s.holders(role.id).isEmpty())
            lines.append(Text::tr("Nobody holds: %1").arg(role.name));
    }
    return lines;
}

Instant lastReport(const IncidentState &s)
{
    Instant last = s.declaredAt;
    for (const auto &ended : s.handovers) {
        for (const Handover &handover : ended)
            last = std::max(last, handover.sitrepAt);
    }
    return last;
}

} // namespace

QList<SitrepPart> sitrepParts(const IncidentState &state, const Process &process, Instant now, Instant since)
{
    using Kind = SitrepPart::Kind;
    const Instant from = since.isSet() ? since : lastReport(state);
    const QList<RunningClock> clocks = runningClocks(state, process, now);
    return {
        {Kind::Situation, Text::tr("SITUATION at %1 UTC").arg(dayMinute(now, now)), situation(state, process, now)},
        {Kind::Changed, Text::tr("CHANGED since %1").arg(dayMinute(from, now)), changed(state, from, now)},
        {Kind::Doing, Text::tr("BEING DONE"), doing(state)},
        {Kind::Waiting, Text::tr("WAITING FOR"), waiting(state, process)},
        {Kind::Late, Text::tr("LATE"), lateLines(state, process, clocks, now)},
        {Kind::Risks, Text::tr("RISKS"), risks(state, process)},
        {Kind::Next, Text::tr("NEXT"), clockLines(clocks, now, false)},
    };
}

QString sitrepText(const IncidentState &state, const Process &process, Instant now, Instant since)
{
    QStringList blocks;
    for (const SitrepPart &part : sitrepParts(state, process, now, since)) {
        const QStringList lines = part.lines.isEmpty() ? QStringList{Text::tr("none")} : part.lines;
        blocks.append(part.heading + u"\n- "_s + lines.join(u"\n- "_s));
    }
    return blocks.join(u"\n\n"_s);
}

} // namespace fireline::domain
