// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace fireline::models;

/// What a person has chosen, as texts by key and back.
class TestPreferences : public QObject
{
    Q_OBJECT
private slots:
    void firstStart();
    void comeBack();
    void whatIsNotUnderstoodIsAsAtTheFirstStart();
    void noSecretIsKept();
    void monitoringSources_data();
    void monitoringSources();
    void whatThereIs_data();
    void whatThereIs();
    void whatWasChosenByWeightHolds_data();
    void whatWasChosenByWeightHolds();
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
    p.backend = u"postgresql://ana@db1,db2/incidents"_s;
    using Source = MonitoringSource;
    p.monitoring.sources = {
        {u"alerts"_s, Source::Kind::Alertmanager, u"http://localhost:9093"_s, Source::SignIn::None, {}, {}, {}},
        {u"graphs"_s, Source::Kind::Prometheus, u"https://m.example/p"_s, Source::SignIn::Password, u"ana"_s, {}, u"/ca.pem"_s},
        {u"dd"_s, Source::Kind::Datadog, u"https://api.datadoghq.eu"_s, Source::SignIn::Keys, {}, {}, {}},
        {u"c"_s, Source::Kind::Prometheus, u"https://m.example"_s, Source::SignIn::Certificate, {}, u"/ana.pem"_s, {}}};
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
    p.reach = {{{Matter::Review, Channel::Soon}, false}, {{Matter::Command, Channel::Attention}, false}};
    p.keys = {{u"timeline.gotoTime"_s, {u"Ctrl+G"_s, u"Ctrl+H"_s}}, {u"entry.focus"_s, {}}};
    p.letterKeys = false;
    p.answers = {{u"p"_s, QJsonObject{{u"service"_s, u"checkout"_s}}}};
    p.lastOpened = {u"/a.fireline"_s, u"/b.fireline"_s};
    Preferences back = preferencesOf(textsOf(p));
    QCOMPARE(std::exchange(back.monitoring.written, {}), textsOf(p).value(u"monitoring/sources"_s));
    QCOMPARE(back, p);
}

void TestPreferences::whatIsNotUnderstoodIsAsAtTheFirstStart()
{
    QMap<QString, QString> texts = textsOf(Preferences());
    for (QString &text : texts)
        text = u"{\"x\": [ 7"_s;
    Preferences read = preferencesOf(texts);
    read.name = read.process = read.language = read.spelling = read.backend = QString();
    QCOMPARE(read.monitoring.faults.size(), 1);
    read.monitoring = {};
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
    QCOMPARE(withoutSecret(u"postgresql://ana:hunt?er2@db1/x"_s), u"postgresql://ana@db1/x"_s);
    QCOMPARE(withoutSecret(u"postgresql://ana:p@ss/w@db1/x?application_name=a@b"_s),
             u"postgresql://ana@db1/x?application_name=a@b"_s);
    QCOMPARE(withoutSecret(u"postgresql://db1:5433,db2:5434/x?user=ana@corp"_s),
             u"postgresql://db1:5433,db2:5434/x?user=ana@corp"_s);
    QCOMPARE(withoutSecret(u"postgresql://[::1]:5433/x?user=ana@corp"_s), u"postgresql://[::1]:5433/x?user=ana@corp"_s);
    QCOMPARE(withoutSecret(u"host=db1 password=hunter2 user=ana"_s), u"host=db1 user=ana"_s);
    QCOMPARE(withoutSecret(u"password = 'hunter 2\\'s' host=db1"_s), u"host=db1"_s);
    QCOMPARE(withoutSecret(u"host=db1 passfile=/home/ana/.pgpass"_s), u"host=db1 passfile=/home/ana/.pgpass"_s);
}

void TestPreferences::monitoringSources_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &more, const QString &fault) {
        const QString text = uR"([{"name":"a","kind":"prometheus","address":"http://a"},{"name":"b",%1}])"_s.arg(more);
        QTest::newRow(name) << text << fault;
    };
    const QString kind = uR"("kind":"prometheus",)"_s;
    row("good", kind + uR"("address":"http://b")"_s, {});
    row("renamed", kind + uR"("address":"http://b","known-as":"c")"_s, {});
    row("known as another", kind + uR"("address":"http://b","known-as":"a")"_s, u"or had it before"_s);
    row("no address", uR"("kind":"prometheus")"_s, u"Enter its address."_s);
    row("no kind", uR"("address":"http://b")"_s, u"is not known"_s);
    row("of another version", uR"("kind":"grafana","address":"http://b")"_s, u"“grafana” is not known"_s);
    row("a key too many", kind + uR"("address":"http://b","password":"hunter2")"_s, u"“password” is not known"_s);
    row("no text", kind + uR"("address":7)"_s, u"“address” is no text"_s);
    row("a secret in it", kind + uR"("address":"http://ana:hunter2@b")"_s, u"out of the address"_s);
    row("a token in it", kind + uR"("address":"http://b?token=hunter2")"_s, u"behind ? or #"_s);
    row("no address of the web", kind + uR"("address":"file:///etc/passwd")"_s, u"https://host"_s);
    row("no user", kind + uR"("address":"http://b","sign-in":"password")"_s, u"user's name"_s);
    row("another way in", kind + uR"("address":"http://b","sign-in":"keys")"_s, u"Choose another"_s);
    row("no certificate", kind + uR"("address":"http://b","sign-in":"certificate")"_s, u"file of the certificate"_s);
    row("two lines", kind + uR"("address":"http://b","authorities":"/a\nb")"_s, u"more than one line"_s);
    row("the same name", kind + uR"("name":"a","address":"http://b")"_s, u"Another source has this name"_s);
}

// One that is not understood is named and not used, the others are; and it stays in the file until somebody changes the list.
void TestPreferences::monitoringSources()
{
    QFETCH(QString, text);
    QFETCH(QString, fault);
    Preferences p = preferencesOf({{u"monitoring/sources"_s, text}});
    QCOMPARE(p.monitoring.sources.size(), fault.isEmpty() ? 2 : 1);
    QCOMPARE(p.monitoring.faults.size(), fault.isEmpty() ? 0 : 1);
    QVERIFY2(p.monitoring.faults.join(u' ').contains(fault), qPrintable(p.monitoring.faults.join(u' ')));
    QVERIFY(!p.monitoring.faults.join(u' ').contains(u"hunter2"_s));
    p.textSize = 150;
    QCOMPARE(textsOf(p).value(u"monitoring/sources"_s), text);
    const auto before = p.monitoring.sources;
    p.monitoring = {p.monitoring.sources, {}, {}};
    QCOMPARE(preferencesOf(textsOf(p)).monitoring.sources, before);
    QVERIFY(!textsOf(p).value(u"monitoring/sources"_s).contains(u"hunter2"_s));
}

void TestPreferences::whatThereIs_data()
{
    QTest::addColumn<Matter>("matter");
    QTest::addColumn<QString>("ways"); // of soon, desktop, sound, attention (ux 2.9)
    QTest::newRow("update outside") << Matter::OutsideUpdate << u"sds-"_s;
    QTest::newRow("update inside") << Matter::InsideUpdate << u"sd--"_s;
    QTest::newRow("call-back") << Matter::CallBack << u"sds-"_s;
    QTest::newRow("reminder") << Matter::Reminder << u"sds-"_s;
    QTest::newRow("escalation") << Matter::Escalation << u"sdsa"_s;
    QTest::newRow("command") << Matter::Command << u"sdsa"_s;
    QTest::newRow("decision") << Matter::Decision << u"sd--"_s;
    QTest::newRow("review") << Matter::Review << u"sd--"_s;
    QTest::newRow("deadline") << Matter::Deadline << u"sd--"_s;
    QTest::newRow("drill stopped") << Matter::DrillStop << u"--s-"_s;
}

// At the first start each matter reaches a person by every way there is for it.
void TestPreferences::whatThereIs()
{
    QFETCH(Matter, matter);
    QFETCH(QString, ways);
    for (const Channel channel : {Channel::Soon, Channel::Desktop, Channel::Sound, Channel::Attention}) {
        const Reach way{matter, channel};
        const bool there = ways.at(int(channel)) != u'-';
        QCOMPARE(canReach(way), there);
        QCOMPARE(allReaches().contains(way), there);
        QCOMPARE(Preferences().reaches(way), there);
        Preferences without;
        without.reach.insert(way, false);
        QVERIFY(!without.reaches(way));
        const QMap<QString, QString> texts = textsOf(without);
        QCOMPARE(texts.values().count(u"false"_s), there ? 1 : 0);
        QCOMPARE(preferencesOf(texts).reaches(way), false);
        QCOMPARE(preferencesOf(texts).reach.size(), there ? 1 : 0);
    }
}

void TestPreferences::whatWasChosenByWeightHolds_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<bool>("ofCommand");
    QTest::addColumn<bool>("ofOthers");
    QTest::newRow("due on the desktop") << u"reach/due-desktop"_s << Channel::Soon << true << true;
    QTest::newRow("late on the desktop") << u"reach/late-desktop"_s << Channel::Desktop << false << true;
    QTest::newRow("late by sound") << u"reach/late-sound"_s << Channel::Sound << false << true;
    QTest::newRow("command on the desktop") << u"reach/command-desktop"_s << Channel::Desktop << true << false;
    QTest::newRow("command by sound") << u"reach/command-sound"_s << Channel::Sound << true << false;
    QTest::newRow("command asks for attention") << u"reach/command-attention"_s << Channel::Attention << true << false;
}

// Settings of a version that knew weights alone: what was off stays off, in keys of its own from the next time on.
void TestPreferences::whatWasChosenByWeightHolds()
{
    QFETCH(QString, key);
    QFETCH(Channel, channel);
    QFETCH(bool, ofCommand);
    QFETCH(bool, ofOthers);
    const Preferences read = preferencesOf({{key, u"false"_s}});
    for (const Reach &way : allReaches()) {
        const bool command = way.matter == Matter::Command || way.matter == Matter::Escalation || way.matter == Matter::DrillStop;
        const bool off = way.channel == channel && (command ? ofCommand : ofOthers);
        QVERIFY2(read.reaches(way) == !off, qPrintable(u"%1 %2"_s.arg(int(way.matter)).arg(int(way.channel))));
    }
    QMap<QString, QString> texts = textsOf(read);
    QVERIFY(texts.contains(key) && texts.value(key).isEmpty());
    QCOMPARE(preferencesOf(texts), read);
    // What is chosen anew is not undone by what was chosen then.
    const Reach first = read.reach.firstKey();
    Preferences anew = read;
    anew.reach.remove(first);
    QVERIFY(preferencesOf(textsOf(anew)).reaches(first));
    texts.insert(key, u"true"_s);
    QVERIFY(!preferencesOf(texts).reaches(first));
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
