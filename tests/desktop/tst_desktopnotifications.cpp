// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopnotifications.h"
#include "fakedesktop.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::desktop;
using fireline::domain::Attention;
using fireline::domain::Instant;
using fireline::test::FakeDesktop;
using Level = Attention::Level;

class TestDesktopNotifications : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void urgencyGrowsInOneBubble();
    void aQuickChangeStaysOneBubble();
    void buttonsComeBack();
    void aPrivateScreenShowsNoDetails();
    void titlesAreNoMarkup();
    void whatIsDoneGoes();
    void anotherDesktopBeginsAnew();
    void withoutADesktopItIsSaidOnce();
    void withoutABusNothingHappens();
    void whatComesBeforeTheBusIsToldThen();

private:
    [[nodiscard]] QDBusConnection bus() const { return QDBusConnection(u"console"_s); }
    void startDesktop();
    void stopDesktop();

    fireline::test::MessageBus m_bus;
    std::unique_ptr<FakeDesktop> m_desktop;
};

namespace {

const Instant eleven = *Instant::fromRfc3339(u"2025-03-04T11:00:00Z"_s);

Attention late(const QString &text = u"Update: Public status page"_s)
{
    return {Level::Late, u"sre.upd"_s, text, eleven};
}

} // namespace

void TestDesktopNotifications::initTestCase()
{
    QVERIFY(m_bus.start());
    QVERIFY(QDBusConnection::connectToBus(m_bus.address(), u"desktop"_s).isConnected());
    QVERIFY(QDBusConnection::connectToBus(m_bus.address(), u"console"_s).isConnected());
}

void TestDesktopNotifications::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    QDBusConnection::disconnectFromBus(u"console"_s);
    m_bus.stop();
}

void TestDesktopNotifications::init()
{
    startDesktop();
}

void TestDesktopNotifications::cleanup()
{
    stopDesktop();
}

void TestDesktopNotifications::startDesktop()
{
    m_desktop = std::make_unique<FakeDesktop>();
    QVERIFY(m_desktop->appear(QDBusConnection(u"desktop"_s)));
}

void TestDesktopNotifications::stopDesktop()
{
    m_desktop.reset();
}

void TestDesktopNotifications::urgencyGrowsInOneBubble()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    notices.notify({Level::Due, u"sre.upd"_s, u"Update: Public status page"_s, eleven});
    QTRY_COMPARE(m_desktop->told.size(), 1);
    const FakeDesktop::Told due = m_desktop->told.first();
    QCOMPARE(due.replaces, 0u);
    QCOMPARE(due.summary, u"Update: Public status page"_s);
    QCOMPARE(due.hints.value(u"urgency"_s).value<uchar>(), uchar(1));
    QCOMPARE(due.hints.value(u"desktop-entry"_s).toString(), u"io.github.fireline"_s);
    QCOMPARE(due.hints.value(u"category"_s).toString(), u"x-fireline.due"_s);
    QCOMPARE(due.hints.value(u"suppress-sound"_s).toBool(), true);
    QVERIFY(due.actions.contains(u"show"_s) && due.actions.contains(u"acknowledge"_s) && due.actions.contains(u"snooze"_s));
    QCOMPARE(due.actions.size() % 2, 0);

    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 2);
    QCOMPARE(m_desktop->told.last().replaces, due.id);
    QCOMPARE(m_desktop->told.last().hints.value(u"urgency"_s).value<uchar>(), uchar(2));
    QCOMPARE(m_desktop->told.last().timeout, 0);

    notices.notify({Level::Command, u"command/vacant"_s, u"Nobody has command."_s, eleven});
    QTRY_COMPARE(m_desktop->told.size(), 3);
    QCOMPARE(m_desktop->told.last().replaces, 0u);
}

void TestDesktopNotifications::aQuickChangeStaysOneBubble()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    notices.notify(late(u"one"_s));
    notices.notify(late(u"two"_s));
    notices.notify(late(u"three"_s));
    QTRY_COMPARE(m_desktop->told.size(), 2);
    QCOMPARE(m_desktop->told.last().summary, u"three"_s);
    QCOMPARE(m_desktop->told.last().replaces, m_desktop->told.first().id);
}

void TestDesktopNotifications::buttonsComeBack()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    QSignalSpy shown(&notices, &DesktopNotifications::showRequested);
    QSignalSpy acknowledged(&notices, &DesktopNotifications::acknowledgeRequested);
    QSignalSpy snoozed(&notices, &DesktopNotifications::snoozeRequested);
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 1);
    const uint id = m_desktop->told.first().id;
    // The number is on its way back: ask until it has come.
    QTRY_VERIFY((emit m_desktop->ActionInvoked(id, u"show"_s), !shown.isEmpty()));
    emit m_desktop->ActionInvoked(id, u"acknowledge"_s);
    emit m_desktop->ActionInvoked(id, u"snooze"_s);
    emit m_desktop->ActionInvoked(id + 1, u"snooze"_s); // another program's
    QTRY_COMPARE(acknowledged.count(), 1);
    QTRY_COMPARE(snoozed.count(), 1);
    QCOMPARE(snoozed.first().first().toString(), u"sre.upd"_s);

    // A bubble that the person closed is not replaced. Signals come in their order: the other bubble's is the last.
    notices.notify({Level::Late, u"other"_s, u"x"_s, eleven});
    QTRY_COMPARE(m_desktop->told.size(), 2);
    const uint other = m_desktop->told.last().id;
    emit m_desktop->NotificationClosed(id, 2);
    emit m_desktop->ActionInvoked(id, u"acknowledge"_s);
    QTRY_VERIFY((emit m_desktop->ActionInvoked(other, u"snooze"_s), snoozed.count() > 1));
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 3);
    QCOMPARE(m_desktop->told.last().replaces, 0u);
    QCOMPARE(acknowledged.count(), 1);
}

void TestDesktopNotifications::aPrivateScreenShowsNoDetails()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    notices.setTitle(u"Payroll data is public"_s);
    notices.setDetailsHidden(true);
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 1);
    const QString all = m_desktop->told.first().summary + m_desktop->told.first().body;
    QVERIFY(!all.contains(u"Payroll"_s));
    QVERIFY(!all.contains(u"status page"_s));
    QVERIFY(all.contains(u"late"_s));
}

void TestDesktopNotifications::titlesAreNoMarkup()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    notices.setTitle(u"a < b & c"_s);
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 1);
    QVERIFY(m_desktop->told.first().body.startsWith(u"a &lt; b &amp; c"_s));
}

void TestDesktopNotifications::whatIsDoneGoes()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    notices.notify(late());
    notices.withdraw({u"sre.upd"_s, u"unknown"_s}); // its number is still on the way
    QTRY_COMPARE(m_desktop->closed.size(), 1);
    QCOMPARE(m_desktop->closed.first(), m_desktop->told.first().id);
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 2);
    QCOMPARE(m_desktop->told.last().replaces, 0u);
    notices.withdrawAll();
    QTRY_COMPARE(m_desktop->closed.size(), 2);
}

void TestDesktopNotifications::anotherDesktopBeginsAnew()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    QSignalSpy unavailable(&notices, &DesktopNotifications::unavailable);
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 1);
    stopDesktop();
    notices.notify({Level::Late, u"other"_s, u"x"_s, eleven});
    QTRY_COMPARE(unavailable.count(), 1);
    startDesktop();
    notices.notify(late());
    QTRY_COMPARE(m_desktop->told.size(), 1);
    QCOMPARE(m_desktop->told.first().replaces, 0u);
}

void TestDesktopNotifications::withoutADesktopItIsSaidOnce()
{
    stopDesktop();
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.connectTo(bus());
    QSignalSpy unavailable(&notices, &DesktopNotifications::unavailable);
    for (int i = 0; i < 3; ++i)
        notices.notify({Level::Late, QString::number(i), u"x"_s, eleven});
    QVERIFY(unavailable.wait());
    startDesktop();
    notices.notify(late()); // answered after all that went before
    QTRY_COMPARE(m_desktop->told.size(), 1);
    QCOMPARE(unavailable.count(), 1);
}

void TestDesktopNotifications::withoutABusNothingHappens()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    QSignalSpy unavailable(&notices, &DesktopNotifications::unavailable);
    notices.notify(late());
    QCOMPARE(unavailable.count(), 0); // it may still come
    notices.connectTo(QDBusConnection(u"nobody"_s));
    notices.withdrawAll();
    QCOMPARE(unavailable.count(), 1);
}

void TestDesktopNotifications::whatComesBeforeTheBusIsToldThen()
{
    DesktopNotifications notices(u"io.github.fireline"_s);
    notices.notify(late());
    notices.notify({Level::Late, u"other"_s, u"x"_s, eleven});
    notices.withdraw({u"other"_s});
    notices.connectTo(bus());
    QTRY_COMPARE(m_desktop->told.size(), 1);
    QCOMPARE(m_desktop->told.first().summary, late().text);
}

QTEST_GUILESS_MAIN(TestDesktopNotifications)
#include "tst_desktopnotifications.moc"
