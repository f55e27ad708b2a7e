// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewrows.h"

#include "report/reviewstatus.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"
#include "rules/tickline.h"
#include "rules/who.h"
#include "state/whytree.h"
#include "state/withdrawn.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace r = models::review;

namespace {

/// Makes the rows of one moment; holds references for one call.
class Rows
{
public:
    explicit Rows(const IncidentFeed &feed)
        : m_feed(feed)
        , m_state(feed.state())
        , m_process(feed.process())
        , m_context{m_state, m_process, feed.now()}
    {
    }
    [[nodiscard]] QList<ReviewRow> deadlines() const;
    [[nodiscard]] QList<ReviewRow> needs(const ReviewDef *review) const;
    [[nodiscard]] QList<ReviewRow> parts(const ReviewDef &review, bool fields) const;
    [[nodiscard]] QList<ReviewRow> whys() const;
    [[nodiscard]] QList<ReviewRow> factors() const;
    [[nodiscard]] QList<ReviewRow> followUps() const;
    [[nodiscard]] QList<ReviewRow> items() const;
    [[nodiscard]] QList<ReviewRow> agenda(const ReviewDef &review) const;

private:
    [[nodiscard]] QString refOf(const QString &eventId) const;
    [[nodiscard]] QString names(const QStringList &who) const;
    [[nodiscard]] QString itemKind(const ClosingNeed &need) const;

    const IncidentFeed &m_feed;
    const IncidentState &m_state;
    const Process &m_process;
    RuleContext m_context;
};

QString Rows::refOf(const QString &eventId) const
{
    const auto it = m_state.entryByEvent.constFind(eventId);
    return it == m_state.entryByEvent.constEnd() ? QString() : u"E%1"_s.arg(it.value() + 1);
}

// A clock of an action item names a person, the others roles.
QString Rows::names(const QStringList &who) const
{
    return who.isEmpty() ? QString() : namesOf(who, m_context);
}

r::State stateOf(RunningClock::State state)
{
    switch (state) {
    case RunningClock::State::Running: return r::Running;
    case RunningClock::State::Due: return r::Due;
    case RunningClock::State::Late: return r::Late;
    case RunningClock::State::Snoozed: return r::Snoozed;
    case RunningClock::State::Met: return r::Met;
    case RunningClock::State::MetLate: return r::DoneLate;
    }
    return r::Running;
}

QList<ReviewRow> Rows::deadlines() const
{
    QList<ReviewRow> rows;
    for (const RunningClock &clock : m_feed.clocks()) {
        const bool counts = clock.kind == RunningClock::Kind::Deadline || clock.kind == RunningClock::Kind::Cadence;
        if (clock.scope != Scope::Review || !counts)
            continue;
        ReviewRow row;
        row.kind = r::Deadline;
        row.id = clock.id;
        const ActionItemRecord *about = clock.item.isEmpty() ? nullptr : m_state.actionItem(clock.item);
        row.text = about ? u"%1: %2 %3"_s.arg(clock.text, about->id, about->text) : clock.text;
        row.state = stateOf(clock.state);
        row.who = names(clock.owner);
        row.source = clock.source.value(0);
        row.at = clock.running() ? (clock.late.isSet() ? clock.late : clock.due) : clock.doneAt;
        // Nobody watches days second by second.
        if (clock.running())
            row.left = Span::minutes((row.at - m_feed.now()).us / Span::minutes(1).us);
        rows.append(row);
    }
    return rows;
}

/// The kind of the action item that is wanted; empty where it is anything else.
QString Rows::itemKind(const ClosingNeed &need) const
{
    const auto &is = m_context.process.gate(need.gate)->needs.at(need.item - 1).is;
    const bool one = is && is->tests.size() == 1 && is->tests.first().fact.fact == Fact::ActionItemsTagged;
    return one ? is->tests.first().fact.arg : QString();
}

QList<ReviewRow> Rows::needs(const ReviewDef *review) const
{
    QList<ClosingNeed> needs = review ? closingNeeds(Act::ReviewClose, m_context) : QList<ClosingNeed>();
    needs += closingNeeds(Act::Close, m_context);
    QList<ReviewRow> rows;
    for (const ClosingNeed &need : needs) {
        ReviewRow row;
        row.kind = r::Need;
        row.id = need.gate;
        row.item = need.item;
        row.text = need.text;
        row.source = need.source;
        row.closes = need.before == Act::Close;
        row.who = names(need.who);
        row.byHand = need.confirmable;
        if (!need.met && !need.confirmable)
            row.body = namedLine(need.line), row.line = need.line, row.tag = itemKind(need);
        row.state = need.met ? (need.byHand ? r::ByHand : r::Met) : need.effect == RuleEffect::Refuse ? r::Missing : r::Advised;
        rows.append(row);
    }
    return rows;
}

QList<ReviewRow> Rows::parts(const ReviewDef &review, bool fields) const
{
    QList<ReviewRow> rows;
    for (const ReviewPart &part : reviewParts(review, m_context)) {
        if (part.isField != fields)
            continue;
        ReviewRow row;
        row.kind = fields ? r::Field : r::Section;
        row.id = part.key;
        row.text = part.name;
        row.body = part.text;
        row.source = part.source;
        row.remarks = remarkTexts(part.remarks);
        row.state = part.missing ? r::Missing : part.text.isEmpty() ? r::Plain : r::Written;
        rows.append(row);
    }
    return rows;
}

QList<ReviewRow> Rows::whys() const
{
    const QList<WhyNode> tree = whyTree(m_state);
    QList<ReviewRow> rows;
    for (const WhyNode &why : tree) {
        ReviewRow row;
        row.kind = r::Why;
        row.id = why.label;
        row.text = why.text;
        row.level = why.level;
        row.depth = why.depth;
        row.above = why.answersTo < 0 ? QString() : tree.at(why.answersTo).label;
        row.entry = why.eventId;
        row.ref = refOf(why.eventId);
        rows.append(row);
    }
    return rows;
}

QList<ReviewRow> Rows::factors() const
{
    QList<ReviewRow> rows;
    for (const Statement &statement : m_state.statements) {
        if (statement.what != "factor"_L1 || statement.withdrawn)
            continue;
        ReviewRow row;
        row.kind = r::Factor;
        row.id = QString::number(rows.size() + 1);
        row.text = statement.value;
        row.entry = statement.eventId;
        row.ref = refOf(statement.eventId);
        rows.append(row);
    }
    return rows;
}

QList<ReviewRow> Rows::followUps() const
{
    QList<ReviewRow> rows;
    for (const Entry &entry : m_state.entries) {
        if (entry.kind != "todo"_L1 || entry.retracted || entry.tags.contains(takenUpTag()))
            continue;
        ReviewRow row;
        row.kind = r::FollowUp;
        row.entry = entry.eventId;
        row.ref = refOf(entry.eventId);
        row.id = row.ref;
        row.text = entry.text;
        row.state = r::Open;
        row.who = entry.actor;
        row.at = entry.at;
        rows.append(row);
    }
    return rows;
}

QList<ReviewRow> Rows::items() const
{
    QList<ReviewRow> rows;
    for (const ActionItemRecord &item : m_state.actionItems) {
        if (isWithdrawn(m_state, item.eventId))
            continue;
        ReviewRow row;
        row.kind = r::Item;
        row.id = item.id;
        row.text = item.text;
        row.state = item.doneAt.isSet() ? r::Done : r::Open;
        row.at = item.doneAt;
        row.who = fieldText(item.fields.value(u"owner"));
        row.due = fieldText(item.fields.value(u"due"));
        row.priority = fieldText(item.fields.value(u"priority"));
        row.tag = fieldText(item.fields.value(u"tag"));
        row.ticket = fieldText(item.fields.value(u"ticket"));
        row.entry = item.eventId;
        row.ref = refOf(item.eventId);
        row.remarks = remarkTexts(checkRecord({u"action_item"_s, {}, item.fields, item.text}, m_context));
        rows.append(row);
    }
    // What is still to be done goes first.
    std::stable_sort(rows.begin(), rows.end(), [](const ReviewRow &a, const ReviewRow &b) { return a.state < b.state; });
    return rows;
}

QList<ReviewRow> Rows::agenda(const ReviewDef &review) const
{
    QList<ReviewRow> rows;
    const ListRule *list = review.agenda.isEmpty() ? nullptr : m_process.list(review.agenda);
    for (qsizetype i = 0; list && i < list->items.size(); ++i) {
        ReviewRow row;
        row.kind = r::Agenda;
        row.id = list->rule.id;
        row.item = int(i) + 1;
        row.text = list->items.at(i).label();
        row.minutes = list->items.at(i).minutes;
        row.source = list->rule.cite();
        rows.append(row);
    }
    return rows;
}

bool isLeftOver(const ReviewRow &row)
{
    return row.state == r::Missing || row.state == r::Late || row.state == r::Open;
}

void add(QList<ReviewRow> &rows, r::Kind of, const QList<ReviewRow> &below, bool always)
{
    if (below.isEmpty() && !always)
        return;
    ReviewRow heading;
    heading.of = of;
    heading.count = int(below.size());
    heading.leftOver = int(std::count_if(below.begin(), below.end(), isLeftOver));
    rows.append(heading);
    rows += below;
}

} // namespace

QString takenUpTag()
{
    return u"item"_s;
}

QStringList remarkTexts(const QList<Notice> &notices)
{
    QStringList texts;
    for (const Notice &notice : notices)
        texts.append(notice.source.isEmpty() ? notice.text : u"%1: %2"_s.arg(notice.source, notice.text));
    return texts;
}

QList<ReviewRow> reviewRows(const IncidentFeed &feed, const QString &review)
{
    const Rows make(feed);
    const ReviewDef *def = feed.process().review(review);
    QList<ReviewRow> rows;
    add(rows, r::Deadline, make.deadlines(), false);
    add(rows, r::Need, make.needs(def), false);
    if (def) {
        add(rows, r::Section, make.parts(*def, false), true);
        add(rows, r::Field, make.parts(*def, true), false);
    }
    add(rows, r::Why, make.whys(), true);
    add(rows, r::Factor, make.factors(), true);
    add(rows, r::FollowUp, make.followUps(), false);
    add(rows, r::Item, make.items(), true);
    if (def)
        add(rows, r::Agenda, make.agenda(*def), false);
    return rows;
}

} // namespace fireline::models
