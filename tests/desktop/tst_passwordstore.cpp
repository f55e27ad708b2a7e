// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordstore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using fireline::desktop::PasswordStore;

namespace {

const QString address = u"postgresql://ana@db1/incidents"_s;
const QString secret = u"correct horse – “battery”"_s;

} // namespace

/// Passwords where a Secret Service answers, where none does, and where there is no bus at all. The service is played by
/// secretservice.py on a bus of the test's own.
class TestPasswordStore : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void withoutABusItIsRememberedAndSaidSo();
    void withoutAServiceItIsRememberedAndSaidSo();
    void aSecretServiceKeepsIt();
    void itIsInNoFile();

private:
    /// What becomes of keeping it, and what is read by another run of the program.
    static QString keep(PasswordStore &store, const QString &password);
    static QString read(PasswordStore &store, const QString &of = address);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_service;
};

void TestPasswordStore::initTestCase()
{
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, m_home.path().toLocal8Bit());
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_CURRENT_DESKTOP", "GNOME"); // Secret Service rather than KWallet
}

QString TestPasswordStore::keep(PasswordStore &store, const QString &password)
{
    QString said = u"nothing was said"_s;
    bool done = false;
    store.keep(address, password, &store, [&](const QString &whyNot) {
        said = whyNot;
        done = true;
    });
    return QTest::qWaitFor([&] { return done; }, 30000) ? said : u"no answer"_s;
}

QString TestPasswordStore::read(PasswordStore &store, const QString &of)
{
    QString found = u"nothing was said"_s;
    bool done = false;
    store.read(of, &store, [&](const QString &password) {
        found = password;
        done = true;
    });
    return QTest::qWaitFor([&] { return done; }, 30000) ? found : u"no answer"_s;
}

void TestPasswordStore::withoutABusItIsRememberedAndSaidSo()
{
    PasswordStore store;
    QVERIFY(!PasswordStore::isThere());
    QCOMPARE(read(store), QString());
    QVERIFY(keep(store, secret).contains(u"until you quit"_s));
    QCOMPARE(read(store), secret);
    QVERIFY(store.whyNotKept(address).contains(u"until you quit"_s));
    QCOMPARE(read(store, address + u"2"_s), QString());
    QCOMPARE(store.whyNotKept(address + u"2"_s), QString());
    QCOMPARE(keep(store, QString()), QString()); // forgotten where it was remembered
    QCOMPARE(store.whyNotKept(address), QString());
    QCOMPARE(read(store), QString());
    PasswordStore next;
    QCOMPARE(read(next), QString());
}

void TestPasswordStore::withoutAServiceItIsRememberedAndSaidSo()
{
    m_bus.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address=1"_s, u"--nopidfile"_s,
                                   u"--config-file="_s + QStringLiteral(FIRELINE_SOURCE_DIR "/tests/desktop/bus.conf")});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead(10000))
        QSKIP("missing: dbus-daemon here (package dbus)");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    if (!PasswordStore::isThere())
        QSKIP("missing: built without QtKeychain (package qtkeychain-qt6-dev)");
    PasswordStore store;
    QVERIFY(keep(store, secret).contains(u"until you quit"_s));
    QCOMPARE(read(store), secret);
    QVERIFY(store.whyNotKept(address).contains(u"until you quit"_s));
    PasswordStore next;
    QCOMPARE(read(next), QString());
}

void TestPasswordStore::aSecretServiceKeepsIt()
{
    if (!PasswordStore::isThere())
        QSKIP("missing: a bus, or built without QtKeychain (packages dbus, qtkeychain-qt6-dev)");
    // The one that the distribution's modules belong to.
    m_service.start(u"/usr/bin/python3"_s, {QStringLiteral(FIRELINE_SOURCE_DIR "/tests/desktop/secretservice.py")});
    if (!m_service.waitForStarted() || !m_service.waitForReadyRead(10000))
        QSKIP(qPrintable(u"the secret service of the test does not start: "_s
                         + QString::fromUtf8(m_service.readAllStandardError())));
    PasswordStore store;
    QCOMPARE(keep(store, secret), QString());
    QCOMPARE(store.whyNotKept(address), QString());
    {
        PasswordStore next; // remembers nothing by itself
        QCOMPARE(read(next), secret);
        QCOMPARE(read(next, address + u"2"_s), QString());
        QCOMPARE(keep(next, u"another"_s), QString());
    }
    PasswordStore third;
    QCOMPARE(read(third), u"another"_s);
    QCOMPARE(keep(third, QString()), QString());
    PasswordStore fourth;
    QCOMPARE(read(fourth), QString());
}

void TestPasswordStore::itIsInNoFile()
{
    QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("correct horse"), qPrintable(file.fileName()));
    }
    m_service.kill();
    m_bus.kill();
    m_service.waitForFinished();
    m_bus.waitForFinished();
}

QTEST_GUILESS_MAIN(TestPasswordStore)
#include "tst_passwordstore.moc"
