// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsession.h"
#include "memorystore.h"
#include "processlibrary.h"
#include "threadedstore.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::session::IncidentSession;
using fireline::session::SessionSetup;
using fireline::session::ThreadedStore;

/// Whoever writes never waits; what became of it is told in order, and a failing disk never breaks the order.
class TestThreadedStore : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void savedIsToldInOrder();
    void everyFailingAppendIsMended();
    void destroyingFinishesTheQueue();
    void destroyedInItsThreadItFinishesTheQueueToo();
    void elsewhereNothingIsRead();
    void failedOpeningIsTold();

private:
    void declare();
    void note(int number);
    void connectFailures();

    SimulatedClock m_clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source m_ids{42};
    SessionSetup m_setup{m_clock, m_ids, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
    MemoryStore::Disk m_disk;
    std::unique_ptr<IncidentSession> m_session;
    ThreadedStore *m_store = nullptr; // owned by the session
};

void TestThreadedStore::init()
{
    m_session.reset();
    m_disk = {};
}

void TestThreadedStore::declare()
{
    m_store = new ThreadedStore; // the session's, once it is declared
    auto opened = m_store->run<bool>([this] {
        if (!m_store->openHere([this] { return Outcome<ThreadedStore::Inner>(std::make_unique<MemoryStore>(m_disk)); }))
            return false;
        const Process process = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
        const Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}};
        auto session = IncidentSession::declare(
            [this] { return Outcome<std::unique_ptr<EventStore>>(std::unique_ptr<EventStore>(m_store)); }, m_setup, process,
            command);
        if (!session)
            return false;
        m_session = std::move(session).value();
        return true;
    });
    opened.waitForFinished();
    QVERIFY(opened.result());
    QVERIFY(!m_disk.events.isEmpty());
}

void TestThreadedStore::note(int number)
{
    const auto executed = m_session->execute({Verb::Note, {}, {}, {{u"text"_s, QString::number(number)}}});
    QVERIFY(executed || executed.problem().code == "not-saved"_L1);
}

void TestThreadedStore::connectFailures()
{
    connect(m_store, &ThreadedStore::notSaved, this, [this](const QList<Event> &events) { m_session->markNotSaved(events); });
}

void TestThreadedStore::savedIsToldInOrder()
{
    declare();
    QSignalSpy saved(m_store, &ThreadedStore::saved);
    const auto before = m_session->state().entries.size();
    for (int i = 0; i < 200; ++i)
        note(i);
    QCOMPARE(m_session->state().entries.size(), before + 200); // seen at once
    QTRY_COMPARE(saved.size(), 200);
    QStringList told;
    for (const auto &arguments : saved)
        told.append(arguments.first().toStringList());
    QStringList written;
    for (const Event &event : m_disk.events.mid(m_disk.events.size() - 200))
        written.append(event.id);
    QCOMPARE(told, written);
}

// The n-th append fails: whatever was typed meanwhile stays, and is written in order once the disk takes it again.
void TestThreadedStore::everyFailingAppendIsMended()
{
    for (int n = 0; n < 5; ++n) {
        init();
        declare();
        connectFailures();
        QSignalSpy failed(m_store, &ThreadedStore::notSaved);
        m_disk.failFrom = m_disk.appends + n;
        m_disk.failures = 1;
        for (int i = 0; i < 5; ++i)
            note(i);
        QTRY_VERIFY(!failed.isEmpty());
        QTRY_COMPARE(m_session->pending().size(), 5 - n);
        QCOMPARE(m_session->execute({Verb::Note, {}, {}, {{u"text"_s, u"more"_s}}}).problem().code, u"not-saved"_s);
        QSignalSpy saved(m_store, &ThreadedStore::saved);
        m_store->mend();
        QVERIFY(m_session->retryPending());
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(m_session->pending().isEmpty());
        IncidentState replayed;
        for (const Event &event : std::as_const(m_disk.events))
            apply(replayed, event);
        QCOMPARE(replayed.entries.size(), m_session->state().entries.size());
        QCOMPARE(replayed.entries.last().text, u"4"_s);
    }
}

void TestThreadedStore::destroyingFinishesTheQueue()
{
    declare();
    const auto before = m_disk.events.size();
    for (int i = 0; i < 50; ++i)
        note(i);
    m_session.reset();
    QCOMPARE(m_disk.events.size(), before + 50);
}

// An answer is shared: the last who lets go of the session in it may be the store's own thread.
void TestThreadedStore::destroyedInItsThreadItFinishesTheQueueToo()
{
    declare();
    const auto before = m_disk.events.size();
    QSemaphore noted;
    auto gone = m_store->run<void>([this, &noted] {
        noted.acquire();
        m_session.reset();
    });
    for (int i = 0; i < 50; ++i)
        note(i);
    noted.release();
    gone.waitForFinished();
    QCOMPARE(m_disk.events.size(), before + 50);
}

void TestThreadedStore::elsewhereNothingIsRead()
{
    declare();
    QCOMPARE(m_store->search(u"x"_s, 1).problem().kind, Problem::Kind::Internal);
    QCOMPARE(m_store->putBlob("x").problem().kind, Problem::Kind::Internal);
    QCOMPARE(m_store->incident(), m_disk.events.first().incident);
}

void TestThreadedStore::failedOpeningIsTold()
{
    ThreadedStore store;
    auto opened = store.run<QString>([&] {
        return store
            .openHere([] {
                return Outcome<ThreadedStore::Inner>(Problem{Problem::Kind::Locked, u"open-elsewhere"_s, {}, {}, {}, {}});
            })
            .problem()
            .code;
    });
    opened.waitForFinished();
    QCOMPARE(opened.result(), u"open-elsewhere"_s);
}

QTEST_GUILESS_MAIN(TestThreadedStore)
#include "tst_threadedstore.moc"
