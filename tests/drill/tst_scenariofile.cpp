// SPDX-License-Identifier: GPL-3.0-or-later
#include "processloader.h"
#include "readscenario.h"

#include <QFile>
#include <QTest>

using namespace fireline;
using namespace fireline::drill;
using namespace Qt::StringLiterals;

class TestScenarioFile : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void readsEverything();
    void readsTheGuide();
    void readsTheMetrics();
    void namesTheFault_data();
    void namesTheFault();
    void hostileBytesAreRefused_data();
    void hostileBytesAreRefused();

private:
    ScenarioReading read(const QString &text) const
    {
        return readScenario(text.toUtf8(), u"x.yaml"_s,
                            [this](const QString &id) { return id == m_process->id ? &*m_process : nullptr; });
    }
    std::optional<domain::Process> m_process;
};

namespace {

const QString head = QStringLiteral("format: 1\nid: x\ntitle: T\nprocess: severity-ladder\nstart: \"2025-03-04T09:00:00Z\"\n"
                                    "people: [{name: Ana, role: ic}, {name: Bo}]\n");

} // namespace

void TestScenarioFile::initTestCase()
{
    QFile file(u":/processes/severity-ladder.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto process = process::loadProcess(file.readAll(), file.fileName());
    QVERIFY(process.ok());
    m_process = std::move(process).value();
}

void TestScenarioFile::readsEverything()
{
    const QString rest = QStringLiteral(
        "severity: \"2\"\nseed: 9\nsource: S\ndeclare: {service: checkout}\npass: {late: 1, overrides: 2}\nsteps:\n"
        "  - {at: 0s, inject: {alert: {name: A, region: EU}}, say: Look}\n"
        "  - {after: 2m, as: Bo, do: /claim}\n"
        "  - {after: 1m, inject: {report: {text: broken, region: US}}}\n"
        "  - {at: 5m, when: {severity: \"1\"}, until: 3m, inject: {silent: {who: Bo, for: 10m}}}\n"
        "  - {at: 6m, inject: {network: cut}}\n"
        "  - {at: 7m, inject: {system: {thing: slack.channel, outcome: \"true\"}}}\n"
        "  - {at: 8m, do: /resolve, expect: {refused: {code: gate, rule: lad.verify}}}\n"
        "  - {at: 9m, do: /claim, expect: {warned: {rule: lad.verify}}}\n");
    const ScenarioReading reading = read(head + rest);
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.scenario);
    const Scenario &s = *reading.scenario;
    QCOMPARE(s.severity, u"2"_s);
    QCOMPARE(s.seed, quint64(9));
    QCOMPARE(s.lateAllowed, 1);
    QCOMPARE(s.overridesAllowed, 2);
    QCOMPARE(s.declare.value(u"service").toString(), u"checkout"_s);
    QCOMPARE(s.people.size(), 2);
    QCOMPARE(s.steps.size(), 8);
    QCOMPARE(s.steps.at(0).inject->fields.value(u"region").toString(), u"EU"_s);
    QCOMPARE(s.steps.at(2).at, domain::Span::minutes(3));
    QCOMPARE(*s.steps.at(3).until, domain::Span::minutes(3));
    QCOMPARE(s.steps.at(3).inject->length, domain::Span::minutes(10));
    QVERIFY(s.steps.at(4).inject->cut);
    QCOMPARE(s.steps.at(6).expect.kind, Expectation::Kind::Refused);
    QCOMPARE(s.steps.at(6).expect.rule, u"lad.verify"_s);
    QCOMPARE(s.steps.at(7).expect.kind, Expectation::Kind::Warned);
}

void TestScenarioFile::readsTheGuide()
{
    const ScenarioReading reading = read(
        head
        + u"steps:\n  - {at: 0s, once: order.given, later: 8s, as: Bo, do: \"/ack #A1\"}\n"
          "  - {at: 0s, once: {tick: {role.filled: tech_lead}}, until: 5m, as: Bo, do: a note}\n"
          "guide:\n  next: Another one\n  steps:\n"
          "    - {id: claim, what: Lead, how: Type it, why: Somebody leads, anywhere: true, done: role.taken/ic}\n"
          "    - {id: note, what: Write, how: Type it, done: {act: entry.post}}\n"
          "    - {id: hyp, what: Suspect, how: Type it, needs: [{sign: order.acked, text: Wait}], done: {entry: hypothesis}}\n"_s);
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.scenario);
    const Scenario &s = *reading.scenario;
    QCOMPARE(s.steps.at(0).once->moment->toText(), u"order.given"_s);
    QCOMPARE(s.steps.at(0).later, domain::Span::seconds(8));
    QVERIFY(s.steps.at(1).once->tick);
    QCOMPARE(s.guide.next, u"Another one"_s);
    QCOMPARE(s.guide.steps.size(), 3);
    QCOMPARE(s.guide.steps.at(0).done.moment->toText(), u"role.taken/ic"_s);
    QVERIFY(s.guide.steps.at(0).anywhere);
    QCOMPARE(s.guide.steps.at(1).done.act, domain::Act::EntryPost);
    QCOMPARE(s.guide.steps.at(2).done.entry, u"hypothesis"_s);
    QCOMPARE(s.guide.steps.at(2).needs.value(0).text, u"Wait"_s);
}

void TestScenarioFile::readsTheMetrics()
{
    const ScenarioReading reading = read(head
                                         + u"metrics:\n  file: x.csv\n  graphs:\n    - {query: errors, threshold: 2.5}\n"
                                           "    - {query: latency, unit: ms}\nsteps: [{at: 0s, do: /claim}]\n"_s);
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.scenario);
    QCOMPARE(reading.scenario->metrics.file, u"./x.csv"_s);
    QCOMPARE(reading.scenario->metrics.graphs.size(), 2);
    QCOMPARE(reading.scenario->metrics.graphs.at(0).query, u"errors"_s);
    QCOMPARE(reading.scenario->metrics.graphs.at(0).threshold, 2.5);
    QCOMPARE(reading.scenario->metrics.graphs.at(1).unit, u"ms"_s);
    QVERIFY(!reading.scenario->metrics.graphs.at(1).threshold);
}

void TestScenarioFile::namesTheFault_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *step, const char *code) {
        QTest::newRow(name) << u"  - "_s + QString::fromUtf8(step) + u'\n' << QString::fromUtf8(code);
    };
    row("no time", "{do: /claim}", "not-one");
    row("two times", "{at: 1m, after: 1m, do: /claim}", "not-one");
    row("backwards", "{at: 5m, do: /claim}\n  - {at: 4m, do: /claim}", "turned-round");
    row("nothing to do", "{at: 1m, say: hello}", "not-one");
    row("do and inject", "{at: 1m, do: /claim, inject: {metric: m}}", "not-one");
    row("two injects", "{at: 1m, inject: {metric: m, finding: f}}", "not-one");
    row("unknown inject", "{at: 1m, inject: {metrics: m}}", "unknown-word");
    row("unknown key", "{at: 1m, do: /claim, by: Ana}", "unknown-key");
    row("unknown person", "{at: 1m, as: Anna, do: /claim}", "unknown-person");
    row("silent stranger", "{at: 1m, inject: {silent: {who: Cy, for: 5m}}}", "unknown-person");
    row("bad line", "{at: 1m, do: /action}", "bad-line");
    row("unknown verb", "{at: 1m, do: /zzz now}", "bad-line");
    row("unknown rule", "{at: 1m, do: /resolve, expect: {refused: {rule: lad.nothing}}}", "unknown-id");
    row("unknown expectation", "{at: 1m, do: /resolve, expect: refused}", "unknown-word");
    row("unknown system", "{at: 1m, inject: {system: {thing: freshdesk.told, outcome: \"true\"}}}", "unknown-id");
    row("thing without system", "{at: 1m, inject: {system: {thing: channel, outcome: \"true\"}}}", "bad-id");
    row("unknown severity in when", "{at: 1m, when: {severity: P1}, do: /claim}", "unknown-id");
    row("until alone", "{at: 1m, until: 2m, do: /claim}", "useless-key");
    row("later alone", "{at: 1m, later: 2m, do: /claim}", "useless-key");
    row("unknown moment", "{at: 1m, once: order.takn, do: /claim}", "unknown-moment");
    row("sign of nothing", "{at: 1m, once: {rule: x}, do: /claim}", "unknown-word");
    row("two signs", "{at: 1m, once: {act: confirm, entry: note}, do: /claim}", "unknown-word");
    row("unknown act", "{at: 1m, once: {act: confirmed}, do: /claim}", "unknown-act");
    row("unknown kind of row", "{at: 1m, once: {entry: hypothesys}, do: /claim}", "unknown-word");
    row("moment of an unknown role", "{at: 1m, once: role.taken/pilot, do: /claim}", "unknown-id");
    const auto guide = [&](const char *name, const char *step, const char *code) {
        row(name, QByteArray(QByteArray("{at: 1m, do: /claim}\nguide:\n  steps:\n    - ") + step).constData(), code);
    };
    guide("guide without an end", "{id: a, what: W, how: H}", "missing-key");
    guide("guide without a way", "{id: a, what: W, done: confirmed}", "missing-key");
    guide("guide with two ids", "{id: a, what: W, how: H, done: confirmed}\n    - {id: a, what: W, how: H, done: resolved}",
          "duplicate-id");
    guide("guide with an unknown key", "{id: a, what: W, how: H, done: confirmed, key: F1}", "unknown-key");
    guide("guide with an unknown role", "{id: a, what: W, how: H, done: {tick: {role.filled: pilot}}}", "unknown-id");
    guide("need without words", "{id: a, what: W, how: H, done: confirmed, needs: [{sign: resolved}]}", "missing-key");
    row("guide without steps", "{at: 1m, do: /claim}\nguide: {next: Bye}", "empty-value");
    const auto metrics = [&](const char *name, const char *value, const char *code) {
        row(name, QByteArray(QByteArray("{at: 1m, do: /claim}\nmetrics: ") + value).constData(), code);
    };
    metrics("metrics without a file", "{graphs: [{query: a}]}", "missing-key");
    metrics("metrics elsewhere", "{file: ../x.csv}", "bad-name");
    metrics("metrics of the machine", "{file: /etc/passwd}", "bad-name");
    metrics("metrics of another kind", "{file: x.yaml}", "bad-name");
    metrics("hidden metrics", "{file: .x.csv}", "bad-name");
    metrics("metrics with an unknown key", "{file: x.csv, url: x}", "unknown-key");
    metrics("graph without a query", "{file: x.csv, graphs: [{unit: ms}]}", "missing-key");
    metrics("graph twice", "{file: x.csv, graphs: [{query: a}, {query: a}]}", "duplicate-id");
    metrics("threshold of words", "{file: x.csv, graphs: [{query: a, threshold: high}]}", "not-a-number");
    row("hindsight too early", "{at: 1m, hindsight: true, inject: {finding: f}}", "hindsight");
    row("network word", "{at: 1m, inject: {network: down}}", "unknown-word");
}

void TestScenarioFile::namesTheFault()
{
    QFETCH(QString, steps);
    QFETCH(QString, code);
    const ScenarioReading reading = read(head + u"steps:\n"_s + steps);
    QVERIFY(!reading.scenario);
    QCOMPARE(reading.findings.size(), 1);
    QCOMPARE(reading.findings.first().code, code);
    QVERIFY(reading.findings.first().line >= 7);
    QVERIFY(reading.findings.first().column > 0);
    QVERIFY(!reading.findings.first().remedy.isEmpty());
}

void TestScenarioFile::hostileBytesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    const QString step = u"steps: [{at: 0s, do: /claim}]\n"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("a list") << u"- 1\n"_s;
    QTest::newRow("no head") << step;
    QTest::newRow("unknown process") << QString(head).replace(u"severity-ladder"_s, u"nothing"_s) + step;
    QTest::newRow("newer format") << QString(head).replace(u"format: 1"_s, u"format: 2"_s) + step;
    QTest::newRow("no people") << head.section(u"people"_s, 0, 0) + step;
    QTest::newRow("no steps") << head + u"steps: []\n"_s;
    QTest::newRow("a start that is none") << QString(head).replace(u"2025-03-04T09"_s, u"2025-13-04T09"_s) + step;
    QTest::newRow("twice the same person") << QString(head).replace(u"Bo"_s, u"Ana"_s) + step;
    QTest::newRow("alias") << u"a: &x [1]\nb: *x\n"_s;
    QTest::newRow("deep") << u"["_s.repeated(200);
}

void TestScenarioFile::hostileBytesAreRefused()
{
    QFETCH(QString, text);
    const ScenarioReading reading = read(text);
    QVERIFY(!reading.scenario);
    QVERIFY(process::hasFaults(reading.findings));
}

QTEST_APPLESS_MAIN(TestScenarioFile)
#include "tst_scenariofile.moc"
