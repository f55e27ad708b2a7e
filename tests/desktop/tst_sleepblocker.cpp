// SPDX-License-Identifier: GPL-3.0-or-later
#include "sleepblocker.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fireline::desktop;

/// The desktop's portal, as far as sleep goes.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")
public:
    QList<uint> flags;

public slots:
    QDBusObjectPath Inhibit(const QString &, uint asked, const QVariantMap &options)
    {
        if (options.value(u"reason"_s).toString().isEmpty())
            return QDBusObjectPath(u"/none"_s);
        flags.append(asked);
        return QDBusObjectPath(u"/request/7"_s);
    }
};

class Request : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")
public:
    int closed = 0;

public slots:
    void Close() { ++closed; }
};

/// The system's, where a lock is a file that is held open.
class Logind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    Logind() { [[maybe_unused]] const int made = ::pipe2(m_ends, O_NONBLOCK); }
    ~Logind() override
    {
        ::close(m_ends[0]);
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
    }
    QStringList asked;
    /// Whether anybody but this object still holds the lock.
    [[nodiscard]] bool isHeld()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
        char byte = 0;
        return ::read(m_ends[0], &byte, 1) != 0;
    }

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &, const QString &mode)
    {
        asked = {what, who, mode};
        return QDBusUnixFileDescriptor(m_ends[1]);
    }

private:
    int m_ends[2] = {-1, -1};
};

class TestSleepBlocker : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void thePortalIsAskedAndGivenBack();
    void withoutAPortalLogindIsAsked();
    void withoutAnyNothingIsSaid();
    void itIsBlockedWhileAnybodyWantsIt();
    void anEmptyBatteryIsSpared();
    void switchedOffItIsNot();

private:
    [[nodiscard]] static QDBusConnection console() { return QDBusConnection(u"console"_s); }
    [[nodiscard]] static QDBusConnection desktop() { return QDBusConnection(u"desktop"_s); }
    [[nodiscard]] static QDBusConnection none() { return QDBusConnection(QString()); }

    QProcess m_daemon;
    QTemporaryDir m_power;
    Portal m_portal;
    Request m_request;
};

void TestSleepBlocker::initTestCase()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_daemon.waitForReadyRead());
    const QString address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(QDBusConnection::connectToBus(address, u"desktop"_s).isConnected());
    QVERIFY(QDBusConnection::connectToBus(address, u"console"_s).isConnected());
    QVERIFY(desktop().registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop().registerObject(u"/request/7"_s, &m_request, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop().registerService(u"org.freedesktop.portal.Desktop"_s));
}

void TestSleepBlocker::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    QDBusConnection::disconnectFromBus(u"console"_s);
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

void TestSleepBlocker::thePortalIsAskedAndGivenBack()
{
    SleepBlocker blocker(m_power.path());
    QSignalSpy changed(&blocker, &SleepBlocker::blockingChanged);
    blocker.want(this, true);
    QVERIFY(!blocker.isBlocking()); // nobody was asked yet
    blocker.connectTo(console(), none());
    QVERIFY(changed.wait());
    QVERIFY(blocker.isBlocking());
    QCOMPARE(m_portal.flags.last(), 12u); // suspend and idle
    const int before = m_request.closed;
    blocker.want(this, false);
    QVERIFY(!blocker.isBlocking());
    QTRY_COMPARE(m_request.closed, before + 1);
}

void TestSleepBlocker::withoutAPortalLogindIsAsked()
{
    Logind logind;
    QVERIFY(desktop().registerObject(u"/org/freedesktop/login1"_s, &logind, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop().registerService(u"org.freedesktop.login1"_s));
    SleepBlocker blocker(m_power.path());
    QSignalSpy changed(&blocker, &SleepBlocker::blockingChanged);
    blocker.connectTo(none(), console());
    blocker.want(this, true);
    QVERIFY(changed.wait());
    QVERIFY(blocker.isBlocking());
    QCOMPARE(logind.asked, (QStringList{u"sleep:idle"_s, u"Fireline"_s, u"block"_s}));
    blocker.want(this, false);
    QVERIFY(!blocker.isBlocking());
    QTRY_VERIFY(!logind.isHeld()); // the answer that brought it goes with the event loop
    desktop().unregisterService(u"org.freedesktop.login1"_s);
}

void TestSleepBlocker::withoutAnyNothingIsSaid()
{
    SleepBlocker blocker(m_power.path());
    QSignalSpy changed(&blocker, &SleepBlocker::blockingChanged);
    blocker.connectTo(none(), none());
    blocker.want(this, true);
    QVERIFY(!blocker.isBlocking());
    QCOMPARE(changed.size(), 0);
}

void TestSleepBlocker::itIsBlockedWhileAnybodyWantsIt()
{
    SleepBlocker blocker(m_power.path());
    blocker.connectTo(console(), none());
    {
        QObject other;
        blocker.want(this, true);
        blocker.want(&other, true);
        QTRY_VERIFY(blocker.isBlocking());
        blocker.want(this, false);
        QVERIFY(blocker.isBlocking());
    }
    QVERIFY(!blocker.isBlocking()); // who wanted it is gone
}

void TestSleepBlocker::anEmptyBatteryIsSpared()
{
    QVERIFY(!SleepBlocker::isBatteryLow(m_power.path()));
    const auto describe = [&](const QString &name, const QByteArray &status, const QByteArray &capacity,
                              const QByteArray &scope) {
        QDir(m_power.path()).mkpath(name);
        for (const auto &[fact, value] : {std::pair{"type", QByteArray("Battery")}, std::pair{"status", status},
                                          std::pair{"capacity", capacity}, std::pair{"scope", scope}}) {
            QFile file(m_power.filePath(name + u'/' + QString::fromLatin1(fact)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(value + '\n');
        }
    };
    describe(u"mouse"_s, "Discharging", "3", "Device");
    QVERIFY(!SleepBlocker::isBatteryLow(m_power.path()));
    describe(u"BAT0"_s, "Discharging", "15", "System");
    QVERIFY(!SleepBlocker::isBatteryLow(m_power.path()));
    describe(u"BAT0"_s, "Charging", "4", "System");
    QVERIFY(!SleepBlocker::isBatteryLow(m_power.path()));
    describe(u"BAT0"_s, "Discharging", "14", "System");
    QVERIFY(SleepBlocker::isBatteryLow(m_power.path()));

    SleepBlocker blocker(m_power.path());
    const auto asked = m_portal.flags.size();
    blocker.connectTo(console(), none());
    blocker.want(this, true);
    QVERIFY(!blocker.isBlocking());
    QCOMPARE(m_portal.flags.size(), asked);
    QDir(m_power.filePath(u"BAT0"_s)).removeRecursively();
}

void TestSleepBlocker::switchedOffItIsNot()
{
    SleepBlocker blocker(m_power.path());
    blocker.connectTo(console(), none());
    blocker.want(this, true);
    QTRY_VERIFY(blocker.isBlocking());
    blocker.setAllowed(false);
    QVERIFY(!blocker.isBlocking());
    blocker.setAllowed(true);
    QTRY_VERIFY(blocker.isBlocking());
}

QTEST_GUILESS_MAIN(TestSleepBlocker)
#include "tst_sleepblocker.moc"
