// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canonicaljson.h"
#include "pushjson.h"
#include "sharedincident.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::backend;
using domain::Event;
using test::Author;
using test::said;

/// Events that are not what they claim to be, or come twice, or out of turn: what is stored is whole, in order and once.
class TestEnvelopes : public QObject, private test::SharedIncident
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { begin(); }
    void payloadsAreCanonical_data();
    void payloadsAreCanonical();
    void malformedEnvelopes_data();
    void malformedEnvelopes();
    void alteredEventsAreFound();
    void replayedEventsChangeNothing();
    void chainsHaveNoGapAndNoFork();
    void recordersAreWhoTheyAre();
    void aChainIsOfWhoeverBeganIt();
    void oneRefusedEventBlocksNoOther();
    void whatWasRefusedStaysRefused();
    void callsAreBounded();
};

void TestEnvelopes::initTestCase()
{
    if (const QString why = test::PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(openServer());
}

void TestEnvelopes::payloadsAreCanonical_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("canonical");
    const auto row = [](const char *name, const QByteArray &payload, bool canonical) {
        QTest::newRow(name) << payload << canonical;
    };
    row("empty object", "{}", true);
    row("sorted", R"({"a":1,"b":[true,null,-5],"c":{"d":""}})", true);
    row("unsorted", R"({"b":1,"a":1})", false);
    row("blank", R"({"a": 1})", false);
    row("twice", R"({"a":1,"a":2})", false);
    row("fraction", R"({"a":1.5})", false);
    row("whole, written as a fraction", R"({"a":1.0})", false);
    row("exponent", R"({"a":1e2})", false);
    row("minus nought", R"({"a":-0})", false);
    row("largest", R"({"a":9007199254740991})", true);
    row("beyond", R"({"a":9007199254740992})", false);
    row("huge", R"({"a":123456789012345678901234567890})", false);
    row("control characters", R"({"a":"\b\t\n\f\r\u0001\u001f\"\\"})", true);
    row("an escape that is none", R"({"a":"\/"})", false);
    row("an escaped letter", R"({"a":"\u00fc"})", false);
    row("letters", "{\"a\":\"\xc3\xbc\xe2\x82\xac\x7f\"}", true);
    row("no character", R"({"a":"\u0000"})", false);
    row("half a pair", R"({"a":"\ud83d"})", false);
    row("UTF-16 order", "{\"\xf0\x9f\x98\x80\":1,\"\xef\xbf\xbd\":2}", true);
    row("code point order", "{\"\xef\xbf\xbd\":2,\"\xf0\x9f\x98\x80\":1}", false);
    row("array", "[]", false);
    row("text", "\"x\"", false);
    row("nothing", "", false);
    row("cut", R"({"a":)", false);
    row("deepest", QByteArray("{\"a\":") + QByteArray(62, '[') + "1" + QByteArray(62, ']') + "}", true);
    row("too deep", QByteArray("{\"a\":") + QByteArray(63, '[') + "1" + QByteArray(63, ']') + "}", false);
    row("much too deep", QByteArray("{\"a\":") + QByteArray(20000, '[') + QByteArray(20000, ']') + "}", false);
}

// The server calls canonical what the consoles do, or one of them would find the record damaged.
void TestEnvelopes::payloadsAreCanonical()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, canonical);
    QCOMPARE(domain::fromCanonicalJson(payload).ok(), canonical);
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event event = author(u"Bo"_s).nextRaw(u"somebody.elses"_s, payload);
    QCOMPARE(push(u"Bo"_s, {event}), canonical ? u"accepted"_s : u"rejected payload"_s);
    QCOMPARE(rejections(u"payload"_s, u"Bo"_s), canonical ? 0 : 1);
    QVERIFY(as(u"ana"_s).rows(u"select * from fireline_api.verify(?::uuid)"_s, {m_incident}).value().isEmpty());
}

void TestEnvelopes::malformedEnvelopes_data()
{
    QTest::addColumn<QString>("envelope");
    for (const char *one : {"{}", "7", "null", "[]", "\"x\"", R"({"id":"x"})", R"({"id":7,"payload":{}})"})
        QTest::newRow(one) << QString::fromLatin1(one);
}

void TestEnvelopes::malformedEnvelopes()
{
    QFETCH(QString, envelope);
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const auto rows = as(u"Bo"_s).rows(u"select verdict, reason from fireline_api.append(?::uuid, ?::jsonb)"_s,
                                       {m_incident, u'[' + envelope + u']'});
    QVERIFY2(rows.ok(), rows ? "" : qPrintable(rows.problem().detail));
    QCOMPARE(rows.value(), (QList<QVariantList>{{u"rejected"_s, u"malformed"_s}}));
    QCOMPARE(rejections(u"malformed"_s, u"Bo"_s), 1);
}

void TestEnvelopes::alteredEventsAreFound()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event event = author(u"Bo"_s).next(u"entry.posted"_s, note());
    QList<Event> altered(7, event);
    altered[0].payload.replace("x", "y");
    altered[1].occurredAt.us += 1;
    altered[2].type = u"decision.made"_s;
    altered[3].hlc.counter += 1;
    altered[4].recordedAt.us -= 1;
    altered[5].recordedBy = u"BO"_s;
    altered[6].prevHash[0] = char(altered[6].prevHash.at(0) ^ 1);
    for (const Event &one : std::as_const(altered))
        QCOMPARE(push(u"Bo"_s, {one}), u"rejected hash"_s);
    QCOMPARE(rejections(u"hash"_s, u"Bo"_s), 1); // the same event, hash and reason: one attempt
    // An event of one incident in another: its hash names its incident.
    const QString other = m_incident;
    begin();
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QCOMPARE(push(u"Bo"_s, {event}), u"rejected hash"_s);
    QVERIFY(other != m_incident);
}

void TestEnvelopes::replayedEventsChangeNothing()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event event = author(u"Bo"_s).next(u"entry.posted"_s, note());
    QCOMPARE(push(u"Bo"_s, {event}), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, {event, event}), u"duplicate; duplicate"_s);
    QCOMPARE(push(u"cy"_s, {event}), u"duplicate"_s);
    Event reused = author(u"Bo"_s).next(u"entry.posted"_s, {{u"kind"_s, u"note"_s}, {u"text"_s, u"other"_s}});
    reused.id = event.id;
    Author::seal(reused);
    QCOMPARE(push(u"Bo"_s, {reused}), u"rejected id-reused"_s);
    author(u"Bo"_s).takeBack();
    // A refusal is remembered, and not judged anew when things have changed.
    const Event claim = author(u"Bo"_s).next(u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"Bo"_s}});
    QCOMPARE(push(u"Bo"_s, {claim}), u"rejected held"_s);
    QCOMPARE(push(u"ana"_s, u"role.left"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"ana"_s}}), u"accepted"_s);
    QCOMPARE(push(u"Bo"_s, {claim}), u"rejected held"_s);
    QCOMPARE(
        as(u"Bo"_s).scalar(u"select head_seq from fireline_api.heads() where incident = ?::uuid"_s, {m_incident}).value().toInt(),
        4);
}

void TestEnvelopes::chainsHaveNoGapAndNoFork()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event first = author(u"Bo"_s).next(u"entry.posted"_s, note());
    const Event second = author(u"Bo"_s).next(u"entry.posted"_s, note());
    QCOMPARE(push(u"Bo"_s, {second}), u"retry gap 0"_s);
    QCOMPARE(push(u"Bo"_s, {second, first}), u"retry gap 0; accepted"_s);
    QCOMPARE(push(u"Bo"_s, {second}), u"accepted"_s);
    // A console that was put back from a copy writes its second event once more.
    Event again = second;
    again.id = m_ids.next(second.recordedAt);
    Author::seal(again);
    QCOMPARE(push(u"Bo"_s, {again}), u"rejected fork"_s);
    Event third = author(u"Bo"_s).next(u"entry.posted"_s, note());
    third.prevHash = first.hash;
    Author::seal(third);
    QCOMPARE(push(u"Bo"_s, {third}), u"rejected fork"_s);
    QCOMPARE(rejections(u"fork"_s, u"Bo"_s), 2);
}

void TestEnvelopes::recordersAreWhoTheyAre()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    author(u"Bo"_s).setRecordedBy(u"ana"_s);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, note()), u"rejected recorder"_s);
    QCOMPARE(rejections(u"recorder"_s, u"Bo"_s), 1);
    author(u"Bo"_s).setRecordedBy(u"BO"_s);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, note()), u"accepted"_s);

    // Another's device, with its chain continued as the record shows it.
    Event forged = author(u"ana"_s).next(u"entry.posted"_s, note());
    forged.recordedBy = u"Bo"_s;
    Author::seal(forged);
    QCOMPARE(push(u"Bo"_s, {forged}), u"rejected device"_s);
    QCOMPARE(rejections(u"device"_s, u"Bo"_s), 1);
    author(u"ana"_s).takeBack();
    QCOMPARE(push(u"ana"_s, u"entry.posted"_s, note()), u"accepted"_s);
}

// Naming a device takes it from nobody: not out of turn, not in another incident, not one that came with an adopted file.
void TestEnvelopes::aChainIsOfWhoeverBeganIt()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    Author squatter(m_ids, u"Bo"_s, m_incident);
    squatter.setDevice(author(u"cy"_s).device());
    (void)squatter.next(u"entry.posted"_s, note());
    QCOMPARE(push(u"Bo"_s, {squatter.next(u"entry.posted"_s, note())}), u"retry gap 0"_s);
    const QString theirs = m_incident;
    const auto cy = m_authors.at(u"cy"_s);
    begin();
    author(u"Bo"_s).setDevice(cy->device());
    QCOMPARE(push(u"Bo"_s, u"incident.declared"_s, declaration()), u"accepted"_s);
    QCOMPARE(said(test::append(as(u"cy"_s), theirs, {cy->next(u"entry.posted"_s, note())})), u"accepted"_s);

    begin();
    const QList<Event> history = {author(u"cy"_s).next(u"incident.declared"_s, declaration()),
                                  author(u"ana"_s).next(u"entry.posted"_s, note())};
    QCOMPARE(said(test::adopt(as(u"cy"_s), m_incident, history, true, m_table)), u"accepted; accepted"_s);
    Event forged = author(u"ana"_s).next(u"entry.posted"_s, note());
    forged.recordedBy = u"Bo"_s;
    Author::seal(forged);
    QCOMPARE(push(u"Bo"_s, {forged}), u"rejected device"_s);
    author(u"ana"_s).takeBack();
    QCOMPARE(push(u"ana"_s, u"entry.posted"_s, note()), u"accepted"_s);
    QCOMPARE(push(u"cy"_s, u"entry.posted"_s, note()), u"accepted"_s);
}

void TestEnvelopes::oneRefusedEventBlocksNoOther()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event before = author(u"Bo"_s).next(u"entry.posted"_s, note());
    const Event claim = author(u"Bo"_s).next(u"role.taken"_s, {{u"role"_s, u"ic"_s}, {u"person"_s, u"Bo"_s}});
    const Event raw = author(u"Bo"_s).nextRaw(u"entry.posted"_s, "{ }");
    const Event after = author(u"Bo"_s).next(u"entry.posted"_s, note());
    QCOMPARE(push(u"Bo"_s, {before, claim, raw, after}), u"accepted; rejected held; rejected payload; accepted"_s);
}

void TestEnvelopes::callsAreBounded()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    QVERIFY(push(u"Bo"_s, QList<Event>()).startsWith(u"error"_s));
    QList<Event> many;
    for (int i = 0; i < 501; ++i)
        many.append(author(u"Bo"_s).next(u"entry.posted"_s, note()));
    QVERIFY(push(u"Bo"_s, many).startsWith(u"error"_s));
    many.removeLast();
    QVERIFY(!push(u"Bo"_s, many).contains(u"rejected"_s));
    QVERIFY(!as(u"Bo"_s).rows(u"select * from fireline_api.append(?::uuid, '{}')"_s, {m_incident}).ok());
    QVERIFY(!as(u"Bo"_s).rows(u"select * from fireline_api.append(null, '[{}]')"_s).ok());
}

// A server that was taken back in time would judge by another state: a console says what was said before.
void TestEnvelopes::whatWasRefusedStaysRefused()
{
    QCOMPARE(declareAndCommand(), u"accepted; accepted"_s);
    const Event event = author(u"Bo"_s).next(u"severity.set"_s, {{u"from"_s, QString()}, {u"to"_s, u"P2"_s}});
    QJsonObject envelope = toPushJson(event);
    envelope.insert(u"refusedFor"_s, u"stale-term"_s);
    const auto rows = as(u"Bo"_s).rows(u"select verdict, reason from fireline_api.append(?::uuid, ?::jsonb)"_s,
                                       {m_incident, QString::fromUtf8(QJsonDocument(QJsonArray{envelope}).toJson())});
    QCOMPARE(rows.value(), (QList<QVariantList>{{u"rejected"_s, u"stale-term"_s}}));
    QCOMPARE(push(u"Bo"_s, {event}), u"rejected stale-term"_s);
    QCOMPARE(push(u"Bo"_s, u"entry.posted"_s, note()), u"accepted"_s);
}

QTEST_GUILESS_MAIN(TestEnvelopes)
#include "tst_envelopes.moc"
