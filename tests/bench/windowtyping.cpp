// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "delivery.h"
#include "drilllibrary.h"
#include "drillplayer.h"
#include "madeincident.h"
#include "processlibrary.h"
#include "watchedapplication.h"

#include <QHash>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

// Writing into the window: the scribe's lines, what others report, a whole scenario.
namespace fireline::bench {

using namespace test;

namespace {

constexpr double deliveredASecond = 20;

test::WatchedApplication &application()
{
    return *qobject_cast<WatchedApplication *>(QCoreApplication::instance()); // lint: allowed
}

/// A drill that is played on the window: each command and each step of time is an event of the event loop.
class WindowDrill : public drill::DrillSession
{
public:
    explicit WindowDrill(LiveWindow &live) : m_live(live) { m_place.setObjectName(u"scenario"_s); }

    domain::Outcome<QList<domain::Notice>> execute(const domain::Command &command) override
    {
        domain::Outcome<QList<domain::Notice>> outcome = QList<domain::Notice>();
        asEvent([&] {
            const auto done = m_live.incident().incident().execute(command);
            if (!done)
                outcome = done.problem();
            else
                outcome = done.value().notices;
        });
        ++m_commands;
        return outcome;
    }
    [[nodiscard]] const domain::IncidentState &state() const override { return m_live.feed().state(); }
    [[nodiscard]] const domain::Process &process() const override { return m_live.feed().process(); }
    [[nodiscard]] domain::Instant now() const override { return m_live.feed().now(); }
    domain::Outcome<void> advanceTo(domain::Instant t) override
    {
        asEvent([&] {
            m_live.clock().advance(t - now());
            m_live.incident().incident().setTicking(false);
            m_live.incident().incident().setTicking(true);
        });
        return {};
    }
    [[nodiscard]] int commands() const { return m_commands; }

private:
    void asEvent(const std::function<void()> &act)
    {
        bool done = false;
        QMetaObject::invokeMethod(
            &m_place,
            [&] {
                act();
                done = true;
            },
            Qt::QueuedConnection);
        until(Watch(), [&] { return done; });
        QCoreApplication::processEvents();
    }

    LiveWindow &m_live;
    QObject m_place;
    int m_commands = 0;
};

drill::Scenario busiestScenario()
{
    QHash<QString, std::shared_ptr<domain::Process>> known;
    const auto processOf = [&](const QString &id) -> const domain::Process * {
        auto process = process::ProcessLibrary({}).process(id);
        if (process)
            known.insert(id, std::make_shared<domain::Process>(std::move(process).value()));
        return known.value(id).get();
    };
    const drill::DrillLibrary library({}, processOf);
    drill::Scenario busiest;
    for (const drill::ScenarioInfo &info : library.list()) {
        const auto scenario = library.find(info.id);
        if (scenario && scenario.value().steps.size() > busiest.steps.size())
            busiest = scenario.value();
    }
    return busiest;
}

} // namespace

void typing(int entries, bool beside)
{
    constexpr int lines = 200;
    views::Theme theme;
    LiveWindow live(theme, {.fill = [entries](MadeIncident &incident) {
                        fillBusy(incident);
                        incident.notes(entries);
                    }});
    const qsizetype before = live.feed().state().entries.size();
    application().start();
    Delivery others(live.incident().incident(), deliveredASecond / keysASecond);
    const Typed typed = beside ? typeLines(live, lines, [&] { others.keyPressed(); }) : typeLines(live, lines);
    const QString where = u"%1 entries%2"_s.arg(entries).arg(beside ? u", others report"_s : QString());
    rows(u"key press to paint, "_s + where, typed.toPaint, 16);
    rows(u"Return to the painted row, "_s + where, typed.toRow, 16);
    rows(u"Return to durable, "_s + where, typed.toDisk, 50);
    longestEvent(where, entries > 10000 ? 100 : 50);
    const int wrong = wrongLines(live.feed().state(), before, lines);
    figure(qPrintable(u"lines lost, torn or out of order, "_s + where), QString::number(wrong), "0", wrong == 0);
}

void busiest(int entries)
{
    drill::Scenario scenario = busiestScenario();
    views::Theme theme;
    LiveWindow live(theme, {.process = scenario.process,
                            .severity = scenario.severity,
                            .fill = [entries](MadeIncident &incident) { incident.notes(entries); }});
    scenario.start = live.feed().now();
    WindowDrill session(live);
    application().start();
    Watch watch;
    drill::DrillPlayer player(scenario, session, {});
    (void)player.play();
    const QString where = u"scenario %1 into %2 entries"_s.arg(scenario.id).arg(entries);
    longestEvent(where, 50);
    const double each = watch.took().busy / std::max(1, session.commands());
    figure(qPrintable(u"processor for one of its %1 commands"_s.arg(session.commands())), ms(each), "-");
}

// A run of machine events that grows: what one of them costs when thousands stand there already, against the first.
void folding()
{
    views::Theme theme;
    LiveWindow live(theme, LiveWindow::Setup{});
    const auto some = [&](int count) {
        const Watch watch;
        for (int i = 0; i < count; ++i)
            (void)live.incident().incident().execute(
                {domain::Verb::System, {}, {}, {{u"id"_s, u"slack.lamp"_s}, {u"connector"_s, true}}});
        return watch.took().busy;
    };
    (void)some(100);
    const double first = some(500);
    (void)some(8000);
    const double last = some(500);
    figure("machine event into a folded run of 8,600, against 100", QString::number(last / first, 'f', 2), "<= 1.5",
           last / first <= 1.5);
}

} // namespace fireline::bench
