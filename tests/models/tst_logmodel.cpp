// SPDX-License-Identifier: GPL-3.0-or-later
#include "log/logmodel.h"
#include "memoryfeed.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;

namespace {

/// A record of any length, of which nothing but the number of events is known.
class LongFeed : public IncidentFeed
{
public:
    explicit LongFeed(qint64 events) { m_state.eventCount = events; }
    void add(int events)
    {
        m_state.eventCount += events;
        m_status.saving += events;
        emit applied({});
    }
    void save()
    {
        m_status.saving = 0;
        emit savedChanged({});
    }

    const IncidentState &state() const override { return m_state; }
    const Process &process() const override { return m_process; }
    const QList<RunningClock> &clocks() const override { return m_clocks; }
    Instant now() const override { return {}; }
    QString profile() const override { return u"ana"_s; }
    Saved saved(const QString &) const override { return Saved::Saved; }
    SaveStatus saveStatus() const override { return m_status; }

private:
    IncidentState m_state;
    Process m_process;
    QList<RunningClock> m_clocks;
    SaveStatus m_status;
};

Event eventNumber(qint64 seq)
{
    Event event;
    event.id = u"id-%1"_s.arg(seq);
    event.type = u"entry.posted"_s;
    event.recordedBy = u"Bo"_s;
    event.occurredAt = {seq * 1000000};
    event.recordedAt = {seq * 1000000 + 500000};
    event.payload = R"({"kind":"note","text":"number )" + QByteArray::number(seq) + R"("})";
    event.hash = QByteArray(32, char(seq % 128));
    event.prevHash = zeroHash();
    event.deviceSeq = seq;
    return event;
}

QList<Event> events(qint64 afterSeq, qint64 count)
{
    QList<Event> made;
    for (qint64 i = 1; i <= count; ++i)
        made.append(eventNumber(afterSeq + i));
    return made;
}

QString cell(const LogModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT
private slots:
    void aPageIsReadOnceItIsLookedAt();
    void rowsAreWhatIsOnTheDisk();
    void anotherRecordBeginsAnew();
    void aLongRecordCostsThePagesInSight();
};

void TestLogModel::aPageIsReadOnceItIsLookedAt()
{
    MemoryFeed feed(u"community-hub"_s, {});
    LogModel model(feed);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(feed.line(u"one"_s));
    QCOMPARE(model.rowCount(), int(feed.state().eventCount));
    QSignalSpy wanted(&model, &LogModel::pageWanted);
    QSignalSpy changed(&model, &LogModel::dataChanged);
    QVERIFY(!model.index(0, 0).data(log::ReadRole).toBool());
    QCOMPARE(cell(model, 0, log::Number), u"1"_s);
    QCOMPARE(cell(model, 0, log::Type), u"…"_s);
    QTRY_COMPARE(wanted.size(), 1); // once, however often it is asked
    QCOMPARE(wanted.first().at(0).toLongLong(), 0);
    model.take(0, events(0, feed.state().eventCount));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(model, 1, log::Type), u"entry.posted"_s);
    QCOMPARE(cell(model, 1, log::Author), u"Bo"_s);
    QCOMPARE(cell(model, 1, log::Hash), u"020202020202"_s);
    QCOMPARE(model.index(1, 0).data(log::HashRole).toString(),
             QString(64, u' ').replace(u" "_s, u"0"_s).replace(u"00"_s, u"02"_s));
    QCOMPARE(model.index(1, 0).data(log::NumberRole).toLongLong(), 2);
    QVERIFY(model.index(1, 0).data(log::PayloadRole).toString().contains(u"\"text\": \"number 2\""_s));
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"entry.posted by Bo"_s));
    QCOMPARE(wanted.size(), 1);
}

void TestLogModel::rowsAreWhatIsOnTheDisk()
{
    LongFeed feed(3);
    LogModel model(feed);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&model, &LogModel::pageWanted);
    QSignalSpy inserted(&model, &LogModel::rowsInserted);
    (void)cell(model, 0, log::Type);
    QTRY_COMPARE(wanted.size(), 1);
    model.take(0, events(0, 3));
    feed.add(2);
    QCOMPARE(model.rowCount(), 3); // they are on their way
    feed.save();
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(inserted.size(), 1);
    // The page is longer now than it was read.
    QCOMPARE(cell(model, 2, log::Type), u"entry.posted"_s);
    QCOMPARE(cell(model, 4, log::Type), u"…"_s);
    QTRY_COMPARE(wanted.size(), 2);
    model.take(0, {}); // the disk did not answer
    QCOMPARE(cell(model, 4, log::Type), u"…"_s);
    QTRY_COMPARE(wanted.size(), 3);
    model.take(0, events(0, 5));
    QCOMPARE(cell(model, 4, log::Type), u"entry.posted"_s);
}

void TestLogModel::anotherRecordBeginsAnew()
{
    LongFeed feed(3);
    LogModel model(feed);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy wanted(&model, &LogModel::pageWanted);
    (void)cell(model, 0, log::Type);
    QTRY_COMPARE(wanted.size(), 1);
    emit feed.reset();
    model.take(0, events(0, 3)); // of the record before
    QCOMPARE(cell(model, 0, log::Type), u"…"_s);
    QTRY_COMPARE(wanted.size(), 2);
}

void TestLogModel::aLongRecordCostsThePagesInSight()
{
    constexpr int all = 100000;
    LongFeed feed(all);
    LogModel model(feed);
    QCOMPARE(model.rowCount(), all);
    qint64 read = 0;
    connect(&model, &LogModel::pageWanted, this, [&](qint64 afterSeq, int count) {
        read += count;
        model.take(afterSeq, events(afterSeq, std::min<qint64>(count, all - afterSeq)));
    });
    (void)cell(model, all - 1, log::Type); // the end is looked at without the way there
    QTRY_COMPARE(cell(model, all - 1, log::Type), u"entry.posted"_s);
    QCOMPARE(read, LogModel::pageSize);
    for (int row = 0; row < all; row += LogModel::pageSize) {
        (void)cell(model, row, log::Type);
        QTRY_COMPARE(cell(model, row, log::Type), u"entry.posted"_s);
    }
    // All of it was seen, and only the latest is still held.
    QVERIFY(!model.index(0, 0).data(log::ReadRole).toBool());
    QVERIFY(model.index(all - 1, 0).data(log::ReadRole).toBool());
    int held = 0;
    for (int row = 0; row < all; row += LogModel::pageSize)
        held += model.index(row, 0).data(log::ReadRole).toBool();
    QVERIFY2(held <= 40, qPrintable(QString::number(held)));
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
