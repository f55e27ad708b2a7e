// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/serverchain.h"
#include "incidentsession.h"
#include "memorystore.h"
#include "processlibrary.h"
#include "state/contestedfields.h"
#include "sync/syncjournal.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::session::IncidentSession;
using fireline::session::OrderedRecord;
using fireline::session::SessionSetup;
using fireline::session::Taken;

namespace {

const Process &process()
{
    static const Process loaded = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    return loaded;
}

/// A session of one person whose record a backend orders; what the backend says is said by the test.
struct Person
{
    explicit Person(const QString &name, const QString &device) : setup{clock, ids, name, device} { }

    void declare()
    {
        const Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"1"_s}}};
        session = IncidentSession::declare(
                      [&] { return Outcome<std::unique_ptr<EventStore>>(std::make_unique<MemoryStore>(disk)); }, setup, process(),
                      command)
                      .value();
        session->beginSharing();
        QSet<QString> history;
        for (const Event &event : std::as_const(disk.events))
            history.insert(event.id);
        QVERIFY(session->share({{}, disk.events, history}).ok());
    }
    void join(const QList<Event> &ordered)
    {
        disk.events = ordered;
        session = IncidentSession::resume(std::make_unique<MemoryStore>(disk), setup).value();
        session->beginSharing();
        QVERIFY(session->share({ordered, {}, {}}).ok());
    }
    QList<Event> say(const QString &text) { return session->execute({Verb::Note, {}, {}, {{u"text"_s, text}}}).value().events; }
    QList<Event> rate(const QString &severity)
    {
        return session->execute({Verb::Severity, {}, {}, {{u"id"_s, severity}, {u"why"_s, u"as I see it"_s}}}).value().events;
    }
    QList<Event> claim() { return session->execute({Verb::Claim, {}, {}, {}}).value().events; }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (const Entry &entry : session->state().entries)
            all.append(entry.eventId);
        return all;
    }
    [[nodiscard]] QStringList commanders() const { return session->state().holders(process().commander()->id); }

    SimulatedClock clock{*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    UuidV7Source ids{42};
    MemoryStore::Disk disk;
    SessionSetup setup;
    std::unique_ptr<IncidentSession> session;
};

QList<ServerEvent> placed(const QList<Event> &events, qint64 from = 1)
{
    QList<ServerEvent> order;
    for (const Event &event : events)
        order.append({event, from++, event.recordedAt, event.recordedBy, false, {}, {}});
    return order;
}

/// What a console shows as contested that was given these events in the server's order.
QList<ContestedField> contested(const QList<Event> &ordered)
{
    ContestedFields fields;
    qint64 place = 0;
    for (const Event &event : ordered)
        fields.follow(event, ++place);
    return fields.open();
}

qint64 termOf(const QList<Event> &events, const QString &type)
{
    for (const Event &event : events) {
        if (event.type == type)
            return event.body().value(u"term"_s).toInteger(-1);
    }
    return -2;
}

} // namespace

/// A record that a backend orders: others' events at once, own ones on top, acts of authority pending until they are confirmed.
class TestSharedSession : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void othersComeBehindWithoutARefold();
    void ownOnesStayOnTop();
    void commandIsPendingUntilConfirmed();
    void whatIsRefusedIsTakenBack();
    void aTermStandsInWhatIsDecidedUnderIt();
    void whatIsWrittenWhileTheFileIsReadStays();
    void theServersOrderIsReadBack();
    void theAuthorsChainGoesOnWhateverComesBack();
    void eachOpeningIsAChainOfItsOwn();
    void whatTwoSetAtOnceIsContestedUntilSomebodyChooses();
    void whatOneSetAfterTheOtherIsNotContested();

private:
    std::unique_ptr<Person> m_ana;
    std::unique_ptr<Person> m_ben;
    QList<Event> m_declared;
};

void TestSharedSession::init()
{
    m_ana = std::make_unique<Person>(u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s);
    m_ben = std::make_unique<Person>(u"ben"_s, u"01910000-0000-7000-8000-000000000002"_s);
    m_ben->ids = UuidV7Source(43);
    m_ana->declare();
    m_declared = m_ana->disk.events;
    m_ben->join(m_declared);
    const Taken taken = m_ana->session->take(placed(m_declared));
    QCOMPARE(taken.confirmed.size(), m_declared.size());
    QVERIFY(!taken.refolded);
    QVERIFY(m_ana->session->unconfirmed().isEmpty());
}

void TestSharedSession::othersComeBehindWithoutARefold()
{
    const auto said = m_ben->say(u"ben is here"_s);
    const Taken taken = m_ana->session->take(placed(said, 10));
    QVERIFY(!taken.refolded);
    QCOMPARE(taken.added.size(), 1);
    QCOMPARE(m_ana->rows().last(), said.first().id);
    QVERIFY(!m_ben->session->take(placed(said, 10)).refolded); // it is where he saw it
    QCOMPARE(m_ben->rows(), m_ana->rows());
}

void TestSharedSession::ownOnesStayOnTop()
{
    const auto his = m_ben->say(u"the server had this first"_s);
    const auto hers = m_ana->say(u"and this second"_s);
    const Taken taken = m_ana->session->take(placed(his, 10));
    QVERIFY(taken.refolded);
    QCOMPARE(m_ana->rows().mid(m_ana->rows().size() - 2), (QStringList{his.first().id, hers.first().id}));
    QVERIFY(!m_ana->session->take(placed(hers, 11)).refolded);
    QVERIFY(!m_ben->session->take(placed(his + hers, 10)).refolded);
    QCOMPARE(m_ben->rows(), m_ana->rows());
}

void TestSharedSession::commandIsPendingUntilConfirmed()
{
    const auto claimed = m_ana->claim();
    QVERIFY(m_ana->session->isPending(claimed.first()));
    QVERIFY(m_ana->rows().contains(claimed.first().id)); // she sees that she asked
    QCOMPARE(m_ana->commanders(), QStringList());
    const Taken taken = m_ana->session->take(placed(claimed, 10));
    QVERIFY(taken.refolded);
    QCOMPARE(m_ana->commanders(), QStringList{u"ana"_s});
    QCOMPARE(m_ana->rows().count(claimed.first().id), 1);
    // Somebody else's is done when it is seen.
    (void)m_ben->session->take(placed(claimed, 10));
    QCOMPARE(m_ben->commanders(), QStringList{u"ana"_s});
}

void TestSharedSession::whatIsRefusedIsTakenBack()
{
    const auto hers = m_ana->claim();
    const auto his = m_ben->claim();
    const auto note = m_ben->say(u"I go on"_s);
    (void)m_ben->session->take(placed(hers, 10));
    QVERIFY(m_ben->session->refuse({{his.first().id, u"held"_s, {}}}));
    QCOMPARE(m_ben->commanders(), QStringList{u"ana"_s});
    QVERIFY(!m_ben->rows().contains(his.first().id));
    QCOMPARE(m_ben->rows().last(), note.first().id);
    QVERIFY(!m_ben->session->refuse({{his.first().id, u"held"_s, {}}}));
}

void TestSharedSession::aTermStandsInWhatIsDecidedUnderIt()
{
    const auto raised = m_ben->session->execute({Verb::Severity, {}, {}, {{u"id"_s, u"2"_s}, {u"why"_s, u"it spreads"_s}}});
    QVERIFY2(raised.ok(), raised ? "" : qPrintable(raised.problem().text));
    QCOMPARE(termOf(raised.value().events, u"severity.set"_s), 0);
    const auto claimed = m_ana->claim();
    QCOMPARE(termOf(claimed, u"role.taken"_s), -1); // a claim begins a term and stands in none
    const auto before = m_ana->session->execute({Verb::Severity, {}, {}, {{u"id"_s, u"2"_s}, {u"why"_s, u"it spreads"_s}}});
    QVERIFY2(before.ok(), before ? "" : qPrintable(before.problem().text));
    QCOMPARE(termOf(before.value().events, u"severity.set"_s), 1); // as it will be once the claim is accepted
    (void)m_ben->session->take(placed(claimed, 10));
    const auto after = m_ben->session->execute({Verb::Severity, {}, {}, {{u"id"_s, u"1"_s}, {u"why"_s, u"worse"_s}}});
    QVERIFY2(after.ok(), after ? "" : qPrintable(after.problem().text));
    QCOMPARE(termOf(after.value().events, u"severity.set"_s), 1);
}

void TestSharedSession::whatIsWrittenWhileTheFileIsReadStays()
{
    Person cyd(u"cyd"_s, u"01910000-0000-7000-8000-000000000003"_s);
    cyd.disk.events = m_declared;
    cyd.session = IncidentSession::resume(std::make_unique<MemoryStore>(cyd.disk), cyd.setup).value();
    cyd.session->beginSharing();
    const auto said = cyd.say(u"typed meanwhile"_s);
    QVERIFY(cyd.session->share({m_declared, {}, {}}).ok());
    QCOMPARE(cyd.rows().last(), said.first().id);
    QCOMPARE(cyd.session->unconfirmed().size(), said.size());
    // The server went back: what is queued here comes on top of what is left.
    QVERIFY(cyd.session->share({m_declared.first(1), m_declared.mid(1), {}}).ok());
    QCOMPARE(cyd.rows().last(), said.first().id);
    QCOMPARE(cyd.session->unconfirmed().size(), said.size() + m_declared.size() - 1);
}

void TestSharedSession::theServersOrderIsReadBack()
{
    const auto his = m_ben->say(u"first there"_s);
    const auto hers = m_ana->say(u"second there"_s);
    (void)m_ana->session->take(placed(his + hers, 10));
    Person again(u"ana"_s, m_ana->setup.device);
    again.disk.events = m_ana->disk.events + his; // as they came to know them
    again.session = IncidentSession::resume(std::make_unique<MemoryStore>(again.disk), again.setup).value();
    again.session->beginSharing();
    QVERIFY(again.session->share({m_declared + his + hers, {}, {}}).ok());
    QCOMPARE(again.rows(), m_ana->rows());
    QCOMPARE(again.say(u"and on"_s).first().deviceSeq, hers.first().deviceSeq + 1);
}

// The server confirms an older entry while younger ones are on their way, or refused.
void TestSharedSession::theAuthorsChainGoesOnWhateverComesBack()
{
    const auto first = m_ana->say(u"before she claims"_s);
    const auto claimed = m_ana->claim();
    const auto second = m_ana->say(u"while it is on its way"_s);
    QCOMPARE(m_ana->session->take(placed(first, 10)).confirmed.size(), 1);
    const auto third = m_ana->say(u"after the first came back"_s);
    QCOMPARE(third.first().deviceSeq, second.last().deviceSeq + 1);
    QCOMPARE(third.first().prevHash, second.last().hash);
    QVERIFY(m_ana->session->refuse({{claimed.first().id, u"held"_s, {}}}));
    QCOMPARE(m_ana->session->take(placed(second, 11)).confirmed.size(), 1);
    const auto fourth = m_ana->say(u"after the claim was refused"_s);
    QCOMPARE(fourth.first().deviceSeq, third.last().deviceSeq + 1);
    QCOMPARE(fourth.first().prevHash, third.last().hash);
}

// A file that was put back from a backup, copied or fetched anew does not write again what its console has written since.
void TestSharedSession::eachOpeningIsAChainOfItsOwn()
{
    const auto before = m_ana->say(u"before the backup"_s);
    const QList<Event> backup = m_ana->disk.events;
    const auto lost = m_ana->say(u"after the backup"_s);
    Person again(u"ana"_s, m_ana->setup.device);
    again.ids = UuidV7Source(44);
    again.clock.advance(Span::hours(1));
    again.disk.events = backup;
    again.session = IncidentSession::resume(std::make_unique<MemoryStore>(again.disk), again.setup).value();
    const auto said = again.say(u"after it was put back"_s);
    QVERIFY(said.first().device != lost.first().device);
    QVERIFY(said.first().device.startsWith(m_ana->setup.device)); // which console it was is still to be seen
    QCOMPARE(said.first().deviceSeq, 1);
    QCOMPARE(said.first().prevHash, zeroHash());
    QVERIFY(said.first().hlc > before.first().hlc);
}

void TestSharedSession::whatTwoSetAtOnceIsContestedUntilSomebodyChooses()
{
    const auto hers = m_ana->rate(u"2"_s);
    const auto his = m_ben->rate(u"3"_s);
    QVERIFY(contested(m_declared + hers).isEmpty());
    const QList<Event> both = m_declared + hers + his;
    const auto open = contested(both);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().inForce.value.toString(), u"3"_s); // the last in the server's order
    QCOMPARE(open.first().inForce.by, u"ben"_s);
    QCOMPARE(open.first().others.size(), 1);
    QCOMPARE(open.first().others.first().value.toString(), u"2"_s);
    QCOMPARE(open.first().others.first().by, u"ana"_s);
    // On the console of who is second it shows before the server has that one.
    ContestedFields shown;
    qint64 place = 0;
    for (const Event &event : m_declared + hers)
        shown.follow(event, ++place);
    for (const Event &event : his)
        shown.follow(event, 0);
    QCOMPARE(shown.open().size(), 1);

    // A third time by who has seen one only leaves the other open.
    const auto again = m_ben->rate(u"4"_s);
    QCOMPARE(contested(both + again).value(0).inForce.value.toString(), u"4"_s);
    QCOMPARE(contested(both + again).value(0).others.size(), 1);
    // Whoever has seen both and sets it has chosen.
    const qint64 from = m_declared.size() + 1;
    (void)m_ana->session->take(placed(hers + his, from));
    QVERIFY(contested(both + m_ana->rate(u"2"_s)).isEmpty());
    // So has who says that the other does not count.
    const auto kept = m_ben->session->execute(
        {Verb::Note, {}, {}, {{u"text"_s, u"it stays"_s}, {settlesKey.toString(), QJsonArray{hers.last().id}}}});
    QVERIFY(kept.ok());
    QVERIFY(contested(both + kept.value().events).isEmpty());
}

void TestSharedSession::whatOneSetAfterTheOtherIsNotContested()
{
    const auto hers = m_ana->rate(u"2"_s);
    (void)m_ben->session->take(placed(hers, m_declared.size() + 1));
    const auto his = m_ben->rate(u"3"_s);
    QVERIFY(contested(m_declared + hers + his).isEmpty());
    // The same word twice is no contradiction.
    const auto first = m_ana->session->execute({Verb::Flag, {}, {}, {{u"id"_s, u"pii"_s}}});
    const auto second = m_ben->session->execute({Verb::Flag, {}, {}, {{u"id"_s, u"pii"_s}}});
    if (first && second)
        QVERIFY(contested(m_declared + hers + his + first.value().events + second.value().events).isEmpty());
    // What others say beside it neither.
    QVERIFY(contested(m_declared + hers + m_ben->say(u"it is worse"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestSharedSession)
#include "tst_sharedsession.moc"
