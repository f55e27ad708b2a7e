// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertmanagerparser.h"
#include "answers/jsonanswer.h"
#include "datadog/datadogparser.h"
#include "http/httprequest.h"
#include "http/verdict.h"
#include "prometheus/prometheusparser.h"
#include "prometheus/rangeplan.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace fireline::connectors;
using namespace fireline::domain;

namespace {

/// What was read of a query, on one line: "name@us=value …".
QString told(const std::vector<SampleSeries> &all)
{
    QStringList parts;
    for (const SampleSeries &series : all) {
        QString text = series.name + (series.unit.isEmpty() ? QString() : u'[' + series.unit + u']');
        for (const Sample &sample : series.samples)
            text += u" %1=%2"_s.arg(sample.atUs).arg(sample.value, 0, 'g', 17);
        if (series.outOfOrder > 0)
            text += u" (%1 late)"_s.arg(series.outOfOrder);
        parts.append(text);
    }
    return parts.join(u"; "_s);
}

QByteArray success(const QByteArray &kind, const QByteArray &result)
{
    return R"({"status":"success","data":{"resultType":")" + kind + R"(","result":)" + result + "}}";
}

} // namespace

class ConnectorParsersTest : public QObject
{
    Q_OBJECT
private slots:
    void queryResults_data();
    void queryResults();
    void queriesThatCannotBeRead_data();
    void queriesThatCannotBeRead();
    void namesRulesAndAlerts();
    void managedAlerts();
    void silencesGoOutAsTheyComeIn();
    void alertmanagerFaults_data();
    void alertmanagerFaults();
    void complaints_data();
    void complaints();
    void datadog_data();
    void datadog();
    void datadogQuestion();
    void numbers_data();
    void numbers();
    void rangesFitTheLimit_data();
    void rangesFitTheLimit();
    void fieldsAreEncoded();
    void retryAfter_data();
    void retryAfter();
    void addresses_data();
    void addresses();
};

void ConnectorParsersTest::queryResults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("vector") << success("vector", R"([{"metric":{"__name__":"up","job":"node"},"value":[1767436620.781,"1"]}])")
                            << u"up{job=\"node\"} 1767436620781000=1"_s;
    QTest::newRow("name alone") << success("vector", R"([{"metric":{"__name__":"up"},"value":[1,"0.1"]}])")
                                << u"up 1000000=0.10000000000000001"_s;
    QTest::newRow("no name") << success("vector", R"([{"metric":{},"value":[1,"2"]}])") << u"{} 1000000=2"_s;
    QTest::newRow("quoted label") << success("vector", R"([{"metric":{"a":"\"\\\n"},"value":[1,"2"]}])")
                                  << u"{a=\"\\\"\\\\\\n\"} 1000000=2"_s;
    QTest::newRow("no numbers") << success("matrix",
                                           R"([{"metric":{"__name__":"x"},"values":[[1,"NaN"],[2,"+Inf"],[3,"-Inf"]]}])")
                                << u"x 1000000=nan 2000000=inf 3000000=-inf"_s;
    QTest::newRow("twice at a time") << success("matrix", R"([{"metric":{"__name__":"x"},"values":[[1,"1"],[1,"2"],[3,"3"]]}])")
                                     << u"x 1000000=1 1000000=2 3000000=3"_s;
    QTest::newRow("out of order") << success("matrix",
                                             R"([{"metric":{"__name__":"x"},"values":[[5,"1"],[1,"2"],[6,"3"],[2,"4"]]}])")
                                  << u"x 1000000=2 2000000=4 5000000=1 6000000=3 (2 late)"_s;
    QTest::newRow("scalar") << success("scalar", R"([2,"42"])") << u" 2000000=42"_s;
    QTest::newRow("nothing") << success("vector", "[]") << QString();
    QTest::newRow("histogram") << success("vector", R"([{"metric":{"__name__":"h"},"histogram":[1,{"count":"1"}]}])")
                               << QString();
}

void ConnectorParsersTest::queryResults()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto read = readQueryResult(body);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.problem().text));
    QCOMPARE(told(read.value().series), expected);
    QCOMPARE(read.value().histograms, body.contains("histogram") ? 1 : 0);
}

void ConnectorParsersTest::queriesThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html><body>502 Bad Gateway</body></html>");
    QTest::newRow("cut") << success("vector", R"([{"metric":{},"value":[1,"2"]}])").chopped(3);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an error") << QByteArray(R"({"status":"error","error":"x"})");
    QTest::newRow("no data") << QByteArray(R"({"status":"success"})");
    QTest::newRow("unknown kind") << success("tensor", "[]");
    QTest::newRow("no list") << success("vector", "{}");
    QTest::newRow("no values") << success("vector", R"([{"metric":{}}])");
    QTest::newRow("no sample") << success("vector", R"([{"metric":{},"value":[1]}])");
    QTest::newRow("a word") << success("vector", R"([{"metric":{},"value":[1,"much"]}])");
    QTest::newRow("no time") << success("vector", R"([{"metric":{},"value":["x","1"]}])");
    QTest::newRow("a time before all") << success("vector", R"([{"metric":{},"value":[-1,"1"]}])");
    QTest::newRow("a time behind all") << success("vector", R"([{"metric":{},"value":[1e300,"1"]}])");
    QTest::newRow("no time at all") << success("vector", R"([{"metric":{},"value":["NaN","1"]}])");
    QByteArray many = "[";
    for (qsizetype i = 0; i <= mostSeries; ++i)
        many += i == 0 ? R"({"metric":{},"value":[1,"2"]})" : R"(,{"metric":{},"value":[1,"2"]})";
    QTest::newRow("too many") << success("vector", many + ']');
    QTest::newRow("too deep") << QByteArray(5000, '[');
}

void ConnectorParsersTest::queriesThatCannotBeRead()
{
    QFETCH(QByteArray, body);
    const auto read = readQueryResult(body);
    QVERIFY(!read.ok());
    QCOMPARE(read.problem().code, u"unreadable"_s);
    QVERIFY(!read.problem().text.isEmpty());
}

void ConnectorParsersTest::namesRulesAndAlerts()
{
    const auto names = readPrometheusNames(R"({"status":"success","data":["__name__","job"]})");
    QVERIFY(names.ok());
    QCOMPARE(names.value(), (QStringList{u"__name__"_s, u"job"_s}));
    QVERIFY(!readPrometheusNames(R"({"status":"success","data":7})").ok());

    const auto rules = readAlertRules(R"({"status":"success","data":{"groups":[{"name":"g","file":"f.yml","rules":[
        {"type":"recording","name":"r","query":"x"},
        {"type":"alerting","name":"ErrorsHigh","query":"errors > 5","duration":90.5,"labels":{"severity":"page"},
         "annotations":{"summary":"many"},"state":"firing","health":"ok","lastError":"",
         "alerts":[{"labels":{"alertname":"ErrorsHigh"},"annotations":{},"state":"firing",
                     "activeAt":"2026-01-02T13:37:00.123456789Z","value":"7e+00"}]},
        {"type":"alerting","name":"Quiet","query":"y","state":"inactive","alerts":null}]}, {"name":"empty","rules":null}]}})");
    QVERIFY2(rules.ok(), rules ? "" : qPrintable(rules.problem().text));
    QCOMPARE(rules.value().size(), 2);
    const AlertRule &rule = rules.value()[0];
    QCOMPARE(rule.group + u' ' + rule.file + u' ' + rule.name + u' ' + rule.query, u"g f.yml ErrorsHigh errors > 5"_s);
    QCOMPARE(rule.pendingFor, Span::millis(90500));
    QCOMPARE(rule.labels.value(u"severity"_s) + rule.annotations.value(u"summary"_s), u"pagemany"_s);
    QCOMPARE(rule.state, RuleAlert::State::Firing);
    QCOMPARE(rule.alerts.size(), 1);
    QCOMPARE(rule.alerts[0].activeAt, Instant{1767361020123456});
    QCOMPARE(rule.alerts[0].value, 7.0);
    QCOMPARE(rules.value()[1].state, RuleAlert::State::Inactive);

    const auto alerts = readRuleAlerts(
        R"({"status":"success","data":{"alerts":[{"labels":{"a":"b"},"state":"pending"},{"state":"odd"}]}})");
    QVERIFY(alerts.ok());
    QCOMPARE(alerts.value()[0].state, RuleAlert::State::Pending);
    QVERIFY(!alerts.value()[0].activeAt.isSet());
    QVERIFY(std::isnan(alerts.value()[0].value));
    QCOMPARE(alerts.value()[1].state, RuleAlert::State::Other);
    QVERIFY(!readRuleAlerts(R"({"status":"success","data":{}})").ok());
    QVERIFY(!readRuleAlerts(R"({"status":"success","data":{"alerts":[1]}})").ok());
}

void ConnectorParsersTest::managedAlerts()
{
    const auto read = readManagedAlerts(R"([{"annotations":{"summary":"s"},"endsAt":"2026-01-02T14:00:00.000+01:00",
        "fingerprint":"0123456789abcdef","receivers":[{"name":"team"}],"startsAt":"2026-01-02T12:00:00.5Z",
        "status":{"inhibitedBy":["f"],"silencedBy":["s1","s2"],"state":"suppressed"},"updatedAt":"0001-01-01T00:00:00Z",
        "generatorURL":"http://p/graph?g0.expr=up","labels":{"alertname":"Down","n":5}}])");
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.problem().text));
    const ManagedAlert alert = read.value().value(0);
    QCOMPARE(alert.fingerprint, u"0123456789abcdef"_s);
    QCOMPARE(alert.labels, (Labels{{u"alertname"_s, u"Down"_s}})); // a number is no label
    QCOMPARE(alert.state, ManagedAlert::State::Suppressed);
    QCOMPARE(alert.silencedBy, (QStringList{u"s1"_s, u"s2"_s}));
    QCOMPARE(alert.inhibitedBy + alert.receivers, (QStringList{u"f"_s, u"team"_s}));
    QCOMPARE(alert.startsAt.toRfc3339(), u"2026-01-02T12:00:00.500Z"_s);
    QCOMPARE(alert.endsAt.toRfc3339(), u"2026-01-02T13:00:00.000Z"_s);
    QVERIFY(!alert.updatedAt.isSet());
    QCOMPARE(alert.generator, u"http://p/graph?g0.expr=up"_s);
    QCOMPARE(readManagedAlerts("[]").value().size(), 0);
}

void ConnectorParsersTest::silencesGoOutAsTheyComeIn()
{
    const Instant from{1767361020'000000};
    Silence silence = silenceOf({{u"alertname"_s, u"Down"_s}, {u"job"_s, u"a\"b"_s}}, from, from + Span::hours(2), u"ana"_s,
                                u"known"_s);
    silence.matchers.append({u"env"_s, u"prod|stage"_s, true, false});
    QByteArray body = silenceBody(silence);
    QVERIFY(!body.contains("\"id\"")); // a new one
    body.chop(1);
    const QByteArray list = '[' + body + R"(,"id":"i1","status":{"state":"active"},"updatedAt":"2026-01-02T13:37:00Z"}])";
    const auto read = readSilences(list);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.problem().text));
    Silence there = read.value().value(0);
    QCOMPARE(there.matchers, silence.matchers);
    QCOMPARE(there.id, u"i1"_s);
    QCOMPARE(there.state, Silence::State::Active);
    QVERIFY(fulfils(there, silence));
    std::reverse(there.matchers.begin(), there.matchers.end());
    QVERIFY(fulfils(there, silence));
    Silence other = there;
    other.state = Silence::State::Expired;
    QVERIFY(!fulfils(other, silence));
    other = there;
    other.comment = u"else"_s;
    QVERIFY(!fulfils(other, silence));
    other = there;
    other.matchers.removeLast();
    QVERIFY(!fulfils(other, silence));
    other = there;
    other.endsAt = other.endsAt + Span::seconds(1);
    QVERIFY(!fulfils(other, silence));

    QCOMPARE(matcherText({u"a"_s, u"x\"y"_s}), u"a=\"x\\\"y\""_s);
    QCOMPARE(matcherText({u"a"_s, u"b.*"_s, true, false}), u"a!~\"b.*\""_s);
    QCOMPARE(readSilenceId(R"({"silenceID":"abc"})").value(), u"abc"_s);
    QVERIFY(!readSilenceId(R"({"silenceID":5})").ok());
}

void ConnectorParsersTest::alertmanagerFaults_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("a string") << QByteArray("\"bad\"");
    QTest::newRow("numbers") << QByteArray("[1,2]");
    QTest::newRow("no fingerprint or id") << QByteArray(R"([{"labels":{"a":"b"}}])");
    QTest::newRow("no labels or id") << QByteArray(R"([{"fingerprint":"f"}])");
    QTest::newRow("two documents") << QByteArray("[] []");
}

void ConnectorParsersTest::alertmanagerFaults()
{
    QFETCH(QByteArray, body);
    QVERIFY(!readManagedAlerts(body).ok());
    QVERIFY(!readSilences(body).ok());
    QCOMPARE(readSilences(body).problem().code, u"unreadable"_s);
    QVERIFY(!readSilenceId(body).ok());
}

void ConnectorParsersTest::complaints_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("prometheus");
    QTest::addColumn<QString>("alertmanager");
    QTest::addColumn<QString>("datadog");
    QTest::newRow("Prometheus") << QByteArray(R"({"status":"error","errorType":"bad_data","error":"1:6: parse error"})")
                                << u"1:6: parse error"_s << QString() << u"1:6: parse error"_s;
    QTest::newRow("Alertmanager") << QByteArray("\"bad matcher\"\n") << QString() << u"bad matcher"_s << QString();
    QTest::newRow("its checks") << QByteArray(R"({"code":602,"message":"matchers in body is required"})") << QString()
                                << u"matchers in body is required"_s << QString();
    QTest::newRow("Datadog") << QByteArray(R"({"errors":["Forbidden","x"]})") << QString() << QString() << u"Forbidden, x"_s;
    QTest::newRow("its other form") << QByteArray(R"({"errors":[{"detail":"no such metric"}]})") << QString() << QString()
                                    << u"no such metric"_s;
    QTest::newRow("a page") << QByteArray("<html>") << QString() << QString() << QString();
    QTest::newRow("nothing") << QByteArray() << QString() << QString() << QString();
}

void ConnectorParsersTest::complaints()
{
    QFETCH(QByteArray, body);
    QTEST(prometheusComplaint(body), "prometheus");
    QTEST(alertmanagerComplaint(body), "alertmanager");
    QTEST(datadogComplaint(body), "datadog");
}

void ConnectorParsersTest::datadog_data()
{
    QTest::addColumn<bool>("second");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected"); // "!code" for a fault
    QTest::newRow("v1") << false
                        << QByteArray(
                               R"({"status":"ok","series":[{"metric":"cpu","scope":"host:a,prod","unit":[{"short_name":"B"},
                            {"name":"second"}],"pointlist":[[1681683300000.0,77.5],[1681683301000,null]]}]})")
                        << u"cpu{host:a,prod}[B/second] 1681683300000000=77.5 1681683301000000=nan"_s;
    QTest::newRow("v1, everything") << false
                                    << QByteArray(R"({"series":[{"metric":"cpu","scope":"*","unit":null,"pointlist":[]}]})")
                                    << u"cpu"_s;
    QTest::newRow("v1, an error within 200")
        << false << QByteArray(R"({"status":"error","error":"Rule 'x' unknown","series":[]})") << u"!refused"_s;
    QTest::newRow("v1, no series") << false << QByteArray("{}") << u"!unreadable"_s;
    QTest::newRow("v1, a word") << false << QByteArray(R"({"series":[{"metric":"m","pointlist":[[1,"much"]]}]})")
                                << u"!unreadable"_s;
    QTest::newRow("v1, a page") << false << QByteArray("<html>") << u"!unreadable"_s;
    QTest::newRow("v2") << true
                        << QByteArray(
                               R"({"data":{"attributes":{"series":[{"group_tags":["env:prod"],"unit":[{"name":"percent"},null]},
                            {"group_tags":[],"unit":null}],"times":[1000,2000],"values":[[1.5,null],[3,4]]}}})")
                        << u"q{env:prod}[percent] 1000000=1.5 2000000=nan; q 1000000=3 2000000=4"_s;
    QTest::newRow("v2, an error") << true << QByteArray(R"({"errors":"no such query"})") << u"!refused"_s;
    QTest::newRow("v2, does not fit") << true
                                      << QByteArray(
                                             R"({"data":{"attributes":{"series":[{}],"times":[1000,2000],"values":[[1]]}}})")
                                      << u"!unreadable"_s;
    QTest::newRow("v2, series missing") << true
                                        << QByteArray(R"({"data":{"attributes":{"series":[],"times":[1000],"values":[[1]]}}})")
                                        << u"!unreadable"_s;
    QTest::newRow("v2, nothing") << true << QByteArray("{}") << u"!unreadable"_s;
}

void ConnectorParsersTest::datadog()
{
    QFETCH(bool, second);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto read = second ? readDatadogV2(body, u"q"_s) : readDatadogV1(body);
    QCOMPARE(read ? told(read.value().series) : u'!' + read.problem().code, expected);
}

void ConnectorParsersTest::datadogQuestion()
{
    const QByteArray body = datadogV2Body(u"avg:cpu{*}"_s, {1'000'000}, {61'000'000}, Span::seconds(15));
    const auto json = readJson(body);
    QVERIFY(json.ok());
    const QJsonObject data = json.value().toObject().value("data"_L1).toObject();
    QCOMPARE(data.value("type"_L1).toString(), u"timeseries_request"_s);
    const QJsonObject attributes = data.value("attributes"_L1).toObject();
    QCOMPARE(attributes.value("from"_L1).toInteger(), 1000);
    QCOMPARE(attributes.value("to"_L1).toInteger(), 61000);
    QCOMPARE(attributes.value("interval"_L1).toInteger(), 15000);
    QCOMPARE(attributes.value("queries"_L1).toArray().at(0).toObject().value("query"_L1).toString(), u"avg:cpu{*}"_s);
}

void ConnectorParsersTest::numbers_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<double>("expected");
    QTest::addColumn<bool>("read");
    const double inf = std::numeric_limits<double>::infinity();
    QTest::newRow("number") << QJsonValue(1.5) << 1.5 << true;
    QTest::newRow("string") << QJsonValue(u"-1.5e3"_s) << -1500.0 << true;
    QTest::newRow("Inf") << QJsonValue(u"Inf"_s) << inf << true;
    QTest::newRow("-Inf") << QJsonValue(u"-Inf"_s) << -inf << true;
    QTest::newRow("empty") << QJsonValue(u""_s) << 0.0 << false;
    QTest::newRow("comma") << QJsonValue(u"1,5"_s) << 0.0 << false;
    QTest::newRow("hex") << QJsonValue(u"0x10"_s) << 0.0 << false;
    QTest::newRow("bool") << QJsonValue(true) << 0.0 << false;
    QTest::newRow("list") << QJsonValue(QJsonArray{1}) << 0.0 << false;
}

void ConnectorParsersTest::numbers()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, read);
    const auto number = readNumber(value);
    QCOMPARE(number.has_value(), read);
    if (number)
        QTEST(*number, "expected");
}

void ConnectorParsersTest::rangesFitTheLimit_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("step");
    QTest::newRow("an hour") << qint64(1767361021) << qint64(3600) << 800 << qint64(15) << qint64(15);
    QTest::newRow("an hour, live") << qint64(1767361021) << qint64(3600) << 800 << qint64(1) << qint64(5);
    QTest::newRow("six hours") << qint64(1767361021) << qint64(21600) << 800 << qint64(15) << qint64(30);
    QTest::newRow("a day") << qint64(1767361021) << qint64(86400) << 1000 << qint64(15) << qint64(120);
    QTest::newRow("a week") << qint64(1767361021) << qint64(604800) << 800 << qint64(15) << qint64(900);
    QTest::newRow("more pixels than steps") << qint64(1767361021) << qint64(86400) << 100000 << qint64(1) << qint64(10);
    QTest::newRow("ten years") << qint64(1767361021) << qint64(315360000) << 800 << qint64(15) << qint64(432000);
    QTest::newRow("no pixels") << qint64(1767361021) << qint64(3600) << 0 << qint64(15) << qint64(3600);
    QTest::newRow("nothing") << qint64(1767361021) << qint64(0) << 800 << qint64(15) << qint64(15);
    QTest::newRow("before 1970") << qint64(-7) << qint64(60) << 800 << qint64(15) << qint64(15);
}

void ConnectorParsersTest::rangesFitTheLimit()
{
    QFETCH(qint64, from);
    QFETCH(qint64, seconds);
    QFETCH(int, pixels);
    QFETCH(qint64, least);
    const Instant begin{from * 1'000'000 + 1};
    const Instant end = begin + Span::seconds(seconds);
    const RangePlan plan = planRange(begin, end, pixels, Span::seconds(least));
    QTEST(plan.step.us / 1'000'000, "step");
    QVERIFY(plan.from <= begin && plan.to >= end);
    QVERIFY((begin - plan.from) < plan.step && (plan.to - end) < plan.step);
    QCOMPARE(plan.from.us % plan.step.us, 0);
    QCOMPARE(plan.to.us % plan.step.us, 0);
    QVERIFY((plan.to - plan.from).us / plan.step.us <= mostSteps);
}

void ConnectorParsersTest::fieldsAreEncoded()
{
    QCOMPARE(encodedFields({{u"query"_s, u"a + b{c=\"d&e\"} % 2"_s}, {u"match[]"_s, u"ü"_s}}),
             QByteArray("query=a%20%2B%20b%7Bc%3D%22d%26e%22%7D%20%25%202&match%5B%5D=%C3%BC"));
    QCOMPARE(pathSegment(u"a/b ?"_s), u"a%2Fb%20%3F"_s);
    QCOMPARE(readRequest(u"/query"_s, {{u"query"_s, u"up"_s}}).method, HttpRequest::Method::Get);
    const HttpRequest longer = readRequest(u"/query"_s, {{u"query"_s, QString(5000, u'x')}});
    QCOMPARE(longer.method, HttpRequest::Method::Post);
    QVERIFY(longer.query.isEmpty() && longer.body.startsWith("query=xxx") && longer.again);
}

void ConnectorParsersTest::retryAfter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: nothing
    QTest::newRow("seconds") << u"120"_s << qint64(120);
    QTest::newRow("none") << u"0"_s << qint64(0);
    QTest::newRow("negative") << u"-5"_s << qint64(-1);
    QTest::newRow("huge") << u"99999999999999999"_s << qint64(10 * 365 * 86400LL);
    QTest::newRow("a date") << u"Fri, 02 Jan 2026 13:37:30 GMT"_s << qint64(30);
    QTest::newRow("past") << u"Fri, 02 Jan 2026 13:36:00 GMT"_s << qint64(-1);
    QTest::newRow("words") << u"soon"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
}

void ConnectorParsersTest::retryAfter()
{
    QFETCH(QString, text);
    const auto wait = readRetryAfter(text, *Instant::fromRfc3339(u"2026-01-02T13:37:00Z"_s));
    QTEST(wait ? wait->us / 1'000'000 : qint64(-1), "seconds");
}

void ConnectorParsersTest::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address"); // empty: refused
    QTest::newRow("plain") << u" https://metrics.example/ "_s << u"https://metrics.example"_s;
    QTest::newRow("below a path") << u"http://localhost:9090/prometheus//"_s << u"http://localhost:9090/prometheus"_s;
    QTest::newRow("IPv6") << u"http://[::1]:9090"_s << u"http://[::1]:9090"_s;
    QTest::newRow("no scheme") << u"metrics.example:9090"_s << QString();
    QTest::newRow("a file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("a password") << u"https://ana:secret@metrics.example"_s << QString();
    QTest::newRow("a query") << u"https://metrics.example/?token=x"_s << QString();
    QTest::newRow("no host") << u"http://"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void ConnectorParsersTest::addresses()
{
    QFETCH(QString, typed);
    const auto url = accessAddress(typed);
    QTEST(url ? url.value().toString() : QString(), "address");
    if (!url)
        QVERIFY(!url.problem().text.contains(u"secret"_s));
}

QTEST_GUILESS_MAIN(ConnectorParsersTest)

#include "tst_connectorparsers.moc"
