// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/alerttrend.h"
#include "inbox/inboxalert.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;

/// What of an alert's rule and past is drawn and counted.
class AlertTrendTest : public QObject
{
    Q_OBJECT
private slots:
    void whatOfAnExpressionIsDrawn_data();
    void whatOfAnExpressionIsDrawn();
    void firingsBeginBehindAGap();
    void pagesAreThoseOfTheWeb();
};

void AlertTrendTest::whatOfAnExpressionIsDrawn_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("drawn");
    QTest::addColumn<QString>("threshold");
    const auto row = [](const char *name, const QString &expression, const QString &drawn, const QString &threshold) {
        QTest::newRow(name) << expression << drawn << threshold;
    };
    row("a number", u" errors > 5 "_s, u"errors"_s, u"5"_s);
    row("at least", u"sum by (job) (rate(errors[5m])) >= 0.5"_s, u"sum by (job) (rate(errors[5m]))"_s, u"0.5"_s);
    row("equal", u"up == 0"_s, u"up"_s, u"0"_s);
    row("labels that compare", u"rate(x{a!=\"b > 7\",c=~\"d)\"}[5m]) < 1e3"_s, u"rate(x{a!=\"b > 7\",c=~\"d)\"}[5m])"_s,
        u"1000"_s);
    row("a quote in quotes", u"x{a=\"\\\" > 3\"} > 2"_s, u"x{a=\"\\\" > 3\"}"_s, u"2"_s);
    row("two series", u"a > b"_s, u"a > b"_s, {});
    row("two conditions", u"a > 5 and b > 3"_s, u"a > 5 and b > 3"_s, {});
    row("a name like a word", u"orders > 3"_s, u"orders"_s, u"3"_s);
    row("a number first", u"5 < a"_s, u"5 < a"_s, {});
    row("inside", u"absent(up > 3)"_s, u"absent(up > 3)"_s, {});
    row("as yes or no", u"a > bool 5"_s, u"a > bool 5"_s, {});
    row("no comparison", u"vector(1)"_s, u"vector(1)"_s, {});
    row("cut off", u"a > "_s, u"a >"_s, {});
    row("only that", u"> 5"_s, u"> 5"_s, {});
    row("nothing", {}, {}, {});
    row("an open quote", u"a{b=\"c\\"_s, u"a{b=\"c\\"_s, {});
}

void AlertTrendTest::whatOfAnExpressionIsDrawn()
{
    QFETCH(QString, expression);
    const TrendQuery query = trendQuery(expression);
    QTEST(query.expression, "drawn");
    QTEST(query.threshold ? QString::number(*query.threshold) : QString(), "threshold");
}

void AlertTrendTest::firingsBeginBehindAGap()
{
    const auto at = [](int minutes) { return Instant{1'767'787'200'000'000} + Span::minutes(minutes); };
    QCOMPARE(firingStarts({at(65), at(0), at(10), at(5), at(60), at(21)}, Span::minutes(10)),
             (QList<Instant>{at(0), at(21), at(60)}));
    QVERIFY(firingStarts({}, Span::minutes(10)).isEmpty());
}

// A source writes what it likes into an alert: nothing but a page is ever opened for it.
void AlertTrendTest::pagesAreThoseOfTheWeb()
{
    const AlertLabels annotations{{u"a_file"_s, u"file:///etc/passwd"_s},
                                  {u"a_script"_s, u"javascript:alert(1)"_s},
                                  {u"dashboard_url"_s, u" https://grafana.example/d/1?var=a "_s},
                                  {u"nobody"_s, u"http://"_s},
                                  {u"playbook"_s, u"https://wiki.example/disk"_s},
                                  {u"summary"_s, u"see https://wiki.example/disk"_s},
                                  {u"view"_s, u"https://grafana.example/d/1?var=a"_s}};
    QCOMPARE(linksOf(annotations, u"http://prom.example/graph?g0.expr=up"_s),
             (QList<AlertLink>{{u"dashboard_url"_s, u"https://grafana.example/d/1?var=a"_s},
                               {u"playbook"_s, u"https://wiki.example/disk"_s},
                               {{}, u"http://prom.example/graph?g0.expr=up"_s}}));
    QVERIFY(linksOf({}, {}).isEmpty());
    QVERIFY(linksOf({}, u"--help"_s).isEmpty());
}

QTEST_GUILESS_MAIN(AlertTrendTest)

#include "tst_alerttrend.moc"
