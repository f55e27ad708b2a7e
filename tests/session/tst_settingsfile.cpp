// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolesettings.h"
#include "core/idsource.h"
#include "initext.h"
#include "settings/preferences.h"
#include "settingsfile.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fireline::session;
using fireline::domain::Instant;
using fireline::domain::Outcome;
using fireline::domain::Problem;

/// Settings: kept whole or not at all, with what others wrote in the same file; garbage is set aside and told.
class TestSettingsFile : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void isEmptyWhereThereIsNone();
    void keepsWhatOthersWrote();
    void valuesComeBack_data();
    void valuesComeBack();
    void twoWindowsLoseNothing();
    void preferencesComeBack();
    void garbageIsSetAside_data();
    void garbageIsSetAside();
    void eachWriteCanFail();
    void aPlaceThatCannotBeWrittenIsTold();
    void theConsoleReadsWhatWasWritten();

private:
    SettingsFile opened() const { return SettingsFile::open(m_path, m_now); }
    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Instant m_now = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);
};

void TestSettingsFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"settings.ini"_s);
}

void TestSettingsFile::isEmptyWhereThereIsNone()
{
    m_path = m_folder->filePath(u"new/folder/settings.ini"_s);
    SettingsFile file = opened();
    QVERIFY(file.values().isEmpty());
    QVERIFY(!file.problem());
    QVERIFY(file.write({{u"profile/name"_s, u"Ana"_s}}).ok());
    QCOMPARE(content(), "[profile]\nname=Ana\n");
    QCOMPARE(QFile::permissions(m_path) & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
}

void TestSettingsFile::keepsWhatOthersWrote()
{
    put("; mine\n\n[profile]\nname=Ana ; of Lisbon\nunknown = 1\n\n[later]\nkey=a,b\r\n");
    SettingsFile file = opened();
    QCOMPARE(file.value(u"profile/name"_s), u"Ana ; of Lisbon"_s);
    QCOMPARE(file.value(u"later/key"_s), u"a,b"_s);
    QVERIFY(file.write({{u"profile/short"_s, u"ana"_s}, {u"look/colours"_s, u"dark"_s}, {u"profile/name"_s, {}}}).ok());
    QCOMPARE(content(), "; mine\n\n[profile]\nunknown = 1\nshort=ana\n\n[later]\nkey=a,b\n[look]\ncolours=dark\n");
}

void TestSettingsFile::valuesComeBack_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << u"Ana"_s;
    QTest::newRow("blanks at the ends") << u"  Ana "_s;
    QTest::newRow("quotes") << u"\"Ana\" \\ \"B\""_s;
    QTest::newRow("lines") << u"a\nb\r\nc"_s;
    QTest::newRow("a comment's sign") << u"Ctrl+G; Ctrl+H"_s;
    QTest::newRow("a section's signs") << u"[x]=y"_s;
    QTest::newRow("json") << u"{\"a\":\"b\\\"c\"}"_s;
    QTest::newRow("another script") << u"محمد 佐藤"_s;
    QTest::newRow("ends with a backslash") << u"C:\\"_s;
}

void TestSettingsFile::valuesComeBack()
{
    QFETCH(QString, value);
    QVERIFY(opened().write({{u"a/b"_s, value}}).ok());
    QCOMPARE(opened().value(u"a/b"_s), value);
    QVERIFY(opened().write({{u"a/c"_s, value}, {u"a/b"_s, {}}}).ok());
    QCOMPARE(opened().values(), (QMap<QString, QString>{{u"a/c"_s, value}}));
}

void TestSettingsFile::twoWindowsLoseNothing()
{
    SettingsFile one = opened();
    SettingsFile other = opened();
    QVERIFY(one.write({{u"a/one"_s, u"1"_s}}).ok());
    QVERIFY(other.write({{u"a/other"_s, u"2"_s}}).ok());
    QCOMPARE(opened().values(), (QMap<QString, QString>{{u"a/one"_s, u"1"_s}, {u"a/other"_s, u"2"_s}}));
    QCOMPARE(other.value(u"a/one"_s), u"1"_s);
}

void TestSettingsFile::preferencesComeBack()
{
    using namespace fireline::models;
    Preferences p;
    p.name = u"Ana \"A\" Silva; Lisbon"_s;
    p.process = u"severity-ladder"_s;
    p.colours = Preferences::Colours::HighContrast;
    p.textSize = 150;
    p.keepRecent = false;
    p.keys = {{u"entry.focus"_s, {u"Ctrl+L"_s, u"Ctrl+;"_s}}, {u"a.b"_s, {}}};
    p.answers = {{u"helpdeskflow"_s, QJsonObject{{u"class"_s, u"platform outage"_s}}}};
    p.lastOpened = {u"/tmp/a b.fireline"_s};
    QVERIFY(opened().write(textsOf(p)).ok());
    QCOMPARE(preferencesOf(opened().values()), p);
    QVERIFY(opened().write(textsOf(Preferences())).ok());
    QVERIFY(opened().values().isEmpty());
}

void TestSettingsFile::garbageIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no setting") << QByteArray("[profile]\nname=Ana\nwhat is this\n");
    QTest::newRow("no key") << QByteArray("=x\n");
    QTest::newRow("not text") << QByteArray("name=\xff\xfe\n");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("huge") << QByteArray("a=") + QByteArray(2 << 20, 'x');
}

void TestSettingsFile::garbageIsSetAside()
{
    QFETCH(QByteArray, bytes);
    for (const QString &aside : {u".broken-20250304T090000Z"_s, u".broken-20250304T090000Z-2"_s}) {
        put(bytes);
        SettingsFile file = opened();
        QVERIFY(file.values().isEmpty());
        QCOMPARE(file.problem()->code, u"settings-broken"_s);
        QVERIFY(file.problem()->text.contains(aside));
        QFile kept(m_path + aside);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), bytes);
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(file.write({{u"a/b"_s, u"1"_s}}).ok());
        QCOMPARE(content(), "[a]\nb=1\n");
    }
}

void TestSettingsFile::eachWriteCanFail()
{
    const Problem full{Problem::Kind::Full, u"full"_s, u"The disk is full."_s, {}, {}, {}};
    for (int failing = 0; failing < 4; ++failing) {
        QFile::remove(m_path);
        int number = 0;
        SettingsFile file = SettingsFile::open(m_path, m_now, [&](const QString &path, const QByteArray &bytes) {
            return number++ == failing ? Outcome<void>(full) : replaceFile(path, bytes);
        });
        QMap<QString, QString> expected;
        for (int write = 0; write < 4; ++write) {
            const QByteArray before = content();
            const QString key = u"a/k%1"_s.arg(write);
            const auto written = file.write({{key, u"1"_s}});
            QCOMPARE(written.ok(), write != failing);
            if (written.ok())
                expected.insert(key, u"1"_s);
            else
                QCOMPARE(content(), before);
            QCOMPARE(file.values(), expected);
            QCOMPARE(opened().values(), expected);
        }
    }
}

void TestSettingsFile::aPlaceThatCannotBeWrittenIsTold()
{
    QVERIFY(QDir().mkpath(m_path)); // a folder has the name
    SettingsFile file = opened();
    QCOMPARE(file.problem()->code, u"settings-unreadable"_s);
    QVERIFY(!file.write({{u"a/b"_s, u"1"_s}}).ok());
    QVERIFY(!replaceFile(m_path, "x").ok());
    QVERIFY(QDir(m_path).exists());
}

void TestSettingsFile::theConsoleReadsWhatWasWritten()
{
    QVERIFY(opened().write({{u"profile/name"_s, u"Silva, Ana"_s}}).ok());
    fireline::domain::UuidV7Source ids{1};
    const ConsoleSettings settings = ConsoleSettings::read(m_folder->path(), ids, m_now);
    QCOMPARE(settings.profile, u"Silva, Ana"_s);
    QCOMPARE(settings.importProcess, u"nine-step"_s); // what the program comes with
    QCOMPARE(settings.path(), m_path);
    const QSettings others(m_path, QSettings::IniFormat); // other programs can read it too
    QCOMPARE(others.value(u"profile/name"_s).toStringList().join(u", "_s), u"Silva, Ana"_s);
}

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
