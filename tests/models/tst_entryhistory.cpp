// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entryhistory.h"
#include "entry/snippets.h"

#include <rapidcheck.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;

/// What was typed before and put aside, and the short words for long ones.
class TestEntryHistory : public QObject
{
    Q_OBJECT
private slots:
    void walks();
    void keepsEditsAndTimes();
    void keepsTheFirstHundreds();
    void saysWhatWaits();
    void losesNothing();
    void readsSnippets();
    void namesFaults_data();
    void namesFaults();
};

void TestEntryHistory::walks()
{
    EntryHistory history;
    QCOMPARE(history.previous({u"x"_s, {}}).text, u"x"_s);
    history.entered(u"a"_s);
    history.entered(u"a"_s);
    history.entered(u"b"_s);
    QCOMPARE(history.previous({}).text, u"b"_s);
    QCOMPARE(history.previous({u"b"_s, {}}).text, u"a"_s);
    QCOMPARE(history.previous({u"a"_s, {}}).text, u"a"_s);
    QCOMPARE(history.next({u"a"_s, {}}).text, u"b"_s);
    QCOMPARE(history.next({u"b"_s, {}}).text, QString());
}

void TestEntryHistory::keepsEditsAndTimes()
{
    EntryHistory history;
    history.entered(u"a"_s);
    history.entered(u"b"_s);
    history.putAside({u"aside"_s, {7}});
    EntryLine line = history.previous({u"new"_s, {9}});
    QCOMPARE(line.text, u"aside"_s);
    QCOMPARE(line.begun.us, 7);
    line = history.previous({u"aside, longer"_s, {7}});
    QCOMPARE(line.text, u"b"_s);
    line = history.previous({u"b, edited"_s, {11}}); // the entered line stays, the edit is one of its own
    QCOMPARE(line.text, u"b"_s);
    QCOMPARE(history.lines(), (QStringList{u"a"_s, u"b"_s, u"b, edited"_s, u"aside, longer"_s, u"new"_s}));
    for (int i = 0; i < 3; ++i)
        line = history.next(line);
    QCOMPARE(line.text, u"new"_s);
    QCOMPARE(line.begun.us, 9);
}

void TestEntryHistory::saysWhatWaits()
{
    const auto texts = [](const QList<EntryLine> &lines) {
        QStringList found;
        for (const EntryLine &line : lines)
            found.append(line.text);
        return found;
    };
    EntryHistory history;
    history.entered(u"entered"_s);
    history.addWaiting({u"first"_s, {7}});
    history.addWaiting({u"  "_s, {}});
    history.putAside({u"second"_s, {8}});
    QCOMPARE(texts(history.waiting()), (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(history.waiting().first().begun.us, 7);
    // What walking brings into the field is the field's; what was typed there waits meanwhile.
    QCOMPARE(history.previous({u"typed"_s, {9}}).text, u"second"_s);
    QCOMPARE(texts(history.waiting()), (QStringList{u"first"_s, u"typed"_s}));
    // Another line that comes to wait does not move the walk.
    history.addWaiting({u"third"_s, {}});
    QCOMPARE(history.previous({u"second"_s, {8}}).text, u"first"_s);
    QCOMPARE(texts(history.waiting()), (QStringList{u"second"_s, u"third"_s, u"typed"_s}));
}

void TestEntryHistory::keepsTheFirstHundreds()
{
    EntryHistory history;
    history.putAside({u"aside"_s, {}});
    for (int i = 0; i < EntryHistory::mostEntered + 50; ++i)
        history.entered(QString::number(i));
    QCOMPARE(history.lines().size(), EntryHistory::mostEntered + 1);
    QVERIFY(history.lines().contains(u"aside"_s));
}

// A person types, walks, puts aside and enters in any order: each word is in a line that can be reached, or was entered.
void TestEntryHistory::losesNothing()
{
    QVERIFY(rc::check("each typed word can be reached", [] {
        EntryHistory history;
        EntryLine field;
        QStringList entered;
        const int steps = *rc::gen::inRange(1, 30);
        for (int i = 0; i < steps; ++i) {
            switch (*rc::gen::inRange(0, 5)) {
            case 0: field = history.previous(field); break;
            case 1: field = history.next(field); break;
            case 2:
                history.entered(field.text);
                entered << field.text;
                field = {};
                break;
            case 3:
                history.putAside(field);
                field = {};
                break;
            default: break;
            }
            field.text += u" w%1."_s.arg(i);
            const QString all = (history.lines() + entered + QStringList(field.text)).join(u' ');
            for (int j = 0; j <= i; ++j)
                RC_ASSERT(all.contains(u" w%1."_s.arg(j)));
        }
    }));
}

void TestEntryHistory::readsSnippets()
{
    const auto snippets = Snippets::parse("# mine\n\nack = /ack #A\r\n;two = one\\ntwo \\\\ \nleer=  x\n\xc3\xa4 = z\n");
    QVERIFY(snippets.faults().isEmpty());
    QCOMPARE(snippets.count(), 4);
    QCOMPARE(snippets.text(u";ack").value_or(QString()), u"/ack #A"_s);
    QCOMPARE(snippets.text(u";TWO").value_or(QString()), u"one\ntwo \\ "_s);
    QCOMPARE(snippets.text(u";leer").value_or(QString()), u" x"_s);
    QCOMPARE(snippets.text(u";\u00e4").value_or(QString()), u"z"_s);
    QVERIFY(!snippets.text(u"ack"));
    QCOMPARE(snippets.wordStart(u"so ;ack"_s, 7), 3);
    QCOMPARE(snippets.wordStart(u"so ;ack"_s, 6), -1);
}

void TestEntryHistory::namesFaults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("no sign") << QByteArray("a = b\nack\n") << 2 << 1;
    QTest::newRow("bad name") << QByteArray("two words = b") << 1 << 1;
    QTest::newRow("no name") << QByteArray(" = b") << 1 << 1;
    QTest::newRow("no text") << QByteArray("ack = ") << 1 << 6;
    QTest::newRow("twice") << QByteArray("a = b\nA = c") << 2 << 1;
    QTest::newRow("escape") << QByteArray("a = b\\x") << 1 << 6;
    QTest::newRow("bytes") << QByteArray("a = b\n\xff = c\nd = e") << 2 << 1;
    QTest::newRow("size") << QByteArray(1024 * 1024 + 1, 'x') << 1 << 1;
}

void TestEntryHistory::namesFaults()
{
    QFETCH(QByteArray, bytes);
    const auto snippets = Snippets::parse(bytes);
    QCOMPARE(snippets.faults().size(), 1);
    QTEST(snippets.faults().first().line, "line");
    QTEST(snippets.faults().first().column, "column");
    QVERIFY(!snippets.faults().first().text.isEmpty());
}

QTEST_GUILESS_MAIN(TestEntryHistory)
#include "tst_entryhistory.moc"
