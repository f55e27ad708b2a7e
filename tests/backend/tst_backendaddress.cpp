// SPDX-License-Identifier: GPL-3.0-or-later
#include "backendaddress.h"
#include "scramverifier.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::backend;

/// What a person writes as a backend's address, as libpq gets it.
class TestBackendAddress : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void asksForWhatNoticesACut();
    void waitsAsLongAsConnectingMayTake_data();
    void waitsAsLongAsConnectingMayTake();
    void encryptsAnythingThatLeavesThisComputer_data();
    void encryptsAnythingThatLeavesThisComputer();
    void refuses_data();
    void refuses();
    void makesTheServersVerifier();
};

void TestBackendAddress::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("shown");
    QTest::newRow("one host") << u"postgresql://ana@db1/fireline"_s
                              << QStringList{u"host='db1'"_s, u"user='ana'"_s, u"dbname='fireline'"_s} << u"db1/fireline"_s;
    QTest::newRow("port") << u"postgresql://ana@db1:5433/fireline"_s << QStringList{u"host='db1'"_s, u"port='5433'"_s}
                          << u"db1/fireline"_s;
    QTest::newRow("several hosts") << u"postgres://ana@db1,db2:5433/fireline"_s
                                   << QStringList{u"host='db1,db2'"_s, u"port='5432,5433'"_s,
                                                  u"target_session_attrs='read-write'"_s}
                                   << u"db1,db2/fireline"_s;
    QTest::newRow("brackets") << u"postgresql://[::1]:5433/fireline"_s << QStringList{u"host='::1'"_s, u"port='5433'"_s}
                              << u"::1/fireline"_s;
    QTest::newRow("spelled out") << u"postgresql://Ana%20Ruiz@db1/a%2Fb"_s << QStringList{u"user='Ana Ruiz'"_s, u"dbname='a/b'"_s}
                                 << u"db1/a/b"_s;
    QTest::newRow("quotes") << u"postgresql://o'neil%5C@db1/x"_s << QStringList{u"user='o\\'neil\\\\'"_s} << u"db1/x"_s;
    QTest::newRow("settings go before ours") << u"postgresql://db1/x?connect_timeout=9&sslmode=require"_s
                                             << QStringList{u"connect_timeout='9'"_s, u"sslmode='require'"_s} << u"db1/x"_s;
    QTest::newRow("socket") << u"postgresql:///x?host=/run/pg"_s << QStringList{u"host='/run/pg'"_s, u"dbname='x'"_s}
                            << u"/run/pg/x"_s;
    QTest::newRow("service") << u"service=war-room"_s << QStringList{u"service='war-room'"_s} << u"service=war-room"_s;
}

void TestBackendAddress::reads()
{
    QFETCH(QString, text);
    QFETCH(QStringList, options);
    QFETCH(QString, shown);
    const auto address = parseAddress(text);
    QVERIFY(address.ok());
    const QStringList given = address.value().options.split(u';');
    for (const QString &option : options)
        QVERIFY2(given.contains(option), qPrintable(option + u" in "_s + address.value().options));
    QCOMPARE(address.value().shown, shown);
}

void TestBackendAddress::asksForWhatNoticesACut()
{
    const QString options = parseAddress(u"postgresql://db1/x"_s).value().options;
    for (const QString &word : {u"connect_timeout="_s, u"keepalives_idle="_s, u"tcp_user_timeout="_s})
        QVERIFY2(options.contains(word), qPrintable(word));
}

// Each address of each host has its time, and a name has two of them: a good connection is not thrown away because others were
// tried before it.
void TestBackendAddress::waitsAsLongAsConnectingMayTake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("one host") << u"postgresql://db1/x"_s << 6 << 15;
    QTest::newRow("three hosts") << u"postgresql://db1,db2,db3/x"_s << 18 << 30;
    QTest::newRow("three patient ones") << u"postgresql://db1,db2,db3/x?connect_timeout=10"_s << 60 << 75;
    QTest::newRow("by address") << u"postgresql://db1/x?hostaddr=10.0.0.1,10.0.0.2"_s << 12 << 25;
    QTest::newRow("a service") << u"service=war-room"_s << 18 << 30;
    QTest::newRow("without end") << u"postgresql://db1/x?connect_timeout=0"_s << 60 << 180;
}

void TestBackendAddress::waitsAsLongAsConnectingMayTake()
{
    QFETCH(QString, text);
    QFETCH(int, least);
    QFETCH(int, most);
    const int seconds = parseAddress(text).value().connecting;
    QVERIFY2(seconds >= least && seconds <= most, qPrintable(QString::number(seconds)));
}

void TestBackendAddress::encryptsAnythingThatLeavesThisComputer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mode");
    QTest::newRow("elsewhere") << u"postgresql://db1/x"_s << u"verify-full"_s;
    QTest::newRow("one of them elsewhere") << u"postgresql://localhost,db1/x"_s << u"verify-full"_s;
    QTest::newRow("named as if it were here") << u"postgresql://localhost/x?hostaddr=203.0.113.5"_s << u"verify-full"_s;
    QTest::newRow("here") << u"postgresql://localhost/x"_s << u"prefer"_s;
    QTest::newRow("socket") << u"postgresql:///x"_s << u"prefer"_s;
}

void TestBackendAddress::encryptsAnythingThatLeavesThisComputer()
{
    QFETCH(QString, text);
    QFETCH(QString, mode);
    QVERIFY(parseAddress(text).value().options.contains(u"sslmode='%1'"_s.arg(mode)));
}

void TestBackendAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QString() << u"address"_s;
    QTest::newRow("a host alone") << u"db1"_s << u"address"_s;
    QTest::newRow("another system") << u"mysql://db1/x"_s << u"address"_s;
    QTest::newRow("a setting without value") << u"postgresql://db1/x?sslmode"_s << u"address"_s;
    QTest::newRow("settings smuggled in") << u"postgresql://db1/x;host=evil"_s << u"address"_s;
    QTest::newRow("password before the host") << u"postgresql://ana:secret@db1/x"_s << u"secret"_s;
    QTest::newRow("password behind") << u"postgresql://db1/x?password=secret"_s << u"secret"_s;
}

void TestBackendAddress::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto address = parseAddress(text);
    QVERIFY(!address.ok());
    QCOMPARE(address.problem().code, code);
    QVERIFY(!address.problem().text.contains(u"secret"_s) && !address.problem().detail.contains(u"secret"_s));
}

// The example of RFC 7677: what the server must hold for the password "pencil" is what its messages there verify against.
void TestBackendAddress::makesTheServersVerifier()
{
    const QString verifier = scramVerifier("pencil", QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ=="));
    QCOMPARE(verifier, u"SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
                       "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="_s);
}

QTEST_GUILESS_MAIN(TestBackendAddress)
#include "tst_backendaddress.moc"
