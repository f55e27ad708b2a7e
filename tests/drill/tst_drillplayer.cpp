// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillplayer.h"
#include "drillsetup.h"
#include "entry/statecontext.h"
#include "memorysession.h"
#include "processloader.h"
#include "readscenario.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace fireline;
using namespace fireline::domain;
using namespace fireline::drill;
using namespace Qt::StringLiterals;

class TestDrillPlayer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aLateClockBetweenTwoStepsIsSeen();
    void anUnexpectedRefusalFails();
    void anExpectedRefusalPasses();
    void anExpectedRefusalThatIsTakenFails();
    void whoIsSilentDoesNotAnswer();
    void aCutNetworkHoldsBackAndKeepsTheTime();
    void aWaitingStepFollowsItsCondition();
    void aWaitingStepGoesAheadAtItsLatest();
    void aStepThatWaitsForeverIsTold();
    void aStepFollowsWhatShows();
    void aPatientDrillWaitsForThePerson();
    void withoutAutoTheLinesAreLeft();
    void theConsolesOwnLinesAreLeft();
    void inPartsItIsTheSame();
    void whatIsToComeAndHowItGoes();
    void aStoppedDrillIsNotPassed();
    void anotherSeedGivesOtherIds();
    void reportsSayWhatHappened();
    void theDocumentedExamplePasses();

private:
    struct Played
    {
        DrillResult result;
        IncidentState state;
        QList<Event> events;
    };
    Played play(const char *steps, const char *extra = "", PlayOptions options = {}, std::optional<quint64> seed = {});
    Process m_process;
};

namespace {

bool has(const DrillResult &result, DrillLine::Kind kind, const QString &rule = {})
{
    return std::any_of(result.lines.begin(), result.lines.end(),
                       [&](const DrillLine &line) { return line.kind == kind && (rule.isEmpty() || line.rule == rule); });
}

Instant at(const char *clock)
{
    return Instant::fromRfc3339(u"2025-03-04T%1Z"_s.arg(QString::fromUtf8(clock))).value_or(Instant());
}

} // namespace

void TestDrillPlayer::initTestCase()
{
    QFile file(u":/processes/severity-ladder.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto process = process::loadProcess(file.readAll(), file.fileName());
    QVERIFY(process.ok());
    m_process = std::move(process).value();
}

TestDrillPlayer::Played TestDrillPlayer::play(const char *steps, const char *extra, PlayOptions options,
                                              std::optional<quint64> seed)
{
    const QByteArray text = QByteArray("format: 1\nid: x\ntitle: T\nprocess: severity-ladder\nseverity: \"1\"\n"
                                       "start: \"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}, {name: Bo}]\n")
                            + extra + "steps:\n" + steps;
    const auto reading = readScenario(text, u"x"_s, [this](const QString &) { return &m_process; });
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    if (!reading.scenario)
        qFatal("the test's own scenario is wrong");
    const DrillSetup setup = setupOf(*reading.scenario, seed);
    test::MemorySession session(m_process, setup.start, setup.typist, setup.seed);
    if (!session.execute(setup.declare))
        qFatal("the test's own scenario cannot be declared");
    options.seed = setup.seed;
    const DrillResult result = DrillPlayer(*reading.scenario, session, options).play();
    return {result, session.state(), session.events()};
}

void TestDrillPlayer::aLateClockBetweenTwoStepsIsSeen()
{
    // The response is late after five minutes and met at six: no step stands in between.
    const auto played = play("  - {at: 6m, do: /claim}\n  - {at: 7m, do: a note}\n");
    QCOMPARE(played.result.late.size(), 1);
    QCOMPARE(played.result.late.first().rule, u"lad.respond"_s);
    QCOMPARE(played.result.late.first().due, at("09:05:00"));
    QVERIFY(!played.result.passed());
    QVERIFY(has(played.result, DrillLine::Kind::Rung, u"lad.esc1"_s));
    QVERIFY(play("  - {at: 6m, do: /claim}\n", "pass: {late: 1}\n").result.passed());
    QVERIFY(play("  - {at: 4m, do: /claim}\n").result.passed());
}

void TestDrillPlayer::anUnexpectedRefusalFails()
{
    const auto played = play("  - {at: 1m, do: /claim}\n  - {after: 1m, do: /resolve}\n");
    QVERIFY(!played.result.passed());
    QCOMPARE(played.result.unexpected.size(), 1);
    QVERIFY(played.result.unexpected.first().contains(u"lad.verify"_s));
    QVERIFY(!played.state.resolvedAt.isSet());
}

void TestDrillPlayer::anExpectedRefusalPasses()
{
    const auto played = play("  - {at: 1m, do: /claim}\n  - {after: 1m, do: /resolve, expect: {refused: {rule: lad.verify}}}\n");
    QVERIFY(played.result.passed());
    QCOMPARE(played.result.refused, 1);
    QCOMPARE(played.result.done, 1);
    // The right refusal by the wrong rule is not what was expected.
    QVERIFY(!play("  - {at: 1m, do: /claim}\n  - {after: 1m, do: /resolve, expect: {refused: {rule: lad.tickets}}}\n")
                 .result.passed());
}

void TestDrillPlayer::anExpectedRefusalThatIsTakenFails()
{
    QVERIFY(!play("  - {at: 1m, do: /claim, expect: {refused: {rule: lad.verify}}}\n").result.passed());
    QVERIFY(!play("  - {at: 1m, do: /claim, expect: {warned: {rule: lad.verify}}}\n").result.passed());
}

void TestDrillPlayer::whoIsSilentDoesNotAnswer()
{
    const auto played = play("  - {at: 1m, do: /claim}\n  - {at: 2m, inject: {silent: {who: Bo, for: 5m}}}\n"
                             "  - {at: 3m, as: Bo, do: first}\n  - {at: 8m, as: Bo, do: second}\n");
    QVERIFY(has(played.result, DrillLine::Kind::Silent));
    QCOMPARE(played.state.entries.last().text, u"second"_s);
    for (const Entry &entry : played.state.entries)
        QVERIFY(entry.text != u"first"_s);
}

void TestDrillPlayer::aCutNetworkHoldsBackAndKeepsTheTime()
{
    const auto played = play("  - {at: 1m, do: /claim}\n  - {at: 2m, inject: {network: cut}}\n"
                             "  - {at: 3m, inject: {alert: {name: DiskFull}}}\n  - {at: 4m, do: still blind}\n"
                             "  - {at: 9m, inject: {network: back}}\n");
    QVERIFY(has(played.result, DrillLine::Kind::HeldBack));
    QCOMPARE(played.state.alerts.size(), 1);
    QCOMPARE(played.state.alerts.first().firedAt, at("09:03:00"));
    QCOMPARE(played.events.last().recordedAt, at("09:09:00"));
}

void TestDrillPlayer::aWaitingStepFollowsItsCondition()
{
    const auto played = play(
        "  - {at: 1m, do: /claim}\n"
        "  - {at: 2m, when: {severity: \"2\"}, until: 30m, inject: {executive: {name: Chief, text: \"Why?\"}}}\n"
        "  - {at: 5m, do: /sev 2 fewer users}\n  - {at: 6m, do: the end}\n");
    const auto said = std::find_if(played.state.entries.begin(), played.state.entries.end(),
                                   [](const Entry &e) { return e.actor == u"Chief"_s; });
    QVERIFY(said != played.state.entries.end());
    QCOMPARE(said->at, at("09:05:00"));
    QVERIFY(played.result.passed());
}

void TestDrillPlayer::aWaitingStepGoesAheadAtItsLatest()
{
    const auto played = play("  - {at: 1m, do: /claim}\n"
                             "  - {at: 2m, when: {severity: \"2\"}, until: 3m, inject: {metric: it gets worse}}\n");
    QCOMPARE(played.state.entries.last().text, u"it gets worse"_s);
    QCOMPARE(played.state.entries.last().at, at("09:05:00"));
}

void TestDrillPlayer::aStepThatWaitsForeverIsTold()
{
    const auto played = play("  - {at: 1m, do: /claim}\n  - {at: 2m, when: {severity: \"2\"}, inject: {metric: never}}\n");
    QVERIFY(!played.result.passed());
    QCOMPARE(played.result.unexpected.size(), 1);
}

void TestDrillPlayer::aStepFollowsWhatShows()
{
    const auto played = play(
        "  - {at: 0s, once: order.given, later: 20s, as: Bo, do: \"/ack #A1\"}\n"
        "  - {at: 1m, do: /claim}\n  - {at: 2m, do: /action @Bo look +5m}\n  - {at: 3m, do: \"/done #A1\"}\n");
    QVERIFY2(played.result.passed(), qPrintable(reportText(played.result)));
    const auto acked = std::find_if(played.result.lines.begin(), played.result.lines.end(),
                                    [](const DrillLine &line) { return line.who == "Bo"_L1; });
    QVERIFY(acked != played.result.lines.end());
    QCOMPARE(acked->at, at("09:02:20"));
}

void TestDrillPlayer::aPatientDrillWaitsForThePerson()
{
    const QByteArray text("format: 1\nid: x\ntitle: T\nprocess: severity-ladder\nseverity: \"4\"\nstart: "
                          "\"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}, {name: Bo}]\nsteps:\n"
                          "  - {at: 0s, once: order.given, later: 5s, as: Bo, do: \"/ack #A1\"}\n"
                          "  - {at: 1m, as: Ana, do: /action @Bo look +5m}\n  - {at: 9m, as: Ana, do: the last line}\n");
    const auto reading = readScenario(text, u"x"_s, [this](const QString &) { return &m_process; });
    QVERIFY(reading.scenario);
    const DrillSetup setup = setupOf(*reading.scenario);
    test::MemorySession session(m_process, setup.start, setup.typist, setup.seed);
    QVERIFY(session.execute(setup.declare).ok());
    DrillPlayer player(*reading.scenario, session, {.console = u"Ana"_s, .patient = true});
    player.begin();
    QVERIFY(player.playUntil(at("09:20:00"))); // long after its last line: nobody hurries
    Command order =
        parseEntry(u"/action @Bo look +5m"_s, entryContext(session.state(), session.process(), session.now())).command;
    order.by = u"Ana"_s;
    QVERIFY(session.execute(order).ok());
    QVERIFY(player.playUntil(at("09:20:04")));
    QVERIFY(!session.state().order(u"A1")->ackedAt.isSet());
    QVERIFY(player.playUntil(at("09:20:30")));
    QVERIFY(session.state().order(u"A1")->ackedAt.isSet());
    QVERIFY(!player.playUntil(at("09:20:31"))); // nothing is left but lines of the person here
    QCOMPARE(player.finish().ended, at("09:20:30"));
}

void TestDrillPlayer::withoutAutoTheLinesAreLeft()
{
    PlayOptions options;
    options.automatic = false;
    const auto played = play("  - {at: 1m, inject: {alert: {name: A}}}\n  - {at: 2m, do: /claim}\n", "", options);
    QVERIFY(has(played.result, DrillLine::Kind::Left));
    QCOMPARE(played.state.alerts.size(), 1);
    QVERIFY(played.state.holdings.isEmpty());
}

void TestDrillPlayer::theConsolesOwnLinesAreLeft()
{
    PlayOptions options;
    options.console = u"Ana"_s;
    const auto played = play("  - {at: 1m, as: Ana, do: /claim}\n  - {at: 2m, as: Bo, do: the others are played}\n", "", options);
    QVERIFY(has(played.result, DrillLine::Kind::Left));
    QVERIFY(played.state.holders(u"ic"_s).isEmpty());
    QCOMPARE(played.state.entries.last().text, u"the others are played"_s);
}

void TestDrillPlayer::inPartsItIsTheSame()
{
    const QByteArray text = "format: 1\nid: x\ntitle: T\nprocess: severity-ladder\nseverity: \"1\"\n"
                            "start: \"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}, {name: Bo}]\nsteps:\n"
                            "  - {at: 1m, do: /claim}\n  - {at: 130s, do: a note}\n"
                            "  - {at: 3m, when: {severity: \"2\"}, until: 4m, inject: {metric: it gets worse}}\n";
    const auto reading = readScenario(text, u"x"_s, [this](const QString &) { return &m_process; });
    QVERIFY(reading.scenario);
    const DrillSetup setup = setupOf(*reading.scenario);
    QList<QList<Event>> records;
    QStringList reports;
    for (const bool inParts : {false, true}) {
        test::MemorySession session(m_process, setup.start, setup.typist, setup.seed);
        QVERIFY(session.execute(setup.declare));
        DrillPlayer player(*reading.scenario, session, {});
        if (inParts) {
            player.begin();
            for (Instant t = setup.start; player.playUntil(t); t = t + Span::seconds(7)) { }
            reports.append(reportText(player.finish()));
        } else {
            reports.append(reportText(player.play()));
        }
        records.append(session.events());
    }
    QCOMPARE(records.at(1).size(), records.at(0).size());
    for (qsizetype i = 0; i < records.at(0).size(); ++i)
        QCOMPARE(records.at(1).at(i).payload, records.at(0).at(i).payload);
    QCOMPARE(reports.at(1), reports.at(0));
}

void TestDrillPlayer::whatIsToComeAndHowItGoes()
{
    const QByteArray text = "format: 1\nid: x\ntitle: T\nprocess: severity-ladder\nseverity: \"1\"\n"
                            "start: \"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}, {name: Bo}]\npass: {late: 0}\nsteps:\n"
                            "  - {at: 1m, inject: {metric: first}}\n"
                            "  - {at: 2m, when: {severity: \"2\"}, until: 60m, inject: {metric: it gets worse}}\n"
                            "  - {at: 3m, do: a note}\n  - {at: 20m, inject: {metric: last}}\n";
    const auto reading = readScenario(text, u"x"_s, [this](const QString &) { return &m_process; });
    QVERIFY(reading.scenario);
    const DrillSetup setup = setupOf(*reading.scenario);
    test::MemorySession session(m_process, setup.start, setup.typist, setup.seed);
    QVERIFY(session.execute(setup.declare));
    DrillPlayer player(*reading.scenario, session, {});
    player.begin();
    const auto coming = [&] {
        QStringList texts;
        for (const ComingInject &inject : player.coming())
            texts.append(inject.text);
        return texts;
    };
    QCOMPARE(coming(), (QStringList{u"first"_s, u"it gets worse"_s, u"last"_s}));
    QCOMPARE(player.coming().first().at, at("09:01:00"));
    QVERIFY(player.playUntil(at("09:04:00")));
    QCOMPARE(coming(), (QStringList{u"last"_s, u"it gets worse"_s})); // at the latest after an hour
    QVERIFY(player.score().passes());
    QVERIFY(player.playUntil(at("09:06:00"))); // nobody has responded for five minutes
    QCOMPARE(player.score().late, 1);
    QVERIFY(!player.score().passes());
}

void TestDrillPlayer::aStoppedDrillIsNotPassed()
{
    const QByteArray text = "format: 1\nid: x\ntitle: T\nprocess: severity-ladder\nseverity: \"1\"\n"
                            "start: \"2025-03-04T09:00:00Z\"\npeople: [{name: Ana}]\nsteps:\n"
                            "  - {at: 1m, do: /claim}\n  - {at: 2m, when: {severity: \"2\"}, inject: {metric: later}}\n"
                            "  - {at: 9m, inject: {metric: last}}\n";
    const auto reading = readScenario(text, u"x"_s, [this](const QString &) { return &m_process; });
    QVERIFY(reading.scenario);
    const DrillSetup setup = setupOf(*reading.scenario);
    test::MemorySession session(m_process, setup.start, setup.typist, setup.seed);
    QVERIFY(session.execute(setup.declare));
    DrillPlayer player(*reading.scenario, session, {});
    player.begin();
    QVERIFY(player.playUntil(at("09:03:00")));
    const DrillResult result = player.stop();
    QVERIFY(!result.passed());
    QVERIFY(result.problem && result.problem->code == "stopped"_L1);
    QVERIFY(result.unexpected.isEmpty()); // what waited was not missed
    QVERIFY(player.coming().isEmpty());
    QVERIFY(!player.playUntil(at("09:30:00")));
}

void TestDrillPlayer::anotherSeedGivesOtherIds()
{
    const auto ids = [this](quint64 seed) {
        QStringList all;
        for (const Event &event : play("  - {at: 1m, do: /claim}\n", "", {}, seed).events)
            all.append(event.id);
        return all;
    };
    QCOMPARE(ids(5), ids(5));
    QVERIFY(ids(5) != ids(6));
}

void TestDrillPlayer::reportsSayWhatHappened()
{
    QStringList told;
    PlayOptions options;
    options.onLine = [&](const DrillLine &line) { told.append(lineText(line)); };
    const auto played = play("  - {at: 6m, do: /claim, say: Go on}\n", "", options);
    QCOMPARE(told.size(), played.result.lines.size());
    const QString text = reportText(played.result);
    QVERIFY(text.contains(u"FAILED"_s) && text.contains(u"lad.respond"_s));
    const QJsonObject json = reportJson(played.result);
    QCOMPARE(json.value(u"passed").toBool(true), false);
    QCOMPARE(json.value(u"late").toArray().size(), 1);
    QCOMPARE(json.value(u"lines").toArray().size(), told.size());
}

// CONTRIBUTING.md shows a process and a drill of it.
void TestDrillPlayer::theDocumentedExamplePasses()
{
    QFile file(QStringLiteral(FIRELINE_SOURCE_DIR "/CONTRIBUTING.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    static const QRegularExpression block(u"```yaml\n(format: 1.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    QStringList blocks;
    for (auto it = block.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();)
        blocks.append(it.next().captured(1));
    QCOMPARE(blocks.size(), 2);
    const auto bakery = process::loadProcess(blocks.at(0).toUtf8(), u"bakery"_s);
    QVERIFY(bakery.ok());
    const auto reading = readScenario(blocks.at(1).toUtf8(), u"drill"_s, [&](const QString &) { return &bakery.value(); });
    for (const process::Finding &finding : reading.findings)
        qWarning().noquote() << finding.toText();
    QVERIFY(reading.scenario);
    const DrillSetup setup = setupOf(*reading.scenario);
    test::MemorySession session(bakery.value(), setup.start, setup.typist, setup.seed);
    QVERIFY(session.execute(setup.declare).ok());
    const DrillResult result = DrillPlayer(*reading.scenario, session, {}).play();
    QVERIFY2(result.passed(), qPrintable(reportText(result)));
    QCOMPARE(result.refused, 1);
}

QTEST_APPLESS_MAIN(TestDrillPlayer)
#include "tst_drillplayer.moc"
