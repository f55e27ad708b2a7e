// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/alerttrend.h"

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

QTEST_GUILESS_MAIN(AlertTrendTest)

#include "tst_alerttrend.moc"
