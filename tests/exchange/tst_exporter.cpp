// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvtable.h"
#include "exporter.h"
#include "importer.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;
using fireline::domain::Instant;

class TestExporter : public QObject
{
    Q_OBJECT

private slots:
    void csvQuotes();
    void csvDisarmsFormulas_data();
    void csvDisarmsFormulas();
    void csvReadsBack();
    void markdownEscapes_data();
    void markdownEscapes();
    void markdownMarks();
    void htmlEscapesAndMarks();
    void markdownHasThePartsOfASection();
    void linesAreSetIn();
    void markdownReadsBack();
};

namespace {

ExportDocument documentWith(const QString &text)
{
    ExportDocument document;
    document.title = u"Disk full"_s;
    ExportRow row;
    row.id = u"id-1"_s;
    row.at = *Instant::fromRfc3339(u"2024-01-02T14:02:11Z"_s);
    row.recordedAt = *Instant::fromRfc3339(u"2024-01-02T14:02:15.5Z"_s);
    row.kind = u"note"_s;
    row.text = text;
    document.rows = {row};
    return document;
}

QStringList cellsOf(const QByteArray &csv)
{
    const QList<CsvRecord> records = readCsv(QString::fromUtf8(csv).replace(u"\r\n"_s, u"\n"_s), u',');
    return records.size() == 2 ? records[1].cells : QStringList();
}

} // namespace

void TestExporter::csvQuotes()
{
    const QByteArray csv = exportCsv(documentWith(u"a \"b\", c\nd"_s));
    QVERIFY(csv.startsWith("id,at,recordedAt,kind,text,"));
    QVERIFY(csv.contains("\r\nid-1,2024-01-02T14:02:11.000Z,2024-01-02T14:02:15.500Z,note,\"a \"\"b\"\", c\nd\",,,"));
    QVERIFY(csv.endsWith("\r\n"));
}

void TestExporter::csvDisarmsFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "  =1"})
        QTest::newRow(text) << QString::fromUtf8(text) << QString(u'\'' + QString::fromUtf8(text));
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("wide") << u"\uFF1D1"_s << u"'\uFF1D1"_s;
    QTest::newRow("plain") << u"a=1"_s << u"a=1"_s;
}

void TestExporter::csvDisarmsFormulas()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(cellsOf(exportCsv(documentWith(text))).value(4), expected);
}

void TestExporter::csvReadsBack()
{
    ExportDocument document = documentWith(u"Disk full; \"db1\",\nthen the rest"_s);
    document.rows.first().role = u"scribe"_s;
    const auto imported = importRecord(SourceKind::Csv, exportCsv(document), u"x.csv"_s);
    QVERIFY(imported.ok());
    QCOMPARE(imported.value().entries.size(), 1);
    QCOMPARE(imported.value().entries.first().at, document.rows.first().at);
    QVERIFY(imported.value().entries.first().text.startsWith(u"Disk full; \"db1\",\nthen the rest"_s));
    QCOMPARE(imported.value().entries.first().kind, u"note"_s);
}

void TestExporter::markdownEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bar") << u"a | b"_s << u"a \\| b"_s;
    QTest::newRow("html") << u"<script>x</script> & more"_s << u"&lt;script&gt;x&lt;/script&gt; &amp; more"_s;
    QTest::newRow("link") << u"[x](https://a.example)"_s << u"\\[x\\]\\(https:\u200b//a.example\\)"_s;
    QTest::newRow("lines") << u"a\n# b"_s << u"a<br>\\# b"_s;
    QTest::newRow("item") << u"- a\n1. b"_s << u"\\- a<br>1\\. b"_s;
    QTest::newRow("stars") << u"**a** `b` _c_"_s << u"\\*\\*a\\*\\* \\`b\\` \\_c\\_"_s;
}

void TestExporter::markdownEscapes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QString out = QString::fromUtf8(exportMarkdown(documentWith(text)));
    QVERIFY2(out.contains(u"| 2024-01-02 14:02:11 | note |  | "_s + expected + u" |\n"_s), qPrintable(out));
}

void TestExporter::markdownMarks()
{
    ExportDocument document = documentWith(u"gone"_s);
    document.drill = true;
    document.rows.first().retracted = true;
    document.rows.first().imported = true;
    document.rows.first().tags = {u"slow"_s};
    document.times = {{u"Declared"_s, document.rows.first().at}, {u"Resolved"_s, {}}};
    document.sections = {{u"Review"_s, {{ExportBlock::Kind::Text, u"All of it."_s, {}, {}}}}};
    const QString out = QString::fromUtf8(exportMarkdown(document));
    QVERIFY(out.contains(u"This was a drill."_s));
    QVERIFY(out.contains(u"~~gone~~ (retracted) (imported) \\#slow"_s));
    QVERIFY(out.contains(u"- Declared: 2024-01-02 14:02:11 UTC\n"_s));
    QVERIFY(!out.contains(u"Resolved"_s));
    QVERIFY(out.contains(u"## Review\n\nAll of it.\n"_s));
}

void TestExporter::htmlEscapesAndMarks()
{
    ExportDocument document = documentWith(u"<script>alert(1)</script>\n\"& b"_s);
    document.title = u"</title><b>"_s;
    document.isPrivate = true;
    document.rows.first().retracted = true;
    document.sections = {{u"<i>"_s,
                          {{ExportBlock::Kind::Text, u"## A <u>\n- one <img src=x>\n- two\n\nlast\n```\n- code\n```"_s, {}, {}},
                           {ExportBlock::Kind::Numbered, {}, {u"first"_s, u"<hr>"_s}, {}},
                           {ExportBlock::Kind::Rows, {}, {}, document.rows}}}};
    const QString out = QString::fromUtf8(exportHtml(document));
    for (const QString &tag : {u"<script"_s, u"<img"_s, u"<hr"_s, u"<u>"_s, u"<i>"_s, u"</title><b>"_s})
        QVERIFY2(!out.contains(tag), qPrintable(tag));
    QVERIFY(out.contains(u"<s>&lt;script&gt;alert(1)&lt;/script&gt;<br/>&quot;&amp; b</s> (retracted)"_s));
    QVERIFY(out.contains(u"This incident is private."_s));
    QVERIFY(out.contains(u"<h3 dir=\"auto\">A &lt;u&gt;</h3>"_s));
    QCOMPARE(out.count(u"<ul>"_s), 2); // the known facts, and the list
    QVERIFY(out.contains(u"<pre>- code</pre>"_s));
    QCOMPARE(out.count(u"</table>"_s), 2);
}

void TestExporter::markdownHasThePartsOfASection()
{
    ExportDocument document = documentWith(u"x"_s);
    document.withRows = false;
    document.sections = {{u"Why"_s,
                          {{ExportBlock::Kind::Text, u"# Head\n* one\n* two\n\nlast <b>"_s, {}, {}},
                           {ExportBlock::Kind::Numbered, {}, {u"first"_s}, {}}}}};
    const QString out = QString::fromUtf8(exportMarkdown(document));
    QVERIFY2(out.endsWith(u"## Why\n\n### Head\n\n- one\n- two\n\nlast &lt;b&gt;\n\n1. first\n"_s), qPrintable(out));
}

void TestExporter::linesAreSetIn()
{
    ExportDocument document = documentWith(u"x"_s);
    const QStringList lines{u"Why 1: small"_s, u"Why 2a: <default>"_s, u"Why 3aa: old"_s, u"Why 2b: busy"_s};
    document.sections = {{u"Whys"_s, {{ExportBlock::Kind::List, {}, lines, {}, {0, 1, 2, 1}}}}};
    const QByteArray markdown = exportMarkdown(document);
    QVERIFY2(markdown.contains("\n- Why 1: small\n  - Why 2a:"), markdown.constData());
    QVERIFY2(markdown.contains("\n    - Why 3aa: old\n  - Why 2b: busy\n"), markdown.constData());
    const QByteArray html = exportHtmlBody(document).toUtf8();
    QVERIFY2(html.contains(
                 "<ul>\n<li dir=\"auto\">Why 1: small\n<ul>\n<li dir=\"auto\">Why 2a: &lt;default&gt;\n<ul>\n"
                 "<li dir=\"auto\">Why 3aa: old\n</li>\n</ul>\n</li>\n<li dir=\"auto\">Why 2b: busy\n</li>\n</ul>\n</li>\n</ul>"),
             html.constData());
}

void TestExporter::markdownReadsBack()
{
    const ExportDocument document = documentWith(u"Disk full"_s);
    const auto imported = importRecord(SourceKind::ReportMarkdown, exportMarkdown(document), u"x.md"_s);
    QVERIFY(imported.ok());
    QCOMPARE(imported.value().entries.size(), 1);
    QCOMPARE(imported.value().entries.first().at, document.rows.first().at);
    QCOMPARE(imported.value().title, document.title);
    QVERIFY(imported.value().warnings.isEmpty());
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
