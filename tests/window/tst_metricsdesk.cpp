// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "declaredincident.h"
#include "deskrig.h"
#include "feed/seenfeed.h"
#include "memorystore.h"
#include "metrics/frozengraph.h"
#include "metrics/graphforms.h"
#include "metrics/graphpage.h"
#include "metrics/metricplot.h"
#include "metrics/metricreader.h"
#include "shell/messagebar.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::session;
using fireline::test::Graphs;
using fireline::window::CommandDesk;
using fireline::window::IncidentController;
using fireline::window::MetricsDesk;

/// Files on their way into the graphs, and graphs on their way into the record.
class TestMetricsDesk : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void filesAreReadElsewhere();
    void aFaultIsToldAndLeavesTheRest();
    void whichFilesIsRememberedForTheIncident();
    void aFileThatIsGoneIsTold();
    void nobodyWaitsForAFileThatIsNotWantedAnyMore();
    void aListThatCannotBeKeptIsReported();
    void aZoneThatIsMissingIsToldAndChanged();
    void whatIsInSightIsKeptAsPictureAndValues();
    void whatIsSelectedIsKept();
    void whatWasKeptIsShownFromTheRecordAlone();
    void whatIsAskedForComesIntoSight();
    void whatWasKeptHasANameOfItsOwn();
    void aPictureIsMadeElsewhere();
    void graphsOutOfSightAreKeptAsTheyAreNow();
    void withoutGraphsThereIsNothingToKeep();
    void askingForAFileBlocksNothing();

private:
    QString file(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray blobOf(const QString &sha256) const;
    [[nodiscard]] MetricsDesk::Blob blobs() const;

    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T10:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    MemoryStore::Disk m_disk;
    views::Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<views::MessageBar> m_messages;
    std::unique_ptr<IncidentController> m_incident;
    std::unique_ptr<CommandDesk> m_desk;
};

void TestMetricsDesk::init()
{
    m_desk.reset();
    m_incident.reset();
    m_disk = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_messages = std::make_unique<views::MessageBar>(m_theme);
    m_incident = std::make_unique<IncidentController>(fireline::test::declaredIncident(m_disk, m_setup), m_clock);
    m_desk = std::make_unique<CommandDesk>(*m_incident, *m_messages);
}

QString TestMetricsDesk::file(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

QByteArray TestMetricsDesk::blobOf(const QString &sha256) const
{
    auto *store = &m_incident->store();
    auto read = store->run<std::shared_ptr<Outcome<QByteArray>>>(
        [=] { return std::make_shared<Outcome<QByteArray>>(store->blob(sha256)); });
    read.waitForFinished();
    return read.result()->ok() ? read.result()->value() : QByteArray();
}

MetricsDesk::Blob TestMetricsDesk::blobs() const
{
    return [this](const QString &sha256) {
        QPromise<QByteArray> promise;
        promise.start();
        promise.addResult(blobOf(sha256));
        promise.finish();
        return promise.future();
    };
}

void TestMetricsDesk::filesAreReadElsewhere()
{
    Graphs graphs(*m_incident, *m_desk, {});
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n"), file(u"b.csv"_s, "time,y\n1741078800,1\n")});
    QCOMPARE(graphs.store.count(), 0); // not here, and not now
    QTRY_COMPARE(graphs.store.count(), 2);
    QCOMPARE(graphs.store.at(0).data.name, u"x"_s);
    emit graphs.panel.removeRequested(graphs.store.at(0).source);
    QCOMPARE(graphs.store.count(), 1);
}

void TestMetricsDesk::aFaultIsToldAndLeavesTheRest()
{
    Graphs graphs(*m_incident, *m_desk, {});
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n"), file(u"bad.csv"_s, "time,x\nsoon,1\n")});
    QTRY_COMPARE(m_messages->count(), 1);
    const QString text = m_messages->messages().first().text;
    QVERIFY2(text.startsWith(u"bad.csv, line 2, column 1: "_s), qPrintable(text));
    QCOMPARE(graphs.store.count(), 1);
}

void TestMetricsDesk::whichFilesIsRememberedForTheIncident()
{
    const QString state = m_folder->filePath(u"state"_s);
    const QString path = file(u"a.csv"_s, "time,x\n2025-03-04 09:00:00,1\n");
    {
        Graphs graphs(*m_incident, *m_desk, state);
        graphs.metrics->importFiles({path});
        QTRY_COMPARE(graphs.store.count(), 1);
        emit graphs.panel.zoneRequested(path);
        QTRY_VERIFY(graphs.note().contains(u"read as local time"_s));
    }
    {
        Graphs graphs(*m_incident, *m_desk, state);
        QTRY_COMPARE(graphs.store.count(), 1);
        QCOMPARE(graphs.store.at(0).data.points.front().atUs, 1741075200LL * 1000000); // as it was read last: local time
        emit graphs.panel.removeRequested(path);
    }
    Graphs graphs(*m_incident, *m_desk, state);
    QVERIFY(graphs.metrics->isReading()); // the list of files, at least
    QTRY_VERIFY(!graphs.metrics->isReading());
    QCOMPARE(graphs.store.count(), 0);
}

void TestMetricsDesk::aFileThatIsGoneIsTold()
{
    const QString state = m_folder->filePath(u"state"_s);
    const QString path = file(u"a.csv"_s, "time,x\n1741078800,1\n");
    {
        Graphs graphs(*m_incident, *m_desk, state);
        graphs.metrics->importFiles({path});
        QTRY_COMPARE(graphs.store.count(), 1);
    }
    QVERIFY(QFile::remove(path));
    Graphs graphs(*m_incident, *m_desk, state);
    QTRY_COMPARE(m_messages->count(), 1);
    QVERIFY(m_messages->messages().first().text.contains(u"a.csv"_s));
}

// Whoever waited here would wait for good: the file is let on only afterwards.
void TestMetricsDesk::nobodyWaitsForAFileThatIsNotWantedAnyMore()
{
    struct Slow
    {
        QSemaphore begun;
        QSemaphore go;
        QSemaphore ended;
        bool wasAbandoned = false;
    } slow;
    const auto reader = [&slow](const QString &path, const QTimeZone &zone, const std::atomic_bool &abandoned) {
        slow.begun.release();
        slow.go.acquire();
        slow.wasAbandoned = abandoned;
        auto answer = MetricsDesk::readFile(path, zone, abandoned);
        slow.ended.release();
        return answer;
    };
    {
        Graphs graphs(*m_incident, *m_desk, {}, reader);
        graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n"), file(u"b.csv"_s, "time,y\n1741078800,1\n")});
        slow.begun.acquire();
        QVERIFY(graphs.metrics->isReading());
    }
    slow.go.release();
    slow.ended.acquire();
    QVERIFY(slow.wasAbandoned);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(slow.begun.available(), 0); // the second is not even begun
    QCOMPARE(m_messages->count(), 0);
}

void TestMetricsDesk::aListThatCannotBeKeptIsReported()
{
    Graphs graphs(*m_incident, *m_desk, file(u"state"_s, "a file where a folder should be"));
    QSignalSpy problems(&graphs.files, &window::StateFiles::problemOccurred);
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n"), file(u"b.csv"_s, "time,y\n1741078800,1\n")});
    QTRY_COMPARE(graphs.store.count(), 2);
    graphs.files.flush();
    QCoreApplication::sendPostedEvents(&graphs.files);
    QCOMPARE(problems.size(), 1);
}

void TestMetricsDesk::aZoneThatIsMissingIsToldAndChanged()
{
    Graphs graphs(*m_incident, *m_desk, {});
    const QString bare = file(u"bare.csv"_s, "time,x\n2025-03-04 09:00:00,1\n");
    const QString zoned = file(u"zoned.csv"_s, "time,y\n2025-03-04T09:00:00Z,1\n");
    graphs.metrics->importFiles({zoned, bare});
    QTRY_COMPARE(graphs.store.count(), 2);
    QVERIFY2(graphs.note().startsWith(u"The times of bare.csv have no zone: they are read as UTC."_s), qPrintable(graphs.note()));
    emit graphs.panel.zoneRequested(bare);
    QTRY_VERIFY(graphs.note().startsWith(u"The times of bare.csv have no zone: they are read as local time."_s));
    const int series = graphs.store.find(bare, u"x"_s);
    QCOMPARE(graphs.store.at(series).data.points.front().atUs, (1741078800LL - 3600) * 1000000);
    emit graphs.panel.zoneRequested(zoned);
    QCOMPARE(m_messages->count(), 1);
    QVERIFY(m_messages->messages().first().text.contains(u"zoned.csv"_s));
}

void TestMetricsDesk::whatIsInSightIsKeptAsPictureAndValues()
{
    Graphs graphs(*m_incident, *m_desk, {});
    QByteArray rows = "time,p95 (ms)\n";
    for (int i = 0; i < 60; ++i)
        rows += QByteArray::number(1741078800 + i * 60) + ',' + QByteArray::number(i) + '\n';
    graphs.metrics->importFiles({file(u"a.csv"_s, rows)});
    QTRY_COMPARE(graphs.store.count(), 1);
    graphs.panel.plot().setRange({1741078800LL * 1000000, (1741078800LL + 600) * 1000000});
    const auto before = m_incident->state().entries.size();
    m_desk->submit({Verb::Snap, {}, {}, {{u"text"_s, u"before the fix"_s}, {u"tags"_s, QJsonArray{u"latency"_s}}}});
    QTRY_COMPARE(m_incident->state().entries.size(), before + 2);
    const Entry picture = m_incident->state().entries.at(before);
    const Entry values = m_incident->state().entries.at(before + 1);
    QVERIFY2(picture.text.contains(u"before the fix"_s) && picture.text.contains(u"p95 (ms)"_s)
                 && picture.text.contains(u"2025-03-04 09:00:00 UTC"_s),
             qPrintable(picture.text));
    QCOMPARE(picture.tags, QStringList{u"latency"_s});
    QCOMPARE(picture.at, values.at);
    QVERIFY(picture.evidence && values.evidence);
    const QByteArray png = blobOf(picture.sha256);
    const QByteArray csv = blobOf(values.sha256);
    QVERIFY(!QImage::fromData(png, "PNG").isNull());
    const auto read = readMetrics(csv, u"kept.csv"_s, QTimeZone::utc());
    QVERIFY2(read.ok(), csv.constData());
    QCOMPARE(read.value().points, 11); // what is in sight, not the hour
    QCOMPARE(read.value().series.front().unit, u"ms"_s);
}

void TestMetricsDesk::whatIsSelectedIsKept()
{
    Graphs graphs(*m_incident, *m_desk, {});
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n1741078860,2\n1741078920,3\n1741078980,4\n")});
    QTRY_COMPARE(graphs.store.count(), 1);
    graphs.panel.plot().setFocus();
    QTest::keyClick(&graphs.panel.plot(), Qt::Key_Home);
    QTest::keyClick(&graphs.panel.plot(), Qt::Key_Right);
    QTest::keyClick(&graphs.panel.plot(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(graphs.panel.plot().brush(), (MetricRange{1741078860LL * 1000000, 1741078920LL * 1000000}));
    QVERIFY(graphs.panel.plot().accessibleDescription().contains(u"Enter keeps it"_s));
    connect(&graphs.panel, &views::MetricsPanel::commandRequested, m_desk.get(), &CommandDesk::submit);
    const auto before = m_incident->state().entries.size();
    QTest::keyClick(&graphs.panel.plot(), Qt::Key_Return);
    QTRY_COMPARE(m_incident->state().entries.size(), before + 2);
    const auto kept = readFrozen(blobOf(m_incident->state().entries.at(before + 1).sha256));
    QVERIFY(kept.ok());
    QCOMPARE(kept.value().fields.front().series.front().points.size(), size_t(2));
    QVERIFY(!graphs.panel.plot().brush()); // it is done
    QVERIFY(m_incident->state().entries.at(before).text.contains(u"2025-03-04 09:01:00 UTC"_s));
}

void TestMetricsDesk::whatWasKeptIsShownFromTheRecordAlone()
{
    {
        Graphs graphs(*m_incident, *m_desk, {});
        graphs.metrics->importFiles(
            {file(u"a.csv"_s, "time,x (ms)\n1741078800,1\n1741078860,2\n1741078920,NaN\n1741078980,4\n")});
        QTRY_COMPARE(graphs.store.count(), 1);
        const auto before = m_incident->state().entries.size();
        QVERIFY(m_desk->submitQuietly({Verb::Snap, {}, {}, {}}));
        QTRY_COMPARE(m_incident->state().entries.size(), before + 2);
    }
    QVERIFY(QFile::remove(m_folder->filePath(u"a.csv"_s)));
    bool changed = false;
    Graphs graphs(*m_incident, *m_desk, {}, MetricsDesk::readFile, [&](const QString &sha256) {
        QPromise<QByteArray> promise;
        promise.start();
        promise.addResult(changed ? QByteArray("changed") : blobOf(sha256));
        promise.finish();
        return promise.future();
    });
    graphs.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&graphs.panel));
    views::ActionRegistry registry(&graphs.panel);
    graphs.panel.addActions(registry);
    QCOMPARE(registry.whyNot(u"metrics.kept"_s), QString());
    graphs.panel.firstFocus()->setFocus();
    QTest::keyClick(graphs.panel.firstFocus(), Qt::Key_K);
    auto *which = graphs.panel.findChild<QComboBox *>(u"metricsForm_kept"_s);
    QVERIFY(which && which->count() == 1);
    QTest::keyClick(which, Qt::Key_Return);
    QTRY_COMPARE(graphs.store.count(), 1);
    QCOMPARE(graphs.store.at(0).data.points.size(), size_t(4));
    QCOMPARE(graphs.store.at(0).data.unit, u"ms"_s);
    const MetricField field = graphs.store.field(graphs.store.fields().first());
    QCOMPARE(field.notice.kind, MetricNotice::Kind::Frozen);
    QCOMPARE(field.from, u"a.csv"_s);
    QVERIFY(graphs.panel.plot().accessibleDescription().contains(u"Nothing is asked."_s));
    // What is not what was kept is not shown as if it were.
    changed = true;
    emit graphs.panel.forms().keptRequested(m_incident->state().entries.last().sha256);
    QTRY_VERIFY(!m_messages->messages().isEmpty());
    QVERIFY(m_messages->messages().first().text.contains(u"their hash differs"_s));
}

/// Of several graphs in a low panel one is drawn: the kept one, as soon as somebody wants to see it. Whoever types goes on.
void TestMetricsDesk::whatIsAskedForComesIntoSight()
{
    Graphs graphs(*m_incident, *m_desk, {}, MetricsDesk::readFile, blobs());
    graphs.panel.resize(430, 150);
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,errors\n1741078800,1\n1741078860,2\n1741078920,3\n"),
                                 file(u"b.csv"_s, "time,x (ms)\n1741078800,1\n1741078860,2\n1741078920,3\n")});
    QTRY_COMPARE(graphs.store.count(), 2);
    const auto before = m_incident->state().entries.size();
    QVERIFY(m_desk->submitQuietly({Verb::Snap, {}, {}, {}}));
    QTRY_COMPARE(m_incident->state().entries.size(), before + 2);
    QLineEdit typed(&graphs.panel);
    typed.show();
    graphs.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&graphs.panel));
    typed.setFocus();
    const auto *list = graphs.panel.findChild<QTableView *>(u"metricsSeries"_s);
    const QString kept = m_incident->state().entries.last().sha256;
    const auto seen = [&] {
        const views::GraphPage &page = graphs.panel.plot().page();
        return page.count == 1 ? graphs.store.fields().value(page.first) : QString();
    };
    for (int i = 0; i < 2; ++i) { // the second time it is there already
        emit graphs.panel.forms().keptRequested(kept);
        QTRY_VERIFY(graphs.store.field(seen()).notice.kind == MetricNotice::Kind::Frozen);
        QVERIFY(graphs.store.at(list->currentIndex().row()).source.startsWith(u"kept:"_s));
        QVERIFY(typed.hasFocus());
        graphs.panel.goToField(graphs.store.fieldOf(0));
        QCOMPARE(seen(), graphs.store.fieldOf(0));
    }
    // Hidden as a whole, it is shown.
    for (int row = 2; row < graphs.store.count(); ++row)
        graphs.store.setShown(row, false);
    emit graphs.panel.forms().keptRequested(kept);
    QTRY_VERIFY(graphs.store.field(seen()).notice.kind == MetricNotice::Kind::Frozen);
}

/// Beside the live graph of the same query, and beside another that was kept.
void TestMetricsDesk::whatWasKeptHasANameOfItsOwn()
{
    Graphs graphs(*m_incident, *m_desk, {}, MetricsDesk::readFile, blobs());
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,errors\n1741078800,1\n1741078860,2\n1741078920,3\n")});
    QTRY_COMPARE(graphs.store.count(), 1);
    const auto keep = [&] {
        const auto before = m_incident->state().entries.size();
        QVERIFY(m_desk->submitQuietly({Verb::Snap, {}, {}, {}}));
        QTRY_COMPARE(m_incident->state().entries.size(), before + 2);
        emit graphs.panel.forms().keptRequested(m_incident->state().entries.last().sha256);
    };
    const auto name = [&](int row, int role = Qt::DisplayRole) { return graphs.series.index(row, 0).data(role).toString(); };
    graphs.times.setUtc(true);
    keep();
    QTRY_COMPARE(graphs.store.count(), 2);
    QCOMPARE(name(0), u"errors"_s);
    QCOMPARE(name(1), u"errors (kept 10:00)"_s);
    QVERIFY2(name(1, Qt::AccessibleTextRole).startsWith(u"errors (kept 10:00), "_s), qPrintable(name(1, Qt::AccessibleTextRole)));
    QVERIFY(name(1, Qt::ToolTipRole).startsWith(u"errors (kept 10:00), "_s));
    QCOMPARE(graphs.table.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"errors (kept 10:00)"_s);
    graphs.times.setUtc(false);
    QCOMPARE(name(1), u"errors (kept 11:00)"_s);
    // Two of one minute differ by the second.
    graphs.times.setUtc(true);
    m_clock.advance(Span::seconds(7));
    m_incident->tick();
    graphs.store.setShown(1, false);
    keep();
    QTRY_COMPARE(graphs.store.count(), 3);
    QCOMPARE(name(1), u"errors (kept 2025-03-04 10:00:00 UTC)"_s);
    QCOMPARE(name(2), u"errors (kept 2025-03-04 10:00:07 UTC)"_s);
}

// While nobody else can work, nothing is attached: it was not made here.
void TestMetricsDesk::aPictureIsMadeElsewhere()
{
    Graphs graphs(*m_incident, *m_desk, {});
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n1741078860,2\n")});
    QTRY_COMPARE(graphs.store.count(), 1);
    auto *pool = QThreadPool::globalInstance();
    QVERIFY(pool->waitForDone());
    QSemaphore go;
    for (int thread = 0; thread < pool->maxThreadCount(); ++thread)
        pool->start([&go] { go.acquire(); });
    const auto letOn = qScopeGuard([&go, pool] {
        go.release(pool->maxThreadCount());
        pool->waitForDone();
    });
    const auto before = m_incident->state().entries.size();
    QVERIFY(m_desk->submitQuietly({Verb::Snap, {}, {}, {}}));
    for (int turn = 0; turn < 3; ++turn) {
        (void)blobOf({}); // the store's thread has done what it was asked before
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(m_incident->state().entries.size(), before);
    go.release(pool->maxThreadCount());
    QTRY_COMPARE(m_incident->state().entries.size(), before + 2);
}

void TestMetricsDesk::graphsOutOfSightAreKeptAsTheyAreNow()
{
    auto *feed = new SeenFeed(*m_incident);
    Graphs graphs(*feed, *m_desk, {});
    graphs.metrics->importFiles({file(u"a.csv"_s, "time,x\n1741078800,1\n1741168800,2\n")});
    QTRY_COMPARE(graphs.store.count(), 1);
    graphs.panel.hide();
    graphs.panel.resize(60, 40);
    feed->setSeen([] { return false; });
    const int before = graphs.marks.rowCount();
    m_clock.advance(Span::minutes(1));
    QVERIFY(m_desk->submitQuietly({Verb::Decision, {}, {}, {{u"text"_s, u"roll back now"_s}}}));
    QCOMPARE(graphs.marks.rowCount(), before); // nobody sees them
    const auto entries = m_incident->state().entries.size();
    QVERIFY(m_desk->submitQuietly({Verb::Snap, {}, {}, {}}));
    QCOMPARE(graphs.marks.rowCount(), before + 1);
    QTRY_COMPARE(m_incident->state().entries.size(), entries + 2);
    const auto picture = QImage::fromData(blobOf(m_incident->state().entries.at(entries).sha256), "PNG");
    QVERIFY2(picture.width() >= 640 && picture.height() >= 320, qPrintable(QString::number(picture.width())));
}

void TestMetricsDesk::withoutGraphsThereIsNothingToKeep()
{
    Graphs graphs(*m_incident, *m_desk, {});
    const auto done = m_desk->submitQuietly({Verb::Snap, {}, {}, {}});
    QVERIFY(!done);
    QVERIFY(done.problem().text.contains(u"Import"_s));
}

void TestMetricsDesk::askingForAFileBlocksNothing()
{
    Graphs graphs(*m_incident, *m_desk, {});
    emit graphs.panel.importRequested();
    auto *dialog = graphs.panel.findChild<QFileDialog *>(u"importDialog"_s);
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    dialog->filesSelected({file(u"a.csv"_s, "time,x\n1741078800,1\n")});
    QTRY_COMPARE(graphs.store.count(), 1);
    dialog->close();
}

QTEST_MAIN(TestMetricsDesk)
#include "tst_metricsdesk.moc"
