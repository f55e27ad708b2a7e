// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/handoverboard.h"

#include "decide/decide.h"
#include "decide/handoversteps.h"
#include "roles/relief.h"
#include "rules/autofields.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace h = models::handover;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HandoverBoard)
};

bool samePerson(const QString &a, const QString &b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

Instant minuteOf(Instant t)
{
    return {t.us - t.us % Span::minutes(1).us};
}

const Handover *runningHandover(const IncidentState &state)
{
    return state.handover && state.handover->state == Handover::State::Running ? &*state.handover : nullptr;
}

h::Kind kindOf(HandoverStep::Kind kind)
{
    switch (kind) {
    case HandoverStep::Kind::Able: return h::Able;
    case HandoverStep::Kind::Shadow: return h::Shadow;
    case HandoverStep::Kind::Sitrep: return h::Sitrep;
    case HandoverStep::Kind::Announce: return h::Announce;
    case HandoverStep::Kind::System: return h::System;
    case HandoverStep::Kind::Accept: return h::Accept;
    }
    return h::Accept;
}

Verb verbOf(h::Kind kind)
{
    switch (kind) {
    case h::Able: return Verb::Able;
    case h::Shadow: return Verb::Shadow;
    case h::Sitrep: return Verb::Sitrep;
    case h::Announce: return Verb::Handing;
    case h::System: return Verb::CheckItem;
    case h::Accept: break;
    }
    return Verb::IHaveCommand;
}

Instant doneAt(h::Kind kind, const Handover &handover, Instant readyAt)
{
    switch (kind) {
    case h::Able: return handover.ableAt;
    case h::Shadow: return readyAt;
    case h::Sitrep: return handover.sitrepAt;
    case h::Announce: return handover.announcedAt;
    default: return {};
    }
}

/// Makes the steps of one feed; lives for one call.
class Steps
{
public:
    explicit Steps(const IncidentFeed &feed)
        : m_feed(feed)
        , m_context{feed.state(), feed.process(), feed.now()}
        , m_list(handoverProcedure(m_context))
        , m_running(runningHandover(feed.state()))
    {
    }
    [[nodiscard]] QList<HandoverRow> rows() const;

private:
    [[nodiscard]] HandoverRow row(const HandoverStep &step) const;
    [[nodiscard]] HandoverRow acceptAlone() const;
    void takeSide(HandoverRow &row, bool incoming) const;
    void takeState(HandoverRow &row, bool done, bool &nextFound) const;
    [[nodiscard]] QString filled(const QString &text) const;

    const IncidentFeed &m_feed;
    RuleContext m_context;
    const ListRule *m_list;
    const Handover *m_running;
};

QString Steps::filled(const QString &text) const
{
    if (text.isEmpty())
        return {};
    const QString name = Text::tr("NAME");
    return filledTemplate(
        text, {{u"incoming"_s, m_running ? m_running->to : name}, {u"outgoing"_s, m_running ? m_running->from : name}});
}

void Steps::takeSide(HandoverRow &row, bool incoming) const
{
    row.incoming = incoming;
    row.command.verb = verbOf(row.kind);
    if (!m_running)
        return;
    row.person = incoming ? m_running->to : m_running->from;
    row.mine = samePerson(row.person, m_feed.profile());
    if (!row.mine)
        row.command.by = row.person;
}

HandoverRow Steps::row(const HandoverStep &step) const
{
    HandoverRow row;
    row.kind = kindOf(step.kind);
    row.number = step.number;
    row.text = step.item->text;
    row.say = filled(step.item->say);
    takeSide(row, step.item->by != "outgoing"_L1);
    if (row.kind == h::System)
        row.command.args = {{u"id"_s, m_list->rule.id}, {u"item"_s, step.number}};
    row.readyAt = step.readyAt;
    if (m_running && step.done)
        row.doneAt = doneAt(row.kind, *m_running, step.readyAt);
    return row;
}

// Command never moves without a word, also where the process has no steps.
HandoverRow Steps::acceptAlone() const
{
    HandoverRow row;
    row.kind = h::Accept;
    row.number = 1;
    row.say = Text::tr("I have command.");
    takeSide(row, true);
    return row;
}

void Steps::takeState(HandoverRow &row, bool done, bool &nextFound) const
{
    if (!m_running)
        return;
    if (done) {
        row.state = h::Done;
        return;
    }
    const bool waits = row.readyAt.isSet() && row.readyAt > m_feed.now();
    row.state = waits ? h::Waits : nextFound ? h::Later : h::Now;
    nextFound = true;
    if (waits)
        row.left = {(row.readyAt - m_feed.now()).us / Span::seconds(1).us * Span::seconds(1).us};
    row.whyNot = refusalOf(row.command, m_feed);
}

QList<HandoverRow> Steps::rows() const
{
    QList<HandoverRow> rows;
    bool nextFound = false;
    bool accepts = false;
    if (m_list) {
        for (const HandoverStep &step : handoverSteps(m_context)) {
            rows.append(row(step));
            accepts = accepts || rows.last().kind == h::Accept;
            takeState(rows.last(), step.done, nextFound);
        }
    }
    if (!accepts) {
        rows.append(acceptAlone());
        rows.last().number = int(rows.size());
        takeState(rows.last(), false, nextFound);
    }
    return rows;
}

void takeEnd(HandoverBoard &board, const IncidentState &state)
{
    if (board.running)
        return;
    const QList<Handover> ended = state.handovers.value(board.role);
    // Command moves with a handover or by being taken over; what came later is what is told.
    const Instant moved = state.moments.latest(u"handover.done/"_s + board.role);
    const bool acceptedLast = !ended.isEmpty() && ended.last().state == Handover::State::Accepted
                              && ended.last().endedAt >= moved;
    if (moved.isSet() && board.since == moved && !acceptedLast && (ended.isEmpty() || ended.last().endedAt <= moved)) {
        board.end = HandoverEnd::TakenOver;
        board.endTo = board.holder;
        board.endAt = moved;
        return;
    }
    if (ended.isEmpty())
        return;
    const Handover &last = ended.last();
    board.end = last.state == Handover::State::Accepted   ? HandoverEnd::Accepted
                : last.state == Handover::State::Declined ? HandoverEnd::Declined
                                                          : HandoverEnd::Expired;
    board.endFrom = last.from;
    board.endTo = last.to;
    board.endAt = last.endedAt;
}

void takeHolder(HandoverBoard &board, const IncidentFeed &feed)
{
    const IncidentState &state = feed.state();
    const auto holding = std::find_if(state.holdings.begin(), state.holdings.end(),
                                      [&](const Holding &one) { return one.role == board.role; });
    if (holding == state.holdings.end())
        return;
    board.holder = board.running && state.holders(board.role).contains(board.from) ? board.from : holding->person;
    board.you = samePerson(board.holder, feed.profile());
    board.since = holding->since;
    board.seen = minuteOf(state.lastSeen.value(board.holder));
    const Relief relief = reliefOf(*holding, feed);
    board.reliefAt = relief.askedAt;
    board.successor = relief.to.isEmpty() ? deputiesOf(board.role, state).value(0) : relief.to;
    board.tenure = tenureOf(board.role, holding->since, feed.process(), feed.clocks(), feed.now());
}

} // namespace

bool HandoverRow::operator==(const HandoverRow &other) const
{
    return std::tie(kind, state, number, text, say, incoming, person, mine, doneAt, readyAt, left, whyNot)
           == std::tie(other.kind, other.state, other.number, other.text, other.say, other.incoming, other.person, other.mine,
                       other.doneAt, other.readyAt, other.left, other.whyNot);
}

HandoverBoard handoverBoard(const IncidentFeed &feed)
{
    HandoverBoard board;
    const Process &process = feed.process();
    const RoleDef *commander = process.commander();
    const Handover *running = runningHandover(feed.state());
    board.role = running ? running->role : commander ? commander->id : QString();
    const RoleDef *role = process.role(board.role);
    board.roleName = role && !role->name.isEmpty() ? role->name : board.role;
    board.commands = role && role->commands;
    board.over = !feed.state().open();
    if (running) {
        board.running = true;
        board.from = running->from;
        board.to = running->to;
        board.toYou = samePerson(running->to, feed.profile());
        board.offeredAt = running->offeredAt;
        board.sitrep = running->sitrep;
        board.sitrepAt = running->sitrepAt;
    }
    takeHolder(board, feed);
    takeEnd(board, feed.state());
    const ListRule *list = handoverProcedure({feed.state(), process, feed.now()});
    board.source = list ? list->rule.cite() : QString();
    return board;
}

QList<HandoverRow> handoverRows(const IncidentFeed &feed)
{
    return Steps(feed).rows();
}

QString refusalOf(const Command &command, const IncidentFeed &feed)
{
    const auto decided = decide({feed.state(), feed.process(), feed.now(), feed.profile()}, command);
    if (decided)
        return {};
    const Problem &problem = decided.problem();
    return problem.source.isEmpty() ? problem.text : Text::tr("%1 (%2)").arg(problem.text, problem.source);
}

} // namespace fireline::models
