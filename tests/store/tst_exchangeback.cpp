// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverorder.h"
#include "sqlite/sqlitejournal.h"
#include "storefixture.h"

#include <QTest>

using namespace fireline::domain;
using namespace fireline::store;
using namespace Qt::StringLiterals;

namespace {

const QString Ana = u"a\u00f1\u00f1a"_s; // who writes here
const QString Before = u"laptop-a/1"_s;
const QString Now = u"laptop-a/2"_s;

Event by(const QString &recordedBy, Event event)
{
    event.recordedBy = recordedBy;
    event.hash = contentHash(event);
    return event;
}

QStringList queue(const SyncJournal &journal)
{
    QStringList ids;
    const auto queued = journal.queued(99);
    for (const QueuedEvent &each : queued.value())
        ids.append(each.event.id);
    return ids;
}

} // namespace

/// What a file does whose server has lost a part of the record: nothing is forgotten, and what can go there again does.
class TestExchangeBack : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keepsWhatItSetAside();
    void knowsWhoBeganIt();
    void putsBackWhatItsPersonWroteElsewhere();
    void leavesToItsPersonWhatCannotFollow();
    void tellsWhatItAloneHas();
    void listsWhatWasRefusedAlsoOnceItIsSettled();
    void attachmentsAreSentAgainInAnotherGeneration();

private:
    [[nodiscard]] SyncJournal &journal() { return m_file->exchange(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqliteJournal> m_file;
    std::optional<EventMaker> m_maker;
    ServerOrder m_server;
};

void TestExchangeBack::init()
{
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
    m_path = m_folder->filePath(u"a.fireline"_s);
    m_file = SqliteJournal::create(m_path).value();
    m_maker.emplace();
    m_server = ServerOrder();
}

void TestExchangeBack::keepsWhatItSetAside()
{
    QVERIFY(journal().bind(u"s"_s, u"7"_s).ok());
    QVERIFY(journal().take(m_server.place(m_maker->notes(4))).ok());
    QCOMPARE(journal().rewindTo(1, {}).value(), (Rewind{3, 0}));
    QCOMPARE(journal().cursor().value().seq, 1);
    QCOMPARE(m_file->head().value().count, 4); // the record itself has lost nothing
    QVERIFY(m_file->verify().value().ok());
    m_file.reset();
    QCOMPARE(sqlValue(m_path, "SELECT count(*) || ' ' || min(server_seq) || ' ' || max(generation) FROM aside"), "3 2 7");
}

void TestExchangeBack::knowsWhoBeganIt()
{
    const auto fetched = SqliteJournal::create(m_folder->filePath(u"b.fireline"_s)).value();
    const Event event = m_maker->note(u"it began"_s, Before);
    QVERIFY(m_file->append({event}).ok());
    QVERIFY(!journal().mayPutBack(Ana).value()); // the server never had it
    const auto placed = m_server.place({event});
    QVERIFY(journal().take(placed).ok());
    QVERIFY(fetched->exchange().take(placed).ok());
    QVERIFY(journal().mayPutBack({}).value());
    QVERIFY(!fetched->exchange().mayPutBack({}).value());
    QVERIFY(!fetched->exchange().mayPutBack(u"ben"_s).value());
    QVERIFY(fetched->exchange().mayPutBack(u"A\u00f1\u00f1A"_s).value()); // by her, in a file that may be gone
}

// A file that was fetched anew, or put back from a backup, has the words of its person from the server alone.
void TestExchangeBack::putsBackWhatItsPersonWroteElsewhere()
{
    const Event first = m_maker->note(u"one"_s, Before);
    const Event bens = by(u"ben"_s, m_maker->note(u"two"_s, u"laptop-b"_s));
    const Event second = m_maker->note(u"three"_s, Before);
    QVERIFY(journal().take(m_server.place({first, bens, second})).ok());
    const Event own = m_maker->note(u"four"_s, Now);
    QVERIFY(m_file->append({own}).ok());
    QCOMPARE(journal().rewindTo(0, Ana).value(), (Rewind{3, 2}));
    QCOMPARE(queue(journal()), (QStringList{first.id, second.id, own.id}));
}

void TestExchangeBack::leavesToItsPersonWhatCannotFollow()
{
    const Event first = m_maker->note(u"one"_s, Before);
    (void)m_maker->note(u"refused, and never seen here"_s, Before);
    const Event third = m_maker->note(u"three"_s, Before);
    QVERIFY(journal().take(m_server.place({first, third})).ok());
    const Event own = m_maker->note(u"four"_s, Now);
    QVERIFY(m_file->append({own}).ok());
    QCOMPARE(journal().rewindTo(1, Ana).value(), (Rewind{1, 1}));
    QCOMPARE(journal().queuedFromElsewhere(Now).value(),
             QList<QString>()); // what was written here stays queued, whatever happens
    QCOMPARE(journal().queuedFromElsewhere(Before).value(), QList<QString>{third.id});
    QVERIFY(journal().refuse({{third.id, u"not-put-back"_s, {}}}).ok());
    QCOMPARE(queue(journal()), QStringList{own.id});
    QCOMPARE(journal().openRefusals().value().size(), 1); // to be entered again
    QCOMPARE(journal().requeueRefused(Before, 0).value(), 0);
}

void TestExchangeBack::tellsWhatItAloneHas()
{
    const Event own = m_maker->note(u"one"_s, Now);
    const QList<Event> theirs{by(u"ben"_s, m_maker->note(u"two"_s, u"laptop-b"_s)),
                              by(u"ben"_s, m_maker->note(u"three"_s, u"laptop-b"_s))};
    QVERIFY(m_file->append({own}).ok());
    QVERIFY(journal().take(m_server.place(QList<Event>{own} + theirs)).ok());
    QCOMPARE(journal().onlyHere().value(), 0);
    QCOMPARE(journal().rewindTo(0, Ana).value(), (Rewind{3, 1}));
    QCOMPARE(journal().onlyHere().value(), 2); // hers goes there again from here
    m_server.goBackTo(0);
    QVERIFY(journal().take(m_server.place({own, theirs.first()})).ok());
    QCOMPARE(journal().onlyHere().value(), 1);
    QCOMPARE(journal().setAside().value().size(), 1);
    QCOMPARE(journal().setAside().value().first().event.id, theirs.last().id);
    QVERIFY(!journal().setAside().value().first().isRefused());
    QVERIFY(journal().take(m_server.place({theirs.last()})).ok());
    QCOMPARE(journal().onlyHere().value(), 0);
    QVERIFY(journal().setAside().value().isEmpty());
}

void TestExchangeBack::listsWhatWasRefusedAlsoOnceItIsSettled()
{
    const QList<Event> own{m_maker->note(u"one"_s, Now), m_maker->note(u"two"_s, Now), m_maker->note(u"three"_s, Now)};
    QVERIFY(m_file->append(own).ok());
    QVERIFY(journal().refuse({{own.last().id, u"held"_s, {}}, {own.first().id, u"not-allowed"_s, u"b.safe"_s}}).ok());
    QVERIFY(journal().settleRefusal(own.last().id).ok());
    const auto aside = journal().setAside();
    QVERIFY(aside.ok());
    QCOMPARE(aside.value().size(), 2);
    QCOMPARE(aside.value().first().event.id, own.first().id); // as they were written
    QCOMPARE(aside.value().first().reason, u"not-allowed"_s);
    QCOMPARE(aside.value().first().rule, u"b.safe"_s);
    QVERIFY(!aside.value().first().isSettled);
    QCOMPARE(aside.value().last().reason, u"held"_s);
    QVERIFY(aside.value().last().isSettled);
    // It goes once more, for the chain of its author alone: it is no less refused.
    QVERIFY(journal().requeueRefused(Now, 1).value() > 0);
    QCOMPARE(journal().setAside().value().size(), 2);
}

// They go by calls of their own: a server that went back can have every event, and not the picture that came after it.
void TestExchangeBack::attachmentsAreSentAgainInAnotherGeneration()
{
    const QString name = m_file->putBlob("a picture").value();
    QVERIFY(journal().take(m_server.place({m_maker->attachment(name, Now)})).ok());
    QVERIFY(journal().bind(u"s"_s, u"1"_s).ok());
    QVERIFY(journal().blobSent(name).ok());
    QVERIFY(journal().bind(u"s"_s, u"1"_s).ok());
    QCOMPARE(journal().blobsToSend(9).value().size(), 0);
    QVERIFY(journal().bind(u"s"_s, u"2"_s).ok());
    QCOMPARE(journal().blobsToSend(9).value(), QList<QString>{name});
}

QTEST_APPLESS_MAIN(TestExchangeBack)
#include "tst_exchangeback.moc"
