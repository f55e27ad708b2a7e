// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarmbudget.h"
#include "alerts/alarms.h"
#include "drilllibrary.h"
#include "drillplayer.h"
#include "drillsetup.h"
#include "entry/entry.h"
#include "entry/statecontext.h"
#include "feed/incidentfeed.h"
#include "memorysession.h"
#include "processlibrary.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;

namespace {

constexpr qsizetype mostWords = 12;

const Process *processOf(const QString &id)
{
    static QHash<QString, std::shared_ptr<Process>> known;
    if (!known.contains(id)) {
        auto process = process::ProcessLibrary({}).process(id);
        if (!process)
            return nullptr;
        known.insert(id, std::make_shared<Process>(std::move(process).value()));
    }
    return known.value(id).get();
}

/// An incident that a drill is played on while a window would look at it: ticks every few seconds of the drill.
class DrillFeed : public IncidentFeed, public drill::DrillSession
{
public:
    DrillFeed(const Process &process, const drill::DrillSetup &setup)
        : m_session(process, setup.start, setup.typist, setup.seed)
        , m_profile(setup.typist)
    {
    }

    Outcome<QList<Notice>> execute(const Command &command) override
    {
        const qsizetype before = m_session.events().size();
        auto outcome = m_session.execute(command);
        refresh();
        if (m_session.events().size() > before)
            emit applied(m_session.events().mid(before));
        return outcome;
    }
    Outcome<void> advanceTo(Instant t) override
    {
        while (m_session.now() < t) {
            if (const auto moved = m_session.advanceTo(std::min(t, m_session.now() + Span::seconds(10))); !moved)
                return moved;
            refresh();
            emit ticked();
        }
        return {};
    }
    const IncidentState &state() const override { return m_session.state(); }
    const Process &process() const override { return m_session.process(); }
    const QList<RunningClock> &clocks() const override { return m_clocks; }
    Instant now() const override { return m_session.now(); }
    QString profile() const override { return m_profile; }
    Saved saved(const QString &) const override { return Saved::Saved; }
    SaveStatus saveStatus() const override { return {}; }

private:
    void refresh() { m_clocks = runningClocks(state(), process(), now()); }

    test::MemorySession m_session;
    QString m_profile;
    QList<RunningClock> m_clocks;
};

struct NoBubbles : NotificationSink
{
    int told = 0;
    void notify(const Attention &) override { ++told; }
};

struct TimedEar : SoundSink
{
    explicit TimedEar(const DrillFeed &feed) : m_feed(feed) { }
    QList<Instant> heard;
    void sound(Attention::Level) override { heard.append(m_feed.now()); }

private:
    const DrillFeed &m_feed;
};

/// What is played until somebody would say that it is over: from then on nobody does anything.
drill::Scenario unresolved(drill::Scenario scenario)
{
    const auto end = std::find_if(scenario.steps.begin(), scenario.steps.end(),
                                  [](const drill::Step &step) { return step.line.startsWith(u"/resolve"_s); });
    scenario.steps.erase(end, scenario.steps.end());
    return scenario;
}

/// Whether what is heard can be answered by something that changes anything: a command, and of a step of escalation one that
/// calls, makes, restricts or proposes something. A sentence alone is nothing to be woken for.
bool leadsToADeed(const AlertItem &alert, const IncidentFeed &feed)
{
    if (parseEntry(alert.line, entryContext(feed.state(), feed.process(), feed.now())).command.verb == Verb::Note)
        return false;
    const auto &clocks = feed.clocks();
    const auto clock = std::find_if(clocks.begin(), clocks.end(), [&](const RunningClock &c) { return c.id == alert.id; });
    if (clock == clocks.end() || clock->kind != RunningClock::Kind::Rung)
        return true;
    return std::any_of(clock->effects.begin(), clock->effects.end(), [](const EffectSpec &effect) {
        return effect.kind == EffectKind::Page || effect.kind == EffectKind::Notify || effect.kind == EffectKind::Create
               || effect.kind == EffectKind::Restrict || effect.kind == EffectKind::Propose;
    });
}

} // namespace

/// Four hours of the busiest incident of each process that comes with the program, of which nobody acknowledges anything
/// (ux 5.2, test 17).
class TestAlarmHours : public QObject
{
    Q_OBJECT
private slots:
    void sixAnHourAndEachHasAnAction_data();
    void sixAnHourAndEachHasAnAction();
};

void TestAlarmHours::sixAnHourAndEachHasAnAction_data()
{
    QTest::addColumn<QString>("id");
    const drill::DrillLibrary library({}, processOf);
    QHash<QString, drill::Scenario> busiest;
    for (const drill::ScenarioInfo &info : library.list()) {
        const auto scenario = library.find(info.id);
        QVERIFY(scenario);
        const auto known = busiest.constFind(scenario.value().process);
        if (known == busiest.constEnd() || known->steps.size() < scenario.value().steps.size())
            busiest.insert(scenario.value().process, scenario.value());
    }
    QCOMPARE(busiest.size(), 5);
    for (const drill::Scenario &scenario : std::as_const(busiest))
        QTest::newRow(qPrintable(scenario.process)) << scenario.id;
}

void TestAlarmHours::sixAnHourAndEachHasAnAction()
{
    QFETCH(QString, id);
    const drill::DrillLibrary library({}, processOf);
    const drill::Scenario scenario = unresolved(library.find(id).value());
    const drill::DrillSetup setup = drill::setupOf(scenario);
    DrillFeed feed(*processOf(scenario.process), setup);
    QVERIFY(feed.execute(setup.declare));
    NoBubbles bubbles;
    TimedEar ear(feed);
    SoundAllowance allowance;
    Alarms alarms(feed, bubbles, ear, allowance);
    QStringList mute;    // what sounds and says nothing to do
    QSet<QString> wordy; // what a process has to say in more words than are heard at 3 a.m. (ux 5.2, test 24)
    connect(&feed, &IncidentFeed::ticked, &alarms, [&] {
        for (const AlertItem &alert : alertsNow(feed.state(), feed.process(), feed.clocks(), feed.now())) {
            if (alert.audible && !leadsToADeed(alert, feed))
                mute.append(alert.id + alert.line);
            // An order and a decision say what people typed.
            const bool ownWords = alert.line.startsWith(u"/done"_s) || alert.id.startsWith(u"decision/"_s);
            for (const QString &sentence : alert.text.split(QRegularExpression(u"[.:;] "_s))) {
                if (!ownWords && sentence.split(u' ', Qt::SkipEmptyParts).size() > mostWords)
                    wordy.insert(sentence);
            }
        }
    });

    const drill::DrillResult played = drill::DrillPlayer(scenario, feed, {}).play();
    Q_UNUSED(played)
    // Then a wave of orders that nobody comes back from.
    for (int i = 1; i <= 12; ++i) {
        Command order;
        order.verb = Verb::Action;
        order.by = scenario.people.first().name;
        order.args = {{u"text"_s, u"look at part %1"_s.arg(i)}, {u"who"_s, QJsonArray{scenario.people.last().name}}};
        order.args.insert(u"dueUs"_s, Span::minutes(2 * i).us);
        QVERIFY(feed.execute(order));
    }
    QVERIFY(feed.advanceTo(setup.start + Span::hours(4)));

    QVERIFY(!ear.heard.isEmpty());
    QVERIFY(bubbles.told > 0);
    for (const Instant from : std::as_const(ear.heard)) {
        const auto inHour = std::count_if(ear.heard.begin(), ear.heard.end(),
                                          [&](Instant t) { return t >= from && t - from < Span::hours(1); });
        QVERIFY2(inHour <= 6, qPrintable(QString::number(inHour)));
    }
    QVERIFY2(mute.isEmpty(), qPrintable(mute.join(u' ')));
    QVERIFY2(wordy.isEmpty(), qPrintable(wordy.values().join(u'\n')));
    alarms.toggleMute();
    const auto before = ear.heard.size();
    QVERIFY(alarms.mutedUntil().isSet());
    QVERIFY(feed.advanceTo(feed.now() + Span::minutes(9)));
    QCOMPARE(ear.heard.size(), before);
    QVERIFY(feed.advanceTo(feed.now() + Span::minutes(2)));
    QVERIFY(!alarms.mutedUntil().isSet());
}

QTEST_GUILESS_MAIN(TestAlarmHours)
#include "tst_alarmhours.moc"
