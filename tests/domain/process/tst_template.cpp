// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/template.h"

#include <QJsonArray>
#include <QTest>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

class TestTemplate : public QObject
{
    Q_OBJECT
private slots:
    void renders_data();
    void renders();
    void namesAreListed();
    void spellsByRequest();
    void refuses_data();
    void refuses();
};

void TestTemplate::renders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rendered");
    const auto row = [](const char *name, const QString &text, const QString &rendered) {
        QTest::newRow(name) << text << rendered;
    };
    row("plain", u"No names"_s, u"No names"_s);
    row("name", u"Hello {who}."_s, u"Hello Ann."_s);
    row("mustache name", u"Hello {{who}}."_s, u"Hello Ann."_s);
    row("nothing is escaped", u"{html}"_s, u"<b> & \"c\""_s);
    row("a value is no template", u"{braces}"_s, u"{who} {{who}}"_s);
    row("missing", u"[{nobody}]"_s, u"[]"_s);
    row("number", u"{count}"_s, u"3"_s);
    row("dotted name", u"{role.hours/ic}"_s, u"4"_s);
    row("not ASCII", u"Größe: {size} €"_s, u"Größe: 中 €"_s);
    row("section", u"{{#who}}by {who}{{/who}}{{#nobody}}x{{/nobody}}"_s, u"by Ann"_s);
    row("inverted", u"{{^nobody}}alone{{/nobody}}{{^who}}x{{/who}}"_s, u"alone"_s);
    row("list", u"{{#whys}}- {{.}}\n{{/whys}}"_s, u"- a\n- b\n"_s);
    row("list as a word", u"{whys}"_s, u"a; b"_s);
    row("word inside its section", u"{{#who}}{who}{{/who}}"_s, u"Ann"_s);
    row("truth", u"{{#yes}}yes{{/yes}}{{#no}}no{{/no}}"_s, u"yes"_s);
}

void TestTemplate::renders()
{
    QFETCH(QString, text);
    QFETCH(QString, rendered);
    const QJsonObject values{{u"who"_s, u"Ann"_s},
                             {u"html"_s, u"<b> & \"c\""_s},
                             {u"braces"_s, u"{who} {{who}}"_s},
                             {u"count"_s, 3},
                             {u"role.hours/ic"_s, u"4"_s},
                             {u"size"_s, u"中"_s},
                             {u"nobody"_s, QString()},
                             {u"whys"_s, QJsonArray{u"a"_s, u"b"_s}},
                             {u"yes"_s, true},
                             {u"no"_s, false}};
    QCOMPARE(renderTemplate(text, values), rendered);
}

void TestTemplate::namesAreListed()
{
    const TemplateNames names = templateNames(u"{a} {b.c} {a} {{#d}}{{.}}{{/d}}"_s);
    QVERIFY(names.problem.isEmpty());
    QCOMPARE(names.names, (QStringList{u"a"_s, u"b.c"_s, u"d"_s}));
}

void TestTemplate::spellsByRequest()
{
    const auto words = [](const QJsonValue &value) { return value.isUndefined() ? u"none known"_s : value.toString().toUpper(); };
    QCOMPARE(renderTemplate(u"{who} {nobody}{{#nobody}}!{{/nobody}}"_s, {{u"who"_s, u"Ann"_s}}, words), u"ANN none known"_s);
}

void TestTemplate::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *bad : {"{", "}", "{}", "{a", "{{a}", "{a b}", "{{#a}}x", "{{/a}}", "{{#a}}{{#b}}{{/a}}{{/b}}", "{{> file}}",
                            "{{=<% %>=}}", "{{! note}}"})
        QTest::newRow(bad) << QString::fromLatin1(bad);
}

void TestTemplate::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!templateNames(text).problem.isEmpty());
    QCOMPARE(renderTemplate(text, {}), text);
}

QTEST_APPLESS_MAIN(TestTemplate)
#include "tst_template.moc"
