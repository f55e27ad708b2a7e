// SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include "core/canonicaljson.h"
#include "decide/decide.h"
#include "entry/entry.h"
#include "processloader.h"
#include "rules/liststatus.h"
#include "state/eventtypes.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::conformance {

namespace {

Process shipped(const QString &id)
{
    const QString name = u":/processes/%1.yaml"_s.arg(id);
    QFile file(name);
    const bool there = file.open(QIODevice::ReadOnly);
    const auto loaded = process::loadProcess(there ? file.readAll() : QByteArray(), name);
    if (!loaded)
        qFatal("%s: %s", qPrintable(name), qPrintable(loaded.problem().text));
    return loaded.value();
}

template<typename Rule>
void removeFrom(QList<Rule> &rules, const QString &id)
{
    rules.removeIf([&](const Rule &rule) { return rule.rule.id == id; });
}

void removeRule(Process &process, const QString &id)
{
    removeFrom(process.authorities, id);
    removeFrom(process.gates, id);
    removeFrom(process.deadlines, id);
    removeFrom(process.cadences, id);
    removeFrom(process.ladders, id);
    removeFrom(process.forms, id);
    removeFrom(process.lints, id);
    removeFrom(process.tables, id);
    removeFrom(process.lists, id);
}

EntryContext entryContext(const Process &process, Instant now)
{
    EntryContext context;
    context.now = now;
    for (const RoleDef &role : process.roles)
        context.roleWords += QStringList{role.id} + role.aliases;
    return context;
}

QString stateWord(RunningClock::State state)
{
    switch (state) {
    case RunningClock::State::Running: return u"running"_s;
    case RunningClock::State::Due: return u"due"_s;
    case RunningClock::State::Late: return u"late"_s;
    case RunningClock::State::Snoozed: return u"snoozed"_s;
    case RunningClock::State::Met: return u"met"_s;
    case RunningClock::State::MetLate: return u"met late"_s;
    }
    return {};
}

QString itemWord(ItemStatus::State state)
{
    switch (state) {
    case ItemStatus::State::Open: return u"open"_s;
    case ItemStatus::State::Ticked: return u"ticked"_s;
    case ItemStatus::State::Checked: return u"checked"_s;
    case ItemStatus::State::Skipped: return u"skipped"_s;
    }
    return {};
}

} // namespace

const Notice *Answer::notice(const QString &ruleId) const
{
    const auto it = std::find_if(notices.begin(), notices.end(), [&](const Notice &n) { return n.rule == ruleId; });
    return it == notices.end() ? nullptr : &*it;
}

QString Answer::toText() const
{
    if (!ok)
        return u"refused %1 %2 (%3): %4"_s.arg(code, rule, source, text);
    QStringList said;
    for (const Notice &notice : notices)
        said.append(u"%1 %2: %3"_s.arg(wordOf(notice.effect), notice.rule, notice.text));
    return u"ok "_s + said.join(u"; "_s);
}

ConformanceRig::ConformanceRig(const QString &processId, const QString &start)
    : m_process(shipped(processId))
    , m_now(Instant::fromRfc3339(start).value_or(Instant()))
{
    removeRule(m_process, qEnvironmentVariable("FIRELINE_MUTATE"));
}

void ConformanceRig::addHolidays(const QList<QDate> &days)
{
    for (const QDate &day : days)
        m_process.calendar.holidays.insert(day);
}

Answer ConformanceRig::declare(const QString &who, const QString &severity, const QString &fields, const QString &title)
{
    Command command;
    command.verb = Verb::Declare;
    command.by = who;
    const ParsedEntry parsed = parseEntry(u"/declare x "_s + fields, entryContext(m_process, m_now));
    command.args = parsed.command.args;
    command.args.insert(u"text"_s, title);
    if (!severity.isEmpty())
        command.args.insert(u"severity"_s, severity);
    return decide(who, command);
}

Answer ConformanceRig::line(const QString &who, const QString &entry)
{
    ParsedEntry parsed = parseEntry(entry, entryContext(m_process, m_now));
    if (!parsed.ok())
        return {false, u"unread"_s, {}, {}, parsed.problems.join(u' '), {}};
    if (parsed.command.by.isEmpty())
        parsed.command.by = who;
    return decide(who, parsed.command);
}

void ConformanceRig::system(const QString &system, const QString &thing, const QString &outcome)
{
    write(u"system.did"_s, {{u"system"_s, system}, {u"thing"_s, thing}, {u"outcome"_s, outcome}}, m_now);
}

QString ConformanceRig::attach(const QString &who, const QString &name)
{
    Command command;
    command.verb = Verb::Attach;
    command.by = who;
    command.args = {{u"sha256"_s, QString(64, u'a')}, {u"name"_s, name}, {u"bytes"_s, 10}, {u"text"_s, name}};
    return decide(who, command).ok ? u"E%1"_s.arg(m_state.entries.size()) : QString();
}

Complaint ConformanceRig::taken(const QString &who, const QString &entry)
{
    const Answer answer = line(who, entry);
    return answer.ok ? QString() : u"%1 \"%2\" should be taken: %3"_s.arg(who, entry, answer.toText());
}

Complaint ConformanceRig::refused(const QString &who, const QString &entry, const QString &rule)
{
    const qsizetype before = m_events.size();
    const Answer answer = line(who, entry);
    const bool cites = rule.isEmpty() || !answer.source.isEmpty();
    const bool right = !answer.ok && answer.rule == rule && cites && m_events.size() == before;
    return right ? QString() : u"%1 \"%2\" should be refused by %3: %4"_s.arg(who, entry, rule, answer.toText());
}

Complaint ConformanceRig::warned(const QString &who, const QString &entry, const QString &rule)
{
    const Answer answer = line(who, entry);
    const Notice *notice = answer.ok ? answer.notice(rule) : nullptr;
    const bool right = notice && notice->effect == RuleEffect::Warn && notice->code != "overridden"_L1;
    return right ? QString() : u"%1 \"%2\" should be warned about by %3: %4"_s.arg(who, entry, rule, answer.toText());
}

Complaint ConformanceRig::quiet(const QString &who, const QString &entry, const QString &rule)
{
    const Answer answer = line(who, entry);
    return answer.ok && !answer.notice(rule)
               ? QString()
               : u"%1 \"%2\" should pass %3 without a word: %4"_s.arg(who, entry, rule, answer.toText());
}

void ConformanceRig::advanceTo(const QString &rfc3339)
{
    m_now = Instant::fromRfc3339(rfc3339).value_or(m_now);
}

RunningClock ConformanceRig::clock(const QString &id) const
{
    for (const RunningClock &clock : clocksApart(m_state, m_process, m_now)) {
        if (clock.id == id)
            return clock;
    }
    return {};
}

QString ConformanceRig::clockState(const QString &id) const
{
    const RunningClock found = clock(id);
    return found.id.isEmpty() ? u"none"_s : stateWord(found.state);
}

qint64 ConformanceRig::clockSeconds(const QString &id) const
{
    const RunningClock found = clock(id);
    return found.id.isEmpty() ? -1 : (found.late - found.anchor).us / 1000000;
}

QString ConformanceRig::effects(const QString &rungId) const
{
    const RunningClock rung = clock(rungId);
    if (rung.id.isEmpty() || rung.kind != RunningClock::Kind::Rung || rung.state == RunningClock::State::Running)
        return {};
    QStringList parts;
    for (const EffectSpec &effect : rung.effects) {
        QString what = effect.who.isEmpty() ? effect.text : effect.who.join(u',');
        if (effect.kind == EffectKind::Propose)
            what = wordOf(effect.propose) + u' ' + effect.proposed;
        parts.append(wordOf(effect.kind) + u' ' + what);
    }
    return parts.join(u"; "_s);
}

QStringList ConformanceRig::items(const QString &listId) const
{
    const ListRule *list = m_process.list(listId);
    if (!list)
        return {};
    const ListStatus status = listStatus(*list, {m_state, m_process, m_now});
    QStringList words;
    for (const ItemStatus &item : status.items)
        words.append(itemWord(item.state));
    return status.offered ? words : QStringList();
}

QString ConformanceRig::lastText() const
{
    return m_state.updates.isEmpty() ? QString() : m_state.updates.last().text;
}

Answer ConformanceRig::decide(const QString &who, const Command &command)
{
    const auto decided = domain::decide({m_state, m_process, m_now, who}, command);
    if (!decided) {
        const Problem &problem = decided.problem();
        return {false, problem.code, problem.rule, problem.source, problem.text, {}};
    }
    for (const EventDraft &draft : decided.value().events) {
        QJsonObject payload = draft.payload;
        if (!payload.contains(u"by"_s))
            payload.insert(u"by"_s, who);
        write(draft.type, payload, draft.occurredAt);
    }
    for (const EventDraft &draft : followUps(m_state, m_process, m_now))
        write(draft.type, draft.payload, draft.occurredAt);
    return {true, {}, {}, {}, {}, decided.value().notices};
}

void ConformanceRig::write(const QString &type, const QJsonObject &payload, Instant at)
{
    Event event;
    event.id = u"event-%1"_s.arg(m_events.size() + 1);
    event.incident = u"incident-1"_s;
    event.type = type;
    event.occurredAt = at;
    event.recordedAt = m_now;
    event.recordedBy = u"Console"_s;
    const auto bytes = toCanonicalJson(payload);
    const EventType *known = eventType(type);
    if (!bytes || !known || !known->accepts(payload))
        qFatal("%s: decided an event that cannot be written", qPrintable(type));
    event.payload = bytes.value();
    apply(m_state, event);
    m_events.append(event);
}

int runConformance(QObject &test, const QString &processId, int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (!qEnvironmentVariableIsSet("FIRELINE_LIST_RULES"))
        return QTest::qExec(&test, argc, argv);
    QTextStream out(stdout);
    const Process process = shipped(processId);
    for (const Envelope *rule : process.rules())
        out << rule->id << ' ' << rule->source.join(u' ') << '\n';
    return 0;
}

} // namespace fireline::conformance
