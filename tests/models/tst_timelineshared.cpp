// SPDX-License-Identifier: GPL-3.0-or-later
#include "seenrows.h"
#include "sharedconsole.h"
#include "timeline/timelinefilter.h"
#include "timelinerows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::test;

/// The timeline of a console that writes while a backend puts others' entries below what it wrote.
class TestTimelineShared : public QObject
{
    Q_OBJECT
private slots:
    void othersComeBelowWithoutAReset();
    void anOpenRunStaysOpen();
    void whatWasRefusedIsStruckThrough();
    void followsLikeBuiltAnew();
};

void TestTimelineShared::othersComeBelowWithoutAReset()
{
    SharedIncident incident;
    auto &[ana, ben] = incident.consoles();
    TimelineModel model(ana);
    QObject::connect(&ana, &SharedConsole::rowsMoved, &model, &TimelineModel::rebase);
    TimelineFilter filter(model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&filter, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&filter, &QAbstractItemModel::rowsInserted);
    const SeenRows seen(filter);
    QVERIFY(ben.line(u"/action @bo roll back the release"_s));
    QVERIFY(ana.line(u"/action @cy look at the lock"_s));
    QVERIFY(ana.line(u"the lock is held"_s));
    const QString hers = ana.state().entries.last().eventId;
    const QPersistentModelIndex row = filter.index(filter.rowOf(hers));
    const auto data = [&](Role role) { return row.data(int(role)).toString(); };
    QCOMPARE(data(Role::Ref), u"E%1"_s.arg(ana.state().entries.size()));
    inserted.clear();
    incident.push(ben);
    incident.pull(ana);
    QCOMPARE(data(Role::EventId), hers); // the selected row is the same entry under its new number
    QCOMPARE(data(Role::Ref), u"E%1"_s.arg(ana.state().entries.size()));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1), inserted.first().at(2));
    const QString action = ana.state().orders.last().eventId;
    QCOMPARE(filter.index(filter.rowOf(action)).data(int(Role::ObjectRef)).toString(), ana.state().orders.last().id);
    QCOMPARE(ana.state().orders.last().text, u"look at the lock"_s);
    incident.push(ana);
    incident.pull(ana);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(seen.difference(), QString());
}

void TestTimelineShared::anOpenRunStaysOpen()
{
    SharedIncident incident;
    auto &[ana, ben] = incident.consoles();
    TimelineModel model(ana);
    QObject::connect(&ana, &SharedConsole::rowsMoved, &model, &TimelineModel::rebase);
    TimelineFilter filter(model);
    QVERIFY(ana.execute(machine(u"pod"_s)));
    QVERIFY(ana.execute(machine(u"lamp"_s)));
    const int head = filter.rowCount() - 1;
    QCOMPARE(filter.index(head).data(int(Role::FoldCount)).toInt(), 2);
    filter.setOpen(head, true);
    QVERIFY(ben.line(u"-5m it began earlier"_s));
    incident.push(ben);
    incident.pull(ana);
    QVERIFY(filter.index(head + 1).data(int(Role::FoldOpen)).toBool());
    QCOMPARE(filter.rowCount(), head + 4);
}

void TestTimelineShared::whatWasRefusedIsStruckThrough()
{
    SharedIncident incident;
    auto &[ana, ben] = incident.consoles();
    TimelineModel model(ana);
    QObject::connect(&ana, &SharedConsole::rowsMoved, &model, &TimelineModel::rebase);
    TimelineFilter filter(model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    incident.pass(Span::minutes(1));
    Entry refused;
    refused.eventId = u"01910000-0000-7000-8000-0000000000aa"_s;
    refused.kind = u"role"_s;
    refused.actor = u"ana"_s;
    refused.text = u"takes command"_s;
    refused.at = refused.recordedAt = ana.now();
    refused.retracted = true;
    refused.retractedWhy = u"Somebody else holds this role."_s;
    const int before = filter.rowCount();
    model.setRefused({refused});
    incident.pass(Span::minutes(1));
    QVERIFY(ana.line(u"and on it goes"_s));
    QVERIFY(ben.line(u"ben too"_s));
    incident.push(ben);
    incident.pull(ana); // its numbers stay what they are for all
    QCOMPARE(filter.rowCount(), before + 3);
    QCOMPARE(filter.index(before + 2).data(int(Role::Ref)).toString(), u"E%1"_s.arg(ana.state().entries.size()));
    const QModelIndex row = filter.index(before); // at its time
    QCOMPARE(filter.rowOf(refused.eventId), before);
    QCOMPARE(row.data(int(Role::Text)).toString(), refused.text);
    QVERIFY(row.data(int(Role::Retracted)).toBool() && row.data(int(Role::Refused)).toBool());
    QCOMPARE(row.data(int(Role::Ref)).toString(), QString());
    QVERIFY2(row.data(Qt::AccessibleTextRole).toString().endsWith(u"Refused: Somebody else holds this role."_s),
             qPrintable(row.data(Qt::AccessibleTextRole).toString()));
    QVERIFY(!filter.index(before + 1).data(int(Role::Refused)).toBool());
    filter.setQuery({TimelineChip::Decisions, {}, {}, {}});
    QCOMPARE(filter.rowOf(refused.eventId), -1);
    filter.setQuery({{}, {}, {}, ana.now()}); // the past is what was known to all
    QCOMPARE(filter.rowOf(refused.eventId), -1);
    filter.setQuery({});
    model.setRefused({});
    QCOMPARE(filter.rowCount(), before + 2);
}

void TestTimelineShared::followsLikeBuiltAnew()
{
    QVERIFY(rc::check("a timeline that followed a backend equals one built anew", [] {
        SharedIncident incident;
        auto &[ana, ben] = incident.consoles();
        TimelineModel model(ana);
        QObject::connect(&ana, &SharedConsole::rowsMoved, &model, &TimelineModel::rebase);
        TimelineFilter filter(model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        TimelineQuery query;
        if (*rc::gen::inRange(0, 2) == 1)
            query.chips = *rc::gen::element(TimelineChip::Decisions, TimelineChip::Notes, TimelineChip::Machine);
        filter.setQuery(query);
        const SeenRows seen(filter);
        const QSignalSpy resets(&filter, &QAbstractItemModel::modelReset);
        const int steps = *rc::gen::inRange(0, 30);
        const int past = *rc::gen::inRange(0, 4) == 0 ? *rc::gen::inRange(0, 30) : -1;
        int asked = 0;
        for (int i = 0; i < steps; ++i) {
            if (i == past) {
                query.asOf = ana.now();
                filter.setQuery(query);
                asked = 1;
            }
            incident.pass(Span::seconds(*rc::gen::inRange(0, 90)));
            SharedConsole &who = *rc::gen::inRange(0, 2) == 0 ? ana : ben;
            const QString ref = u"#E%1"_s.arg(*rc::gen::inRange(1, int(who.state().entries.size()) + 1));
            const QString minutes = QString::number(*rc::gen::inRange(1, 20));
            const QStringList lines = {u"note"_s,
                                       u"-%1m earlier"_s.arg(minutes),
                                       u"/correct %1 text=\"better\""_s.arg(ref),
                                       u"/retime %1 -%2m"_s.arg(ref, minutes),
                                       u"/retract %1 wrong"_s.arg(ref),
                                       u"/restore %1"_s.arg(ref),
                                       u"/pin %1"_s.arg(ref),
                                       u"/decision go on"_s};
            const int what = *rc::gen::inRange(0, int(lines.size()) + 8);
            if (what < lines.size())
                (void)who.line(lines.at(what));
            else if (what < lines.size() + 3)
                (void)who.execute(machine(what % 2 ? u"pod"_s : u"lamp"_s));
            else if (what < lines.size() + 5)
                incident.push(who);
            else
                incident.pull(who);
            RC_ASSERT(seen.difference().toStdString() == std::string());
        }
        RC_ASSERT(resets.size() == asked); // what was asked of the filter alone
        const TimelineModel freshModel(ana);
        RC_ASSERT(difference(model, freshModel).toStdString() == std::string());
        incident.pass(Span::minutes(60)); // nothing is just typed any more
        TimelineFilter anew(model);
        anew.setQuery(query);
        RC_ASSERT(filter.shown() == anew.shown());
        RC_ASSERT(filter.total() == anew.total());
        RC_ASSERT(difference(filter, anew).toStdString() == std::string());
    }));
}

QTEST_MAIN(TestTimelineShared)
#include "tst_timelineshared.moc"
