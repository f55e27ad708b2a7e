// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedesktop.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "troubledwindow.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;

/// Lines between parts that are tested each by itself: cut one, and the real window fails here.
class TestWindowWiring : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void theDesktopIsToldNoPrivateDetails_data();
    void theDesktopIsToldNoPrivateDetails();
    void snoozingManyAsksForOneReason();
    void theComputerIsKeptAwake();
    void aDesktopWithoutNoticesIsSaid();
    void aKeyTakesBack_data();
    void aKeyTakesBack();

private:
    MessageBus m_bus;
    views::Theme m_theme;
};

namespace {

/// The desktop's portal, as far as sleep goes.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")
public:
    QList<uint> flags;

public slots:
    QDBusObjectPath Inhibit(const QString &, uint asked, const QVariantMap &)
    {
        flags.append(asked);
        return QDBusObjectPath(u"/request/7"_s);
    }
};

const domain::Span late = domain::Span::hours(3); // whatever runs is over then
const QString coldCache = u"the cache is cold"_s;

/// What was typed; empty where it is not there.
domain::Entry written(LiveWindow &live)
{
    const auto &entries = live.feed().state().entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [](const auto &entry) { return entry.text == coldCache; });
    return found == entries.end() ? domain::Entry() : *found;
}

} // namespace

void TestWindowWiring::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("missing: dbus-daemon is not installed");
    QVERIFY(m_bus.start());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
    QApplication::setQuitOnLastWindowClosed(false);
    QVERIFY(QDBusConnection::connectToBus(m_bus.address(), u"desktop"_s).isConnected());
}

void TestWindowWiring::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

void TestWindowWiring::theDesktopIsToldNoPrivateDetails_data()
{
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("open to all") << false;
    QTest::newRow("private") << true;
}

void TestWindowWiring::theDesktopIsToldNoPrivateDetails()
{
    QFETCH(bool, isPrivate);
    FakeDesktop desktop;
    QVERIFY(desktop.appear(QDBusConnection(u"desktop"_s)));
    LiveWindow live(m_theme, {.title = u"Payroll data is public"_s, .isPrivate = isPrivate, .later = late});
    QTRY_VERIFY(!desktop.told.isEmpty());
    QStringList said;
    for (const FakeDesktop::Told &told : desktop.told)
        said += told.summary + u' ' + told.body;
    QCOMPARE(said.filter(u"Payroll"_s).isEmpty(), isPrivate);
}

// From the bubble of many that are late: nothing is put off before somebody has said why.
void TestWindowWiring::snoozingManyAsksForOneReason()
{
    FakeDesktop desktop;
    QVERIFY(desktop.appear(QDBusConnection(u"desktop"_s)));
    LiveWindow live(m_theme, {.fill = fillBusy, .later = late});
    const auto isMany = [](const FakeDesktop::Told &told) { return (told.summary + told.body).contains(u"things are late"_s); };
    const auto many = [&] { return std::find_if(desktop.told.begin(), desktop.told.end(), isMany); };
    QTRY_VERIFY(many() != desktop.told.end());
    emit desktop.ActionInvoked(many()->id, u"snooze"_s);
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    QTRY_COMPARE(entry->toPlainText(), u"/snooze late 5m "_s);
    QVERIFY(live.feed().state().snoozes.isEmpty());
    entry->setFocus();
    typeText(u"we are on the telephone"_s);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY(live.feed().state().snoozes.size() >= 3);
    for (const domain::Snooze &snooze : live.feed().state().snoozes)
        QCOMPARE(snooze.why, u"we are on the telephone"_s);
    for (const domain::RunningClock &clock : live.feed().clocks())
        QVERIFY2(clock.state != domain::RunningClock::State::Late, qPrintable(clock.id));
}

// From the opening of a running incident to its end, and the status line says so.
void TestWindowWiring::theComputerIsKeptAwake()
{
    Portal portal;
    QDBusConnection bus(u"desktop"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    const MadeFile file;
    const Home home;
    window::WindowOptions options;
    options.files = {file.path()};
    window::WindowProgram program(options, window::TestHooks());
    program.start();
    QTRY_VERIFY(filledWindow(program));
    auto &incident = *filledWindow(program);
    const auto *told = incident.window().findChild<QLabel *>(u"keptAwake"_s);
    QVERIFY(told);
    QTRY_VERIFY(told->isVisible());
    QCOMPARE(portal.flags, QList<uint>{12}); // suspend and idle
    QVERIFY(incident.incident().execute({domain::Verb::Withdraw, {}, {}, {{u"why"_s, u"a test"_s}}}));
    QTRY_VERIFY(!told->isVisible());
    program.quit();
    bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
}

void TestWindowWiring::aDesktopWithoutNoticesIsSaid()
{
    LiveWindow live(m_theme, {.fill = fillBusy, .later = late});
    const auto *messages = live.window()->findChild<views::MessageBar *>();
    QVERIFY(messages);
    const auto said = [&] {
        QString all;
        for (const QLabel *label : messages->findChildren<QLabel *>())
            all += label->text();
        return all;
    };
    QTRY_VERIFY2(said().contains(u"shows no notices"_s), qPrintable(said()));
}

void TestWindowWiring::aKeyTakesBack_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("timeline") << u"timeline.list"_s;
    QTest::newRow("checklist") << u"checklistTree"_s;
    QTest::newRow("empty quick entry") << QString();
}

void TestWindowWiring::aKeyTakesBack()
{
    QFETCH(QString, place);
    LiveWindow live(m_theme, {.fill = fillBusy});
    auto *entry = qobject_cast<QPlainTextEdit *>(live.quickEntry());
    QVERIFY(entry);
    entry->setFocus();
    typeText(coldCache);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_COMPARE(written(live).text, coldCache);
    QVERIFY(!written(live).retracted);
    QWidget *at = place.isEmpty() ? entry : live.window()->findChild<QWidget *>(place);
    QVERIFY(at && at->isVisible());
    at->setFocus();
    QTest::keyClick(at, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(written(live).retracted);
    QTest::keyClick(at, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!written(live).retracted);
}

QTEST_MAIN(TestWindowWiring)
#include "tst_windowwiring.moc"
