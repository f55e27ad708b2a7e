// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedtyping.h"

#include "incidentlink.h"
#include "incidentsharing.h"
#include "madeincident.h"
#include "postgresconsole.h"
#include "watchedapplication.h"
#include "windowbench.h"

#include <QTest>
#include <QThread>

namespace fireline::bench {

using namespace fireline::test;

namespace {

constexpr int lines = 200;
constexpr int everyMs = 50; ///< 20 events a second

test::WatchedApplication &application()
{
    return *qobject_cast<WatchedApplication *>(QCoreApplication::instance()); // lint: allowed
}

template<typename Done>
void waitFor(const char *what, Done done)
{
    if (!QTest::qWaitFor(done, 600000))
        qFatal("waited in vain: %s", what);
}

[[nodiscard]] bool isShared(LiveWindow &live)
{
    const models::LinkState &link = live.incident().incident().sharing().state();
    return link.state == models::LinkState::State::Shared && link.unsent == 0;
}

/// Ana's window with so many entries, all of which are on the server.
std::unique_ptr<LiveWindow> sharedWindow(views::Theme &theme, const PostgresServer &server, const QString &database, int entries)
{
    auto live = std::make_unique<LiveWindow>(theme, LiveWindow::Setup{.fill = [entries](MadeIncident &incident) {
                                                 fillBusy(incident);
                                                 incident.notes(entries);
                                             }});
    const auto address = backend::parseAddress(server.uri(u"ana"_s, database));
    live->incident().incident().sharing().begin(address.value(), true);
    waitFor("the record to be shared", [&] { return isShared(*live); });
    return live;
}

/// Ben's console in a thread of its own, as on a computer of its own: 20 notes a second from start() on.
class Reporter : public QThread
{
public:
    Reporter(const PostgresServer &server, const QString &database) : m_address(server.uri(u"ben"_s, database)) { }
    ~Reporter() override
    {
        quit();
        wait();
    }
    [[nodiscard]] bool isThere() const { return m_isThere; }
    void begin() { m_begun = true; }

protected:
    void run() override
    {
        Console ben(m_address, u"ben"_s, sync::SyncPolicy());
        ben.driver.start();
        QTimer timer;
        int count = 0;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            m_isThere = m_isThere || (ben.seq() > 0 && ben.waiting() == 0);
            if (m_begun)
                ben.note(u"ben reports %1"_s.arg(++count));
        });
        timer.start(everyMs);
        (void)exec();
    }

private:
    const QString m_address;
    std::atomic_bool m_isThere = false;
    std::atomic_bool m_begun = false;
};

void tell(LiveWindow &live, const Typed &typed, const QString &where, qsizetype before)
{
    rows(u"key press to paint, "_s + where, typed.toPaint, 16);
    rows(u"Return to the painted row, "_s + where, typed.toRow, 16);
    rows(u"Return to durable, "_s + where, typed.toDisk, 50);
    longestEvent(where, 50);
    const int wrong = wrongLines(live.feed().state(), before, lines);
    figure(qPrintable(u"lines lost, torn or out of order, "_s + where), QString::number(wrong), "0", wrong == 0);
}

} // namespace

void typingWhileAServerDelivers(PostgresServer &server, const QString &database, int entries)
{
    views::Theme theme;
    const auto live = sharedWindow(theme, server, database, entries);
    Reporter ben(server, database);
    ben.start();
    waitFor("ben", [&] { return ben.isThere(); });
    const qsizetype before = live->feed().state().entries.size();
    application().start();
    ben.begin();
    const Typed typed = typeLines(*live, lines);
    tell(*live, typed, u"%1 entries, a server delivers"_s.arg(entries), before);
    const auto &all = live->feed().state().entries;
    const auto his = std::count_if(all.begin() + before, all.end(),
                                   [](const Entry &entry) { return entry.text.startsWith(u"ben reports"_s); });
    figure("events that came from there meanwhile", QString::number(his), "-");
}

void typingWhileTheServerStands(PostgresServer &server, const QString &database, int entries)
{
    views::Theme theme;
    const auto live = sharedWindow(theme, server, database, entries);
    const qsizetype before = live->feed().state().entries.size();
    server.freeze();
    application().start();
    const Typed typed = typeLines(*live, lines);
    tell(*live, typed, u"%1 entries, the server stands"_s.arg(entries), before);
    server.thaw();
    live->incident().incident().sharing().retryNow();
    waitFor("what was typed to be shared", [&] { return isShared(*live); });
}

} // namespace fireline::bench
