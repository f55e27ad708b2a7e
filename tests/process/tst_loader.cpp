// SPDX-License-Identifier: GPL-3.0-or-later
#include "processloader.h"
#include "sampleprocess.h"

#include <QElapsedTimer>
#include <QTest>

using namespace fireline::process;
using namespace fireline::domain;
using namespace Qt::StringLiterals;

// In these tables "§" stands where the fault must be told; it is taken out before reading.
class TestLoader : public QObject
{
    Q_OBJECT
private slots:
    void readsTheSample();
    void tellsFaultsOfTheFile_data();
    void tellsFaultsOfTheFile();
    void tellsFaultsOfNouns_data();
    void tellsFaultsOfNouns();
    void tellsFaultsOfRules_data();
    void tellsFaultsOfRules();
    void tellsEveryFault();
    void countsCharacters();
    void suggestsTheNearestWord();
    void readsTheSameTwice();
    void survivesHostileBytes_data();
    void survivesHostileBytes();

private:
    void expectFault(QByteArray text, const QString &code);
};

void TestLoader::expectFault(QByteArray text, const QString &code)
{
    const QByteArray marker = "§";
    const qsizetype at = text.indexOf(marker);
    QVERIFY(at >= 0);
    text.remove(at, marker.size());
    const QByteArray before = text.left(at);
    const int line = int(before.count('\n')) + 1;
    const int column = int(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size()) + 1;
    const ProcessReading reading = readProcess(text, u"x.yaml"_s);
    QVERIFY(!reading.process);
    QStringList all;
    for (const Finding &finding : reading.findings)
        all.append(finding.code + u' ' + finding.toText());
    const QByteArray told = all.join(u'\n').toUtf8();
    QVERIFY2(reading.findings.size() == 1, told.constData());
    const Finding &fault = reading.findings.first();
    QCOMPARE(fault.code, code);
    QVERIFY2(fault.line == line && (fault.column == column || fault.column == 0), told.constData());
    QVERIFY2(!fault.text.isEmpty() && !fault.remedy.isEmpty(), told.constData());
    QVERIFY(fault.toText().startsWith(u"x.yaml:%1"_s.arg(line)));
}

void TestLoader::readsTheSample()
{
    const ProcessReading reading = readProcess(
        sample("  - {id: r, kind: deadline, done: resolved, within: {S1: 15m..30m}, after: declared, owner: [lead]}\n"),
        u"x.yaml"_s);
    for (const Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.process);
    QVERIFY(reading.findings.isEmpty());
    const Process &process = *reading.process;
    QCOMPARE(process.commander()->id, u"lead"_s);
    QCOMPARE(process.field(u"whys")->min, 5);
    QCOMPARE(process.contact(u"boss"_s)->phone, u"555 0142"_s);
    QCOMPARE(process.contact(u"boss"_s)->mail, u"b@x.org"_s);
    QCOMPARE(process.contact(u"boss"_s)->handle, u"@b"_s);
    QCOMPARE(process.pattern(u"many")->within, Span::minutes(15));
    QCOMPARE(process.deadlines.size(), 1);
    const Window *window = process.deadlines.first().within.forSeverity(u"S1"_s);
    QVERIFY(window);
    QCOMPARE(window->toText(), u"15m..30m"_s);
    QVERIFY(!process.deadlines.first().within.forSeverity(u"S2"_s));
    QCOMPARE(process.rule(u"r")->line, 21);
    QCOMPARE(process.sha256.size(), 64);
}

void TestLoader::tellsFaultsOfTheFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &text, const QString &code) { QTest::newRow(name) << text << code; };
    row("not YAML", sample() + "glossary: {a: b\n§", u"syntax"_s);
    row("tab indentation", sample() + "glossary:\n\ta§: b\n", u"syntax"_s);
    row("a list", "§[format, 1]\n", u"not-a-map"_s);
    row("second document", sample() + "§---\na: b\n", u"several-documents"_s);
    row("key twice", sample() + "§title: Again\n", u"duplicate-key"_s);
    row("key twice, deep", sample() + "glossary: {A: one, §A: two}\n", u"duplicate-key"_s);
    row("anchor", sample() + "glossary: §&a {A: one}\n", u"anchor"_s);
    row("tag", sample() + "glossary: §!x {A: one}\n", u"tag"_s);
    row("key that is a list", sample() + "glossary: {§[a]: one}\n", u"bad-key"_s);
    row("control character", sample() + "owner: \"a§\x01\"\n", u"control-character"_s);
    row("not UTF-8", sample() + "owner: §\xff\n", u"not-utf8"_s);
    row("unknown key", sample() + "§colour: red\n", u"unknown-key"_s);
    row("boolean key", sample() + "glossary: {SLO: §on}\n", u"boolean-trap"_s);
    row("boolean text", sample() + "owner: §No\n", u"boolean-trap"_s);
    row("no value", sample() + "§owner:\n", u"empty-value"_s);
    row("null", sample() + "§owner: ~\n", u"empty-value"_s);
    row("empty text", sample() + "owner: §\"\"\n", u"empty-value"_s);
    row("map for text", sample() + "owner: §{a: b}\n", u"not-a-value"_s);
    row("text for list", sample() + "principles: §one\n", u"not-a-list"_s);
    row("newer format", "format: §2\nid: x\ntitle: X\nversion: \"1\"\n" + sampleNouns(), u"newer-format"_s);
    row("no format", "§id: x\ntitle: X\nversion: \"1\"\n" + sampleNouns(), u"missing-key"_s);
    row("bad id", "format: 1\nid: §a b\ntitle: X\nversion: \"1\"\n" + sampleNouns(), u"bad-id"_s);
    row("version without quotes", "format: 1\nid: x\ntitle: X\nversion: §1.0\n" + sampleNouns(), u"not-quoted"_s);
    row("date", sample() + "effective: §2025-02-30\n", u"not-a-date"_s);
    row("status", sample() + "status: §final\n", u"unknown-word"_s);
}

void TestLoader::tellsFaultsOfTheFile()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    expectFault(text, code);
}

void TestLoader::tellsFaultsOfNouns_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QString &code) {
        QTest::newRow(name) << from << to << code;
    };
    row("rank", "rank: 2", "rank: §6", u"not-a-number"_s);
    row("rank in words", "rank: 2", "rank: §two", u"not-a-number"_s);
    row("no name", "{id: S2, rank: 2, name: Less bad}", "§{id: S2, rank: 2}", u"missing-key"_s);
    row("severity twice", "  - {id: S2,", "§  - {id: S1,", u"duplicate-id"_s);
    row("boolean", "commands: true", "commands: §\"true\"", u"not-a-boolean"_s);
    row("unknown severity", "required: [S1]", "required: [§S9]", u"unknown-id"_s);
    row("severity named twice", "required: [S1]", "required: [S1, §S1]", u"given-twice"_s);
    row("contact is a role", "contacts: [{id: boss", "§contacts: [{id: ops", u"duplicate-id"_s);
    row("contact is a word", "contacts: [{id: boss", "§contacts: [{id: everyone", u"duplicate-id"_s);
    row("unknown way", "via: phone", "via: §pigeon", u"unknown-word"_s);
    row("unknown phase", "next: [after]", "next: [§later]", u"unknown-id"_s);
    row("choice without values", "type: choice, values: [big, small]", "type: §choice", u"wrong-type"_s);
    row("values without choice", "type: text}", "type: §text, values: [a]}", u"wrong-type"_s);
    row("least without list", "type: text}", "type: §text, min: 2}", u"wrong-type"_s);
    row("fill of a text", "type: text}", "type: text, fill: §impact.start}", u"wrong-type"_s);
    row("unknown type", "type: text}", "type: §string}", u"unknown-word"_s);
    row("pattern of what", "of: report", "of: §rumour", u"unknown-word"_s);
    row("pattern in business time", "within: 15m}", "within: §2bd}", u"not-a-duration"_s);
    row("unknown attribute", "same: [symptom]", "same: [§colour]", u"unknown-word"_s);
    row("unknown system", "systems: {slack: {channel: \"inc-{date}\"}}", "systems: {§irc: {}}", u"unknown-system"_s);
    row("unknown key of a system", "channel: \"inc-{date}\"", "§room: x", u"unknown-key"_s);
    row("unknown name in a channel", "channel: \"inc-{date}\"", "channel: §\"inc-{weather}\"", u"unknown-id"_s);
    row("broken channel", "channel: \"inc-{date}\"", "channel: §\"inc-{date\"", u"bad-template"_s);
    row("unknown act", "words:", "commands: {§dance: x}\nwords:", u"unknown-word"_s);
    row("zone", "words:", "calendar: {zone: §Mars/Olympus}\nwords:", u"unknown-zone"_s);
    row("day", "words:", "calendar: {days: [§monday]}\nwords:", u"unknown-word"_s);
    row("time without quotes", "words:", "calendar: {open: §08:00}\nwords:", u"not-quoted"_s);
    row("closes before it opens", "words:", "calendar: {open: \"09:00\", close: §\"08:00\"}\nwords:", u"turned-round"_s);
    row("half a sprint", "words:", "calendar: {sprint: §36h}\nwords:", u"not-a-duration"_s);
    row("holiday file elsewhere", "words:", "calendar: {holidays: §../../etc/passwd}\nwords:", u"bad-id"_s);
    row("holiday file of another kind", "words:", "calendar: {holidays: §days.txt}\nwords:", u"bad-file-name"_s);
    row("progress", "words:", "defaults: {progress: [§gossip]}\nwords:", u"unknown-word"_s);
    row("metric", "words:", "metrics: [{id: m, name: M, from: §dawn, to: resolved}]\nwords:", u"unknown-moment"_s);
    row("review's agenda", "owner: [lead]}]", "owner: [lead], agenda: §nosuch}]", u"unknown-id"_s);
}

void TestLoader::tellsFaultsOfNouns()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, code);
    QByteArray text = sample();
    QCOMPARE(text.count(from), 1);
    expectFault(text.replace(from, to), code);
}

void TestLoader::tellsFaultsOfRules_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &rule, const QString &code) { QTest::newRow(name) << rule << code; };
    row("no id", "  - §{kind: lint, in: [ticket], find: past_time}\n", u"missing-key"_s);
    row("no kind", "  - §{id: r}\n", u"missing-key"_s);
    row("unknown kind", "  - {id: r, kind: §law}\n", u"unknown-kind"_s);
    row("id twice",
        "  - {id: r, kind: lint, in: [ticket], find: past_time}\n§  - {id: r, kind: lint, in: [ticket], find: past_time}\n",
        u"duplicate-id"_s);
    row("effect where none is", "  - {id: r, kind: list, use: criteria, §effect: warn, items: [{text: a}]}\n", u"unknown-key"_s);
    row("unknown effect word", "  - {id: r, kind: lint, in: [ticket], find: past_time, effect: §shout}\n", u"unknown-word"_s);
    row("unknown scope", "  - {id: r, kind: lint, in: [ticket], find: past_time, scope: §world}\n", u"unknown-word"_s);
    row("replaces nothing", "  - {id: r, kind: lint, in: [ticket], find: past_time, replaces: [§q]}\n", u"unknown-id"_s);
    row("override by nobody known", "  - {id: r, kind: lint, in: [ticket], find: past_time, override: {by: [§king]}}\n",
        u"unknown-id"_s);

    row("unknown fact", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {§weather: bad}}\n", u"unknown-fact"_s);
    row("unknown severity in a condition",
        "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {severity: [S1, §S7]}}\n", u"unknown-id"_s);
    row("unknown field in a condition", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {§field/nosuch: a}}\n",
        u"unknown-id"_s);
    row("fact without argument", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {§field: a}}\n",
        u"missing-argument"_s);
    row("fact with argument", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {§severity/S1: true}}\n",
        u"unexpected-argument"_s);
    row("value of a choice", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {field/kind_of: §huge}}\n",
        u"unknown-value"_s);
    row("not a number", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {alerts.firing: §many}}\n",
        u"not-a-number"_s);
    row("not a boolean", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {impact.ended: §done}}\n",
        u"not-a-boolean"_s);
    row("range of a word", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {severity: §{min: 1}}}\n",
        u"not-a-number"_s);
    row("odd key of a range",
        "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {people.active: {min: 1, §least: 1}}}\n", u"unknown-key"_s);
    row("empty condition", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: §{}}\n", u"empty-value"_s);
    row("empty values", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {severity: §[]}}\n", u"empty-value"_s);
    row("calendar value", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {calendar: §frozen}}\n",
        u"unknown-word"_s);
    row("system without thing", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {§system/slack: true}}\n",
        u"bad-id"_s);
    row("undeclared system", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {§system/zoom.bridge: true}}\n",
        u"unknown-id"_s);
    row("inside any", "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {any: [{severity: S1}, {flag: §money}]}}\n",
        u"unknown-id"_s);

    row("unknown act", "  - {id: r, kind: authority, act: [§update.shout], never: [everyone]}\n", u"unknown-act"_s);
    row("no act", "  - {id: r, kind: authority, act: §[], never: [everyone]}\n", u"empty-value"_s);
    row("two modes", "  - §{id: r, kind: authority, act: [resolve], only: [lead], never: [ops]}\n", u"not-one"_s);
    row("no mode", "  - §{id: r, kind: authority, act: [resolve]}\n", u"not-one"_s);
    row("unknown role", "  - {id: r, kind: authority, act: [resolve], only: [§queen]}\n", u"unknown-id"_s);
    row("count without approval", "  - {id: r, kind: authority, act: [resolve], only: [lead], count: §any}\n", u"useless-key"_s);

    row("gate without needs", "  - §{id: r, kind: gate, before: [resolve]}\n", u"missing-key"_s);
    row("gate with empty needs", "  - {id: r, kind: gate, before: [resolve], needs: §[]}\n", u"empty-value"_s);
    row("need of both kinds", "  - {id: r, kind: gate, before: [resolve], needs: [§{is: {impact.ended: true}, check: a}]}\n",
        u"not-one"_s);
    row("check by nobody", "  - {id: r, kind: gate, before: [resolve], needs: [§{check: Healthy}]}\n", u"missing-key"_s);
    row("into without phase.move", "  - {id: r, kind: gate, before: [resolve], into: §[after], needs: [{check: a, by: lead}]}\n",
        u"useless-key"_s);
    row("into nowhere", "  - {id: r, kind: gate, before: [phase.move], into: [§mars], needs: [{check: a, by: lead}]}\n",
        u"unknown-id"_s);

    row("no done", "  - §{id: r, kind: deadline, within: 1h, after: declared, owner: [lead]}\n", u"missing-key"_s);
    row("unknown moment", "  - {id: r, kind: deadline, done: §solved, within: 1h, after: declared, owner: [lead]}\n",
        u"unknown-moment"_s);
    row("moment of an unknown audience",
        "  - {id: r, kind: deadline, done: §update.sent/world, within: 1h, after: declared, owner: [lead]}\n", u"unknown-id"_s);
    row("no length of time", "  - {id: r, kind: deadline, done: resolved, within: §soon, after: declared, owner: [lead]}\n",
        u"not-a-duration"_s);
    row("range turned round", "  - {id: r, kind: deadline, done: resolved, within: §30m..15m, after: declared, owner: [lead]}\n",
        u"turned-round"_s);
    row("clock of an unknown severity",
        "  - {id: r, kind: deadline, done: resolved, within: {§S3: 1h}, after: declared, owner: [lead]}\n", u"unknown-id"_s);
    row("sooner without when",
        "  - {id: r, kind: deadline, done: resolved, within: 1h, after: declared, owner: [lead], sooner: §{within: 5m}}\n",
        u"missing-key"_s);

    row("cadence of what", "  - {id: r, kind: cadence, item: §song, every: 1h, from: declared, owner: [lead]}\n",
        u"unknown-word"_s);
    row("update to whom", "  - {id: r, kind: cadence, item: §update, every: 1h, from: declared, owner: [lead]}\n",
        u"missing-argument"_s);
    row("cadence without start", "  - §{id: r, kind: cadence, item: checkin, every: 1h, owner: [lead]}\n", u"missing-key"_s);

    row("do and rungs", "  - §{id: r, kind: ladder, from: declared, do: [{prompt: a}], rungs: [{at: 0s, do: [{prompt: a}]}]}\n",
        u"not-one"_s);
    row("rungs out of order",
        "  - {id: r, kind: ladder, from: declared, rungs: [{at: 10m, do: [{prompt: a}]}, §{at: 5m, do: [{prompt: b}]}]}\n",
        u"turned-round"_s);
    row("unknown effect", "  - {id: r, kind: ladder, from: declared, do: [{§shout: a}]}\n", u"unknown-effect"_s);
    row("two effects in one", "  - {id: r, kind: ladder, from: declared, do: [§{prompt: a, page: [lead]}]}\n", u"not-one"_s);
    row("page nobody known", "  - {id: r, kind: ladder, from: declared, do: [{page: [§nobody]}]}\n", u"unknown-id"_s);
    row("open no list", "  - {id: r, kind: ladder, from: declared, do: [{open: §nolist}]}\n", u"unknown-id"_s);
    row("create without thing", "  - {id: r, kind: ladder, from: declared, do: [{create: §slack}]}\n", u"bad-id"_s);
    row("propose what", "  - {id: r, kind: ladder, from: declared, do: [{propose: {§colour: red}}]}\n", u"unknown-word"_s);
    row("propose unknown severity", "  - {id: r, kind: ladder, from: declared, do: [{propose: {severity: §S5}}]}\n",
        u"unknown-id"_s);

    row("unknown record", "  - {id: r, kind: form, for: §memo, fields: [summary]}\n", u"unknown-record"_s);
    row("record without audience", "  - {id: r, kind: form, for: §update, fields: [summary]}\n", u"missing-argument"_s);
    row("unknown field", "  - {id: r, kind: form, for: ticket, fields: [summary!, §colour!]}\n", u"unknown-id"_s);
    row("field twice", "  - {id: r, kind: form, for: ticket, fields: [summary!, §summary]}\n", u"given-twice"_s);
    row("text with unknown name", "  - {id: r, kind: form, for: ticket, fields: [summary], text: §\"{summary} {colour}\"}\n",
        u"unknown-id"_s);
    row("text with a field of another form", "  - {id: r, kind: form, for: ticket, fields: [summary], text: §\"{whys}\"}\n",
        u"unknown-id"_s);
    row("text with a stray brace", "  - {id: r, kind: form, for: ticket, fields: [summary], text: §\"{summary} }\"}\n",
        u"bad-template"_s);

    row("lint without list", "  - §{id: r, kind: lint, in: [ticket], find: words}\n", u"missing-key"_s);
    row("lint with unknown list", "  - {id: r, kind: lint, in: [ticket], find: words, list: §slang}\n", u"unknown-id"_s);
    row("lint without length", "  - §{id: r, kind: lint, in: [ticket], find: length}\n", u"missing-key"_s);
    row("lint that needs no list", "  - {id: r, kind: lint, in: [ticket], find: cause, §list: jargon}\n", u"unknown-key"_s);

    row("row too short", "  - {id: r, kind: table, give: severity, inputs: [field/kind_of], rows: [§[S1]]}\n", u"wrong-width"_s);
    row("unknown result", "  - {id: r, kind: table, give: severity, inputs: [field/kind_of], rows: [[big, §S8]]}\n",
        u"unknown-id"_s);
    row("unknown cell", "  - {id: r, kind: table, give: severity, inputs: [field/kind_of], rows: [[§huge, S1]]}\n",
        u"unknown-value"_s);
    row("gives what", "  - {id: r, kind: table, give: §mood, inputs: [field/kind_of], rows: []}\n", u"unknown-word"_s);

    row("unknown use", "  - {id: r, kind: list, use: §poem, items: [{text: a}]}\n", u"unknown-word"_s);
    row("for whom", "  - {id: r, kind: list, use: criteria, for: §world, items: [{text: a}]}\n", u"unknown-id"_s);
    row("for an unknown phase", "  - {id: r, kind: list, use: criteria, for: §phase/mars, items: [{text: a}]}\n",
        u"unknown-id"_s);
    row("item without text", "  - {id: r, kind: list, use: criteria, items: [§{by: lead}]}\n", u"missing-key"_s);
    row("item of an unknown act", "  - {id: r, kind: list, use: criteria, items: [{text: a, act: §dance}]}\n", u"unknown-act"_s);
    row("item with an unknown form", "  - {id: r, kind: list, use: criteria, items: [{text: a, form: §nosuch}]}\n",
        u"unknown-id"_s);
    row("no items", "  - {id: r, kind: list, use: criteria, items: §[]}\n", u"empty-value"_s);
}

void TestLoader::tellsFaultsOfRules()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, code);
    expectFault(sample(rule), code);
}

void TestLoader::tellsEveryFault()
{
    const ProcessReading reading = readProcess(
        "format: 1\nid: x\ncolour: red\nseverities: [{id: S1}]\nroles: [{id: a, name: A, required: [S9]}]\n"
        "phases: [{id: p, name: P}]\nrules: [{id: r, kind: law}, {id: q, kind: lint, in: [ticket], find: word}]\n",
        u"x.yaml"_s);
    QStringList codes;
    for (const Finding &finding : reading.findings)
        codes.append(u"%1:%2"_s.arg(finding.line).arg(finding.code));
    QCOMPARE(codes,
             (QStringList{u"1:missing-key"_s, u"1:missing-key"_s, u"3:unknown-key"_s, u"4:missing-key"_s, u"4:missing-key"_s,
                          u"5:unknown-id"_s, u"7:unknown-kind"_s, u"7:missing-key"_s, u"7:unknown-word"_s}));
    const Problem problem = problemOf(reading.findings);
    QCOMPARE(problem.kind, Problem::Kind::Parse);
    QCOMPARE(problem.detail.count(u'\n'), reading.findings.size() - 1);
}

void TestLoader::countsCharacters()
{
    const ProcessReading reading = readProcess(sample() + QByteArray("glossary: {\"Größe €\": a, B: no}\n"), u"x.yaml"_s);
    QCOMPARE(reading.findings.size(), 1);
    QCOMPARE(reading.findings.first().column, 29);
}

void TestLoader::suggestsTheNearestWord()
{
    const ProcessReading reading = readProcess(sample("  - {id: r, kind: deadlime}\n"), u"x.yaml"_s);
    QVERIFY(reading.findings.first().remedy.contains(u"\"deadline\""));
}

void TestLoader::readsTheSameTwice()
{
    const QByteArray text = sample(
        "  - {id: r, kind: lint, in: [ticket], find: past_time, when: {any: [{severity: S1}], people.active: {min: 2}}}\n");
    const auto first = loadProcess(text, u"a"_s);
    QVERIFY(first.ok());
    const auto again = loadProcess(first.value().text, u"b"_s);
    QVERIFY(again.ok());
    QCOMPARE(again.value().sha256, first.value().sha256);
    QCOMPARE(again.value().lints.first().rule.when, first.value().lints.first().rule.when);
}

void TestLoader::survivesHostileBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &code) { QTest::newRow(name) << bytes << code; };
    QByteArray aliases = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 30; ++i)
        aliases += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + ", *a"
                   + QByteArray::number(i - 1) + "]\n";
    row("empty", "", u"empty-file"_s);
    row("comment only", "# nothing\n", u"empty-file"_s);
    row("too large", QByteArray(1024 * 1024 + 1, '#'), u"too-large"_s);
    row("long line", "a: " + QByteArray(70 * 1024, 'x'), u"line-too-long"_s);
    row("deep brackets", QByteArray(60 * 1024, '['), u"too-deep"_s);
    row("deep braces", QByteArray("{a: ").repeated(10000), u"too-deep"_s);
    row("deep lists", QByteArray("- ").repeated(20000), u"too-deep"_s);
    row("deep complex keys", QByteArray("? ").repeated(20000), u"too-deep"_s);
    row("many values", QByteArray("- a\n").repeated(200000), u"too-many-nodes"_s);
    row("laughing aliases", aliases, u"anchor"_s);
    row("alias to nothing", "a: *b\n", u"syntax"_s);
    row("null byte", QByteArray("a: b\0c", 6), u"control-character"_s);
    row("only a tag", "!!binary |\n  R0lGOD\n", u"tag"_s);
    row("directive", "%YAML 9.9\n---\na: b\n", u"syntax"_s);
    row("colons", QByteArray(60000, ':'), u"syntax"_s);
    row("many documents", QByteArray("--- a\n").repeated(10000), u"several-documents"_s);
}

void TestLoader::survivesHostileBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QElapsedTimer timer;
    timer.start();
    const ProcessReading reading = readProcess(bytes, u"x.yaml"_s);
    QVERIFY(!reading.process);
    QVERIFY(!reading.findings.isEmpty());
    QVERIFY(reading.findings.size() <= 300);
    QStringList codes;
    for (const Finding &finding : reading.findings)
        codes.append(finding.code);
    QVERIFY2(codes.contains(code), qPrintable(codes.join(u' ')));
    // Far above what is needed; what grows with the square of the input would not stay below.
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestLoader)
#include "tst_loader.moc"
