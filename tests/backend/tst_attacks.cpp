// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbiter/arbiterstate.h"
#include "sharedincident.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::backend;
using domain::Event;
using test::Author;
using test::said;

/// What somebody tries who has a login and libpq, and no console of ours: each is refused, and each refusal of the arbiter is on
/// record.
class TestAttacks : public QObject, private test::SharedIncident
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { begin(); }
    void nobodyTouchesTheTables_data();
    void nobodyTouchesTheTables();
    void aSuperuserHasToMeanIt();
    void observersAndAuditorsOnlyRead();
    void thereIsOneCommander();
    void handoversAreForThoseTheyAreFor();
    void publishingAndResolvingAreForWhoMay();
    void approvalsAreOfTheTextAndOfTheLogin();
    void overridesAreGoodForOneRefusal();
    void aForgedTableIsRefused();
    void aNewProcessIsForWhoCommands();
};

void TestAttacks::initTestCase()
{
    if (const QString why = test::PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(openServer());
}

void TestAttacks::nobodyTouchesTheTables_data()
{
    QTest::addColumn<QString>("sql");
    const QStringList attacks = {
        u"insert into fireline.event (incident, seq) values (gen_random_uuid(), 1)"_s,
        u"update fireline.event set payload = '{}'"_s,
        u"delete from fireline.event"_s,
        u"truncate fireline.event"_s,
        u"update fireline.incident set authority = '{}'"_s,
        u"update fireline.incident set holders = '[[\"ic\", \"Bo\"]]'"_s,
        u"insert into fireline.member values (gen_random_uuid(), 'Bo', 'bo', 'Bo', 0)"_s,
        u"insert into fireline.consent values (gen_random_uuid(), 'x', 'ana', 'x')"_s,
        u"select * from fireline.paper"_s,
        u"select * from fireline.device_head"_s,
        u"select * from fireline.migration"_s,
        u"delete from fireline.rejection"_s,
        u"alter table fireline.event disable trigger all"_s,
        u"alter table fireline.event disable row level security"_s,
        u"set role fireline_owner"_s,
        u"set role fireline_auditor"_s,
        u"set session authorization ana"_s,
        u"set session_replication_role = replica"_s,
        u"grant fireline_auditor to \"Bo\""_s,
        u"create role boss login superuser"_s,
        u"alter role ana password 'x'"_s,
        u"create temp table incident (id uuid)"_s,
        u"create schema mine"_s,
        u"create function public.f() returns int language sql as 'select 1'"_s,
        u"create table fireline.mine (x int)"_s,
        u"create or replace function fireline.word(t text) returns text language sql as 'select t'"_s,
        u"select fireline.fold(null, 'x', 'y', '{}', 'z', 0, 'ana', true, '{}', null)"_s,
        u"select fireline.push(gen_random_uuid(), '[]', true, true)"_s,
        u"select fireline.refuse(gen_random_uuid(), '{}', 'x', null, false, 'ana', 0)"_s,
        u"copy fireline.event to program 'id'"_s,
        u"copy (select 1) to '/tmp/x'"_s,
        u"select pg_read_file('/etc/passwd')"_s,
        u"select lo_import('/etc/passwd')"_s,
        u"load 'plpgsql'; create extension dblink"_s,
        u"alter system set fsync = off"_s,
    };
    for (const QString &sql : attacks)
        QTest::newRow(qPrintable(sql)) << sql;
}

void TestAttacks::nobodyTouchesTheTables()
{
    QFETCH(QString, sql);
    for (const QString &login : {u"Bo"_s, u"olly"_s}) {
        const Connection connection = openAs(login);
        const auto done = connection->run(sql);
        QVERIFY2(!done.ok(), qPrintable(login));
        QCOMPARE(done.problem().code, u"not-permitted"_s);
    }
    QVERIFY(m_server->log().contains(u"STATEMENT:  "_s + sql));
}

void TestAttacks::aSuperuserHasToMeanIt()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"Bo"_s}}), u"rejected held"_s);
    for (const QString &sql :
         {u"delete from fireline.event"_s, u"update fireline.event set login = 'x'"_s, u"truncate fireline.event"_s,
          u"delete from fireline.rejection"_s, u"truncate fireline.rejection"_s}) {
        const auto done = as(u"admin"_s).run(sql);
        QVERIFY2(!done.ok(), qPrintable(sql));
        QVERIFY2(done.problem().detail.contains(u"only added to"_s), qPrintable(done.problem().detail));
    }
}

void TestAttacks::observersAndAuditorsOnlyRead()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    for (const QString &login : {u"olly"_s, u"audra"_s}) {
        QVERIFY(push(login, u"entry.posted"_s, note()).startsWith(u"error not-permitted"_s));
        QVERIFY(!as(login).scalar(u"select fireline_api.poke(?::uuid)"_s, {m_incident}).ok());
        QVERIFY(!as(login).scalar(u"select fireline_api.put_blob(?::uuid, 'x', '')"_s, {m_incident}).ok());
        QCOMPARE(as(login).scalar(u"select count(*) from fireline_api.pull(?::uuid, 0)"_s, {m_incident}).value().toInt(), 2);
    }
    QVERIFY(!as(u"olly"_s).rows(u"select * from fireline_api.rejections(?::uuid, 0)"_s, {m_incident}).ok());
}

void TestAttacks::thereIsOneCommander()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"Bo"_s}}), u"rejected held"_s);
    QCOMPARE(push(u"Bo"_s, u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"ana"_s}}), u"rejected not-yourself"_s);
    QCOMPARE(push(u"Bo"_s, u"role.assigned"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"Bo"_s}, {u"replaces"_s, u"ana"_s}}),
             u"rejected held"_s);
    QCOMPARE(push(u"Bo"_s, u"command.takenOver"_s,
                  {{u"role"_s, u"ic"_s}, {u"from"_s, u"cy"_s}, {u"to"_s, u"Bo"_s}, {u"why"_s, u"w"_s}}),
             u"rejected not-held"_s);
    QCOMPARE(rejections(u"held"_s, u"Bo"_s), 2);
    QCOMPARE(as(u"Bo"_s).scalar(u"select count(*) from fireline_api.rejections(?::uuid, 0)"_s, {m_incident}).value().toInt(), 4);
    QCOMPARE(as(u"cy"_s).scalar(u"select count(*) from fireline_api.rejections(?::uuid, 0)"_s, {m_incident}).value().toInt(), 0);
    QCOMPARE(as(u"audra"_s).scalar(u"select count(*) from fireline_api.rejections(?::uuid, 0)"_s, {m_incident}).value().toInt(),
             4);

    // Two that take over at once: the second decided under a commander who is not that any more.
    const QJsonObject takeover{{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"why"_s, u"gone"_s}, {u"term"_s, 1}};
    QJsonObject bo = takeover;
    bo.insert(u"to"_s, u"Bo"_s);
    QJsonObject cy = takeover;
    cy.insert(u"to"_s, u"cy"_s);
    QCOMPARE(push(u"Bo"_s, u"command.takenOver"_s, bo), u"accepted"_s);
    QCOMPARE(push(u"cy"_s, u"command.takenOver"_s, cy), u"rejected stale-term"_s);
    QCOMPARE(push(u"ana"_s, u"severity.set"_s, {{u"from"_s, QString()}, {u"to"_s, u"P1"_s}, {u"term"_s, 1}}),
             u"rejected stale-term"_s);
}

void TestAttacks::handoversAreForThoseTheyAreFor()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const QJsonObject offer{{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"Bo"_s}};
    QCOMPARE(push(u"Bo"_s, u"handover.offered"_s, offer), u"rejected not-authorised"_s);
    QCOMPARE(push(u"ana"_s, u"handover.offered"_s, offer), u"accepted"_s);
    QCOMPARE(push(u"cy"_s, u"handover.accepted"_s, offer), u"rejected not-yourself"_s);
    QCOMPARE(push(u"cy"_s, u"handover.accepted"_s, {{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"cy"_s}}),
             u"rejected no-offer"_s);
    QCOMPARE(push(u"Bo"_s, u"handover.accepted"_s, offer), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"handover.accepted"_s, offer), u"rejected no-offer"_s);
    QCOMPARE(
        as(u"cy"_s).scalar(u"select term from fireline_api.heads() where incident = ?::uuid"_s, {m_incident}).value().toInt(), 2);
}

void TestAttacks::publishingAndResolvingAreForWhoMay()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event draft = author(u"Bo"_s).next(u"update.drafted"_s, {{u"target"_s, u"update/public"_s},
                                                                   {u"audience"_s, u"public"_s},
                                                                   {u"state"_s, QString()},
                                                                   {u"fields"_s, QJsonObject()},
                                                                   {u"text"_s, u"all fine"_s},
                                                                   {u"hash"_s, u"x"_s}});
    QCOMPARE(push(u"Bo"_s, {draft}), u"accepted"_s);
    const QJsonObject send{{u"update"_s, draft.id}, {u"via"_s, u"copy"_s}, {u"hash"_s, u"x"_s}};
    QCOMPARE(push(u"Bo"_s, u"update.sent"_s, send), u"rejected not-authorised e.publish"_s);
    QCOMPARE(push(u"Bo"_s, u"update.queued"_s, send), u"rejected not-authorised e.publish"_s);
    // As somebody else, by hand, or as a draft that says it is out already.
    QJsonObject sly = send;
    sly.insert(u"by"_s, u"ana"_s);
    sly.insert(u"via"_s, u"hand"_s);
    QCOMPARE(push(u"Bo"_s, u"update.sent"_s, sly), u"rejected not-authorised e.publish"_s);
    QJsonObject posted = draft.body();
    posted.insert(u"posted"_s, true);
    QCOMPARE(push(u"Bo"_s, u"update.drafted"_s, posted), u"rejected not-authorised e.publish"_s);
    posted.insert(u"target"_s, u"reply/public"_s);
    QCOMPARE(push(u"Bo"_s, u"update.drafted"_s, posted), u"rejected not-authorised e.publish"_s);
    QCOMPARE(push(u"Bo"_s, u"incident.resolved"_s, {{u"text"_s, u"done"_s}}), u"rejected not-authorised e.close"_s);
    // That it went out all the same is a fact, and may be told.
    QCOMPARE(push(u"Bo"_s, u"rule.breached"_s, {{u"rule"_s, u"e.publish"_s}, {u"text"_s, u"posted it"_s}}), u"accepted"_s);
    QCOMPARE(push(u"ana"_s, u"role.assigned"_s, {{u"role"_s, u"comms"_s}, {u"person"_s, u"cy"_s}}), u"accepted"_s);
    QCOMPARE(push(u"cy"_s, u"update.sent"_s, send), u"accepted"_s);
    QCOMPARE(push(u"ana"_s, u"incident.resolved"_s, {{u"text"_s, u"done"_s}}), u"accepted"_s);
}

void TestAttacks::approvalsAreOfTheTextAndOfTheLogin()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const auto change = [&](const QString &hash) {
        return author(u"Bo"_s).next(
            u"change.proposed"_s,
            {{u"text"_s, u"c"_s}, {u"kind"_s, u"deploy"_s}, {u"risk"_s, u"high"_s}, {u"staged"_s, true}, {u"hash"_s, hash}});
    };
    const Event one = change(u"h"_s);
    const QJsonObject execute{{u"change"_s, one.id}};
    QCOMPARE(push(u"Bo"_s, {one}), u"accepted"_s);
    QCOMPARE(push(u"ana"_s, u"role.assigned"_s, {{u"role"_s, u"comms"_s}, {u"person"_s, u"ana"_s}}), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, execute), u"rejected not-approved e.change"_s);
    // Bo's approval in ana's name, and ana's of another change's text.
    QCOMPARE(push(u"Bo"_s, u"change.approved"_s, {{u"change"_s, one.id}, {u"hash"_s, u"h"_s}, {u"by"_s, u"ana"_s}}),
             u"accepted"_s);
    QCOMPARE(push(u"ana"_s, u"change.approved"_s, {{u"change"_s, one.id}, {u"hash"_s, u"other"_s}}), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, execute), u"rejected not-approved e.change"_s);
    QCOMPARE(push(u"ana"_s, u"change.approved"_s, {{u"change"_s, one.id}, {u"hash"_s, u"h"_s}}), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, execute), u"accepted"_s);

    // A text that is changed after it was approved, under the hash of the old one.
    QCOMPARE(push(u"ana"_s, u"severity.set"_s, {{u"from"_s, QString()}, {u"to"_s, u"P1"_s}}), u"accepted"_s);
    QJsonObject body{
        {u"target"_s, u"update/customers"_s}, {u"audience"_s, u"customers"_s}, {u"state"_s, QString()}, {u"free"_s, u"honest"_s},
        {u"fields"_s, QJsonObject()},         {u"text"_s, u"honest"_s}};
    body.insert(u"hash"_s, domain::updateHash(body));
    const Event draft = author(u"Bo"_s).next(u"update.drafted"_s, body);
    const QJsonObject consent{{u"update"_s, draft.id}, {u"hash"_s, body.value(u"hash"_s)}};
    QJsonObject send = consent;
    send.insert(u"via"_s, u"copy"_s);
    body.insert(u"update"_s, draft.id);
    body.insert(u"free"_s, u"forged"_s);
    QCOMPARE(push(u"Bo"_s, {draft}), u"accepted"_s);
    QCOMPARE(push(u"ana"_s, u"update.approved"_s, consent), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"update.edited"_s, body), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"update.sent"_s, send), u"rejected not-approved e.legal"_s);
}

void TestAttacks::overridesAreGoodForOneRefusal()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event change = author(u"Bo"_s).next(
        u"change.proposed"_s,
        {{u"text"_s, u"c"_s}, {u"kind"_s, u"deploy"_s}, {u"risk"_s, u"low"_s}, {u"staged"_s, false}, {u"hash"_s, u"h"_s}});
    const QJsonObject execute{{u"change"_s, change.id}};
    const QJsonObject pass{{u"rule"_s, u"e.staged"_s}, {u"why"_s, u"must"_s}};
    QCOMPARE(push(u"Bo"_s, {change}), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, execute), u"rejected not-allowed e.staged"_s);
    QCOMPARE(push(u"Bo"_s, u"rule.overridden"_s, pass), u"rejected not-authorised"_s);
    QCOMPARE(push(u"ana"_s, u"rule.overridden"_s, {{u"rule"_s, u"e.close"_s}, {u"why"_s, u"must"_s}}), u"rejected no-override"_s);
    QCOMPARE(push(u"ana"_s, u"rule.overridden"_s, pass), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, execute), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, execute), u"rejected not-allowed e.staged"_s);
}

void TestAttacks::aForgedTableIsRefused()
{
    domain::Process lax = m_process;
    lax.authorities.clear();
    lax.sha256 = u"00"_s;
    const QByteArray honest = std::exchange(m_table, domain::authorityTable(lax));
    QCOMPARE(push(u"ana"_s, u"incident.declared"_s, declaration()), u"rejected authority"_s);
    m_table = "{}";
    QCOMPARE(push(u"ana"_s, u"incident.declared"_s, declaration()), u"rejected authority"_s);
    m_table.clear();
    QCOMPARE(push(u"ana"_s, u"incident.declared"_s, declaration()), u"rejected authority"_s);
    m_table = honest;
    QJsonObject otherText = declaration();
    otherText.insert(u"processText"_s, u"forged"_s);
    QCOMPARE(push(u"ana"_s, u"incident.declared"_s, otherText), u"rejected authority"_s);
    QCOMPARE(rejections(u"authority"_s, u"ana"_s), 4);
    QCOMPARE(as(u"ana"_s)
                 .scalar(u"select count(*) from fireline_api.heads() where incident = ?::uuid"_s, {m_incident})
                 .value()
                 .toInt(),
             0);
    QCOMPARE(push(u"ana"_s, u"incident.declared"_s, declaration()), u"accepted"_s);
    QCOMPARE(as(u"Bo"_s).scalar(u"select authority from fireline_api.pull(?::uuid, 0)"_s, {m_incident}).value().toByteArray(),
             honest);
}

void TestAttacks::aNewProcessIsForWhoCommands()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QJsonObject adopted = declaration();
    adopted.insert(u"why"_s, u"newer"_s);
    QCOMPARE(push(u"Bo"_s, u"process.adopted"_s, adopted), u"rejected not-authorised"_s);
    QCOMPARE(push(u"ana"_s, u"process.adopted"_s, adopted), u"accepted"_s);
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
