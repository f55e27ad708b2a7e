// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "program.h"
#include "register/incidentregister.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using fireline::domain::Instant;
using fireline::domain::SystemClock;

/// The command line as people and scripts meet it: the real program, a real file.
class TestCli : public QObject
{
    Q_OBJECT
private slots:
    void saysItsExitCodes_data();
    void saysItsExitCodes();
    void runsAnIncidentFromDeclarationToResolution();
    void saysWhatADeclarationLacks();
    void callsADraftOne();
    void refusesAndRecordsTheBreach();
    void answersEachLineOfStdin();
    void takesATimeBeforeTheEntry();
    void refusesToOverwrite();
    void asOfShowsWhatWasKnown();
    void whatWasPrintedIsFoundInTheRecord();
    void logsAuditAndVerifyAgree();
    void exportsAllFormats_data();
    void exportsAllFormats();
    void exportsPartsAsDocuments();
    void documentsSayWhoCommandedInWords();
    void exportsPicturesOfAReview();
    void worksWithoutHome();
    void checksProcessFiles();
    void readsLongTextFromAFile();
    void attachesEvidenceThatStays();
    void keepsTheRegister();
};

namespace {

Program::Result declare(const Program &program, const QString &process, const QStringList &more = {})
{
    return program.run(
        QStringList{u"new"_s, program.path(u"a.fireline"_s), u"--process"_s, process, u"--title"_s, u"Checkout fails"_s} + more);
}

Program::Result doLine(const Program &program, const QString &line, const QString &as = u"ana"_s)
{
    return program.run({u"do"_s, program.path(u"a.fireline"_s), line, u"--as"_s, as});
}

} // namespace

void TestCli::saysItsExitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("help of a command") << QStringList{u"do"_s, u"--help"_s} << 0;
    QTest::newRow("unknown command") << QStringList{u"frobnicate"_s} << 2;
    QTest::newRow("unknown option") << QStringList{u"show"_s, u"x"_s, u"--frobnicate"_s} << 2;
    QTest::newRow("no file") << QStringList{u"show"_s, u"missing.fireline"_s} << 3;
    QTest::newRow("neither entry nor stdin") << QStringList{u"do"_s, u"x.fireline"_s} << 2;
    QTest::newRow("unknown process") << QStringList{u"new"_s, u"x.fireline"_s, u"--process"_s, u"none"_s, u"--title"_s, u"x"_s}
                                     << 3;
    QTest::newRow("processes") << QStringList{u"process"_s, u"list"_s} << 0;
    QTest::newRow("drills") << QStringList{u"drill"_s, u"list"_s} << 0;
}

void TestCli::saysItsExitCodes()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const Program program;
    const auto result = program.run(arguments);
    QCOMPARE(result.exitCode, exitCode);
    // An error is one sentence on stderr, a success says something on stdout.
    QCOMPARE(result.err.count(u'\n'), exitCode == 0 ? 0 : 1);
    QCOMPARE(result.out.isEmpty(), exitCode != 0);
}

void TestCli::runsAnIncidentFromDeclarationToResolution()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s, {u"--severity"_s, u"1"_s, u"--json"_s}).exitCode, 0);
    for (const QString &line : {u"/claim"_s, u"/role @bo tech_lead"_s, u"/alert CheckoutErrors type=errors"_s,
                                u"/hyp bad deploy"_s, u"customers report 502 since the deploy"_s})
        QCOMPARE(doLine(program, line).exitCode, 0);
    const auto show = program.run({u"show"_s, program.path(u"a.fireline"_s), u"--json"_s});
    QCOMPARE(show.exitCode, 0);
    const QJsonObject object = show.json().object();
    for (const QString &key :
         {u"id"_s, u"title"_s, u"process"_s, u"severity"_s, u"phase"_s, u"declaredAt"_s, u"impactStart"_s, u"impactEnd"_s,
          u"command"_s, u"roles"_s, u"clocks"_s, u"callBacks"_s, u"gates"_s, u"checklists"_s, u"flags"_s, u"drill"_s})
        QVERIFY2(object.contains(key), qPrintable(key));
    QCOMPARE(object.value(u"command"_s).toString(), u"ana"_s);
    QVERIFY(!object.value(u"clocks"_s).toArray().isEmpty());
    const auto log = program.run({u"log"_s, program.path(u"a.fireline"_s), u"--json"_s}).json().array();
    QCOMPARE(log.size(), 6);
    const QJsonObject row = log.last().toObject();
    for (const QString &key : {u"id"_s, u"at"_s, u"recordedAt"_s, u"kind"_s, u"text"_s, u"actor"_s, u"role"_s, u"tags"_s,
                               u"pinned"_s, u"correctedBy"_s, u"retracted"_s})
        QVERIFY2(row.contains(key), qPrintable(key));
}

void TestCli::saysWhatADeclarationLacks()
{
    Program program;
    const auto bare = declare(program, u"nine-step"_s);
    QCOMPARE(bare.exitCode, 0);
    QVERIFY2(bare.out.startsWith(u"warned field-missing NIN-32 "_s), qPrintable(bare.out));
    QVERIFY2(bare.out.contains(u"\nok "_s), qPrintable(bare.out));
    Program other;
    const auto full = declare(other, u"nine-step"_s, {u"--fields"_s, u"service=payment"_s});
    QVERIFY2(full.out.startsWith(u"ok "_s), qPrintable(full.out));
}

void TestCli::callsADraftOne()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s, {u"--severity"_s, u"2"_s}).exitCode, 0);
    const auto said = [&program](const QString &verb) { return program.run({verb, program.path(u"a.fireline"_s)}).out; };
    QCOMPARE(doLine(program, u"/claim"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"/draft public Investigating service=pay impact=some current_status=slow"_s).exitCode, 0);
    QVERIFY2(said(u"log"_s).contains(u"[draft, not sent]"_s), qPrintable(said(u"log"_s)));
    QVERIFY2(said(u"show"_s).contains(u"U1 Status page Investigating: draft, not sent"_s), qPrintable(said(u"show"_s)));
    const auto rows = program.run({u"log"_s, program.path(u"a.fireline"_s), u"--json"_s}).json().array();
    QVERIFY(rows.last()[u"unsent"_s].toBool() && !rows.first()[u"unsent"_s].toBool());
    QCOMPARE(doLine(program, u"/send #U1"_s).exitCode, 0);
    QVERIFY2(!said(u"log"_s).contains(u"not sent"_s), qPrintable(said(u"log"_s)));
    QVERIFY2(!said(u"show"_s).contains(u"not sent"_s), qPrintable(said(u"show"_s)));
}

void TestCli::refusesAndRecordsTheBreach()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s, {u"--severity"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(doLine(program, u"/claim"_s).exitCode, 0);
    const auto before = program.run({u"log"_s, program.path(u"a.fireline"_s), u"--audit"_s, u"--json"_s}).json().array().size();
    const auto refused = doLine(program, u"/resolve"_s);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.out.startsWith(u"refused gate-open LAD-8 "_s), qPrintable(refused.out));
    QCOMPARE(program.run({u"log"_s, program.path(u"a.fireline"_s), u"--audit"_s, u"--json"_s}).json().array().size(), before);
    QCOMPARE(doLine(program, u"/breach lad.verify resolved on the phone before anyone looked"_s).exitCode, 0);
}

void TestCli::answersEachLineOfStdin()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s).exitCode, 0);
    const auto result = program.run({u"do"_s, program.path(u"a.fireline"_s), u"--stdin"_s, u"--json"_s},
                                    "/claim\n\nplain note\n/nosuchverb x\n/ack #A9\n");
    QCOMPARE(result.exitCode, 1);
    const QStringList lines = result.lines();
    QCOMPARE(lines.size(), 4);
    const QList<bool> expected{true, true, false, false};
    for (int i = 0; i < 4; ++i)
        QCOMPARE(QJsonDocument::fromJson(lines.at(i).toUtf8()).object().value(u"ok"_s).toBool(), expected.at(i));
}

void TestCli::takesATimeBeforeTheEntry()
{
    const Program program;
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 0);
    const auto done = doLine(program, u"-10m /impact start"_s);
    QVERIFY2(done.exitCode == 0, qPrintable(done.err + done.out));
    const auto shown = program.run({u"show"_s, program.path(u"a.fireline"_s), u"--json"_s}).json().object();
    const auto start = QDateTime::fromString(shown.value(u"impactStart").toString(), Qt::ISODateWithMs);
    const auto declared = QDateTime::fromString(shown.value(u"declaredAt").toString(), Qt::ISODateWithMs);
    QVERIFY(start.isValid() && start.secsTo(declared) > 500);
}

void TestCli::refusesToOverwrite()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s).exitCode, 0);
    QFile file(program.path(u"a.fireline"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 3);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestCli::asOfShowsWhatWasKnown()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s, {u"--severity"_s, u"2"_s}).exitCode, 0);
    // What was known counts by when it was written, to the millisecond that the log shows.
    const auto rows = program.run({u"log"_s, program.path(u"a.fireline"_s), u"--json"_s}).json().array();
    const QString recorded = rows.at(0)[u"recordedAt"_s].toString();
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > QDateTime::fromString(recorded, Qt::ISODateWithMs).addMSecs(1));
    QCOMPARE(doLine(program, u"/sev 1 everything is down"_s).exitCode, 0);
    const auto then = program.run(
        {u"show"_s, program.path(u"a.fireline"_s), u"--json"_s, u"--as-of"_s, recorded.chopped(1) + u"999Z"_s});
    QCOMPARE(then.json().object().value(u"severity"_s).toString(), u"2"_s);
    QCOMPARE(program.run({u"show"_s, program.path(u"a.fireline"_s), u"--as-of"_s, u"yesterday"_s}).exitCode, 2);
}

void TestCli::whatWasPrintedIsFoundInTheRecord()
{
    const Program program;
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 0);
    const QString file = program.path(u"a.fireline"_s);
    const auto head = [&] { return program.run({u"verify"_s, file, u"--json"_s}).json().object().value(u"head"_s).toString(); };
    const auto ask = [&](const QString &hash, const QString &of) {
        return program.run({u"verify"_s, of, u"--json"_s, u"--printed"_s, hash});
    };
    const QString printed = head();
    const int events = program.run({u"verify"_s, file, u"--json"_s}).json().object().value(u"events"_s).toInt();
    QCOMPARE(doLine(program, u"later"_s).exitCode, 0);
    QVERIFY(head() != printed);
    const auto found = ask(printed, file);
    QCOMPARE(found.exitCode, 0);
    QCOMPARE(found.json().object().value(u"printedAfter"_s).toInt(), events);
    QCOMPARE(ask(printed.left(12).toUpper(), file).exitCode, 0); // read from paper
    QCOMPARE(ask(QString(64, u'0'), file).exitCode, 1);
    QCOMPARE(ask(printed.left(8), file).exitCode, 2);
    QCOMPARE(program.run({u"export"_s, file, u"--format"_s, u"json"_s, u"-o"_s, program.path(u"a.json"_s)}).exitCode, 0);
    QCOMPARE(ask(printed, program.path(u"a.json"_s)).json().object().value(u"printedAfter"_s).toInt(), events);
}

void TestCli::logsAuditAndVerifyAgree()
{
    const Program program;
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 0);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(doLine(program, u"note %1"_s.arg(i)).exitCode, 0);
    const auto together = program.run({u"do"_s, program.path(u"a.fireline"_s), u"--stdin"_s}, "one\ntwo\nthree\n");
    QCOMPARE(together.exitCode, 0);
    const auto audit = program.run({u"log"_s, program.path(u"a.fireline"_s), u"--audit"_s, u"--json"_s}).json().array();
    const auto verify = program.run({u"verify"_s, program.path(u"a.fireline"_s), u"--json"_s});
    QCOMPARE(verify.exitCode, 0);
    QCOMPARE(verify.json().object().value(u"events"_s).toInt(), audit.size());
    QVERIFY(verify.json().object().value(u"ok"_s).toBool());
    QVERIFY(verify.json().object().value(u"firstBad"_s).isNull());
    QCOMPARE(verify.json().object().value(u"head"_s).toString().size(), 64);
    // Each opening of the record is a chain of its own.
    QMap<QString, QString> last;
    QMap<QString, int> lengths;
    for (const QJsonValue &event : audit) {
        const QString device = event[u"device"_s].toString();
        QCOMPARE(event[u"prevHash"_s].toString(), last.value(device, QString(64, u'0')));
        last.insert(device, event[u"hash"_s].toString());
        ++lengths[device];
    }
    QVERIFY(std::any_of(lengths.begin(), lengths.end(), [](int length) { return length >= 3; }));
}

void TestCli::exportsAllFormats_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("json") << u"json"_s << QByteArray("\"timeline\"");
    QTest::newRow("markdown") << u"markdown"_s << QByteArray("|");
    QTest::newRow("html") << u"html"_s << QByteArray("</table>");
    QTest::newRow("csv") << u"csv"_s << QByteArray(",");
}

void TestCli::exportsAllFormats()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, contains);
    const Program program;
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"the pool is exhausted"_s).exitCode, 0);
    const auto stdoutResult = program.run({u"export"_s, program.path(u"a.fireline"_s), u"--format"_s, format, u"-o"_s, u"-"_s});
    QCOMPARE(stdoutResult.exitCode, 0);
    QVERIFY(stdoutResult.out.toUtf8().contains(contains));
    QVERIFY(stdoutResult.out.contains(u"the pool is exhausted"_s));
    QCOMPARE(program.run({u"export"_s, program.path(u"a.fireline"_s), u"--format"_s, format, u"-o"_s, program.path(u"out"_s)})
                 .exitCode,
             0);
    QVERIFY(QFile::exists(program.path(u"out"_s)));
}

// SRE-26: a review bound to the record, as it stands when it goes out.
void TestCli::exportsPartsAsDocuments()
{
    const Program program;
    QCOMPARE(declare(program, u"sre-directorate"_s, {u"--severity"_s, u"SEV1"_s}).exitCode, 0);
    QCOMPARE(doLine(program, u"/decision fail over to A"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"/review postmortem section=Timeline {{timeline decision}}"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"/correct #E2 text=\"D1: fail over to B\""_s).exitCode, 0);
    const auto part = [&](const QString &format, const QString &word) {
        return program.run(
            {u"export"_s, program.path(u"a.fireline"_s), u"--format"_s, format, u"--part"_s, word, u"-o"_s, u"-"_s});
    };
    const QString review = part(u"markdown"_s, u"postmortem"_s).out;
    QVERIFY2(review.contains(u"fail over to B (corrected)"_s), qPrintable(review));
    QVERIFY(!review.contains(u"fail over to A"_s));
    QVERIFY(review.contains(u"## Executive Summary\n\nNot written yet."_s));
    QVERIFY(!review.contains(u"ana takes"_s)); // another kind of row
    QVERIFY(part(u"html"_s, u"sitrep"_s).out.contains(u"SITUATION"_s));
    QVERIFY(part(u"html"_s, u"timeline"_s).out.contains(u"<td>Decision</td>"_s)); // kinds in words, for people
    QVERIFY(part(u"pdf"_s, u"timeline"_s).out.startsWith(u"%PDF-"_s));
    QCOMPARE(part(u"pdf"_s, u"nothing"_s).exitCode, 2);
    QVERIFY(part(u"pdf"_s, u"nothing"_s).err.contains(u"postmortem"_s));
}

// A person who was not there reads it: no ids, and on the first page who, when and how long.
void TestCli::documentsSayWhoCommandedInWords()
{
    const Program program;
    QCOMPARE(declare(program, u"sre-directorate"_s, {u"--severity"_s, u"SEV1"_s}).exitCode, 0);
    for (const QString &line :
         {u"/claim"_s, u"/impact start"_s, u"/decision fail over to A"_s, u"/role - ic"_s, u"/role @bo ic"_s})
        QCOMPARE(doLine(program, line).exitCode, 0);
    const auto part = [&](const QString &format, const QString &word) {
        return program
            .run({u"export"_s, program.path(u"a.fireline"_s), u"--format"_s, format, u"--part"_s, word, u"-o"_s, u"-"_s})
            .out;
    };
    static const QRegularExpression commanded(
        u"Commanded by: ana from \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC to [^;]+ UTC; bo from [-0-9: ]+UTC"_s);
    for (const QString &word : {u"timeline"_s, u"sitrep"_s, u"report"_s}) {
        const QString html = part(u"html"_s, word);
        QVERIFY2(commanded.match(html).hasMatch(), qPrintable(html));
        QVERIFY(html.contains(u"The impact goes on, for "_s));
        QVERIFY(html.contains(u"Not resolved, "_s));
    }
    const QString timeline = part(u"html"_s, u"timeline"_s);
    QVERIFY2(timeline.contains(u"ana, Incident Commander"_s), qPrintable(timeline));
    QVERIFY(!timeline.contains(u"ana, ic"_s));
    const QString markdown = part(u"markdown"_s, u"report"_s);
    QVERIFY2(markdown.contains(u"| Decision | ana, Incident Commander |"_s), qPrintable(markdown));
    QVERIFY2(!markdown.contains(u"sre.alone"_s), qPrintable(markdown)); // rules by what they are about
    const QString rows = program.run({u"export"_s, program.path(u"a.fireline"_s), u"--format"_s, u"csv"_s, u"-o"_s, u"-"_s}).out;
    QVERIFY2(rows.contains(u",ic,"_s), qPrintable(rows)); // programs keep the ids
}

// The preview in the window is made by the same code.
void TestCli::exportsPicturesOfAReview()
{
    const Program program;
    QCOMPARE(declare(program, u"sre-directorate"_s, {u"--severity"_s, u"SEV1"_s}).exitCode, 0);
    const QByteArray png = QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    QFile file(program.path(u"load.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(png) == png.size());
    file.close();
    QCOMPARE(doLine(program, u"/attach "_s + file.fileName()).exitCode, 0);
    QCOMPARE(doLine(program, u"/review postmortem section=Impact **All** of it: ![the load](fireline:E2)"_s).exitCode, 0);
    const auto review = [&](const QString &format) {
        return program
            .run({u"export"_s, program.path(u"a.fireline"_s), u"--format"_s, format, u"--part"_s, u"postmortem"_s, u"-o"_s,
                  u"-"_s})
            .out;
    };
    const QString html = review(u"html"_s);
    QVERIFY2(html.contains(u"<strong>All</strong> of it: <img src=\"data:image/png;base64,"_s
                           + QString::fromLatin1(png.toBase64()) + u"\" alt=\"the load\"/>"_s),
             qPrintable(html));
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(png, QCryptographicHash::Sha256).toHex());
    QVERIFY(review(u"markdown"_s).contains(u"SHA-256 "_s + hash));
    QVERIFY(review(u"pdf"_s).contains(u"/Subtype /Image"_s));
    // Taken out of the record: it is said, and not shown any more.
    QCOMPARE(doLine(program, u"/retract #E2 a wrong one"_s).exitCode, 0);
    QVERIFY(review(u"html"_s).contains(u"(retracted)"_s));
    QVERIFY(!review(u"html"_s).contains(u"<img"_s));
}

void TestCli::worksWithoutHome()
{
    Program program;
    for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"USER"_s})
        program.unsetEnvironment(name);
    QCOMPARE(program.run({u"process"_s, u"list"_s}).exitCode, 0);
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"still works"_s).exitCode, 0);
}

void TestCli::checksProcessFiles()
{
    const Program program;
    QFile file(program.path(u"bad.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("format: 1\nid: bad\nnonsense: true\n");
    file.close();
    const auto result = program.run({u"process"_s, u"check"_s, program.path(u"bad.yaml"_s)});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.out.contains(u"bad.yaml:3:"_s), qPrintable(result.out));
}

void TestCli::readsLongTextFromAFile()
{
    const Program program;
    QCOMPARE(declare(program, u"nine-step"_s).exitCode, 0);
    QFile file(program.path(u"sitrep.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Situation: the pool is exhausted.\nDoing: failing over.\n");
    file.close();
    QCOMPARE(doLine(program, u"/claim"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"/sitrep <"_s + program.path(u"sitrep.md"_s)).exitCode, 0);
    QVERIFY(program.run({u"log"_s, program.path(u"a.fireline"_s)}).out.contains(u"failing over"_s));
}

void TestCli::attachesEvidenceThatStays()
{
    const Program program;
    QCOMPARE(declare(program, u"sre-directorate"_s, {u"--severity"_s, u"SEV1"_s}).exitCode, 0);
    QFile file(program.path(u"dump.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("user@example.org in clear");
    file.close();
    QCOMPARE(doLine(program, u"/claim"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"/attach "_s + program.path(u"dump.log"_s)).exitCode, 0);
    QCOMPARE(doLine(program, u"/flag pii addresses in the log"_s).exitCode, 0);
    const auto log = program.run({u"log"_s, program.path(u"a.fireline"_s), u"--json"_s}).json().array();
    int number = 0;
    for (int i = 0; i < log.size(); ++i) {
        if (log.at(i)[u"kind"_s].toString() == "attachment"_L1)
            number = i + 1;
    }
    const auto refused = doLine(program, u"/retract #E%1 not needed"_s.arg(number));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.out.startsWith(u"refused not-allowed SRE-23 "_s), qPrintable(refused.out));
}

void TestCli::keepsTheRegister()
{
    const Program program;
    QCOMPARE(declare(program, u"severity-ladder"_s, {u"--severity"_s, u"2"_s}).exitCode, 0);
    QCOMPARE(doLine(program, u"/alert CheckoutErrors type=errors fingerprint=abc"_s).exitCode, 0);
    QCOMPARE(doLine(program, u"/sev 1 everything is down"_s).exitCode, 0);
    const Instant now = SystemClock().now();
    const auto known = fireline::store::IncidentRegister::open(program.path(u"data/fireline/register.sqlite"_s), now);
    QVERIFY(known.ok());
    const auto incidents = known.value()->incidents();
    QVERIFY(incidents.ok());
    QCOMPARE(incidents.value().size(), 1);
    QCOMPARE(incidents.value().first().severity, u"1"_s);
    QCOMPARE(incidents.value().first().path, program.path(u"a.fireline"_s));
    QCOMPARE(known.value()->firings(u"abc"_s, now, 5).value().size(), 1);
    // A register that cannot be written hinders nobody.
    QFile::remove(program.path(u"data/fireline/register.sqlite"_s));
    QVERIFY(QDir().mkpath(program.path(u"data/fireline/register.sqlite"_s)));
    const auto still = doLine(program, u"written all the same"_s);
    QCOMPARE(still.exitCode, 0);
    QCOMPARE(still.err.count(u'\n'), 1);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
