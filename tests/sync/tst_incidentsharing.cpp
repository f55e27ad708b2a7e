// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendpeople.h"
#include "backendschema.h"
#include "decide/members.h"
#include "incidentcontroller.h"
#include "incidentlink.h"
#include "incidentsharing.h"
#include "postgresserver.h"
#include "processlibrary.h"
#include "refusedline.h"
#include "sqlite/sqlitejournal.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace fireline;
using namespace fireline::domain;
using namespace Qt::StringLiterals;
using fireline::models::LinkState;
using fireline::store::SqliteJournal;
using fireline::test::PostgresServer;
using fireline::window::IncidentController;
using fireline::window::IncidentSharing;
using State = fireline::models::LinkState::State;

namespace {

constexpr int Patience = 60000; // ms; for a machine that is busy with other things

/// One person with a window's incident, without the window.
class Person
{
public:
    Person(const PostgresServer &server, const QString &name, const QString &database)
        : m_name(name)
        , m_address(backend::parseAddress(server.uri(name, database)).value())
    {
    }
    void declare(const QString &processId = u"severity-ladder"_s, const QString &severity = u"1"_s)
    {
        const auto process = process::ProcessLibrary({}).process(processId).value();
        open(session::declareIncident(path(), setup(), process,
                                      {Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, severity}}}));
    }
    /// What the backend has is fetched into a file, which is opened then.
    void join(const QString &incidentId)
    {
        {
            const auto file = SqliteJournal::create(path()).value();
            link::IncidentLink link(m_address);
            const QSignalSpy settled(&link, &link::IncidentLink::settled);
            QVERIFY(link.follow(incidentId, file->exchange()).ok());
            link.start();
            QTRY_COMPARE_WITH_TIMEOUT(settled.count(), 1, Patience);
        }
        reopen();
    }
    void reopen()
    {
        incident.reset();
        open(session::openIncident(path(), false, setup()));
    }
    void share(bool adopt) { incident->sharing().begin(m_address, adopt); }
    Outcome<session::Executed> does(Verb verb, const QJsonObject &args = {}) { return incident->execute({verb, {}, {}, args}); }
    void says(const QString &text) { QVERIFY(does(Verb::Note, {{u"text"_s, text}}).ok()); }

    [[nodiscard]] const LinkState &link() const { return incident->sharing().state(); }
    [[nodiscard]] bool agrees() const { return link().state == State::Shared && link().unsent == 0; }
    [[nodiscard]] QStringList rows() const
    {
        QStringList ids;
        for (const Entry &entry : incident->state().entries)
            ids.append(entry.eventId);
        return ids;
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        for (const Entry &entry : incident->state().entries)
            all.append(entry.text);
        return all;
    }
    [[nodiscard]] const QList<RefusedEvent> &refusals() const { return incident->sharing().refusals(); }
    [[nodiscard]] QStringList commanders() const { return incident->state().holders(incident->process().commander()->id); }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"a.fireline"_s); }

private:
    [[nodiscard]] session::SessionSetup setup() { return {m_clock, m_ids, m_name, m_device}; }
    void open(const session::Opening &opening)
    {
        QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), Patience);
        auto &opened = *opening.result();
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.problem().text));
        incident = std::make_unique<IncidentController>(std::move(opened).value(), m_clock);
        resets = std::make_unique<QSignalSpy>(incident.get(), &models::IncidentFeed::reset);
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    UuidV7Source m_ids;
    QString m_name;
    QString m_device = m_ids.next(m_clock.now());
    backend::BackendAddress m_address;

public:
    std::unique_ptr<IncidentController> incident;
    std::unique_ptr<QSignalSpy> resets;
};

} // namespace

/// Incidents as windows hold them, with a real PostgreSQL between them.
class TestIncidentSharing : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void othersAppearAtOnce();
    void commandIsOneForAll();
    void whatIsTypedOfflineGoesLater();
    void aFrozenServerHoldsNobodyUp();
    void whatIsSharedStaysSharedAfterAStart();
    void attachmentsCountUntilTheyAreThere();
    void aPrivateIncidentIsForItsMembers();
    void personalDataIsForThoseWhoNeedToKnow();
    void whatIsRefusedIsKeptUntilItIsDealtWith();
    void severityIsUnconfirmedUntilTheBackendHasIt();
    void whatTwoSetAtOnceIsForOneToChoose();
    void whoIsHereIsKnown();

private:
    void shared();

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    int m_count = 0;
    std::unique_ptr<Person> m_ana;
    std::unique_ptr<Person> m_ben;
};

void TestIncidentSharing::initTestCase()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
}

void TestIncidentSharing::init()
{
    m_ana.reset();
    m_ben.reset();
    m_database = u"db%1"_s.arg(++m_count);
    QVERIFY(m_server->createDatabase(m_database));
    const auto admin = backend::BackendConnection::open(backend::parseAddress(m_server->uri(u"admin"_s, m_database)).value());
    QVERIFY(admin.ok() && backend::initialise(*admin.value()).ok());
    for (const QString &name : {u"ana"_s, u"ben"_s})
        QVERIFY(backend::addPerson(*admin.value(), name, backend::BackendRole::Responder).ok());
    shared();
}

// Ana puts her incident there, and ben joins.
void TestIncidentSharing::shared()
{
    m_ana = std::make_unique<Person>(*m_server, u"ana"_s, m_database);
    m_ben = std::make_unique<Person>(*m_server, u"ben"_s, m_database);
    m_ana->declare();
    m_ana->says(u"before the others came"_s);
    m_ana->share(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees(), Patience);
    QCOMPARE(m_ana->resets->count(), 0); // nothing moved under her hands
    m_ben->join(m_ana->incident->state().id);
    QVERIFY(m_ben->incident->isOnBackend());
    m_ben->share(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_ben->agrees(), Patience);
    QCOMPARE(m_ben->rows(), m_ana->rows());
}

void TestIncidentSharing::othersAppearAtOnce()
{
    const QSignalSpy applied(m_ben->incident.get(), &models::IncidentFeed::applied);
    m_ana->says(u"the database is full"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ben->texts().contains(u"the database is full"_s), Patience);
    QVERIFY(!applied.isEmpty());
    QCOMPARE(m_ben->resets->count(), 0);
    for (int i = 0; i < 5; ++i) {
        m_ana->says(u"ana %1"_s.arg(i));
        m_ben->says(u"ben %1"_s.arg(i));
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        m_ana->agrees() && m_ben->agrees() && m_ana->rows() == m_ben->rows() && m_ana->texts().contains(u"ben 4"_s), Patience);
    QCOMPARE(m_ana->resets->count() + m_ben->resets->count(), 0); // nothing is read anew because others write too
}

void TestIncidentSharing::commandIsOneForAll()
{
    m_server->freeze(); // both claim before either hears of the other
    for (Person *each : {m_ana.get(), m_ben.get()}) {
        each->says(u"I see nobody in command"_s);
        QVERIFY(each->does(Verb::Claim).ok());
    }
    QCOMPARE(m_ana->commanders(), QStringList()); // nobody is shown in command who is not
    QCOMPARE(m_ben->commanders(), QStringList());
    m_server->thaw();
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->refusals().size() + m_ben->refusals().size(), 1, Patience);
    Person &loser = m_ana->refusals().isEmpty() ? *m_ben : *m_ana;
    Person &winner = m_ana->refusals().isEmpty() ? *m_ana : *m_ben;
    const QStringList one{winner.incident->profile()};
    QTRY_VERIFY_WITH_TIMEOUT(loser.commanders() == one && winner.commanders() == one, Patience);
    QCOMPARE(loser.refusals().first().event.type, u"role.taken"_s);
    QVERIFY(!loser.refusals().first().reason.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ben->agrees() && m_ana->rows() == m_ben->rows(), Patience);
    for (Person *each : {m_ana.get(), m_ben.get()}) { // what was refused is no end of anything
        each->says(u"and on it goes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(each->incident->saveStatus().saving, 0, Patience);
        QCOMPARE(each->incident->saveStatus().notSaved, 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ben->agrees() && m_ana->rows() == m_ben->rows(), Patience);
}

void TestIncidentSharing::whatIsTypedOfflineGoesLater()
{
    m_server->kill();
    m_ana->says(u"alone"_s);
    m_ben->says(u"alone too"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->link().state, State::Offline, Patience);
    QCOMPARE(m_ana->link().unsent, 1);
    QVERIFY(!m_ana->link().reason.isEmpty());
    QVERIFY2(m_server->start(), qPrintable(m_server->log()));
    m_ana->incident->sharing().retryNow();
    m_ben->incident->sharing().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ben->agrees() && m_ana->rows() == m_ben->rows()
                                 && m_ana->texts().contains(u"alone too"_s),
                             Patience);
}

// What is recorded is shown and saved while a call hangs, and the window closes.
void TestIncidentSharing::aFrozenServerHoldsNobodyUp()
{
    m_server->freeze();
    m_ana->says(u"while nobody answers"_s);
    QVERIFY(m_ana->texts().contains(u"while nobody answers"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->incident->saveStatus().saving, 0, Patience);
    m_ana->incident.reset();
    m_server->thaw();
    m_ana->reopen();
    QVERIFY(m_ana->texts().contains(u"while nobody answers"_s));
    m_ana->share(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ben->texts().contains(u"while nobody answers"_s), Patience);
}

void TestIncidentSharing::whatIsSharedStaysSharedAfterAStart()
{
    m_ana->incident.reset();
    m_ben->says(u"while ana was away"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_ben->agrees(), Patience);
    m_ana->reopen();
    QVERIFY(m_ana->incident->isOnBackend());
    m_ana->says(u"before she hears of it"_s);
    m_ana->share(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ana->texts().contains(u"while ana was away"_s), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->rows(), m_ana->rows(), Patience);
}

void TestIncidentSharing::aPrivateIncidentIsForItsMembers()
{
    m_server->freeze();
    QVERIFY(m_ana->does(Verb::Restrict, {{u"why"_s, u"names of customers"_s}}).ok());
    QVERIFY(!m_ana->incident->state().isPrivate); // not shown as done before it is
    m_server->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ana->incident->state().isPrivate, Patience);
    QCOMPARE(m_ana->incident->state().members, QStringList{u"ana"_s});
    m_ana->says(u"it is the export of Monday"_s);
    m_ben->incident->sharing().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->link().state, State::Stopped, Patience);
    QVERIFY(!m_ben->link().reason.contains(u"Checkout"_s) && !m_ben->link().reason.contains(m_ana->incident->state().id));
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees(), Patience);
    QVERIFY(!m_ben->texts().contains(u"it is the export of Monday"_s));

    QVERIFY(m_ana->does(Verb::AddMember, {{u"who"_s, QJsonArray{u"ben"_s}}}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ana->incident->state().maySee(u"ben"_s), Patience);
    m_ben->incident->sharing().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_ben->agrees() && m_ben->texts().contains(u"it is the export of Monday"_s), Patience);
    QCOMPARE(m_ben->rows(), m_ana->rows());
    QVERIFY(m_ana->does(Verb::Role, {{u"id"_s, u"tech_lead"_s}, {u"who"_s, QJsonArray{u"ben"_s}}}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees(), Patience);
    QCOMPARE(m_ana->refusals().size(), 0);
}

// SRE-23, SRE-41: the flag names who needs to know, the line that follows from it is done, and the others see no more of it.
void TestIncidentSharing::personalDataIsForThoseWhoNeedToKnow()
{
    Person ana(*m_server, u"ana"_s, m_database);
    Person ben(*m_server, u"ben"_s, m_database);
    ana.declare(u"sre-directorate"_s, u"SEV1"_s);
    ana.share(true);
    QTRY_VERIFY_WITH_TIMEOUT(ana.agrees(), Patience);
    ben.join(ana.incident->state().id);
    ben.share(false);
    QTRY_VERIFY_WITH_TIMEOUT(ben.agrees(), Patience);
    QVERIFY(ana.does(Verb::Claim).ok());
    QVERIFY(ana.does(Verb::Flag, {{u"id"_s, u"pii"_s}, {u"why"_s, u"names in the export"_s}}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ana.agrees() && ben.agrees() && ben.rows() == ana.rows(), Patience);
    const auto asked = [](const Person &one) {
        return needToKnow(one.incident->profile(), {one.incident->state(), one.incident->process(), one.incident->now(), {}});
    };
    QCOMPARE(asked(ana), QStringList{u"ana"_s});
    const QJsonArray few = QJsonArray::fromStringList(asked(ana));
    QVERIFY(!ben.does(Verb::Restrict, {{u"who"_s, few}}).ok()); // who commands decides
    QVERIFY(ana.does(Verb::Restrict, {{u"who"_s, few}, {u"why"_s, u"personal data"_s}}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(ana.agrees() && ana.incident->state().isPrivate, Patience);
    QCOMPARE(asked(ana), QStringList());
    ana.says(u"whose names they are"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ana.agrees(), Patience);
    ben.incident->sharing().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(ben.link().state, State::Stopped, Patience);
    QVERIFY(!ben.texts().contains(u"whose names they are"_s));
}

void TestIncidentSharing::whatIsRefusedIsKeptUntilItIsDealtWith()
{
    m_server->freeze();
    QVERIFY(m_ana->does(Verb::Claim).ok());
    QVERIFY(m_ben->does(Verb::Claim).ok());
    m_server->thaw();
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->link().refused + m_ben->link().refused, 1, Patience);
    Person &loser = m_ana->link().refused > 0 ? *m_ana : *m_ben;
    const RefusedEvent kept = loser.incident->sharing().refusals().first();
    QCOMPARE(kept.reason, u"held"_s);
    QCOMPARE(window::refusedLine(kept.event, loser.incident->state(), loser.incident->process()), u"/claim"_s);
    QVERIFY(window::refusedWords(kept.event, loser.incident->state(), loser.incident->process()).contains(u"takes the role"_s));
    loser.reopen();
    loser.share(false);
    QTRY_COMPARE_WITH_TIMEOUT(loser.link().refused, 1, Patience);
    QCOMPARE(loser.incident->sharing().refusals().first().event.id, kept.event.id);
    loser.incident->sharing().settleRefusal(kept.event.id);
    QTRY_COMPARE_WITH_TIMEOUT(loser.link().refused, 0, Patience);
    loser.reopen();
    loser.share(false);
    QTRY_VERIFY_WITH_TIMEOUT(loser.agrees(), Patience);
    QCOMPARE(loser.link().refused, 0);
}

void TestIncidentSharing::severityIsUnconfirmedUntilTheBackendHasIt()
{
    m_server->freeze();
    const auto set = m_ana->does(Verb::Severity, {{u"id"_s, u"2"_s}, {u"why"_s, u"fewer are hit"_s}});
    QVERIFY(set.ok());
    QCOMPARE(m_ana->incident->state().severity, u"2"_s); // in force here
    const QString id = set.value().events.first().id;
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->incident->saved(id), models::Saved::Saved, Patience);
    m_ana->incident->sharing().markUnconfirmed();
    QCOMPARE(m_ana->incident->saved(id), models::Saved::Unconfirmed);
    QVERIFY(m_ana->link().severityUnconfirmed && !m_ana->link().phaseUnconfirmed);
    m_server->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees(), Patience);
    m_ana->incident->sharing().markUnconfirmed();
    QCOMPARE(m_ana->incident->saved(id), models::Saved::Saved);
    QVERIFY(!m_ana->link().severityUnconfirmed);
}

// Both values stay, one is in force for all, and what one of them chooses holds for both.
void TestIncidentSharing::whatTwoSetAtOnceIsForOneToChoose()
{
    m_server->freeze();
    for (Person *each : {m_ana.get(), m_ben.get()}) {
        const QString severity = each == m_ana.get() ? u"2"_s : u"3"_s;
        QVERIFY(each->does(Verb::Severity, {{u"id"_s, severity}, {u"why"_s, u"as I see it"_s}}).ok());
        QCOMPARE(each->link().toReview, 0);
    }
    m_server->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ben->agrees() && m_ana->link().toReview == 1 && m_ben->link().toReview == 1,
                             Patience);
    const ContestedField field = m_ana->incident->sharing().contested().first();
    QCOMPARE(m_ben->incident->sharing().contested().first().inForce.event.id, field.inForce.event.id);
    QCOMPARE(field.inForce.value.toString(), m_ben->incident->state().severity);
    QCOMPARE(m_ana->incident->state().severity, m_ben->incident->state().severity);
    QCOMPARE(field.others.size(), 1);
    QVERIFY(field.others.first().by != field.inForce.by);
    // Who comes later sees it too.
    m_ben->reopen();
    m_ben->share(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_ben->link().toReview, 1, Patience);
    QVERIFY(m_ben->does(Verb::Severity, {{u"id"_s, field.others.first().value}, {u"why"_s, u"chosen"_s}}).ok());
    QCOMPARE(m_ben->link().toReview, 0);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_ana->link().toReview == 0 && m_ana->incident->state().severity == field.others.first().value.toString(), Patience);
}

// The words are there long before the picture that they speak of.
void TestIncidentSharing::attachmentsCountUntilTheyAreThere()
{
    m_server->freeze();
    const auto kept = m_ana->incident->keepBlob("a picture of the graphs");
    QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), Patience);
    const QJsonObject attachment{{u"sha256"_s, kept.result()->value()}, {u"name"_s, u"graph.png"_s}, {u"bytes"_s, 23}};
    const auto attached = m_ana->does(Verb::Attach, attachment);
    QVERIFY2(attached.ok(), attached ? "" : qPrintable(attached.problem().text));
    QTRY_COMPARE_WITH_TIMEOUT(m_ana->link().attachments, 1, Patience);
    m_server->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(m_ana->agrees() && m_ana->link().attachments == 0, Patience);
}

void TestIncidentSharing::whoIsHereIsKnown()
{
    const auto sees = [&](const QStringList &logins) {
        m_ana->incident->sharing().retryNow(); // long before the next poll
        return m_ana->link().here == logins;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sees({u"ana"_s, u"ben"_s}), Patience);
    // Who has another window open, with the list of incidents, is there and not here.
    link::IncidentLink list(backend::parseAddress(m_server->uri(u"ben"_s, m_database)).value());
    const QSignalSpy listed(&list, &link::IncidentLink::headsSeen);
    list.start();
    QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty(), Patience);
    m_ben->incident.reset();
    QTRY_VERIFY_WITH_TIMEOUT(sees({u"ana"_s}), Patience);
}

QTEST_GUILESS_MAIN(TestIncidentSharing)
#include "tst_incidentsharing.moc"
