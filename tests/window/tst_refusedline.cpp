// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canonicaljson.h"
#include "entry/entry.h"
#include "entry/statecontext.h"
#include "memoryfeed.h"
#include "refusedline.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;

/// What the backend did not take is asked for again by a line that means the same.
class TestRefusedLine : public QObject
{
    Q_OBJECT
private slots:
    void saysTheSameAgain_data();
    void saysTheSameAgain();
    void whatNoLineSaysIsANote();
    void everyReasonIsASentence();
};

void TestRefusedLine::saysTheSameAgain_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *type, const char *body, const char *line) {
        QTest::newRow(type) << QString::fromLatin1(type) << QByteArray(body).replace('\'', '"') << QString::fromLatin1(line);
    };
    row("role.taken", "{'role':'ic','person':'ana'}", "/claim");
    row("role.assigned", "{'role':'cl','person':'Bo Li','note':'for DNS','term':2}", "/role @\"Bo Li\" cl for DNS");
    row("role.left", "{'role':'cl','person':'bo'}", "/role - cl");
    row("severity.set", "{'from':'SEV1','to':'SEV2','why':'fewer are hit'}", "/sev SEV2 fewer are hit");
    row("phase.moved", "{'from':'a','to':'monitoring'}", "/phase monitoring");
    row("handover.offered", "{'role':'ic','from':'ana','to':'bo'}", "/handover @bo ic");
    row("handover.accepted", "{'role':'ic','from':'ana','to':'bo','say':'I have command'}", "/ihavecommand");
    row("command.takenOver", "{'role':'ic','from':'bo','to':'ana','why':'bo is away'}", "/takeover bo is away");
    row("incident.resolved", "{'text':'rolled back'}", "/resolve rolled back");
    row("incident.withdrawn", "{'why':'a test'}", "/withdraw a test");
    row("incident.restricted", "{'members':['bo','cy'],'why':'names'}", "/private @bo @cy names");
    row("member.added", "{'person':'bo'}", "/member @bo");
    row("member.removed", "{'person':'bo','why':'left'}", "/unmember @bo left");
    row("rule.overridden", "{'rule':'sre.pii','why':'legal said so'}", "/override sre.pii legal said so");
}

void TestRefusedLine::saysTheSameAgain()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, line);
    const test::MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    Event event;
    event.type = type;
    event.recordedBy = u"ana"_s;
    event.payload = toCanonicalJson(QJsonDocument::fromJson(body).object()).value();
    QCOMPARE(window::refusedLine(event, feed.state(), feed.process()), line);
    const ParsedEntry read = parseEntry(line, entryContext(feed.state(), feed.process(), feed.now()));
    QVERIFY(read.ok());
    QVERIFY(!window::refusedWords(event, feed.state(), feed.process()).isEmpty());
}

void TestRefusedLine::whatNoLineSaysIsANote()
{
    const test::MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    Event event;
    event.type = u"finding.rootCause"_s;
    event.payload = R"({"fields":{"what":"a full disk"}})";
    const QString line = window::refusedLine(event, feed.state(), feed.process());
    const ParsedEntry read = parseEntry(line, entryContext(feed.state(), feed.process(), feed.now()));
    QVERIFY(read.ok());
    QCOMPARE(read.command.verb, Verb::Note);
    QVERIFY(read.command.text().contains(u"a full disk"_s));
}

void TestRefusedLine::everyReasonIsASentence()
{
    for (const QString &reason : {u"held"_s, u"stale-term"_s, u"not-yourself"_s, u"no-offer"_s, u"not-held"_s, u"not-member"_s,
                                  u"recorder"_s, u"not-approved"_s, u"not-authorised"_s, u"not-allowed"_s})
        QVERIFY2(!window::refusalText(reason, {}).contains(reason), qPrintable(reason));
    QVERIFY(window::refusalText(u"new-reason"_s, {}).contains(u"new-reason"_s));
    QVERIFY(window::refusalText(u"not-allowed"_s, u"sre.pii"_s).contains(u"sre.pii"_s));
}

QTEST_GUILESS_MAIN(TestRefusedLine)
#include "tst_refusedline.moc"
