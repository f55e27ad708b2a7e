// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilllibrary.h"
#include "drillplayer.h"
#include "drillsetup.h"
#include "memorysession.h"
#include "processloader.h"
#include "report/stillopen.h"
#include "rules/guidestatus.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTextStream>

using namespace fireline;
using namespace fireline::domain;
using namespace fireline::drill;
using namespace Qt::StringLiterals;

/// The scenarios that come with the program. FIRELINE_TELL=1 prints each drill as it is played, FIRELINE_ONLY=ID plays that one.
class TestScenarios : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eachIsReadable();
    void passes_data();
    void passes();
    void guidesToItsEnd_data() { passes_data(); }
    void guidesToItsEnd();
    void theFirstOneLeadsANewcomer();
    void refusesThrice_data() { passes_data(); }
    void refusesThrice();
    void sameSeedSameEvents_data() { passes_data(); }
    void sameSeedSameEvents();
    void everyClockRuns();

private:
    const Process *process(const QString &id);
    DrillResult play(const Scenario &scenario, test::MemorySession &session);

    QHash<QString, std::shared_ptr<Process>> m_processes;
    QList<Scenario> m_scenarios;
};

const Process *TestScenarios::process(const QString &id)
{
    if (!m_processes.contains(id)) {
        QFile file(u":/processes/%1.yaml"_s.arg(id));
        if (!file.open(QIODevice::ReadOnly))
            return nullptr;
        auto loaded = process::loadProcess(file.readAll(), file.fileName());
        if (!loaded)
            return nullptr;
        m_processes.insert(id, std::make_shared<Process>(std::move(loaded).value()));
    }
    return m_processes.value(id).get();
}

void TestScenarios::initTestCase()
{
    const DrillLibrary library({}, [this](const QString &id) { return process(id); });
    for (const ScenarioInfo &info : library.list()) {
        if (const auto scenario = library.find(info.id))
            m_scenarios.append(scenario.value());
    }
}

void TestScenarios::eachIsReadable()
{
    const DrillLibrary library({}, [this](const QString &id) { return process(id); });
    QVERIFY(!library.list().isEmpty());
    for (const ScenarioInfo &info : library.list()) {
        for (const process::Finding &finding : info.findings)
            qWarning().noquote() << finding.toText();
        QVERIFY2(info.usable(), qPrintable(info.file));
        QVERIFY2(!info.title.isEmpty(), qPrintable(info.file));
    }
}

void TestScenarios::passes_data()
{
    QTest::addColumn<int>("index");
    const QString only = qEnvironmentVariable("FIRELINE_ONLY");
    for (int i = 0; i < m_scenarios.size(); ++i) {
        if (only.isEmpty() || only == m_scenarios.at(i).id)
            QTest::newRow(m_scenarios.at(i).id.toUtf8().constData()) << i;
    }
}

DrillResult TestScenarios::play(const Scenario &scenario, test::MemorySession &session)
{
    PlayOptions options;
    options.seed = scenario.seed;
    if (qEnvironmentVariableIsSet("FIRELINE_TELL"))
        options.onLine = [](const DrillLine &line) { QTextStream(stdout) << lineText(line) << '\n'; };
    if (const auto declared = session.execute(setupOf(scenario).declare); !declared)
        qWarning().noquote() << declared.problem().text;
    return DrillPlayer(scenario, session, options).play();
}

namespace {

test::MemorySession sessionOf(const Scenario &scenario, const Process &process)
{
    const DrillSetup setup = setupOf(scenario);
    return {process, setup.start, setup.typist, setup.seed};
}

} // namespace

void TestScenarios::passes()
{
    QFETCH(int, index);
    const Scenario &scenario = m_scenarios.at(index);
    test::MemorySession session = sessionOf(scenario, *process(scenario.process));
    const DrillResult result = play(scenario, session);
    if (!result.passed() || qEnvironmentVariableIsSet("FIRELINE_TELL"))
        qWarning().noquote() << reportText(result);
    QVERIFY(session.state().drill);
    QVERIFY(result.passed());
    QVERIFY2(session.state().resolvedAt.isSet(), "a drill goes from declaration to resolution at least");
}

// Played as it is meant, every step that a newcomer is told gets its tick, and nothing before it was told.
void TestScenarios::guidesToItsEnd()
{
    QFETCH(int, index);
    const Scenario &scenario = m_scenarios.at(index);
    if (scenario.guide.steps.isEmpty())
        QSKIP("nobody is led in it");
    test::MemorySession session = sessionOf(scenario, *process(scenario.process));
    if (const auto declared = session.execute(setupOf(scenario).declare); !declared)
        QFAIL(qPrintable(declared.problem().text));
    const auto doneNow = [&] {
        int done = 0;
        for (const GuideStepStatus &status : guideStatus(scenario.guide, {session.state(), session.process(), session.now(), {}}))
            done += status.state == GuideStepStatus::State::Done ? 1 : 0;
        return done;
    };
    DrillPlayer player(scenario, session, {});
    player.begin();
    QVERIFY(player.playUntil(scenario.start + Span::seconds(1)));
    QCOMPARE(doneNow(), 0);
    while (player.playUntil(session.now() + Span::seconds(5))) { }
    QCOMPARE(doneNow(), int(scenario.guide.steps.size()));
}

void TestScenarios::theFirstOneLeadsANewcomer()
{
    if (qEnvironmentVariableIsSet("FIRELINE_ONLY"))
        QSKIP("only one scenario is asked for");
    QCOMPARE(m_scenarios.first().id, u"five-minutes"_s);
    QVERIFY(!m_scenarios.first().guide.steps.isEmpty());
    QCOMPARE(m_scenarios.first().steps.last().at, Span::minutes(5));
    // Whoever does what they are told meets no warning, and leaves nothing for others to find undone.
    const Scenario &first = m_scenarios.first();
    test::MemorySession session = sessionOf(first, *process(first.process));
    for (const DrillLine &line : play(first, session).lines)
        QVERIFY2(line.kind != DrillLine::Kind::Warned && line.kind != DrillLine::Kind::Late, qPrintable(lineText(line)));
    QCOMPARE(stillOpen(session.state(), session.process()), QStringList());
    for (const RunningClock &clock : runningClocks(session.state(), session.process(), session.now()))
        QVERIFY2(!clock.running() || clock.state == RunningClock::State::Running, qPrintable(clock.text));
}

void TestScenarios::refusesThrice()
{
    QFETCH(int, index);
    const Scenario &scenario = m_scenarios.at(index);
    const auto refusals = std::count_if(scenario.steps.begin(), scenario.steps.end(),
                                        [](const Step &step) { return step.expect.kind == Expectation::Kind::Refused; });
    QVERIFY2(refusals >= 3, qPrintable(QString::number(refusals)));
}

void TestScenarios::sameSeedSameEvents()
{
    QFETCH(int, index);
    const Scenario &scenario = m_scenarios.at(index);
    QByteArrayList hashes[2];
    for (QByteArrayList &run : hashes) {
        test::MemorySession session = sessionOf(scenario, *process(scenario.process));
        (void)play(scenario, session);
        for (const Event &event : session.events())
            run.append(event.hash);
    }
    QVERIFY(hashes[0].size() > 10);
    QCOMPARE(hashes[0], hashes[1]);
}

// Every deadline, cadence and ladder of an incident runs in some scenario of its process.
void TestScenarios::everyClockRuns()
{
    if (qEnvironmentVariableIsSet("FIRELINE_ONLY"))
        QSKIP("only one scenario is asked for");
    QHash<QString, QSet<QString>> seen;
    for (const Scenario &scenario : m_scenarios) {
        test::MemorySession session = sessionOf(scenario, *process(scenario.process));
        const QStringList clocks = play(scenario, session).clocksSeen;
        seen[scenario.process].unite(QSet<QString>(clocks.begin(), clocks.end()));
    }
    QCOMPARE(seen.size(), 5);
    QStringList never;
    for (auto it = seen.begin(); it != seen.end(); ++it) {
        const Process &p = *process(it.key());
        const auto check = [&](const Envelope &rule) {
            if (rule.scope != Scope::Process && !it.value().contains(rule.id))
                never.append(rule.id);
        };
        for (const DeadlineRule &rule : p.deadlines)
            check(rule.rule);
        for (const CadenceRule &rule : p.cadences)
            check(rule.rule);
        for (const LadderRule &rule : p.ladders)
            check(rule.rule);
    }
    QVERIFY2(never.isEmpty(), qPrintable(u"never ran: "_s + never.join(u' ')));
}

QTEST_APPLESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
