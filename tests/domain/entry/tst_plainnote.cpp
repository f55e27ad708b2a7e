// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/plainnote.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

/// Ctrl+Return: any line as a note, with what was meant to be restricted still restricted.
class TestPlainNote : public QObject
{
    Q_OBJECT
private slots:
    void keepsTheWords_data();
    void keepsTheWords();
    void keepsTimeAndMarks();
    void leavesWhatCannotBeStored();

private:
    static EntryContext context()
    {
        EntryContext context;
        context.now = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);
        context.firstKeystroke = context.now - Span::seconds(5);
        return context;
    }
};

void TestPlainNote::keepsTheWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown verb") << u"/akc the disk"_s << u"/akc the disk"_s;
    QTest::newRow("missing part") << u"/ack"_s << u"/ack"_s;
    QTest::newRow("known verb") << u"/sev 2"_s << u"/sev 2"_s;
    QTest::newRow("a note already") << u"pod \\@x restarted"_s << u"pod @x restarted"_s;
    QTest::newRow("path") << u"//var is full"_s << u"/var is full"_s;
    QTest::newRow("quotes") << u"/ask \"open"_s << u"/ask \"open"_s;
    QTest::newRow("two lines") << u"/x\nb"_s << u"/x\nb"_s;
}

void TestPlainNote::keepsTheWords()
{
    QFETCH(QString, line);
    const auto note = plainNote(line, context());
    QVERIFY(note);
    QCOMPARE(note->verb, Verb::Note);
    QTEST(note->text(), "text");
    QCOMPARE(note->at, context().now - Span::seconds(5));
}

void TestPlainNote::keepsTimeAndMarks()
{
    const auto note = plainNote(u"-5m /akc #A9 key rotated !restricted", context());
    QVERIFY(note);
    QCOMPARE(note->at, context().now - Span::seconds(5) - Span::minutes(5));
    QCOMPARE(note->args.value(u"flags"_s).toArray(), QJsonArray{u"restricted"_s});
    QVERIFY(note->text().contains(u"key rotated"_s));
}

void TestPlainNote::leavesWhatCannotBeStored()
{
    QVERIFY(!plainNote(u"  ", context()));
    QVERIFY(!plainNote(QString(QChar(0xd800)), context()));
    QVERIFY(!plainNote(QString(longestEntry + 1, u'x'), context()));
}

QTEST_GUILESS_MAIN(TestPlainNote)
#include "tst_plainnote.moc"
