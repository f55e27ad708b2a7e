// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

/// Several lines at once, as they are copied from documents and chats.
class TestPaste : public QObject
{
    Q_OBJECT
private slots:
    void readsPaste_data();
    void readsPaste();
    void neverObeys();
    void remarksWhatIsDoubtful();
    void survivesGarbage();
};

void TestPaste::readsPaste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("entries");
    QTest::newRow("document") << u"10:43 - Ops Lead restarted Pod A\n10:45 – error rate falls\n\n* 10:50: all clear\n"_s
                              << QStringList{u"10:43:00||Ops Lead restarted Pod A"_s, u"10:45:00||error rate falls"_s,
                                             u"10:50:00||all clear"_s};
    QTest::newRow("chat, half days") << u"Priya Nair  10:43 AM\nrestarted pod A\nlooks better\n\nJo Ann  12:05 AM\nthanks"_s
                                     << QStringList{u"10:43:00|Priya Nair|restarted pod A\nlooks better"_s,
                                                    u"00:05:00|Jo Ann|thanks"_s};
    QTest::newRow("chat, whole days") << u"Priya Nair  10:43\nrestarted pod A\nJo [10:44]\nok"_s
                                      << QStringList{u"10:43:00|Priya Nair|restarted pod A"_s, u"10:44:00|Jo|ok"_s};
    QTest::newRow("bracketed") << u"[10:43] Priya: restarted pod A\n[2025-03-01 10:44:07] error rate: 2 %"_s
                               << QStringList{u"10:43:00|Priya|restarted pod A"_s, u"10:44:07||error rate: 2 %"_s};
    QTest::newRow("ISO") << u"2025-03-01T10:43:00Z pod restarted\n2025-03-01 10:44 and again"_s
                         << QStringList{u"10:43:00||pod restarted"_s, u"10:44:00||and again"_s};
    QTest::newRow("time in its own line") << u"10:43 AM\npod restarted\n11:00\nagain"_s
                                          << QStringList{u"10:43:00||pod restarted"_s, u"11:00:00||again"_s};
    QTest::newRow("name in its own line")
        << u"Priya Nair\n  10:43 AM\npod restarted\nlooks better\n\nJo Ann\n  10:44 AM\nThanks\n  10:45 AM\nbye"_s
        << QStringList{u"10:43:00|Priya Nair|pod restarted\nlooks better"_s, u"10:44:00|Jo Ann|Thanks"_s, u"10:45:00||bye"_s};
    QTest::newRow("no time") << u"it broke\nand broke again"_s << QStringList{u"||it broke"_s, u"||and broke again"_s};
    QTest::newRow("a sentence is no heading") << u"pod restarted at 10:43\n"_s << QStringList{u"||pod restarted at 10:43"_s};
    QTest::newRow("windows lines") << u"10:43 - one\r\n10:44 - two\r\n"_s << QStringList{u"10:43:00||one"_s, u"10:44:00||two"_s};
}

void TestPaste::readsPaste()
{
    QFETCH(QString, text);
    QFETCH(QStringList, entries);
    EntryContext context;
    context.now = *Instant::fromRfc3339(u"2025-03-01T14:00:00Z"_s);
    QStringList found;
    for (const ParsedEntry &entry : parsePaste(text, context)) {
        QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
        QCOMPARE(int(entry.command.verb), int(Verb::Note));
        const QString at = entry.hasTime ? entry.command.at.toUtc().toString(u"HH:mm:ss"_s) : QString();
        found << at + u'|' + entry.command.by + u'|' + entry.command.text();
    }
    QCOMPARE(found, entries);
}

void TestPaste::neverObeys()
{
    EntryContext context;
    context.now = *Instant::fromRfc3339(u"2025-03-01T14:00:00Z"_s);
    const auto entries = parsePaste(u"/close\n10:43 - /resolve", context);
    QCOMPARE(entries.size(), 2);
    for (const ParsedEntry &entry : entries)
        QCOMPARE(int(entry.command.verb), int(Verb::Note));
    QCOMPARE(entries.at(1).command.text(), u"/resolve"_s);
}

void TestPaste::remarksWhatIsDoubtful()
{
    EntryContext context;
    context.now = *Instant::fromRfc3339(u"2025-03-01T23:59:00Z"_s);
    const auto entries = parsePaste(u"23:50 - it broke\n00:10 - mended\n10:60 - never\nat last", context);
    QCOMPARE(entries.size(), 4);
    QVERIFY(entries.at(0).ok() && entries.at(0).remarks.isEmpty());
    QVERIFY(entries.at(1).remarks.join(u' ').contains(u"check the dates"));
    QVERIFY(!entries.at(2).ok());
    QVERIFY(entries.at(3).remarks.join(u' ').contains(u"no time"));
}

void TestPaste::survivesGarbage()
{
    EntryContext context;
    context.now = *Instant::fromRfc3339(u"2025-03-01T14:00:00Z"_s);
    QVERIFY(parsePaste({}, context).isEmpty());
    QVERIFY(parsePaste(u"\n\n \n", context).isEmpty());
    const auto entries = parsePaste(u"10:43 - a\0b \xd800 c"_s, context);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().command.text(), u"a\ufffdb \ufffd c"_s);
}

QTEST_APPLESS_MAIN(TestPaste)
#include "tst_paste.moc"
