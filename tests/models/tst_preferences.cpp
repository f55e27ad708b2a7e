// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::models;
using Level = fireline::domain::Attention::Level;

/// What a person has chosen, as texts by key and back.
class TestPreferences : public QObject
{
    Q_OBJECT
private slots:
    void firstStart();
    void comeBack();
    void whatIsNotUnderstoodIsAsAtTheFirstStart();
    void noSecretIsKept();
    void reach();
};

void TestPreferences::firstStart()
{
    QCOMPARE(preferencesOf({}), Preferences());
    for (const QString &text : textsOf(Preferences()))
        QVERIFY(text.isEmpty());
}

void TestPreferences::comeBack()
{
    Preferences p;
    p.name = u"Ana Silva"_s;
    p.shortName = u"ana"_s;
    p.backend = u"postgresql://ana@db1,db2/incidents"_s;
    p.process = u"nine-step"_s;
    p.colours = Preferences::Colours::Dark;
    p.density = Preferences::Density::Compact;
    p.textSize = 80;
    p.language = u"de"_s;
    p.spelling = u"en_GB"_s;
    p.reopenLast = false;
    p.keepRecent = false;
    p.keepAwake = false;
    p.hideDetails = true;
    p.firstRunDone = true;
    p.reach = {{{Level::Due, Channel::Desktop}, false}, {{Level::Command, Channel::Attention}, false}};
    p.keys = {{u"timeline.gotoTime"_s, {u"Ctrl+G"_s, u"Ctrl+H"_s}}, {u"entry.focus"_s, {}}};
    p.letterKeys = false;
    p.answers = {{u"p"_s, QJsonObject{{u"service"_s, u"checkout"_s}}}};
    p.lastOpened = {u"/a.fireline"_s, u"/b.fireline"_s};
    QCOMPARE(preferencesOf(textsOf(p)), p);
}

void TestPreferences::whatIsNotUnderstoodIsAsAtTheFirstStart()
{
    QMap<QString, QString> texts = textsOf(Preferences());
    for (QString &text : texts)
        text = u"{\"x\": [ 7"_s;
    Preferences read = preferencesOf(texts);
    read.name = read.shortName = read.process = read.language = read.spelling = read.backend = QString();
    QCOMPARE(read, Preferences());
    QCOMPARE(preferencesOf({{u"look/text-size"_s, u"900"_s}}).textSize, 100);
    QCOMPARE(preferencesOf({{u"look/text-size"_s, u"-1"_s}}).textSize, 100);
}

// Whoever pastes an address with a password in it has not asked for it to be written down.
void TestPreferences::noSecretIsKept()
{
    Preferences p;
    p.backend = u" postgresql://ana:hunter2@db1:5433,db2/x?sslmode=require&password=hunter2&connect_timeout=3 "_s;
    const QString kept = textsOf(p).value(u"backend/address"_s);
    QCOMPARE(kept, u"postgresql://ana@db1:5433,db2/x?sslmode=require&connect_timeout=3"_s);
    QCOMPARE(withoutSecret(u"postgresql://db1:5433/x"_s), u"postgresql://db1:5433/x"_s);
    QCOMPARE(withoutSecret(u"postgresql://ana@[::1]:5433/x?sslpassword=a"_s), u"postgresql://ana@[::1]:5433/x?"_s);
    QCOMPARE(withoutSecret(u"service=fire"_s), u"service=fire"_s);
}

void TestPreferences::reach()
{
    QCOMPARE(allReaches().size(), 6);
    const Preferences first;
    QVERIFY(first.reaches({Level::Late, Channel::Sound}));
    QVERIFY(!first.reaches({Level::Due, Channel::Sound})); // never heard before it is late
    const Preferences quiet = preferencesOf({{u"reach/late-sound"_s, u"false"_s}, {u"reach/due-sound"_s, u"true"_s}});
    QVERIFY(!quiet.reaches({Level::Late, Channel::Sound}));
    QVERIFY(!quiet.reaches({Level::Due, Channel::Sound}));
    QVERIFY(quiet.reaches({Level::Command, Channel::Sound}));
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
