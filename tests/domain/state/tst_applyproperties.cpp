// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventgen.h"
#include "state/applyrow.h"
#include "statetext.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::domain::test;
using namespace Qt::StringLiterals;

class TestApplyProperties : public QObject
{
    Q_OBJECT
private slots:
    void anySequenceApplies();
    void incrementalEqualsReplay();
    void aRowIsMadeWithoutTheState();
    void retractAndRestoreIsNothing();
    void importedHistoryIsNoState();
};

namespace {

IncidentState replayed(const QList<Event> &events)
{
    IncidentState state;
    for (const Event &event : events)
        apply(state, event);
    return state;
}

} // namespace

void TestApplyProperties::anySequenceApplies()
{
    QVERIFY(rc::check("every event is counted, and every row points at its event", [] {
        const QList<Event> events = *anyEvents();
        const IncidentState state = replayed(events);
        RC_ASSERT(state.eventCount == events.size());
        RC_ASSERT(state.entries.size() <= events.size());
        for (const Entry &entry : state.entries) {
            RC_ASSERT(state.entry(entry.eventId) != nullptr);
            RC_ASSERT(state.entry(entry.eventId)->eventId == entry.eventId);
        }
        QSet<QString> tags;
        for (const Entry &entry : state.entries)
            tags.unite(QSet<QString>(entry.tags.cbegin(), entry.tags.cend()));
        QStringList sorted = tags.values();
        sorted.sort();
        RC_ASSERT(state.tags == sorted);
        for (qsizetype i = 0; i < state.orders.size(); ++i)
            RC_ASSERT(state.order(u"A%1"_s.arg(i + 1)) == &state.orders.at(i));
    }));
}

void TestApplyProperties::incrementalEqualsReplay()
{
    QVERIFY(rc::check("a state kept and carried on equals one replayed from the start", [] {
        const QList<Event> events = *anyEvents();
        const qsizetype cut = *rc::gen::inRange<qsizetype>(0, events.size() + 1);
        const IncidentState kept = replayed(events.first(cut));
        const QString keptBefore = stateText(kept);
        IncidentState carried = kept;
        for (const Event &event : events.sliced(cut))
            apply(carried, event);
        RC_ASSERT(stateText(carried) == stateText(replayed(events)));
        RC_ASSERT(stateText(kept) == keptBefore); // shared data is copied, never written through
    }));
}

void TestApplyProperties::aRowIsMadeWithoutTheState()
{
    QVERIFY(rc::check("the row of an event that is not done is the same beside the state and in it", [] {
        QList<Event> events = *anyEvents();
        RC_PRE(!events.isEmpty());
        const Event last = events.takeLast();
        const IncidentState before = replayed(events);
        const std::optional<Entry> row = rowOf(before, last, nullptr);
        IncidentState after = before;
        applyRow(after, last, nullptr);
        RC_ASSERT(row.has_value() == (after.entries.size() > before.entries.size()));
        IncidentState beside = after;
        if (row)
            beside.entries.last() = *row;
        RC_ASSERT(stateText(beside) == stateText(after));
    }));
}

void TestApplyProperties::retractAndRestoreIsNothing()
{
    QVERIFY(rc::check("an entry retracted and restored leaves the facts as they were", [] {
        QList<Event> events = *anyEvents();
        const IncidentState before = replayed(events);
        RC_PRE(!before.entries.isEmpty());
        const Entry &entry = before.entries.at(*rc::gen::inRange<qsizetype>(0, before.entries.size()));
        RC_PRE(!entry.retracted);
        const int number = int(events.size());
        const QString id = entry.eventId;
        events.append(eventOf(u"entry.retracted"_s, {{u"entry"_s, id}, {u"why"_s, u"wrong"_s}}, number));
        const IncidentState without = replayed(events);
        events.append(eventOf(u"entry.restored"_s, {{u"entry"_s, id}}, number + 1));
        const IncidentState after = replayed(events);
        RC_ASSERT(without.entry(id)->retracted);
        RC_ASSERT(!after.entry(id)->retracted);
        RC_ASSERT(factText(after) == factText(before));
        RC_ASSERT(after.entry(id)->text == before.entry(id)->text);
    }));
}

void TestApplyProperties::importedHistoryIsNoState()
{
    QVERIFY(rc::check("imported rows change the timeline and nothing else", [] {
        const QList<Event> events = *anyEvents();
        IncidentState state = replayed(events);
        const QString facts = factText(state);
        const qsizetype rows = state.entries.size();
        const QString kind = *rc::gen::elementOf(std::vector<QString>{u"finding"_s, u"decision"_s, u"severity"_s, u"resolve"_s});
        apply(state, eventOf(u"entry.posted"_s,
                             {{u"kind"_s, kind},
                              {u"text"_s, u"it happened"_s},
                              {u"imported"_s, QJsonObject{{u"source"_s, u"report.md"_s}, {u"line"_s, 7}}}},
                             int(events.size())));
        RC_ASSERT(factText(state) == facts);
        RC_ASSERT(state.entries.size() == rows + 1);
        RC_ASSERT(state.entries.last().imported);
    }));
}

QTEST_APPLESS_MAIN(TestApplyProperties)
#include "tst_applyproperties.moc"
