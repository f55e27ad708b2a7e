// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionrows.h"

#include "rules/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace d = models::decisions;

namespace {

/// Makes the rows of one state; holds references for one call.
class Rows
{
public:
    Rows(const IncidentState &state, const Process &process, Instant now) : m_state(state), m_process(process), m_now(now) { }

    [[nodiscard]] QList<DecisionRow> hypotheses() const;
    [[nodiscard]] QList<DecisionRow> decisions() const;
    [[nodiscard]] QList<DecisionRow> mitigations() const;
    [[nodiscard]] QList<DecisionRow> options() const;

private:
    /// What the timeline says of the object: its text may be corrected, its row retracted.
    void takeEntry(DecisionRow &row, const QString &eventId) const;
    void takePoll(DecisionRow &row, const QString &pollEvent) const;
    [[nodiscard]] DecisionRow decision(const DecisionRecord &made) const;
    [[nodiscard]] QString refOf(const QString &eventId) const;

    const IncidentState &m_state;
    const Process &m_process;
    Instant m_now;
};

QString Rows::refOf(const QString &eventId) const
{
    const auto it = m_state.entryByEvent.constFind(eventId);
    return it == m_state.entryByEvent.constEnd() ? QString() : u"E%1"_s.arg(it.value() + 1);
}

void Rows::takeEntry(DecisionRow &row, const QString &eventId) const
{
    row.entry = eventId;
    row.ref = refOf(eventId);
    const Entry *entry = m_state.entry(eventId);
    if (entry && entry->retracted) {
        row.retracted = true;
        row.why = entry->retractedWhy;
    }
}

d::State stateOf(Hypothesis::State state)
{
    switch (state) {
    case Hypothesis::State::Open: return d::Open;
    case Hypothesis::State::Testing: return d::Testing;
    case Hypothesis::State::Confirmed: return d::Confirmed;
    case Hypothesis::State::RuledOut: return d::RuledOut;
    }
    return d::Open;
}

/// What is worked with goes first.
int rankOf(d::State state)
{
    static const QList<d::State> order{d::Confirmed, d::Testing, d::Open, d::RuledOut};
    return int(order.indexOf(state));
}

QList<DecisionRow> Rows::hypotheses() const
{
    QList<DecisionRow> rows;
    for (const Hypothesis &h : m_state.hypotheses) {
        DecisionRow row;
        row.kind = d::Hypothesis;
        row.id = h.id;
        row.text = h.text;
        row.state = stateOf(h.state);
        row.who = h.by;
        row.at = h.at;
        row.how = h.how;
        row.tester = h.tester;
        row.evidence = h.evidence;
        row.why = h.why;
        row.evidenceEntry = h.evidenceEntry;
        row.evidenceRef = refOf(h.evidenceEntry);
        if (const Entry *entry = m_state.entry(h.evidenceEntry))
            row.evidenceText = entry->text;
        takeEntry(row, h.eventId);
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DecisionRow &a, const DecisionRow &b) {
        return std::pair(a.retracted, rankOf(a.state)) < std::pair(b.retracted, rankOf(b.state));
    });
    return rows;
}

void Rows::takePoll(DecisionRow &row, const QString &pollEvent) const
{
    const Poll *poll = m_state.poll(pollEvent);
    if (!poll)
        return;
    row.poll = poll->id;
    row.answered = int(poll->answers.size());
    for (auto it = poll->answers.begin(); it != poll->answers.end(); ++it) {
        if (!it.value().isEmpty())
            row.objections << it.key() << it.value();
    }
}

DecisionRow Rows::decision(const DecisionRecord &made) const
{
    DecisionRow row;
    row.kind = d::Decision;
    row.id = made.id;
    row.text = made.text;
    row.who = made.by;
    row.at = made.at;
    row.revisitAt = made.revisitAt;
    row.irreversible = made.irreversible;
    row.state = made.revisitAt.isSet() && made.revisitAt <= m_now ? d::Late : d::Stands;
    if (const DecisionRecord *earlier = m_state.decision(made.replaces))
        row.replaces = earlier->id;
    for (const DecisionRecord &later : m_state.decisions) {
        if (later.replaces == made.eventId) {
            row.replacedBy = later.id;
            row.state = d::Replaced;
        }
    }
    takePoll(row, made.poll);
    takeEntry(row, made.eventId);
    return row;
}

QList<DecisionRow> Rows::decisions() const
{
    QList<DecisionRow> rows;
    for (auto it = m_state.decisions.rbegin(); it != m_state.decisions.rend(); ++it)
        rows.append(decision(*it));
    const auto rank = [](const DecisionRow &row) {
        return row.retracted || row.state == d::Replaced ? 2 : row.state == d::Late ? 0 : 1;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const DecisionRow &a, const DecisionRow &b) { return rank(a) < rank(b); });
    return rows;
}

QList<DecisionRow> Rows::mitigations() const
{
    QList<DecisionRow> rows;
    for (auto it = m_state.mitigations.rbegin(); it != m_state.mitigations.rend(); ++it) {
        DecisionRow row;
        row.kind = d::Mitigation;
        row.id = it->id;
        row.text = it->text.isEmpty()                               ? it->option
                   : it->option.isEmpty() || it->option == it->text ? it->text
                                                                    : u"%1: %2"_s.arg(it->option, it->text);
        row.state = it->result == "restored"_L1  ? d::Restored
                    : it->result == "partial"_L1 ? d::Partial
                    : it->result == "none"_L1    ? d::NoEffect
                                                 : d::Applied;
        row.at = it->at;
        row.temporary = it->temporary;
        if (const Hypothesis *hypothesis = m_state.hypothesis(it->hypothesis))
            row.hypothesis = hypothesis->id;
        if (const Entry *entry = m_state.entry(it->eventId))
            row.who = entry->actor;
        takeEntry(row, it->eventId);
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DecisionRow &a, const DecisionRow &b) {
        return (a.state == d::Applied) > (b.state == d::Applied);
    });
    return rows;
}

QList<DecisionRow> Rows::options() const
{
    QList<DecisionRow> rows;
    for (const ListRule *list : mitigationOptions({m_state, m_process, m_now})) {
        for (int i = 0; i < list->items.size(); ++i) {
            const ListItem &item = list->items.at(i);
            DecisionRow row;
            row.kind = d::Option;
            row.id = QString::number(rows.size() + 1);
            row.text = item.label();
            row.state = d::Offered;
            row.speed = item.speed;
            row.useWhen = item.useWhen;
            row.run = item.run;
            row.source = list->rule.cite();
            row.list = list->rule.id;
            rows.append(row);
        }
    }
    return rows;
}

void addSection(QList<DecisionRow> &all, d::Kind section, const QList<DecisionRow> &rows, bool always)
{
    if (rows.isEmpty() && !always)
        return;
    DecisionRow heading;
    heading.section = section;
    heading.count = int(rows.size());
    all.append(heading);
    all.append(rows);
}

} // namespace

QList<const ListRule *> mitigationOptions(const RuleContext &context)
{
    QList<const ListRule *> lists;
    for (const ListRule &list : context.process.lists) {
        const bool fits = list.use == ListUse::Options && list.forKind == ListRule::For::Act
                          && list.forAct == Act::MitigationApply;
        if (fits && holds(list.rule.when, context) && (!list.start || holds(*list.start, context)))
            lists.append(&list);
    }
    return lists;
}

QList<DecisionRow> decisionRows(const IncidentState &state, const Process &process, Instant now)
{
    const Rows rows(state, process, now);
    QList<DecisionRow> all;
    addSection(all, d::Hypothesis, rows.hypotheses(), true);
    addSection(all, d::Decision, rows.decisions(), true);
    addSection(all, d::Mitigation, rows.mitigations(), false);
    addSection(all, d::Option, rows.options(), false);
    return all;
}

} // namespace fireline::models
