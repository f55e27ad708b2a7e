// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendschema.h"
#include "sharedincident.h"
#include "sync/remote.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSqlDriver>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::backend;
using domain::Event;
using test::Author;
using test::said;

/// Who sees what: private incidents, files that are taken to a backend, attachments; and what shows that a record was changed.
class TestPrivacy : public QObject, private test::SharedIncident
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { begin(); }
    void privateIncidentsAreNotThere();
    void privateIncidentsTellNothingByNotify();
    void privateWordsAreInNoErrorAndNoStatistic();
    void anOutsiderHoldsUpNobody();
    void membersComeAndGo();
    void wordsStayOutOfTheServersLog();
    void listsStayShort();
    void aFileIsAdoptedOnce();
    void adoptedHistoryGivesNoConsent();
    void blobsAreOfTheirIncident();
    void changedBytesAreFound();
    void consolesRecomputeTheChain();
};

void TestPrivacy::initTestCase()
{
    if (const QString why = test::PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(openServer());
}

void TestPrivacy::privateIncidentsAreNotThere()
{
    QCOMPARE(declareAndCommand(true), u"accepted; accepted"_s);
    const QByteArray picture("a picture of it");
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex());
    QCOMPARE(
        as(u"ana"_s).scalar(u"select fireline_api.put_blob(?::uuid, ?, ?)"_s, {m_incident, hash, picture}).value().toString(),
        u"stored"_s);
    // Something is wrong with it, so that verify() has something to say.
    QVERIFY(
        as(u"admin"_s)
            .run(u"begin; set local session_replication_role = replica; update fireline.event set login = 'x' where incident = "
                 "'%1' and seq = 2; commit"_s.arg(m_incident))
            .ok());
    const QString nowhere = m_ids.next({1});
    const QStringList questions = {
        u"select count(*) from fireline_api.heads() where incident = '%1'"_s,
        u"select count(*) from fireline_api.pull('%1', 0)"_s,
        u"select count(*) from fireline_api.heads(array['%1']::uuid[])"_s,
        u"select count(*) from fireline.event where incident = '%1'"_s,
        u"select count(*) from fireline.incident where id = '%1'"_s,
        u"select count(*) from fireline.member where incident = '%1'"_s,
        u"select count(*) from fireline.blob where incident = '%1'"_s,
        u"select count(*) from fireline_api.members('%1')"_s,
        u"select count(*) from fireline_api.verify('%1')"_s,
        u"select count(*) from fireline_api.blob('%1', '"_s + hash + u"') b where b is not null"_s,
        u"select 1 - count(*) from fireline_api.missing_blobs('%1', array['"_s + hash + u"'])"_s,
    };
    for (const QString &question : questions) {
        // A question to which nobody hears anything would prove nothing.
        const auto seen = as(u"ana"_s).scalar(question.arg(m_incident));
        QVERIFY2(seen.ok() && seen.value().toInt() > 0, qPrintable(question));
        for (const QString &login : {u"Bo"_s, u"olly"_s}) {
            const auto hidden = as(login).scalar(question.arg(m_incident));
            QVERIFY2(hidden.ok(), qPrintable(question));
            QCOMPARE(hidden.value(), as(login).scalar(question.arg(nowhere)).value());
            QCOMPARE(hidden.value().toInt(), 0);
        }
    }
    QCOMPARE(as(u"audra"_s).scalar(questions.at(1).arg(m_incident)).value().toInt(), 2);
    // Writing to it says what writing to nothing says, word for word.
    Author elsewhere(m_ids, u"Bo"_s, nowhere);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, note()), u"rejected no-such-incident"_s);
    QCOMPARE(said(test::append(as(u"Bo"_s), nowhere, {elsewhere.next(u"entry.posted"_s, note())})),
             u"rejected no-such-incident"_s);
    QCOMPARE(said(test::adopt(as(u"Bo"_s), m_incident, {author(u"Bo"_s).next(u"entry.posted"_s, note())}, true)),
             u"rejected no-such-incident"_s);
    QCOMPARE(rejections(u"no-such-incident"_s, u"Bo"_s), 2);
    QCOMPARE(as(u"Bo"_s)
                 .scalar(u"select fireline_api.put_blob(?::uuid, ?, ''::bytea)"_s,
                         {m_incident, QString::fromLatin1(QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex())})
                 .value()
                 .toString(),
             u"refused"_s);
    // A role or a handover does not let anybody in by the back door.
    QCOMPARE(push(u"ana"_s, u"role.assigned"_s, {{u"role"_s, u"comms"_s}, {u"person"_s, u"Bo"_s}}), u"rejected not-member"_s);
    QCOMPARE(push(u"ana"_s, u"handover.offered"_s, {{u"role"_s, u"ic"_s}, {u"from"_s, u"ana"_s}, {u"to"_s, u"Bo"_s}}),
             u"rejected not-member"_s);
}

void TestPrivacy::privateIncidentsTellNothingByNotify()
{
    const Connection ear = openAs(u"olly"_s);
    QStringList heard;
    QSqlDriver *driver = ear->database().driver();
    QObject::connect(
        driver, &QSqlDriver::notification, driver,
        [&](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) { heard.append(payload.toString()); });
    QVERIFY(driver->subscribeToNotification(u"fireline"_s));
    QCOMPARE(declareAndCommand(true), u"accepted; accepted"_s);
    const QString hidden = m_incident;
    QVERIFY(as(u"ana"_s).rows(u"select fireline_api.poke(?::uuid)"_s, {m_incident}).ok());
    QVERIFY(as(u"Bo"_s).rows(u"select fireline_api.poke(?::uuid)"_s, {m_incident}).ok());
    begin();
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QVERIFY(as(u"ana"_s).rows(u"select fireline_api.poke(?::uuid)"_s, {m_incident}).ok());
    QTRY_COMPARE(heard.size(), 2); // Bo's poke of what is not there for Bo rings nothing
    QCOMPARE(heard, (QStringList{u"*"_s, m_incident + u":2"_s}));
    QVERIFY(!heard.join(u' ').contains(hidden));
}

// What the database tells of its rows besides the rows: by an error over one, by what it keeps for its planner, and by what others do.
void TestPrivacy::privateWordsAreInNoErrorAndNoStatistic()
{
    QCOMPARE(declareAndCommand(true), u"accepted; accepted"_s);
    const QString words = u"the export of Monday"_s;
    QCOMPARE(push(u"ana"_s, u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, words}}), u"accepted"_s);
    const QString byError = u"select payload::int from fireline.event where incident = '%1' and seq = 3"_s.arg(m_incident);
    const auto hers = as(u"ana"_s).rows(byError);
    QVERIFY(!hers.ok() && hers.problem().detail.contains(words)); // or the question would prove nothing
    for (const QString &login : {u"Bo"_s, u"olly"_s}) {
        const auto theirs = as(login).rows(byError);
        QVERIFY2(theirs.ok() && theirs.value().isEmpty(), qPrintable(login));
    }
    QVERIFY(as(u"admin"_s).run(u"analyze fireline.event"_s).ok());
    QVERIFY(as(u"ana"_s).run(u"select '%1'"_s.arg(words)).ok()); // the last that she did
    // In two pieces, or the question would find itself.
    const QStringList questions{
        u"select count(*) from pg_stats where schemaname = 'fireline' and (most_common_vals::text like '%of Mon' || 'day%' "
        "or histogram_bounds::text like '%of Mon' || 'day%')"_s,
        u"select count(*) from pg_stat_activity where query like '%of Mon' || 'day%'"_s,
    };
    for (const QString &question : questions) {
        QVERIFY2(as(u"admin"_s).scalar(question).value().toInt() > 0, qPrintable(question));
        for (const QString &login : {u"Bo"_s, u"olly"_s, u"cy"_s})
            QCOMPARE(as(login).scalar(question).value().toInt(), 0);
    }
}

// An open transaction of somebody who may not see the incident must not lock it.
void TestPrivacy::anOutsiderHoldsUpNobody()
{
    QCOMPARE(declareAndCommand(true), u"accepted; accepted"_s);
    QVERIFY(as(u"Bo"_s).run(u"begin"_s).ok());
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}), u"rejected no-such-incident"_s);
    QVERIFY(as(u"ana"_s).run(u"set lock_timeout = '100ms'"_s).ok());
    QCOMPARE(push(u"ana"_s, u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"x"_s}}), u"accepted"_s);
    QVERIFY(as(u"Bo"_s).run(u"rollback"_s).ok());
    QVERIFY(as(u"ana"_s).run(u"reset lock_timeout"_s).ok());
}

// A call that fails is written into the log with all that it carries, unless somebody says otherwise.
void TestPrivacy::wordsStayOutOfTheServersLog()
{
    QCOMPARE(declareAndCommand(true), u"accepted; accepted"_s);
    const auto fail = [&](const QString &words) {
        const Connection other = openAs(u"ana"_s); // with what the database says by now
        QVERIFY(other->run(u"set lock_timeout = '50ms'"_s).ok());
        const auto events = QList<Event>{author(u"ana"_s).next(u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, words}})};
        QVERIFY(said(test::append(*other, m_incident, events)).contains(u"lock timeout"_s));
        author(u"ana"_s).takeBack();
    };
    QVERIFY(as(u"ana"_s).run(u"begin"_s).ok());
    QCOMPARE(push(u"ana"_s, u"entry.posted"_s, note()), u"accepted"_s); // and waits for its commit, as for a standby that is away
    fail(u"for everybody to read"_s);
    QVERIFY(m_server->log().contains(u"for everybody to read"_s));
    QVERIFY(!keepWordsOutOfLog(as(u"Bo"_s)).value()); // not Bo's to say
    QVERIFY(keepWordsOutOfLog(as(u"admin"_s)).value());
    fail(u"for nobody to read"_s);
    QVERIFY(!m_server->log().contains(u"for nobody to read"_s));
    QCOMPARE(m_server->log().count(u"canceling statement due to lock timeout"_s), 2); // that it failed is there
    QVERIFY(as(u"ana"_s).run(u"rollback"_s).ok());
}

void TestPrivacy::listsStayShort()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QVERIFY(as(u"admin"_s)
                .run(u"insert into fireline.incident (id, created_by, state, private) select gen_random_uuid(), 'x', 'closed', n "
                     u"> 1000 "
                     "from generate_series(1, 1500) n"_s)
                .ok());
    const QString oldest = as(u"admin"_s)
                               .scalar(u"select id::text from fireline.incident where created_by = 'x' order by number limit 1"_s)
                               .value()
                               .toString();
    const auto listed = as(u"Bo"_s).rows(u"select incident::text, state from fireline_api.heads()"_s).value();
    QVERIFY2(listed.size() >= 200 && listed.size() <= 300, qPrintable(QString::number(listed.size())));
    QVERIFY(listed.contains(QVariantList{m_incident, u"open"_s})); // however long ago it began
    QVERIFY(!listed.contains(QVariantList{oldest, u"closed"_s}));
    const QString asked = u"select count(*) from fireline_api.heads(array[?, ?]::uuid[])"_s;
    QCOMPARE(as(u"Bo"_s).scalar(asked, {oldest, m_incident}).value().toInt(), 2);
    QVERIFY(as(u"admin"_s).run(u"delete from fireline.incident where created_by = 'x'"_s).ok());
}

void TestPrivacy::membersComeAndGo()
{
    QCOMPARE(declareAndCommand(true), u"accepted; accepted"_s);
    const QString count = u"select count(*) from fireline_api.pull(?::uuid, 0)"_s;
    QCOMPARE(push(u"ana"_s, u"member.added"_s, {{u"person"_s, u"bo"_s}}), u"accepted"_s);
    QCOMPARE(as(u"Bo"_s).scalar(count, {m_incident}).value().toInt(), 3);
    QCOMPARE(push(u"Bo"_s, u"member.added"_s, {{u"person"_s, u"cy"_s}}), u"rejected not-authorised"_s);
    QCOMPARE(push(u"ana"_s, u"member.removed"_s, {{u"person"_s, u"Bo"_s}}), u"accepted"_s);
    QCOMPARE(as(u"Bo"_s).scalar(count, {m_incident}).value().toInt(), 0);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, note()), u"rejected no-such-incident"_s);

    begin();
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"incident.restricted"_s, {{u"members"_s, QJsonArray{u"Bo"_s}}}), u"rejected not-authorised"_s);
    QCOMPARE(push(u"ana"_s, u"incident.restricted"_s, {{u"members"_s, QJsonArray{u"cy"_s}}}), u"accepted"_s);
    QCOMPARE(as(u"Bo"_s).scalar(count, {m_incident}).value().toInt(), 0);
    QCOMPARE(as(u"cy"_s).scalar(count, {m_incident}).value().toInt(), 3);
    QCOMPARE(as(u"ana"_s).scalar(u"select count(*) from fireline_api.members(?::uuid)"_s, {m_incident}).value().toInt(), 2);
}

void TestPrivacy::aFileIsAdoptedOnce()
{
    // Two people's consoles in one file; who pushes it is neither.
    Author dan(m_ids, u"dan"_s, m_incident);
    Author eve(m_ids, u"eve"_s, m_incident);
    const QList<Event> first = {dan.next(u"incident.declared"_s, declaration()),
                                dan.next(u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"Bo"_s}}),
                                eve.next(u"incident.resolved"_s, {{u"text"_s, u"done"_s}})};
    QCOMPARE(said(test::adopt(as(u"cy"_s), m_incident, first, false, m_table)), u"accepted; accepted; accepted"_s);
    const QString heads = u"select count(*) from fireline_api.heads() where incident = ?::uuid"_s;
    QCOMPARE(as(u"ana"_s).scalar(heads, {m_incident}).value().toInt(), 0);
    QCOMPARE(push(u"cy"_s, u"entry.posted"_s, note()), u"retry adopting 0"_s);
    author(u"cy"_s).takeBack();
    QCOMPARE(said(test::adopt(as(u"ana"_s), m_incident, first, true, m_table)),
             u"rejected no-such-incident; rejected no-such-incident; rejected no-such-incident"_s);
    const Event last = eve.next(u"entry.posted"_s, note());
    QCOMPARE(said(test::adopt(as(u"cy"_s), m_incident, {first.last(), last}, true, m_table)), u"duplicate; accepted"_s);
    QCOMPARE(said(test::adopt(as(u"cy"_s), m_incident, {last}, true, m_table)), u"duplicate"_s);
    QCOMPARE(as(u"ana"_s).scalar(heads, {m_incident}).value().toInt(), 1);
    const Event late = eve.next(u"entry.posted"_s, note());
    QCOMPARE(said(test::adopt(as(u"ana"_s), m_incident, {late}, true, m_table)), u"rejected adopted"_s);
    // It is history of whoever pushed it, and who held what still does.
    const auto rows = as(u"ana"_s).rows(u"select distinct login, adopted from fireline_api.pull(?::uuid, 0)"_s, {m_incident});
    QCOMPARE(rows.value(), (QList<QVariantList>{{u"cy"_s, true}}));
    QCOMPARE(push(u"Bo"_s, u"incident.closed"_s), u"accepted"_s);
    QCOMPARE(push(u"cy"_s, u"incident.closed"_s), u"rejected not-authorised e.close"_s);
}

void TestPrivacy::adoptedHistoryGivesNoConsent()
{
    Author ana(m_ids, u"ana"_s, m_incident);
    const Event change = ana.next(
        u"change.proposed"_s,
        {{u"text"_s, u"c"_s}, {u"kind"_s, u"deploy"_s}, {u"risk"_s, u"high"_s}, {u"staged"_s, true}, {u"hash"_s, u"h"_s}});
    Author forger(m_ids, u"ana"_s, m_incident);
    const QList<Event> history = {forger.next(u"incident.declared"_s, declaration()),
                                  forger.next(u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"ana"_s}}),
                                  forger.next(u"role.assigned"_s, {{u"role"_s, u"comms"_s}, {u"person"_s, u"ana"_s}}),
                                  change,
                                  forger.next(u"change.approved"_s, {{u"change"_s, change.id}, {u"hash"_s, u"h"_s}}),
                                  forger.next(u"rule.overridden"_s, {{u"rule"_s, u"e.change"_s}, {u"why"_s, u"x"_s}})};
    QCOMPARE(said(test::adopt(as(u"Bo"_s), m_incident, history, true, m_table)),
             u"accepted; accepted; accepted; accepted; accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"change.executed"_s, {{u"change"_s, change.id}}), u"rejected not-approved e.change"_s);
}

void TestPrivacy::blobsAreOfTheirIncident()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const QByteArray bytes("evidence\0bytes", 14);
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const auto put = [&](const QString &login, const QString &name) {
        return as(login).scalar(u"select fireline_api.put_blob(?::uuid, ?, ?)"_s, {m_incident, name, bytes}).value().toString();
    };
    const QString missing = u"select count(*) from fireline_api.missing_blobs(?::uuid, array[?])"_s;
    QCOMPARE(as(u"Bo"_s).scalar(missing, {m_incident, hash}).value().toInt(), 1);
    QCOMPARE(put(u"ana"_s, QString(64, u'0')), u"refused"_s);
    QCOMPARE(put(u"ana"_s, hash), u"stored"_s);
    QCOMPARE(put(u"Bo"_s, hash), u"known"_s);
    QCOMPARE(as(u"Bo"_s).scalar(missing, {m_incident, hash}).value().toInt(), 0);
    QCOMPARE(as(u"olly"_s).scalar(u"select fireline_api.blob(?::uuid, ?)"_s, {m_incident, hash}).value().toByteArray(), bytes);
    QCOMPARE(rejections(u"hash"_s, u"ana"_s), 1);
}

void TestPrivacy::changedBytesAreFound()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, note()), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"y"_s}}), u"accepted"_s);
    const QString verify = u"select seq, what from fireline_api.verify(?::uuid)"_s;
    QVERIFY(as(u"audra"_s).rows(verify, {m_incident}).value().isEmpty());
    const auto tamper = [&](const QString &sql) {
        return as(u"admin"_s)
            .run(u"begin; set local session_replication_role = replica; "_s + sql.arg(m_incident) + u"; commit"_s)
            .ok();
    };
    QVERIFY(tamper(u"update fireline.event set login = 'ana' where incident = '%1' and seq = 3"_s));
    QCOMPARE(as(u"audra"_s).rows(verify, {m_incident}).value(), (QList<QVariantList>{{3, u"chain"_s}}));
    QVERIFY(tamper(
        u"update fireline.event set login = 'Bo', payload = '{\"kind\":\"note\",\"text\":\"z\"}' where incident = '%1' and seq = 3"_s));
    QCOMPARE(as(u"audra"_s).rows(verify, {m_incident}).value(), (QList<QVariantList>{{3, u"hash"_s}}));
    QVERIFY(
        tamper(u"update fireline.event set payload = '{\"kind\":\"note\",\"text\":\"x\"}' where incident = '%1' and seq = 3"_s));
    QVERIFY(as(u"audra"_s).rows(verify, {m_incident}).value().isEmpty());
    QVERIFY(tamper(u"delete from fireline.event where incident = '%1' and seq = 4"_s));
    QCOMPARE(as(u"audra"_s).rows(verify, {m_incident}).value(), (QList<QVariantList>{{4, u"tail"_s}}));
}

// What a pull brings is enough to find every link of the server's chain again.
void TestPrivacy::consolesRecomputeTheChain()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"ü €"_s}}), u"accepted"_s);
    const auto rows = as(u"olly"_s).rows(u"select seq, hash, login, adopted, authority, received_us, chain_hash "
                                         "from fireline_api.pull(?::uuid, 0)"_s,
                                         {m_incident});
    QCOMPARE(rows.value().size(), 3);
    QByteArray before = domain::zeroHash();
    for (const QVariantList &row : rows.value()) {
        domain::ServerEvent placed;
        placed.seq = row.at(0).toLongLong();
        placed.event.hash = row.at(1).toByteArray();
        placed.login = row.at(2).toString();
        placed.adopted = row.at(3).toBool();
        placed.authority = row.at(4).toString().toUtf8();
        placed.receivedAt = {row.at(5).toLongLong()};
        QCOMPARE(row.at(6).toByteArray(), domain::nextChainHash(before, placed));
        before = row.at(6).toByteArray();
    }
}

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
