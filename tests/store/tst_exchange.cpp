// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultvfs.h"
#include "serverorder.h"
#include "simjournal.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QCryptographicHash>
#include <QTest>

#include <random>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;
using fireline::test::FaultVfs;
using Mode = SqliteJournal::Mode;
using Order = ServerOrder;

namespace {

const QString Here = u"laptop-a"_s;
const QString There = u"laptop-b"_s;

QStringList foldedIds(const SyncJournal &journal)
{
    QStringList ids;
    const auto read = journal.readToFold([&](const Event &event) {
        ids.append(event.id);
        return true;
    });
    return read.ok() ? ids : QStringList{read.problem().code};
}

QString queueOf(const SyncJournal &journal)
{
    QString text;
    const QList<QueuedEvent> all = journal.queued(100).value();
    for (const QueuedEvent &queued : all)
        text += queued.event.id + (queued.history ? u"h"_s : u""_s) + queued.refusedFor + u' ';
    return text;
}

QString cursorOf(const SyncJournal &journal)
{
    const SyncCursor cursor = journal.cursor().value();
    return cursor.server + u'/' + cursor.generation + u'/' + QString::number(cursor.seq) + u'/'
           + QString::fromLatin1(cursor.chainHash.toHex());
}

} // namespace

/// The file's side of the exchange: whole or not at all, whatever fails, and nothing that was known is ever forgotten.
class TestExchange : public QObject
{
    Q_OBJECT
private slots:
    void doesWhatTheSimulatedFileDoes();
    void everyCallFailsOnce();
    void othersReadTheFileAsBefore();
    void refusesAnotherContent();
    void refusesAHole();
    void findsAChangedPlace_data();
    void findsAChangedPlace();
    void aRefusalIsOpenUntilItIsSettled();
    void sendsAndWantsAttachments();
    void historyGoesByAdoption();
    void largeHistoryEndsWhereItEnds();

private:
    static void compare(const SqliteJournal &file, const SyncJournal &journal, const SimJournal &model);
};

void TestExchange::compare(const SqliteJournal &file, const SyncJournal &journal, const SimJournal &model)
{
    QCOMPARE(cursorOf(journal), cursorOf(model));
    QCOMPARE(queueOf(journal), queueOf(model));
    QCOMPARE(foldedIds(journal), foldedIds(model));
    for (qint64 seq = 1; seq <= model.places().size() + 1; ++seq)
        QCOMPARE(journal.chainHashAt(seq).value(), model.chainHashAt(seq).value());
    const auto textOf = [](const QList<Refusal> &refusals) {
        QString text;
        for (const Refusal &refusal : refusals)
            text += refusal.event + refusal.reason + u' ';
        return text;
    };
    QCOMPARE(textOf(journal.refusals().value()), textOf(model.refusals().value()));
    QCOMPARE(journal.onlyHere().value(), model.onlyHere().value());
    const VerifyReport report = file.verify().value();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.firstBad->reason));
}

// The simulation shows that the engine loses nothing with its file in memory; this shows that the real one is the same.
void TestExchange::doesWhatTheSimulatedFileDoes()
{
    for (quint32 seed = 1; seed <= 25; ++seed) {
        QTemporaryDir folder(fastFolderTemplate());
        const QString path = folder.filePath(u"a.fireline"_s);
        auto file = SqliteJournal::create(path).value();
        std::mt19937 random(seed);
        EventMaker maker(seed);
        SimJournal model;
        Order server;
        QList<Event> elsewhere;
        for (int step = 0; step < 40; ++step) {
            SyncJournal &journal = file->exchange();
            const quint32 what = random() % 100;
            if (what < 30) {
                const Event event = maker.note(u"note %1"_s.arg(step), Here);
                QVERIFY(file->append({event}).ok());
                model.write(event);
            } else if (what < 65) {
                QList<Event> events;
                const QList<QueuedEvent> first = model.queued(2).value();
                for (const QueuedEvent &queued : first)
                    events.append(queued.event);
                for (const Event &lost : std::exchange(elsewhere, {}))
                    events.append(lost);
                events.append(maker.note(u"from there"_s, There));
                if (random() % 4 == 0) // refused on its way: its author's chain has a gap here
                    (void)maker.note(u"never seen here"_s, There);
                const auto placed = server.place(events);
                QVERIFY(journal.take(placed).ok());
                QVERIFY(model.take(placed).ok());
            } else if (what < 75 && !model.queued(1).value().isEmpty()) {
                const QList<Refusal> refusals{{model.queued(1).value().first().event.id, u"held"_s, {}}};
                QVERIFY(journal.refuse(refusals).ok());
                QVERIFY(model.refuse(refusals).ok());
            } else if (what < 83) {
                const qint64 to = random() % (server.count() + 1);
                for (const ServerEvent &place : model.places()) {
                    if (place.seq > to && place.event.device == There)
                        elsewhere.append(place.event);
                }
                server.goBackTo(to);
                QCOMPARE(journal.rewindTo(to, {}).value(), model.rewindTo(to, {}).value());
            } else if (what < 88) {
                QCOMPARE(journal.requeueRefused(Here, 1).value(), model.requeueRefused(Here, 1).value());
            } else if (what < 92) {
                QVERIFY(journal.bind(u"s"_s, QString::number(step)).ok());
                QVERIFY(model.bind(u"s"_s, QString::number(step)).ok());
            } else {
                file.reset();
                file = SqliteJournal::open(path, Mode::ReadWrite).value();
            }
            compare(*file, file->exchange(), model);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"seed %1, step %2, %3"_s.arg(seed).arg(step).arg(what)));
        }
    }
}

namespace {

// One exchange from its beginning to its end, in steps that can each be made again after a fault.
class Story
{
public:
    Story()
    {
        m_own = {m_maker.note(u"one"_s, Here), m_maker.note(u"two"_s, Here), m_maker.note(u"three"_s, Here)};
        m_theirs = {m_maker.note(u"four"_s, There), m_maker.note(u"five"_s, There)};
        Order first;
        m_first = first.place({m_own[0], m_theirs[0], m_own[1]});
        first.goBackTo(1);
        m_second = first.place({m_own[1], m_theirs[0], m_theirs[1]});
    }

    bool play(const QString &path)
    {
        for (int attempt = 0; attempt < 6; ++attempt) {
            if (!m_file) {
                auto opened = SqliteJournal::open(path, Mode::ReadWrite);
                if (!worked(opened))
                    continue;
                m_file = std::move(opened).value();
            }
            while (m_step < 6 && step()) { }
            if (m_step == 6)
                return true;
            if (attempt % 2 == 1)
                m_file.reset();
        }
        return false;
    }
    [[nodiscard]] int problems() const { return m_problems; }

private:
    template<typename T>
    bool worked(const Outcome<T> &outcome)
    {
        m_problems += outcome.ok() ? 0 : 1;
        return outcome.ok();
    }
    // A step that a fault struck at its very end may have been done: the engine asks the file where it stands.
    bool step()
    {
        SyncJournal &journal = m_file->exchange();
        const auto cursor = journal.cursor();
        if (!worked(cursor))
            return false;
        bool done = false;
        switch (m_step) {
        case 0: done = worked(m_file->append(m_own)); break;
        case 1: done = worked(journal.bind(u"s"_s, u"1"_s)); break;
        case 2: done = cursor.value().seq == 3 || worked(journal.take(m_first)); break;
        case 3: done = worked(journal.refuse({{m_own[2].id, u"held"_s, {}}})); break;
        case 4: done = cursor.value().seq == 1 || worked(journal.rewindTo(1, {})); break;
        case 5: done = cursor.value().seq == 4 || worked(journal.take(m_second)); break;
        }
        m_step += done ? 1 : 0;
        return done;
    }

    EventMaker m_maker;
    QList<Event> m_own;
    QList<Event> m_theirs;
    QList<ServerEvent> m_first;
    QList<ServerEvent> m_second;
    std::unique_ptr<SqliteJournal> m_file;
    int m_step = 0;
    int m_problems = 0;
};

} // namespace

void TestExchange::everyCallFailsOnce()
{
    int problems = 0;
    for (long call = 0;; ++call) {
        QTemporaryDir folder(fastFolderTemplate());
        const QString path = folder.filePath(u"a.fireline"_s);
        QVERIFY(SqliteJournal::create(path).ok());
        bool clean = false;
        {
            FaultVfs disk;
            Story story;
            disk.arm(FaultVfs::Fault::Once, call);
            const bool ended = story.play(path);
            clean = !disk.hasStruck();
            disk.disarm();
            QVERIFY2(ended, qPrintable(QString::number(call)));
            problems += story.problems();
        }
        const auto file = SqliteJournal::open(path, Mode::ReadWrite).value();
        const SyncJournal &journal = file->exchange();
        QVERIFY2(file->verify().value().ok(), qPrintable(QString::number(call)));
        QCOMPARE(journal.cursor().value().seq, 4);
        QCOMPARE(foldedIds(journal).size(), 4);
        QCOMPARE(journal.queued(9).value().size(), 0);
        QCOMPARE(journal.refusals().value().size(), 1);
        if (clean) {
            qInfo("%ld calls failed in turn, %d problems told", call, problems);
            QVERIFY(call > 50 && problems > 20);
            return;
        }
    }
}

void TestExchange::othersReadTheFileAsBefore()
{
    QTemporaryDir folder(fastFolderTemplate());
    const QString path = folder.filePath(u"a.fireline"_s);
    EventMaker maker;
    Order server;
    const Event theirs = maker.note(u"a word from elsewhere"_s, There);
    {
        const auto file = SqliteJournal::create(path).value();
        QVERIFY(file->exchange().take(server.place({theirs})).ok()); // an empty file that follows a server
        QCOMPARE(file->incident(), theirs.incident);
        QVERIFY(file->append({maker.note(u"a word from here"_s, Here)}).ok());
    }
    const auto file = SqliteJournal::open(path, Mode::ReadOnly).value();
    QCOMPARE(file->incident(), theirs.incident);
    QCOMPARE(file->head().value().count, 2);
    QCOMPARE(file->outboxCount().value(), 1);
    QCOMPARE(file->search(u"elsewhere"_s, 9).value(), QList<QString>{theirs.id});
    QStringList types;
    QVERIFY(file->read(0,
                       [&](qint64 seq, const Event &event) {
                           types.append(QString::number(seq) + event.device);
                           return true;
                       })
                .ok());
    QCOMPARE(types, (QStringList{u"1"_s + There, u"2"_s + Here}));
    QVERIFY(!file->exchange().bind(u"s"_s, u"1"_s).ok()); // it is open to look
}

void TestExchange::refusesAnotherContent()
{
    QTemporaryDir folder(fastFolderTemplate());
    EventMaker maker;
    EventMaker liar; // the same ids, devices and places
    const auto file = SqliteJournal::create(folder.filePath(u"a.fireline"_s)).value();
    QVERIFY(file->append({maker.note(u"what was said"_s, Here)}).ok());
    const auto taken = file->exchange().take(Order().place({liar.note(u"what was never said"_s, Here)}));
    QVERIFY(!taken.ok());
    QCOMPARE(taken.problem().code, u"id-reused"_s);
    QCOMPARE(file->exchange().cursor().value().seq, 0);
    QCOMPARE(file->exchange().queued(9).value().size(), 1);
}

void TestExchange::refusesAHole()
{
    QTemporaryDir folder(fastFolderTemplate());
    EventMaker maker;
    const auto file = SqliteJournal::create(folder.filePath(u"a.fireline"_s)).value();
    const auto places = Order().place(maker.notes(3));
    QVERIFY(!file->exchange().take(places.mid(1)).ok());
    QVERIFY(file->exchange().take(places).ok());
    QVERIFY(!file->exchange().take(places).ok()); // once is enough
    QCOMPARE(file->exchange().cursor().value().seq, 3);
}

// Also after a restart, and after a server that went back refused it once more.
void TestExchange::aRefusalIsOpenUntilItIsSettled()
{
    QTemporaryDir folder(fastFolderTemplate());
    EventMaker maker;
    const QString path = folder.filePath(u"a.fireline"_s);
    const QList<Event> own = maker.notes(3);
    const auto openIds = [](const SyncJournal &journal) {
        QStringList ids;
        const auto open = journal.openRefusals();
        for (const RefusedEvent &refused : open.value())
            ids.append(refused.event.id + u' ' + refused.reason);
        return ids;
    };
    {
        const auto file = SqliteJournal::create(path).value();
        QVERIFY(file->append(own).ok());
        QVERIFY(file->exchange().refuse({{own[0].id, u"held"_s, {}}, {own[1].id, u"stale-term"_s, {}}}).ok());
        QCOMPARE(openIds(file->exchange()), (QStringList{own[0].id + u" held"_s, own[1].id + u" stale-term"_s}));
        QCOMPARE(file->exchange().openRefusals().value().first().event.hash, own[0].hash);
        QVERIFY(file->exchange().settleRefusal(own[0].id).ok());
        QVERIFY(file->exchange().settleRefusal(own[0].id).ok());
    }
    const auto file = SqliteJournal::open(path, SqliteJournal::Mode::ReadWrite).value();
    QCOMPARE(openIds(file->exchange()), QStringList{own[1].id + u" stale-term"_s});
    QCOMPARE(file->exchange().refusals().value().size(), 2); // refused it stays
    QCOMPARE(file->exchange().requeueRefused(own[0].device, 0).value(), 2);
    QCOMPARE(openIds(file->exchange()), QStringList());
    QVERIFY(file->exchange().refuse({{own[0].id, u"held"_s, {}}, {own[1].id, u"stale-term"_s, {}}}).ok());
    QCOMPARE(openIds(file->exchange()), QStringList{own[1].id + u" stale-term"_s});
}

void TestExchange::findsAChangedPlace_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("login") << QByteArray("UPDATE places SET login='ben' WHERE server_seq=2");
    QTest::newRow("received") << QByteArray("UPDATE places SET received_us=received_us+1 WHERE server_seq=2");
    QTest::newRow("adopted") << QByteArray("UPDATE places SET adopted=1 WHERE server_seq=2");
    QTest::newRow("authority") << QByteArray("UPDATE places SET authority=X'00' WHERE server_seq=2");
    QTest::newRow("chain") << QByteArray("UPDATE places SET chain_hash=zeroblob(32) WHERE server_seq=2");
    QTest::newRow("removed") << QByteArray("DELETE FROM places WHERE server_seq=2");
    QTest::newRow("swapped") << QByteArray("UPDATE places SET seq=seq+100; UPDATE places SET seq=5-(seq-100)");
}

void TestExchange::findsAChangedPlace()
{
    QFETCH(QByteArray, sql);
    QTemporaryDir folder(fastFolderTemplate());
    const QString path = folder.filePath(u"a.fireline"_s);
    EventMaker maker;
    {
        const auto file = SqliteJournal::create(path).value();
        QVERIFY(file->exchange().take(Order().place(maker.notes(4))).ok());
        QVERIFY(file->verify().value().ok());
    }
    QVERIFY(runSql(path, sql));
    QVERIFY(!SqliteJournal::open(path, Mode::ReadOnly).value()->verify().value().ok());
}

void TestExchange::sendsAndWantsAttachments()
{
    QTemporaryDir folder(fastFolderTemplate());
    EventMaker maker;
    const auto file = SqliteJournal::create(folder.filePath(u"a.fireline"_s)).value();
    SyncJournal &journal = file->exchange();
    const QString mine = file->putBlob("a picture").value();
    const QString nobodys = file->putBlob("of a line that was never entered").value();
    const Event event = maker.attachment(mine, Here);
    QVERIFY(file->append({event}).ok());
    QCOMPARE(journal.blobsToSend(9).value(), QList<QString>{mine}); // and not what nobody recorded
    const QString refused = file->putBlob("of a line that was refused").value();
    const Event line = maker.attachment(refused, Here);
    QVERIFY(file->append({line}).ok());
    QCOMPARE(journal.blobsToSend(9).value().size(), 2);
    QVERIFY(journal.refuse({{line.id, u"held"_s, {}}}).ok());
    Order server;
    const QString theirs = QString::fromLatin1(QCryptographicHash::hash("their picture", QCryptographicHash::Sha256).toHex());
    const auto placed = server.place({event, maker.attachment(theirs, There)});
    QVERIFY(journal.take(placed.first(1)).ok());
    QCOMPARE(journal.blobsToSend(9).value(), QList<QString>{mine});
    QCOMPARE(journal.readBlob(mine).value(), "a picture");
    QVERIFY(journal.blobSent(mine).ok());
    QCOMPARE(journal.blobsToSend(9).value().size(), 0);

    QVERIFY(journal.take(placed.mid(1)).ok());
    QCOMPARE(journal.blobsWanted(9).value(), QList<QString>{theirs});
    QVERIFY(!journal.takeBlob(theirs, "something else").ok());
    QVERIFY(journal.takeBlob(theirs, "their picture").ok());
    QCOMPARE(journal.blobsWanted(9).value().size(), 0);
    QCOMPARE(journal.blobsToSend(9).value().size(), 0);
    QCOMPARE(file->blob(theirs).value(), "their picture");
    QVERIFY(journal.rewindTo(0, {}).ok());
    QVERIFY(journal.take(placed).ok());
    const auto again = journal.blobsToSend(9).value(); // it may have lost these too
    QCOMPARE(again.size(), 2);
    QVERIFY(!again.contains(nobodys) && !again.contains(refused));
}

void TestExchange::historyGoesByAdoption()
{
    QTemporaryDir folder(fastFolderTemplate());
    EventMaker maker;
    const auto file = SqliteJournal::create(folder.filePath(u"a.fireline"_s)).value();
    QVERIFY(file->append(maker.notes(3)).ok());
    QVERIFY(file->exchange().markHistory().ok());
    QVERIFY(file->append({maker.note(u"afterwards"_s, Here)}).ok());
    const auto queued = file->exchange().queued(9).value();
    QCOMPARE(queued.size(), 4);
    QVERIFY(queued.at(0).history && queued.at(2).history && !queued.at(3).history);
    QCOMPARE(file->exchange().queued(2).value().size(), 2);
}

// Cut by its size alone: more of it is queued behind, and all of it is history when it is folded.
void TestExchange::largeHistoryEndsWhereItEnds()
{
    QTemporaryDir folder(fastFolderTemplate());
    EventMaker maker;
    const auto file = SqliteJournal::create(folder.filePath(u"a.fireline"_s)).value();
    for (int i = 0; i < 3; ++i)
        QVERIFY(file->append({maker.note(QString(2'000'000, u'x'), Here)}).ok());
    QVERIFY(file->exchange().markHistory().ok());
    QVERIFY(file->append({maker.note(u"afterwards"_s, Here)}).ok());
    const auto first = file->exchange().queued(9).value();
    QCOMPARE(first.size(), 2);
    QVERIFY(!first.at(0).lastOfHistory && !first.at(1).lastOfHistory);
    QCOMPARE(file->exchange().queuedHistory().value(), 3);
    Order server;
    QVERIFY(file->exchange().take(server.place({first.at(0).event, first.at(1).event})).ok());
    const auto rest = file->exchange().queued(9).value();
    QCOMPARE(rest.size(), 2);
    QVERIFY(rest.at(0).lastOfHistory && !rest.at(1).lastOfHistory);
    QVERIFY(file->exchange().queued(1).value().first().lastOfHistory);
    QCOMPARE(file->exchange().queuedHistory().value(), 1);
}

QTEST_APPLESS_MAIN(TestExchange)
#include "tst_exchange.moc"
