// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/markup.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::views;

class TestMarkup : public QObject
{
    Q_OBJECT
private slots:
    void linesStayLines();
    void htmlInTheTextIsText();
    void slack_data();
    void slack();
};

void TestMarkup::linesStayLines()
{
    QCOMPARE(markdownOf(u"one\ntwo\n\nthree"_s), u"one  \ntwo\n\nthree"_s);
    const QString html = htmlOf(markdownOf(u"one\ntwo\n\nthree"_s));
    QCOMPARE(html.count(u"<br>"_s) + html.count(u"<br />"_s), 1);
    QCOMPARE(html.count(u"<p>"_s), 2);
    QVERIFY(htmlOf(u"**now**"_s).contains(u"<strong>now</strong>"_s));
}

void TestMarkup::htmlInTheTextIsText()
{
    const QString html = htmlOf(markdownOf(u"<script>alert(1)</script>\n<img src=x>"_s));
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img"_s));
    QVERIFY(html.contains(u"&lt;script&gt;"_s));
}

void TestMarkup::slack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("slack");
    QTest::newRow("plain lines") << u"one\ntwo\n\nthree"_s << u"one\ntwo\n\nthree"_s;
    QTest::newRow("bold, italic, struck, code") << u"**b** *i* ~~s~~ `c`"_s << u"*b* _i_ ~s~ `c`"_s;
    QTest::newRow("reserved characters") << u"a < b & c > d"_s << u"a &lt; b &amp; c &gt; d"_s;
    QTest::newRow("link") << u"see [the page](https://example.org/x)"_s << u"see <https://example.org/x|the page>"_s;
    QTest::newRow("list") << u"so far:\n\n- one\n- two"_s << u"so far:\n• one\n• two"_s;
    QTest::newRow("numbered") << u"1. one\n2. two"_s << u"1. one\n2. two"_s;
    QTest::newRow("heading") << u"# State\ntext"_s << u"*State*\n\ntext"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestMarkup::slack()
{
    QFETCH(QString, text);
    QFETCH(QString, slack);
    QCOMPARE(slackOf(markdownOf(text)), slack);
}

QTEST_GUILESS_MAIN(TestMarkup)
#include "tst_markup.moc"
