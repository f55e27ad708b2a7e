// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

EntryContext context()
{
    EntryContext c;
    c.now = *Instant::fromRfc3339(u"2025-03-01T12:00:00Z"_s);
    return c;
}

} // namespace

/// Plain notes, marks inside texts, escapes, and what no line may do to the parser.
class TestEntryText : public QObject
{
    Q_OBJECT
private slots:
    void readsText_data();
    void readsText();
    void writesBack_data();
    void writesBack();
    void readsWhoDidIt();
    void marksParts();
    void refusesWhatCannotBeStored();
    void refusesTooLong();
    void isLinear_data();
    void isLinear();
};

void TestEntryText::readsText_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("args");
    const auto row = [](const char *line, const char *args) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(args);
    };
    row("customers report 502", "{'text':'customers report 502'}");
    row("  spaces   stay  inside  ", "{'text':'spaces   stay  inside'}");
    row("line one\nline two", "{'text':'line one\\nline two'}");
    row("//var is full", "{'text':'/var is full'}");
    row("look at https://x.example/a//b", "{'text':'look at https://x.example/a//b'}");
    row("lag falls #db #customer", "{'text':'lag falls','tags':['customer','db']}");
    row("the #db is slow", "{'text':'the #db is slow','tags':['db']}");
    row("is it #db?", "{'text':'is it #db?','tags':['db']}");
    row("#db", "{'text':'#db','tags':['db']}");
    row("\\#db is a channel", "{'text':'#db is a channel'}");
    row("\\@jo is a name", "{'text':'@jo is a name'}");
    row("@jo asked for it", "{'text':'@jo asked for it'}");
    row("see #H1, #D3 and #H1", "{'text':'see #H1, #D3 and #H1','links':['D3','H1']}");
    row("see \\#H1", "{'text':'see #H1'}");
    row("#1 priority, #A0 and #12", "{'text':'#1 priority, #A0 and #12'}");
    row("restarted !key !restricted", "{'text':'restarted','flags':['key','restricted']}");
    row("!handson restarted", "{'text':'restarted','flags':['handson']}");
    row("not !now", "{'text':'not !now'}");
    row("\\!key is a word", "{'text':'!key is a word'}");
    row("+10m is not due here by 14:30", "{'text':'+10m is not due here by 14:30'}");
    row("a=b stays", "{'text':'a=b stays'}");
    row("C:\\new and \\\\server\\share", "{'text':'C:\\\\new and \\\\\\\\server\\\\share'}");
    row("\"quoted\" stays", "{'text':'\"quoted\" stays'}");
    row("/f rate a=1 was x=\"two words\"", "{'text':'rate was','fields':{'a':'1','x':'two words'}}");
    row("/f \\a=1 is literal", "{'text':'a=1 is literal'}");
    row("/f \"all of it #db !key a=1\"", "{'text':'all of it #db !key a=1'}");
    row("/f \"a\" and b", "{'text':'\"a\" and b'}");
    row("/a @ol +5m restart", "{'text':'restart','who':['ol'],'dueUs':300000000}");
    row("/a @ol restart \\+5m", "{'text':'restart +5m','who':['ol']}");
    row("/a @ol stand by for news", "{'text':'stand by for news','who':['ol']}");
    row("/a @ol stand \\by 14:30", "{'text':'stand by 14:30','who':['ol']}");
    row("/a @ol,@cl: restart", "{'text':'restart','who':['ol','cl']}");
    row("/c staged rollout staged", "{'text':'staged rollout','staged':true}");
    row("/c rollout \\staged", "{'text':'rollout staged'}");
    row("/m rollback for now for #H1", "{'id':'rollback','text':'for now','hypothesis':'H1'}");
    row("/f x=\"say \\\"hi\\\" \\\\ \\n\"", "{'text':'','fields':{}}");
}

void TestEntryText::readsText()
{
    QFETCH(QString, line);
    QFETCH(QString, args);
    const QJsonObject expected = QJsonDocument::fromJson(args.replace(u"'\""_s, u"'\\\""_s)
                                                             .replace(u"\" stays'"_s, u"\\\" stays'"_s)
                                                             .replace(u"a\" and"_s, u"a\\\" and"_s)
                                                             .replace(u'\'', u'"')
                                                             .toUtf8())
                                     .object();
    const ParsedEntry entry = parseEntry(line, context());
    if (expected.value(u"text").toString().isEmpty()) { // the last row: a value with escapes, but no text
        QVERIFY(!entry.ok());
        QCOMPARE(entry.command.args.value(u"fields").toObject().value(u"x").toString(), u"say \"hi\" \\ \n"_s);
        return;
    }
    QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
    QCOMPARE(entry.command.args, expected);
    const QString again = formatEntry(entry.command);
    QVERIFY2(parseEntry(again, context()).command.args == expected, qPrintable(again));
}

void TestEntryText::writesBack_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"customers report 502",
                             "the #db is slow",
                             "lag falls #customer #db",
                             "see #H1, then \\#H2",
                             "/a @ol restart pod A +10m",
                             "/check sre.ic \"3\"",
                             "2025-03-01T11:55:00Z pod restarted",
                             "/note 11:55 is when",
                             "/note /var is full",
                             "/note -5m said the log",
                             "\\!key is a word",
                             "@\"Jo Ann\" /done #A1 ok",
                             "/draft public - text without a state",
                             "/a @ol \\by 14:30 +5m",
                             "/c \\staged staged",
                             "/i \\users 12",
                             "/f \\\"a\" b",
                             "/breach \"A12\" text",
                             "/d wait revisit +30m",
                             "/role - cl",
                             "/why #E7 the limit was ten",
                             "/why - #E7 says so",
                             "/why P99 rose first",
                             "/impact start 2025-03-01T11:00:00Z"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestEntryText::writesBack()
{
    QFETCH(QString, line);
    const ParsedEntry entry = parseEntry(line, context());
    QVERIFY2(entry.ok(), qPrintable(entry.problems.join(u'\n')));
    // The short spellings of a verb are written in full.
    QString full = line;
    for (const auto &[alias, name] : {std::pair(u"/a "_s, u"/action "_s),
                                      {u"/c "_s, u"/change "_s},
                                      {u"/f "_s, u"/finding "_s},
                                      {u"/d "_s, u"/decision "_s},
                                      {u"/i "_s, u"/impact "_s}})
        full.startsWith(alias) ? void(full.replace(0, alias.size(), name)) : void();
    QCOMPARE(formatEntry(entry.command), full);
}

void TestEntryText::readsWhoDidIt()
{
    const ParsedEntry entry = parseEntry(u"-5m @\"Jo Ann\" /done #A1 restarted", context());
    QVERIFY(entry.ok());
    QCOMPARE(entry.command.by, u"Jo Ann"_s);
    QCOMPARE(int(entry.command.verb), int(Verb::Done));
    QVERIFY(parseEntry(u"@jo /etc is full", context()).command.by.isEmpty());
    QVERIFY(parseEntry(u"@jo said so", context()).command.by.isEmpty());
    QCOMPARE(parseEntry(u"@jo /etc is full", context()).command.text(), u"@jo /etc is full"_s);
}

void TestEntryText::marksParts()
{
    const QString line = u"-5m /action @ol restart #db see #H1 +10m !key"_s;
    QStringList marked;
    for (const EntryPart &part : parseEntry(line, context()).parts)
        marked << line.mid(part.start, part.length);
    QCOMPARE(marked,
             (QStringList{u"-5m"_s, u"/action"_s, u"@ol"_s, u"restart"_s, u"#db"_s, u"see"_s, u"#H1"_s, u"+10m"_s, u"!key"_s}));
}

void TestEntryText::refusesWhatCannotBeStored()
{
    for (const QString &line : {u"a\0b"_s, u"a\xd800 b"_s, u"\xdc00"_s, u"tail \xd83d"_s}) {
        const ParsedEntry entry = parseEntry(line, context());
        QVERIFY(!entry.ok());
        QCOMPARE(entry.parts.size(), 1);
    }
    QVERIFY(parseEntry(u"fire \U0001F525 #db", context()).ok());
}

void TestEntryText::refusesTooLong()
{
    QVERIFY(parseEntry(QString(longestEntry, u'x'), context()).ok());
    QVERIFY(!parseEntry(QString(longestEntry + 1, u'x'), context()).ok());
}

void TestEntryText::isLinear_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("piece");
    QTest::newRow("quotes") << u"/f "_s << u"k=\"a "_s;
    QTest::newRow("escaped quotes") << u"/f "_s << u"k=\"\\\" "_s;
    QTest::newRow("tags") << u"/f "_s << u"#a "_s;
    QTest::newRow("by") << u"/a @x "_s << u"by "_s;
    QTest::newRow("backslashes") << u"/f "_s << u"\\"_s;
    QTest::newRow("mentions") << u"/a "_s << u"@a,"_s;
    QTest::newRow("spaces") << u"/f"_s << u" "_s;
    QTest::newRow("digits") << u"-"_s << u"9"_s;
    QTest::newRow("fields") << u"/field "_s << u"a=1 "_s;
    QTest::newRow("equals") << u"/f "_s << u"a="_s;
    QTest::newRow("regions") << u"/i regions "_s << u"EU, "_s;
}

void TestEntryText::isLinear()
{
    QFETCH(QString, head);
    QFETCH(QString, piece);
    const QString line = head + piece.repeated((longestEntry - head.size()) / piece.size());
    const std::clock_t began = std::clock(); // of this process: a busy machine does not count
    const ParsedEntry entry = parseEntry(line, context());
    const QString again = formatEntry(entry.command);
    QVERIFY(!describe(entry, context()).isEmpty() && !again.isEmpty());
    const double seconds = double(std::clock() - began) / CLOCKS_PER_SEC;
    // A quadratic scan of 64 KiB takes thousands of times as long as a linear one; sanitizers do not.
    QVERIFY2(seconds < 10, qPrintable(u"%1 s"_s.arg(seconds)));
}

QTEST_APPLESS_MAIN(TestEntryText)
#include "tst_entrytext.moc"
