// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectiontext.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;
using fireline::domain::Instant;

/// What people write into a review, as HTML and as Markdown: all that Markdown means, and nothing that it must not.
class TestSectionText : public QObject
{
    Q_OBJECT

private slots:
    void meansWhatItSays_data();
    void meansWhatItSays();
    void hostileTextStaysText_data();
    void hostileTextStaysText();
    void whatIsBuiltToBeLongEnds_data();
    void whatIsBuiltToBeLongEnds();
    void referencesAreFound();
    void rowsOfTheTimelineStandAsTheyAre();
    void picturesOfTheRecordAreShown();
    void markdownIsStableOnceWritten();
};

namespace {

const QByteArray onePixel = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

QString html(const QString &markdown)
{
    return sectionHtml(markdown, {}, Pictures::Inside);
}

QString again(const QString &markdown)
{
    return sectionMarkdown(markdown, {});
}

ExportReferences record()
{
    ExportReferences references;
    ExportRow row;
    row.id = u"0190"_s;
    row.at = *Instant::fromRfc3339(u"2024-01-02T14:02:11Z"_s);
    row.text = u"pool <full>"_s;
    row.actor = u"ana"_s;
    references.rows.insert(u"0190"_s, {u"E12"_s, row, {}});
    row.text = u"Attachment graph.png"_s;
    references.rows.insert(u"E13"_s, {u"E13"_s, row, u"abcd"_s});
    references.pictures.insert(u"abcd"_s, onePixel);
    return references;
}

} // namespace

void TestSectionText::meansWhatItSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const char *text, const char *page, const char *markdown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(page) << QString::fromUtf8(markdown);
    };
    row("bold", "**a** and *b* ~~c~~ `d`", "<p dir=\"auto\"><strong>a</strong> and <em>b</em> <s>c</s> <code>d</code></p>\n",
        "**a** and _b_ ~~c~~ `d`\n");
    row("heading", "## Cause", "<h3 dir=\"auto\">Cause</h3>\n", "### Cause\n");
    row("breaks", "one\ntwo\n\nthree", "<p dir=\"auto\">one<br/>two</p>\n<p dir=\"auto\">three</p>\n", "one  \ntwo\n\nthree\n");
    row("list", "- a\n  - b\n- c",
        "<ul>\n<li dir=\"auto\">a\n<ul>\n<li dir=\"auto\">b</li>\n</ul>\n</li>\n<li dir=\"auto\">c</li>\n</ul>\n",
        "- a\n  - b\n- c\n");
    row("numbered", "3. a\n4. b", "<ol start=\"3\">\n<li dir=\"auto\">a</li>\n<li dir=\"auto\">b</li>\n</ol>\n", "3. a\n4. b\n");
    row("boxes", "- [ ] a\n- [x] b", "<ul>\n<li dir=\"auto\">☐ a</li>\n<li dir=\"auto\">☑ b</li>\n</ul>\n", "- [ ] a\n- [x] b\n");
    row("quote", "> a\n> b", "<blockquote>\n<p dir=\"auto\">a<br/>b</p>\n</blockquote>\n", "> a  \n> b\n");
    row("code", "```\na < b\n```", "<pre>a &lt; b</pre>\n", "```\na < b\n```\n");
    row("table", "| a | b |\n|---|--:|\n| 1 | 2\\|3 |", "<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\"><thead><tr>",
        "| a | b |\n| --- | ---: |\n| 1 | 2\\|3 |\n");
    row("link", "[words](https://a.example/b?c=1&d=2)",
        "<p dir=\"auto\"><a href=\"https://a.example/b?c=1&amp;d=2\" rel=\"noopener noreferrer\">words</a> "
        "(https://a.example/b?c=1&amp;d=2)</p>\n",
        "[words](https://a.example/b?c=1&d=2)\n");
    row("bare link", "see https://a.example now",
        "<p dir=\"auto\">see <a href=\"https://a.example\" rel=\"noopener noreferrer\">https://a.example</a> now</p>\n",
        "see [https://a.example](https://a.example) now\n");
}

void TestSectionText::meansWhatItSays()
{
    QFETCH(QString, text);
    QFETCH(QString, page);
    QFETCH(QString, markdown);
    QString made = html(text);
    made.replace(u"<ul>\n<li"_s, u"<ul><li"_s).replace(u"<ul><li"_s, u"<ul>\n<li"_s);
    const auto plain = [](QString words) { return words.remove(u'\n'); };
    QVERIFY2(plain(made).startsWith(plain(page)), qPrintable(made));
    QCOMPARE(again(text), markdown);
}

void TestSectionText::hostileTextStaysText_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("script", u"<script>alert(1)</script>"_s);
    row("block of html", u"<div>\n<iframe src=x></iframe>\n</div>"_s);
    row("picture from elsewhere", u"![x](https://evil.example/spy.png)"_s);
    row("html picture", u"a <img src=x onerror=alert(1)> b"_s);
    row("picture of a file", u"![x](file:///etc/passwd)"_s);
    row("picture in the text", u"![x](data:image/svg+xml;base64,PHN2Zz4=)"_s);
    row("script in a link", u"[x](javascript:alert(1))"_s);
    row("script in a link, hidden", u"[x](java&#x73;cript:alert(1))"_s);
    row("data in a link", u"[x](data:text/html,<script>alert(1)</script>)"_s);
    row("file in a link", u"[x](file:///etc/passwd)"_s);
    row("end of the address", u"[x](<https://a.example/\"onmouseover=\"alert(1)>)"_s);
    row("end of the words", u"![\" onerror=\"alert(1)](fireline:E13)"_s);
    row("an entity", u"&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;"_s);
    row("language of code", u"```\"><script>alert(1)</script>\nx\n```"_s);
    row("style", u"<style>*{display:none}</style>"_s);
    row("comment", u"<!-- <script> -->"_s);
    row("letters that turn others around", u"[x](https://a.example/\u202Egnp.exe)"_s);
}

// Tags and attributes of ours alone, in either format; nothing is fetched and nothing runs.
void TestSectionText::hostileTextStaysText()
{
    QFETCH(QString, text);
    static const QRegularExpression tag(u"<(/?[a-zA-Z!][^>]*)>"_s);
    static const QRegularExpression ours(
        u"^/?(p|h[3-6]|ul|ol|li|blockquote|pre|code|strong|em|s|br/|hr/|table|thead|tbody|tr|th|td)( dir=\"auto\")?$|^/a$|"
        "^a href=\"(https?|mailto):[^\"<> ]*\" rel=\"noopener noreferrer\"$|"
        "^img src=\"data:image/png;base64,[A-Za-z0-9+/=]*\" alt=\"[^\"<>]*\"/$"_s);
    const QString page = sectionHtml(text, record(), Pictures::Inside);
    for (auto found = tag.globalMatch(page); found.hasNext();) {
        const QString inside = found.next().captured(1);
        QVERIFY2(ours.match(inside).hasMatch(), qPrintable(page));
    }
    QVERIFY(!page.contains(u'\u202E'));
    // What is Markdown now gives the same page again.
    const QString markdown = sectionMarkdown(text, record());
    QVERIFY2(!markdown.contains(u"<script"_s) || markdown.startsWith(u"```"_s), qPrintable(markdown));
    QVERIFY2(!markdown.contains(u"!["_s), qPrintable(markdown));
    QVERIFY2(!markdown.contains(u"](javascript"_s) && !markdown.contains(u"](file"_s) && !markdown.contains(u"](data"_s),
             qPrintable(markdown));
}

void TestSectionText::whatIsBuiltToBeLongEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QString(20000, u'>') + u" a"_s;
    QTest::newRow("lists") << u"- "_s.repeated(5000) + u"a"_s;
    QTest::newRow("stars") << u"*a **b "_s.repeated(10000);
    QTest::newRow("brackets") << u"["_s.repeated(20000);
    QTest::newRow("pictures") << u"!["_s.repeated(10000) + u"](x)"_s.repeated(10000);
    QTest::newRow("table") << u"|"_s.repeated(3000) + u'\n' + u"|-"_s.repeated(2999) + u"|\n"_s + u"|x\n"_s.repeated(5000);
    QTest::newRow("backticks") << u"`a"_s.repeated(20000);
}

// Neither deep enough to overflow a stack of whoever shows it, nor longer than anybody can show.
void TestSectionText::whatIsBuiltToBeLongEnds()
{
    QFETCH(QString, text);
    const QString page = html(text);
    int depth = 0;
    int deepest = 0;
    static const QRegularExpression tag(u"<(/?)(?:ul|ol|blockquote|li|strong|em)[ >]"_s);
    for (auto found = tag.globalMatch(page); found.hasNext();) {
        depth += found.next().captured(1).isEmpty() ? 1 : -1;
        deepest = std::max(deepest, depth);
    }
    QCOMPARE(depth, 0);
    QVERIFY(deepest <= 60);
    QVERIFY(page.size() < 10'000'000);
    QVERIFY(again(text).size() < 10'000'000);
}

void TestSectionText::referencesAreFound()
{
    QCOMPARE(referencesIn(u"[a](fireline:0190) ![b](fireline:E13) [c](fireline:0190) [d](https://x.example)\n\n"
                          "```\n[e](fireline:E1)\n```"_s),
             (QStringList{u"0190"_s, u"E13"_s}));
}

void TestSectionText::rowsOfTheTimelineStandAsTheyAre()
{
    ExportReferences references = record();
    QCOMPARE(sectionHtml(u"see [E12](fireline:0190)"_s, references, Pictures::Inside),
             u"<p dir=\"auto\">see E12 (2024-01-02 14:02:11 UTC, ana: pool &lt;full&gt;)</p>\n"_s);
    QCOMPARE(sectionMarkdown(u"[the pool](fireline:0190)"_s, references),
             u"the pool \\(E12, 2024-01-02 14:02:11 UTC, ana: pool &lt;full&gt;\\)\n"_s);
    references.rows[u"0190"_s].row.retracted = true;
    QVERIFY(
        sectionHtml(u"[E12](fireline:0190)"_s, references, Pictures::Inside).contains(u"<s>pool &lt;full&gt;</s> (retracted)"_s));
    QVERIFY(html(u"[E12](fireline:0190)"_s).contains(u"E12 (not in the record: 0190)"_s));
}

void TestSectionText::picturesOfTheRecordAreShown()
{
    ExportReferences references = record();
    const QString text = u"![the load](fireline:E13)"_s;
    QVERIFY(sectionHtml(text, references, Pictures::Inside)
                .startsWith(u"<p dir=\"auto\"><img src=\"data:image/png;base64,"_s + QString::fromLatin1(onePixel.toBase64())
                            + u"\" alt=\"the load\"/><br/>the load (E13, 2024-01-02 14:02:11 UTC"_s));
    QVERIFY(sectionHtml(text, references, Pictures::Named).contains(u"<img src=\"fireline:abcd\""_s));
    QVERIFY(sectionMarkdown(text, references).contains(u"Attachment graph.png, SHA-256 abcd\\)"_s));
    // Taken back: it is said, and not shown any more.
    references.rows[u"E13"_s].row.retracted = true;
    QVERIFY(!sectionHtml(text, references, Pictures::Named).contains(u"<img"_s));
    references.pictures.clear();
    QVERIFY(!sectionHtml(text, references, Pictures::Inside).contains(u"<img"_s));
    QVERIFY(isPicture(onePixel));
    QVERIFY(!isPicture("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
}

// What went out can be taken in again and gives the same.
void TestSectionText::markdownIsStableOnceWritten()
{
    const QString text = u"# Head\n\n- **a** [b](https://c.example)\n  1. `x|y`\n\n     more\n- [x] d\n\n> q\n>\n> - r\n\n"
                         "| a | b |\n| --- | :---: |\n| `c\\|d` | *e* |\n\n1986\\. A year\n\n---\n\n\\- no item"_s;
    const QString once = again(text);
    QCOMPARE(again(once).replace(u"#### Head"_s, u"### Head"_s), once);
    QCOMPARE(html(once).replace(u"h4"_s, u"h3"_s), html(text));
}

QTEST_GUILESS_MAIN(TestSectionText)
#include "tst_sectiontext.moc"
