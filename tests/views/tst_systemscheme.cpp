// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/systemscheme.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace fireline::views;
using namespace Qt::StringLiterals;

/// A settings portal on the test's own bus.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint value = 0;
    int asked = 0;

public slots:
    QDBusVariant Read(const QString &group, const QString &key) // a variant in a variant, as the portal does it
    {
        ++asked;
        const bool known = group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? QVariant(value) : QVariant())));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// Light or dark as the desktop's settings portal says, on a bus of our own.
class TestSystemScheme : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void portalSaysDark();
    void changesAreFollowed();
    void noPreferenceIsNothingKnown();
    void themeFollowsTheSessionBus();
    void withoutPortalNothingIsKnown();
    void withoutBusNothingIsSaid();

private:
    void tell(uint value, const QString &group = u"org.freedesktop.appearance"_s);

    QProcess m_daemon;
    QString m_address;
    FakePortal m_portal;
    int m_number = 0;
};

void TestSystemScheme::initTestCase()
{
    // The offscreen platform has no accessibility or tray that would use the session bus before the test sets its address.
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("missing: dbus-daemon is not installed (Debian: dbus-daemon): what the portal says is not tested");
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForStarted() && m_daemon.waitForReadyRead(), qPrintable(m_daemon.errorString()));
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

void TestSystemScheme::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_portal.value = 0;
    m_portal.asked = 0;
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"portal"_s);
    QVERIFY(bus.isConnected());
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestSystemScheme::cleanup()
{
    QDBusConnection::disconnectFromBus(u"portal"_s);
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

void TestSystemScheme::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestSystemScheme::tell(uint value, const QString &group)
{
    emit m_portal.SettingChanged(group, u"color-scheme"_s, QDBusVariant(value));
}

void TestSystemScheme::portalSaysDark()
{
    m_portal.value = 1;
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    scheme.ask(QDBusConnection::connectToBus(m_address, u"desktop"_s));
    QVERIFY(!scheme.scheme()); // asked, and not waited for
    QVERIFY(changed.wait());
    QCOMPARE(scheme.scheme(), std::optional(Scheme::Dark));
}

void TestSystemScheme::changesAreFollowed()
{
    m_portal.value = 1;
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    scheme.ask(QDBusConnection::connectToBus(m_address, u"desktop"_s));
    QVERIFY(changed.wait());
    tell(2, u"org.example.other"_s);
    tell(2);
    QVERIFY(changed.wait());
    QCOMPARE(scheme.scheme(), std::optional(Scheme::Light));
    tell(0);
    QVERIFY(changed.wait());
    QVERIFY(!scheme.scheme());
    QCOMPARE(changed.size(), 3);
}

void TestSystemScheme::noPreferenceIsNothingKnown()
{
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    scheme.ask(QDBusConnection::connectToBus(m_address, u"desktop"_s));
    QTRY_COMPARE(m_portal.asked, 1);
    tell(1); // arrives after the answer
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(scheme.scheme(), std::optional(Scheme::Dark));
}

void TestSystemScheme::themeFollowsTheSessionBus()
{
    m_portal.value = 1;
    Theme theme;
    QCOMPARE(theme.scheme(), Scheme::Light);
    theme.install(*qApp);
    QCOMPARE(theme.scheme(), Scheme::Light); // installing does not wait for the bus
    QTRY_COMPARE(theme.scheme(), Scheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), ink(Scheme::Dark, Ink::Base));

    theme.setChoice(Theme::Choice::Light); // a choice of one's own comes first
    QCOMPARE(theme.scheme(), Scheme::Light);
    theme.setChoice(Theme::Choice::System);
    QCOMPARE(theme.scheme(), Scheme::Dark);
    tell(2);
    QTRY_COMPARE(theme.scheme(), Scheme::Light);
}

void TestSystemScheme::withoutPortalNothingIsKnown()
{
    QDBusConnection::disconnectFromBus(u"portal"_s);
    SystemScheme scheme;
    QSignalSpy changed(&scheme, &SystemScheme::changed);
    const QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"desktop"_s);
    scheme.ask(bus);
    QTRY_COMPARE(scheme.findChildren<QObject *>().size(), 0); // the answer has come and is dealt with
    QCOMPARE(changed.size(), 0);
    QVERIFY(!scheme.scheme());
}

void TestSystemScheme::withoutBusNothingIsSaid()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    SystemScheme scheme;
    QVERIFY(!scheme.start());
    scheme.ask(QDBusConnection(u"never connected"_s));
    QCOMPARE(scheme.children().size(), 0);
    QVERIFY(!scheme.scheme());
}

QTEST_MAIN(TestSystemScheme)
#include "tst_systemscheme.moc"
