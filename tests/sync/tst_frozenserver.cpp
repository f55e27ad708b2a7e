// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsharing.h"
#include "livewindow.h"
#include "postgresconsole.h"
#include "watchedapplication.h"

#include <QElapsedTimer>
#include <QTest>

using namespace fireline;
using namespace fireline::test;
using State = fireline::models::LinkState::State;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double longestWait = 500; // the sanitizers make it several times as slow; a server that is waited for takes seconds
#else
constexpr double longestWait = 50; // ms; issue 5, "To show"
#endif
constexpr int noticed = 10000; // ms

} // namespace

/// The whole window while the server of its incident stops in the middle of a call, and goes on.
class TestFrozenServer : public QObject
{
    Q_OBJECT
public:
    explicit TestFrozenServer(WatchedApplication &application) : m_application(application) { }

private slots:
    void whoeverTypesWaitsForNobody();

private:
    WatchedApplication &m_application;
    views::Theme m_theme;
};

void TestFrozenServer::whoeverTypesWaitsForNobody()
{
    if (const QString why = PostgresServer::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    if (!m_application.seesSleep())
        QSKIP("missing: /proc/thread-self/schedstat (a kernel that tells how long threads wait)");
    PostgresServer server;
    QVERIFY2(server.start(), qPrintable(server.log()));
    QVERIFY(server.createDatabase(u"one"_s));
    prepareBackend(server, u"one"_s);
    LiveWindow live(m_theme, {.fill = fillBusy});
    window::IncidentController &incident = live.incident().incident();
    const auto &link = incident.sharing().state();
    incident.sharing().begin(backend::parseAddress(server.uri(u"ana"_s, u"one"_s)).value(), true);
    QTRY_VERIFY_WITH_TIMEOUT(link.state == State::Shared && link.unsent == 0, Patience);

    live.quickEntry()->setFocus();
    int lines = 0;
    const auto enter = [&] {
        for (const QChar letter : u"line %1 while nobody answers"_s.arg(++lines)) {
            typeText(QString(letter));
            QCoreApplication::processEvents();
        }
        QTest::keyClick(live.quickEntry(), Qt::Key_Return);
    };
    server.freeze();
    m_application.start();
    QElapsedTimer since;
    since.start();
    enter(); // it is on its way, and no answer comes
    const bool away = QTest::qWaitFor(
        [&] {
            if (lines < 40)
                enter();
            return link.state == State::Offline;
        },
        2 * noticed);
    QVERIFY2(away, "nobody noticed that the server stands still");
    QVERIFY2(since.elapsed() < noticed, qPrintable(u"noticed after %1 ms"_s.arg(since.elapsed())));
    QVERIFY(link.unsent >= lines);
    enter(); // while it is connected to again
    server.thaw();
    incident.sharing().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(link.state == State::Shared && link.unsent == 0, Patience);
    enter();
    QTRY_COMPARE_WITH_TIMEOUT(link.unsent, 0, Patience);
    QVERIFY2(m_application.sleepiestMs() <= longestWait,
             qPrintable(u"the window waited %1 ms in %2"_s.arg(m_application.sleepiestMs()).arg(m_application.sleepiest())));

    QStringList typed;
    for (const Entry &entry : incident.state().entries) {
        if (entry.text.endsWith(u" while nobody answers"_s))
            typed.append(entry.text);
    }
    QCOMPARE(typed.size(), lines);
    for (int i = 0; i < lines; ++i)
        QCOMPARE(typed.at(i), u"line %1 while nobody answers"_s.arg(i + 1));
}

int main(int argc, char *argv[])
{
    WatchedApplication application(argc, argv);
    TestFrozenServer test(application);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_frozenserver.moc"
