// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfeed.h"
#include "metrics/frozengraph.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metrictablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::models;
using namespace fireline::models::metrics;
using fireline::test::MemoryFeed;

namespace {

constexpr qint64 minute = 60000000;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// One value a minute from minute `from` on.
MetricSeries series(const QString &name, const QList<double> &values, int from = 0)
{
    MetricSeries made{name, {}, {}};
    for (int i = 0; i < values.size(); ++i)
        made.points.push_back({(from + i) * minute, values.at(i)});
    return made;
}

QStringList rows(const MetricTableModel &table)
{
    QStringList all;
    for (int row = 0; row < table.rowCount(); ++row) {
        QString line = QString::number(table.index(row, 0).data(TimeRole).toLongLong() / minute) + u':';
        for (int column = 1; column < table.columnCount(); ++column)
            line += u' ' + table.index(row, column).data(Qt::AccessibleTextRole).toString();
        all.append(line);
    }
    return all;
}

} // namespace

/// Store, list of series, table of values and marks, each model under the tester from before its first row.
class TestMetricModels : public QObject
{
    Q_OBJECT
private slots:
    void aSourceComesGoesAndKeepsItsLook();
    void labelsLeaveOutWhatIsCommon();
    void labelsOfAQueryAreThoseThatDiffer();
    void checkingShowsAndHides();
    void valuesAtTheCursorKnowGaps();
    void theTableHasEveryTimeInRange();
    void theTableFollowsWhatIsAppended();
    void lateValuesFindTheirPlace();
    void marksFollowTheIncident();
    void marksOfAnotherTimeMove();
    void impactsStandWhereTheyWere();
    void captionsNameWhatIsShown();
};

void TestMetricModels::aSourceComesGoesAndKeepsItsLook()
{
    MetricStore store;
    MetricSeriesModel model(store);
    QAbstractItemModelTester tester(&model, fatal);
    store.setSource(u"/x/one.csv"_s, {series(u"a"_s, {1}), series(u"b"_s, {2})});
    store.setSource(u"/x/two.csv"_s, {series(u"c"_s, {3})});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, 0).data(LookRole).toInt(), 2);
    store.setShown(1, false);
    store.setSource(u"/x/one.csv"_s, {series(u"b"_s, {2, 3}), series(u"d"_s, {2})});
    QCOMPARE(store.sources(), QStringList({u"/x/two.csv"_s, u"/x/one.csv"_s}));
    QCOMPARE(model.index(0, 0).data(LookRole).toInt(), 2); // its colour stays
    QCOMPARE(model.index(1, 0).data(LookRole).toInt(), 1); // also of what is read anew
    QVERIFY(!store.at(1).shown); // who hid it need not hide it again
    store.removeSource(u"/x/two.csv"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(store.find(u"/x/one.csv"_s, u"d"_s), 1);
}

/// Another query beside it changes nothing of that.
void TestMetricModels::labelsOfAQueryAreThoseThatDiffer()
{
    MetricStore store;
    for (const QString &query : {u"query:1"_s, u"query:2"_s}) {
        MetricField field;
        field.own = true;
        store.setField(query, field);
    }
    const QString labels =
        u"shop_error_percent{instance=\"127.0.0.1:40277\", job=\"shop\", region=\"%1\", service=\"checkout\"}"_s;
    store.setSource(u"query:1"_s, {{labels.arg(u"eu"_s), {}, {}}, {labels.arg(u"us"_s), {}, {}}});
    store.setSource(u"query:2"_s, {{u"shop_latency_seconds{instance=\"127.0.0.1:40277\", job=\"shop\"}"_s, {}, {}}});
    QCOMPARE(store.label(0), u"region=\"eu\""_s);
    QCOMPARE(store.label(1), u"region=\"us\""_s);
    QCOMPARE(store.label(2), u"shop_latency_seconds"_s);
}

void TestMetricModels::labelsLeaveOutWhatIsCommon()
{
    MetricStore store;
    store.setSource(u"one"_s, {series(u"up{pod=\"a\"}"_s, {1})});
    QCOMPARE(store.label(0), u"up{pod=\"a\"}"_s);
    store.setSource(u"two"_s, {series(u"up{pod=\"b\"}"_s, {1})});
    QCOMPARE(store.label(0), u"pod=\"a\""_s);
    store.setSource(u"three"_s, {series(u"down{pod=\"b\"}"_s, {1})});
    QCOMPARE(store.label(0), u"up{pod=\"a\"}"_s);
}

void TestMetricModels::checkingShowsAndHides()
{
    MetricStore store;
    MetricSeriesModel model(store);
    QAbstractItemModelTester tester(&model, fatal);
    store.setSource(u"f"_s, {series(u"a"_s, {1, 2})});
    QVERIFY(store.range());
    QVERIFY(model.setData(model.index(0, NameColumn), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!store.at(0).shown);
    QVERIFY(!store.range());
    QCOMPARE(model.index(0, NameColumn).data(Qt::AccessibleTextRole).toString(), u"a, hidden"_s);
}

void TestMetricModels::valuesAtTheCursorKnowGaps()
{
    MetricStore store;
    MetricSeriesModel model(store);
    QAbstractItemModelTester tester(&model, fatal);
    MetricSeries broken = series(u"a"_s, {1, 2, 3, std::nan(""), 5, 6, 7, 8, 9, 10});
    broken.points.push_back({20 * minute, 11}); // ten minutes after the last
    store.setSource(u"f"_s, {broken});
    const auto at = [&](qint64 us) {
        model.setCursor(us);
        return model.index(0, ValueColumn).data(ValueRole);
    };
    QCOMPARE(at(minute).toDouble(), 2.0);
    QCOMPARE(at(minute + minute / 4).toDouble(), 2.0);
    QVERIFY(!at(3 * minute).isValid());
    QVERIFY(!at(15 * minute).isValid());
    QCOMPARE(model.index(0, ValueColumn).data().toString(), u"none"_s);
    QVERIFY(!at(-5 * minute).isValid());
    QCOMPARE(at(20 * minute).toDouble(), 11.0);
    model.setCursor({});
    QVERIFY(!model.index(0, ValueColumn).data().isValid());
}

void TestMetricModels::theTableHasEveryTimeInRange()
{
    MetricStore store;
    MetricTableModel table(store);
    QAbstractItemModelTester tester(&table, fatal);
    MetricSeries twice = series(u"b"_s, {7, 8}, 1);
    twice.points.insert(twice.points.begin(), {minute, 6});
    store.setSource(u"f"_s, {series(u"a"_s, {1, 2, std::nan(""), 4}), twice});
    QCOMPARE(table.rowCount(), 0);
    table.setRange(MetricRange{minute, 3 * minute});
    QCOMPARE(rows(table), QStringList({u"1: 2 6"_s, u"1: no value 7"_s, u"2: no value 8"_s, u"3: 4 no value"_s}));
    QCOMPARE(table.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"a"_s);
    QCOMPARE(table.rowAt(2 * minute + 1), 2);
    store.setShown(0, false);
    QCOMPARE(rows(table), QStringList({u"1: 6"_s, u"1: 7"_s, u"2: 8"_s}));
    store.removeSource(u"f"_s);
    QCOMPARE(table.rowCount(), 0);
}

void TestMetricModels::theTableFollowsWhatIsAppended()
{
    MetricStore store;
    MetricTableModel table(store);
    QAbstractItemModelTester tester(&table, fatal);
    store.setSource(u"live"_s, {series(u"a"_s, {1, 2})});
    table.setRange(MetricRange{0, 3 * minute});
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&table, &QAbstractItemModel::rowsInserted);
    store.append(0, {{2 * minute, 3}, {3 * minute, 4}, {4 * minute, 5}});
    QCOMPARE(rows(table), QStringList({u"0: 1"_s, u"1: 2"_s, u"2: 3"_s, u"3: 4"_s})); // what is beyond the range is not there
    QCOMPARE(inserts.count(), 1);
    QCOMPARE(resets.count(), 0);
}

void TestMetricModels::lateValuesFindTheirPlace()
{
    MetricStore store;
    MetricTableModel table(store);
    QAbstractItemModelTester tester(&table, fatal);
    store.setSource(u"live"_s, {series(u"a"_s, {1, 2, 5})});
    table.setRange(MetricRange{0, 9 * minute});
    store.append(0, {{minute / 2, 9}, {5 * minute, 6}});
    QCOMPARE(rows(table).size(), 5);
    QCOMPARE(store.at(0).data.points[1].value, 9.0);
    QCOMPARE(store.range()->toUs, 5 * minute);
    QCOMPARE(*store.nextTime(0, true), minute / 2);
    QCOMPARE(*store.nextTime(5 * minute, false), 2 * minute);
    QVERIFY(!store.nextTime(5 * minute, true));
}

void TestMetricModels::marksFollowTheIncident()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    MetricMarksModel model(feed);
    QAbstractItemModelTester tester(&model, fatal);
    const int before = model.rowCount();
    QVERIFY(feed.line(u"/note nothing to see"_s));
    feed.advance(domain::Span::minutes(1));
    QVERIFY(feed.line(u"/impact start"_s));
    QTRY_COMPARE(model.rowCount(), before + 1);
    const QModelIndex last = model.index(model.rowCount() - 1);
    QCOMPARE(last.data(KindRole).toString(), u"impact"_s);
    const QString eventId = last.data(EventIdRole).toString();
    const QString ref = last.data(RefRole).toString();
    QCOMPARE(model.rowOf(eventId), model.rowCount() - 1);
    QCOMPARE(model.timeOf(eventId), last.data(AtRole).toLongLong());
    const QString note = u"E%1"_s.arg(feed.state().entries.size() - 1);
    QVERIFY(feed.line(u"/pin #"_s + note)); // a key note is worth a mark
    QTRY_COMPARE(model.rowCount(), before + 2);
    QVERIFY(feed.line(u"/retract #%1 not here"_s.arg(ref)));
    QTRY_COMPARE(model.rowCount(), before + 1);
    QCOMPARE(model.rowOf(eventId), -1);
}

void TestMetricModels::marksOfAnotherTimeMove()
{
    MemoryFeed feed(u"nine-step"_s, u"P2"_s);
    MetricMarksModel model(feed);
    QAbstractItemModelTester tester(&model, fatal);
    feed.advance(domain::Span::minutes(10));
    QVERIFY(feed.line(u"/decision keep the old release"_s));
    feed.advance(domain::Span::minutes(10));
    QVERIFY(feed.line(u"/decision call the vendor"_s));
    QTRY_VERIFY(model.rowCount() >= 2);
    const QString ref = model.index(model.rowCount() - 1).data(RefRole).toString();
    const qint64 at = model.index(model.rowCount() - 1).data(AtRole).toLongLong();
    domain::Command retime{domain::Verb::Retime, {}, {}, {{u"ref"_s, ref}, {u"timeUs"_s, at - 15 * minute}}};
    QVERIFY(feed.execute(retime));
    QTRY_COMPARE(model.index(model.rowCount() - 2).data(RefRole).toString(), ref);
}

// Who says it says it later; the graph shows when it was.
void TestMetricModels::impactsStandWhereTheyWere()
{
    MemoryFeed feed(u"nine-step"_s, u"P2"_s);
    MetricMarksModel model(feed);
    feed.advance(domain::Span::minutes(30));
    const domain::Instant began = feed.now() - domain::Span::minutes(20);
    domain::Command impact{domain::Verb::Impact, {}, {}, {{u"id"_s, u"start"_s}, {u"timeUs"_s, began.us}}};
    QVERIFY(feed.execute(impact));
    QCOMPARE(feed.state().impactStart, began);
    const QString eventId = feed.state().entries.last().eventId;
    QTRY_VERIFY(model.rowOf(eventId) >= 0);
    QCOMPARE(model.index(model.rowOf(eventId)).data(AtRole).toLongLong(), began.us);
    QCOMPARE(model.timeOf(eventId), began.us);
    // When it was said may be put right; when the impact began is said in the words.
    QVERIFY(feed.execute({domain::Verb::Retime,
                          {},
                          {},
                          {{u"ref"_s, u"E%1"_s.arg(feed.state().entries.size())}, {u"timeUs"_s, began.us + minute}}}));
    QCOMPARE(feed.state().impactStart, began);
    QCOMPARE(model.timeOf(eventId), began.us);
}

void TestMetricModels::captionsNameWhatIsShown()
{
    MetricStore store;
    store.setSource(u"f"_s, {series(u"a"_s, {1}, 1), series(u"=b"_s, {2}, 1), series(u"c"_s, {3}, 1)});
    QCOMPARE(shownNames(store, 5), u"a, =b, c"_s);
    QVERIFY(shownNames(store, 1).startsWith(u"a"_s));
    QVERIFY(!shownNames(store, 1).contains(u"=b"_s));
    store.setShown(0, false);
    // A name is no formula for a spreadsheet.
    QVERIFY(writeFrozen(freeze(store, {0, minute}, {1})).endsWith("\ntime,\"'=b\",\"c\"\n1970-01-01T00:01:00.000Z,2,3\n"));
}

QTEST_GUILESS_MAIN(TestMetricModels)
#include "tst_metricmodels.moc"
