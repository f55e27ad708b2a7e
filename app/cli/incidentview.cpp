// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentview.h"

#include "clocks/processnames.h"
#include "clocks/runningclock.h"
#include "process/deputy.h"
#include "rules/facts.h"
#include "rules/gatestatus.h"
#include "rules/liststatus.h"
#include "rules/who.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::cli {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString stateWord(RunningClock::State state)
{
    switch (state) {
    case RunningClock::State::Running: return u"running"_s;
    case RunningClock::State::Due: return u"due"_s;
    case RunningClock::State::Late: return u"late"_s;
    case RunningClock::State::Snoozed: return u"snoozed"_s;
    case RunningClock::State::Met: return u"met"_s;
    case RunningClock::State::MetLate: return u"met-late"_s;
    }
    return {};
}

QString stateWord(Order::State state)
{
    switch (state) {
    case Order::State::Sent: return u"sent"_s;
    case Order::State::Acknowledged: return u"acknowledged"_s;
    case Order::State::Done: return u"done"_s;
    case Order::State::Failed: return u"failed"_s;
    case Order::State::Cancelled: return u"cancelled"_s;
    }
    return {};
}

QString citation(const QStringList &source, const QString &id)
{
    return source.isEmpty() ? id : source.first();
}

QString clockLine(const QJsonValue &row, const Console &console)
{
    const auto due = Instant::fromRfc3339(row[u"due"].toString()).value_or(Instant());
    const QString line = u"%1 %2 %3"_s.arg(row[u"state"].toString().toUpper(), console.timeText(due), row[u"text"].toString());
    const QString source = row[u"source"].toString();
    return source.isEmpty() ? line : u"%1 (%2)"_s.arg(line, source);
}

QString callBackLine(const QJsonValue &row)
{
    const QString acked = row[u"ackedBy"].toString();
    if (!acked.isEmpty() && acked.compare(row[u"owner"].toString(), Qt::CaseInsensitive) != 0)
        return u"#%1 %2 %3, %4: %5"_s.arg(row[u"id"].toString(), row[u"state"].toString(), Text::tr("by %1").arg(acked),
                                          row[u"owner"].toString(), row[u"text"].toString());
    return u"#%1 %2 %3: %4"_s.arg(row[u"id"].toString(), row[u"state"].toString(), row[u"owner"].toString(),
                                  row[u"text"].toString());
}

QString draftLine(const QJsonValue &row)
{
    const QString word = row[u"word"].toString();
    const QString to = row[u"to"].toString();
    return Text::tr("%1 %2: draft, not sent").arg(row[u"id"].toString(), word.isEmpty() ? to : u"%1 %2"_s.arg(to, word));
}

QString gateLine(const QJsonValue &row)
{
    QStringList missing;
    for (const QJsonValue &item : row[u"missing"].toArray())
        missing.append(item.toString());
    return u"%1 (%2): %3"_s.arg(row[u"id"].toString(), row[u"source"].toString(), missing.join(u"; "_s));
}

QString checklistLine(const QJsonValue &row)
{
    return u"%1 %2/%3 %4"_s.arg(row[u"id"].toString())
        .arg(row[u"done"].toInt())
        .arg(row[u"of"].toInt())
        .arg(row[u"next"].isNull() ? QString() : Text::tr("next: %1").arg(row[u"next"].toString()));
}

} // namespace

Instant lastInstant(const IncidentState &state)
{
    Instant last = state.declaredAt;
    for (const Entry &entry : state.entries)
        last = std::max(last, entry.recordedAt);
    return last;
}

IncidentView::IncidentView(const IncidentState &state, const Process &process, Instant now)
    : m_state(&state)
    , m_process(&process)
    , m_now(now)
{
}

QString IncidentView::command() const
{
    const RoleDef *role = m_process->commander();
    return role ? m_state->holders(role->id).value(0) : QString();
}

QJsonArray IncidentView::roles() const
{
    QJsonArray rows;
    for (const RoleDef &role : m_process->roles) {
        bool held = false;
        for (const Holding &holding : m_state->holdings) {
            if (holding.role != role.id)
                continue;
            rows.append(
                QJsonObject{{u"role"_s, role.id}, {u"holder"_s, holding.person}, {u"since"_s, holding.since.toRfc3339()}});
            held = true;
        }
        if (!held && (role.required.contains(m_state->severity) || role.commands))
            rows.append(QJsonObject{{u"role"_s, role.id}, {u"holder"_s, QJsonValue()}, {u"since"_s, QJsonValue()}});
    }
    for (const Holding &holding : m_state->holdings) {
        if (!deputised(holding.role).isEmpty())
            rows.append(
                QJsonObject{{u"role"_s, holding.role}, {u"holder"_s, holding.person}, {u"since"_s, holding.since.toRfc3339()}});
    }
    return rows;
}

QJsonArray IncidentView::clocks() const
{
    QJsonArray rows;
    for (const RunningClock &clock : runningClocks(*m_state, *m_process, m_now)) {
        if (!clock.running())
            continue;
        rows.append(QJsonObject{{u"id"_s, clock.id},
                                {u"due"_s, clock.due.toRfc3339()},
                                {u"late"_s, clock.late.toRfc3339()},
                                {u"state"_s, stateWord(clock.state)},
                                {u"source"_s, citation(clock.source, clock.rule)},
                                {u"text"_s, clock.text},
                                {u"owner"_s, QJsonArray::fromStringList(clock.owner)},
                                {u"assumed"_s, clock.assumed}});
    }
    return rows;
}

QJsonArray IncidentView::callBacks() const
{
    QJsonArray rows;
    for (const Order &order : m_state->orders) {
        if (order.endedAt.isSet())
            continue;
        rows.append(QJsonObject{{u"id"_s, order.id},
                                {u"owner"_s, order.owner},
                                {u"text"_s, order.text},
                                {u"due"_s, order.dueAt.toRfc3339()},
                                {u"ackedBy"_s, order.ackedBy},
                                {u"state"_s, stateWord(order.state)}});
    }
    return rows;
}

QJsonArray IncidentView::drafts() const
{
    QJsonArray rows;
    const ProcessNames names(*m_process);
    for (const Update &update : m_state->updates) {
        if (update.state <= Update::State::Approved)
            rows.append(QJsonObject{{u"id"_s, update.id},
                                    {u"target"_s, update.target},
                                    {u"to"_s, names.name(EntryNames::Kind::Record, update.target)},
                                    {u"word"_s, update.word},
                                    {u"draftedAt"_s, update.draftedAt.toRfc3339()}});
    }
    return rows;
}

QJsonArray IncidentView::gates() const
{
    QJsonArray rows;
    const RuleContext context{*m_state, *m_process, m_now, {}};
    for (const GateRule &gate : m_process->gates) {
        if (!holds(gate.rule.when, context))
            continue;
        const GateStatus status = gateStatus(gate, context);
        rows.append(QJsonObject{{u"id"_s, gate.rule.id},
                                {u"open"_s, status.open()},
                                {u"source"_s, gate.rule.cite()},
                                {u"missing"_s, QJsonArray::fromStringList(status.missing())}});
    }
    return rows;
}

QJsonArray IncidentView::checklists() const
{
    QJsonArray rows;
    const RuleContext context{*m_state, *m_process, m_now, {}};
    for (const ListRule &list : m_process->lists) {
        if (list.use != ListUse::Checklist && list.use != ListUse::Playbook)
            continue;
        const ListStatus status = listStatus(list, context);
        if (!status.offered)
            continue;
        const int next = status.next();
        rows.append(QJsonObject{{u"id"_s, list.rule.id},
                                {u"done"_s, status.settled()},
                                {u"of"_s, int(status.items.size())},
                                {u"next"_s, next < 0 ? QJsonValue() : QJsonValue(list.items.at(next).label())}});
    }
    return rows;
}

QJsonObject IncidentView::toJson() const
{
    const IncidentState &s = *m_state;
    const PhaseDef *first = m_process->firstPhase();
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"id"_s, s.id},
            {u"title"_s, s.title},
            {u"process"_s, s.processId},
            {u"severity"_s, orNull(s.severity)},
            {u"phase"_s, s.phase.isEmpty() && first ? first->id : s.phase},
            {u"declaredAt"_s, s.declaredAt.toRfc3339()},
            {u"resolvedAt"_s, orNull(s.resolvedAt.toRfc3339())},
            {u"closedAt"_s, orNull(s.closedAt.toRfc3339())},
            {u"impactStart"_s, orNull(s.impactStart.toRfc3339())},
            {u"impactEnd"_s, orNull(s.impactEnd.toRfc3339())},
            {u"command"_s, orNull(command())},
            {u"roles"_s, roles()},
            {u"clocks"_s, clocks()},
            {u"callBacks"_s, callBacks()},
            {u"drafts"_s, drafts()},
            {u"gates"_s, gates()},
            {u"checklists"_s, checklists()},
            {u"flags"_s, QJsonArray::fromStringList(s.flags.keys())},
            {u"members"_s, s.isPrivate ? QJsonValue(QJsonArray::fromStringList(s.members)) : QJsonValue()},
            {u"private"_s, s.isPrivate},
            {u"drill"_s, s.drill}};
}

QString IncidentView::toText(const Console &console) const
{
    const IncidentState &s = *m_state;
    QString text;
    if (s.drill)
        text += Text::tr("DRILL — nothing here is real\n");
    if (m_process->status == ProcessStatus::Draft)
        text += Text::tr("The process is a draft.\n");
    text += u"%1\n"_s.arg(s.title);
    const QString life = s.closedAt.isSet()      ? Text::tr("closed, lasted %1")
                         : s.resolvedAt.isSet()  ? Text::tr("resolved, lasted %1")
                         : s.withdrawnAt.isSet() ? Text::tr("withdrawn after %1")
                                                 : Text::tr("open for %1");
    const Instant end = s.resolvedAt.isSet() ? s.resolvedAt : s.withdrawnAt.isSet() ? s.withdrawnAt : m_now;
    text += Text::tr("%1 · severity %2 · phase %3 · %4\n")
                .arg(m_process->title, s.severity.isEmpty() ? Text::tr("not yet assessed") : s.severity,
                     toJson().value(u"phase").toString(), life.arg(toShortText(end - s.declaredAt)));
    if (s.isPrivate)
        text += Text::tr("Private. Who may see it: %1\n").arg(s.members.join(u", "_s));
    text += Text::tr("Command: %1\n").arg(command().isEmpty() ? Text::tr("nobody — /claim") : command());
    for (const QJsonValue &row : roles())
        text += u"  %1: %2\n"_s.arg(roleTitle(row[u"role"_s].toString(), *m_process),
                                    row[u"holder"].isNull() ? Text::tr("vacant") : row[u"holder"].toString());
    const auto section = [&](const QString &title, const QJsonArray &rows, auto lineOf) {
        if (!rows.isEmpty())
            text += title + u'\n';
        for (const QJsonValue &row : rows)
            text += u"  "_s + lineOf(row) + u'\n';
    };
    section(Text::tr("Clocks"), clocks(), [&](const QJsonValue &row) { return clockLine(row, console); });
    section(Text::tr("Call-backs"), callBacks(), callBackLine);
    section(Text::tr("Updates not sent"), drafts(), draftLine);
    QJsonArray openGates;
    for (const QJsonValue &row : gates()) {
        if (row[u"open"].toBool())
            openGates.append(row);
    }
    section(Text::tr("Gates still open"), openGates, gateLine);
    section(Text::tr("Checklists"), checklists(), checklistLine);
    return text;
}

} // namespace fireline::cli
