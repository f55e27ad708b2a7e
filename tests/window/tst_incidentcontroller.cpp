// SPDX-License-Identifier: GPL-3.0-or-later
#include "declaredincident.h"
#include "incidentcontroller.h"
#include "memorystore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::session;
using fireline::models::Saved;
using fireline::window::IncidentController;

/// From a command to the models at once, and to the disk behind it; a disk that fails costs nothing that was seen.
class TestIncidentController : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void anEntryIsSeenAtOnceAndSavedLater();
    void aRefusalChangesNothing();
    void aFullDiskKeepsWhatWasTypedAndItsOrder();
    void aBlobIsKeptInTheStoresThread();
    void tooLargeABlobIsRefused();
    void readOnlyTakesNothing();
    void ticksOnTheSecondOnlyWhileSeen();

private:
    void open(bool readOnly = false);
    Command note(const QString &text) const { return {Verb::Note, {}, {}, {{u"text"_s, text}}}; }

    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    MemoryStore::Disk m_disk;
    std::unique_ptr<IncidentController> m_incident;
};

void TestIncidentController::init()
{
    m_incident.reset();
    m_disk = {};
}

void TestIncidentController::open(bool readOnly)
{
    m_incident = std::make_unique<IncidentController>(fireline::test::declaredIncident(m_disk, m_setup, readOnly), m_clock);
}

void TestIncidentController::anEntryIsSeenAtOnceAndSavedLater()
{
    open();
    QSignalSpy applied(m_incident.get(), &IncidentController::applied);
    QSignalSpy changed(m_incident.get(), &IncidentController::savedChanged);
    const auto executed = m_incident->execute(note(u"pods restarted"_s));
    QVERIFY(executed);
    QCOMPARE(applied.size(), 1);
    const QString id = executed.value().events.first().id;
    QCOMPARE(m_incident->state().entries.last().text, u"pods restarted"_s);
    QCOMPARE(m_incident->saved(id), Saved::Saving);
    QCOMPARE(m_incident->saveStatus().saving, 1);
    QTRY_COMPARE(m_incident->saved(id), Saved::Saved);
    QCOMPARE(m_incident->saveStatus().saving, 0);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_disk.events.last().id, id);
}

void TestIncidentController::aRefusalChangesNothing()
{
    open();
    QSignalSpy applied(m_incident.get(), &IncidentController::applied);
    const qint64 before = m_incident->state().eventCount;
    QVERIFY(!m_incident->execute({Verb::Resolve, {}, {}, {}}));
    QCOMPARE(m_incident->state().eventCount, before);
    QVERIFY(applied.isEmpty());
}

void TestIncidentController::aFullDiskKeepsWhatWasTypedAndItsOrder()
{
    open();
    QSignalSpy problems(m_incident.get(), &IncidentController::problemOccurred);
    m_disk.failFrom = m_disk.appends;
    m_disk.failures = 1;
    QStringList ids;
    for (const QString &text : {u"one"_s, u"two"_s})
        ids.append(m_incident->execute(note(text)).value().events.first().id);
    QTRY_COMPARE(m_incident->saveStatus().notSaved, 2);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(m_incident->saved(ids.first()), Saved::NotSaved);
    QCOMPARE(m_incident->execute(note(u"three"_s)).problem().code, u"not-saved"_s);
    m_incident->retrySaving();
    QTRY_COMPARE(m_incident->saved(ids.last()), Saved::Saved);
    QCOMPARE(m_incident->saveStatus().notSaved, 0);
    QVERIFY(!m_incident->saveStatus().problem);
    QCOMPARE(m_disk.events.last().id, ids.last());
    QCOMPARE(m_disk.events.at(m_disk.events.size() - 2).id, ids.first());
}

void TestIncidentController::aBlobIsKeptInTheStoresThread()
{
    open();
    auto kept = m_incident->keepBlob("bytes");
    kept.waitForFinished();
    QVERIFY(*kept.result());
    QCOMPARE(m_disk.blobs.value(kept.result()->value()), QByteArray("bytes"));
}

void TestIncidentController::tooLargeABlobIsRefused()
{
    open();
    auto kept = m_incident->keepBlob(QByteArray(16 * 1024 * 1024 + 1, 'x'));
    kept.waitForFinished();
    QVERIFY(!*kept.result());
    QVERIFY(m_disk.blobs.isEmpty());
}

void TestIncidentController::readOnlyTakesNothing()
{
    open(true);
    QCOMPARE(m_incident->execute(note(u"one"_s)).problem().code, u"read-only"_s);
    QVERIFY(m_incident->saveStatus().readOnly);
}

void TestIncidentController::ticksOnTheSecondOnlyWhileSeen()
{
    open();
    QSignalSpy ticked(m_incident.get(), &IncidentController::ticked);
    m_incident->setTicking(true);
    QCOMPARE(ticked.size(), 1);
    QVERIFY(ticked.wait());
    const int into = QTime::currentTime().msec();
    QVERIFY2(into < 500, qPrintable(QString::number(into)));
    m_incident->setTicking(false);
    ticked.clear();
    QVERIFY(!ticked.wait(1200));
}

QTEST_GUILESS_MAIN(TestIncidentController)
#include "tst_incidentcontroller.moc"
