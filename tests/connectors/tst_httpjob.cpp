// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertmanagerclient.h"
#include "alertmanager/alertwatch.h"
#include "connectorrig.h"
#include "datadog/datadogclient.h"
#include "fakehttp.h"
#include "prometheus/prometheusclient.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::connectors;
using namespace fireline::domain;
using namespace fireline::test;
using How = FakeHttp::Reply::How;

Q_DECLARE_METATYPE(FakeHttp::Reply)

namespace {

const QByteArray oneAlert = R"([{"fingerprint":"f1","labels":{"alertname":"Down"},"status":{"state":"active"}}])";
const QByteArray oneSilence = R"([{"id":"s1","matchers":[{"name":"alertname","value":"Down","isRegex":false}],
    "startsAt":"2026-01-02T13:37:00Z","endsAt":"2026-01-02T15:37:00Z","createdBy":"ana","comment":"known",
    "status":{"state":"active"},"updatedAt":"2026-01-02T13:37:00Z"}])";

Silence silence()
{
    const Instant from = *Instant::fromRfc3339(u"2026-01-02T13:37:00Z"_s);
    return silenceOf({{u"alertname"_s, u"Down"_s}}, from, from + Span::hours(2), u"ana"_s, u"known"_s);
}

} // namespace

class HttpJobTest : public QObject
{
    Q_OBJECT
private slots:
    void oneClearMessageEach_data();
    void oneClearMessageEach();
    void nothingListens();
    void aNameThatIsNotLookedUpIsNoPortThatNobodyListensOn();
    void waitsGrowAndAreShortenedByChance();
    void nothingHappensTwice_data();
    void nothingHappensTwice();
    void aSilenceThatArrivedIsFound();
    void cancelledWhileItIsAsked();
    void cancelledWhileItWaits();
    void cancelledBeforeItBegan();
    void aReceiverThatIsGoneHearsNothing();
    void aWayThatIsGoneTellsNobody();
    void aWatchKeepsWhatWasSaidLast();
    void aWatchThatIsOffAsksNothing();
    void questionsAsTheyAreSent();
};

void HttpJobTest::oneClearMessageEach_data()
{
    QTest::addColumn<QList<FakeHttp::Reply>>("replies");
    QTest::addColumn<QString>("code"); // empty: an answer
    QTest::addColumn<QString>("says");
    QTest::addColumn<QList<qint64>>("waits");
    const QList<qint64> all = {1000, 2000, 4000};
    const auto row = [](const char *name, const QList<FakeHttp::Reply> &replies, const QString &code, const QString &says,
                        const QList<qint64> &waits) { QTest::newRow(name) << replies << code << says << waits; };
    row("an answer", {good()}, {}, {}, {});
    row("without a length", {badly(How::WithoutLength)}, {}, {}, {});
    row("busy, then not", {status(429, "{}", {{"Retry-After", "7"}}), good()}, {}, {}, {7000});
    row("busy until a time", {status(503, "{}", {{"Retry-After", "Fri, 02 Jan 2026 13:37:30 GMT"}}), good()}, {}, {}, {30000});
    row("busy for too long", {status(429, "{}", {{"Retry-After", "3600"}})}, u"too-many"_s, u"Ask again in 1h 00m."_s, {});
    row("busy for ever", {status(429)}, u"too-many"_s, u"too many requests"_s, all);
    row("a fault that passes", {status(502, "<html>"), status(504), good()}, {}, {}, {1000, 2000});
    row("a fault that stays", {status(503)}, u"server-fault"_s, u"out of order"_s, all);
    row("a fault of its own", {status(500, R"({"error":"disk full"})")}, u"server-fault"_s, u"disk full"_s, {});
    row("no sign-in", {status(401)}, u"sign-in"_s, u"wants a sign-in, and none is set up"_s, {});
    row("not allowed", {status(403)}, u"sign-in"_s, u"wants a sign-in, and none is set up"_s, {});
    row("nothing there", {status(404, "<html>")}, u"not-found"_s, u"Check its address"_s, {});
    row("refused", {status(400, R"({"status":"error","errorType":"bad_data","error":"1:6: parse\nerror"})")}, u"refused"_s,
        u"1:6: parse error"_s, {});
    row("refused without a word", {status(422, "")}, u"refused"_s, u"Check the query"_s, {});
    row("elsewhere", {status(302, "", {{"Location", "http://127.0.0.1:1/x"}})}, u"moved"_s, u"new address"_s, {});
    row("reset, then not", {badly(How::Reset), badly(How::Reset), badly(How::Reset), badly(How::Reset), good()}, {}, {}, {1000});
    row("half a body", {badly(How::Half)}, u"cut"_s, u"broke off"_s, all);
    row("half a body, then a whole", {badly(How::Half), good()}, {}, {}, {1000});
    row("silent", {badly(How::Silent)}, u"slow"_s, u"did not answer within"_s, all);
    row("dripping", {badly(How::Dripping)}, u"slow"_s, u"did not answer within"_s, all);
    row("wrong JSON", {good(R"({"status":"success","data":[)")}, u"unreadable"_s, u"cannot be read"_s, {});
    row("another system", {good("<html>sign in here</html>")}, u"unreadable"_s, u"cannot be read"_s, {});
    row("nothing at all", {good("")}, u"unreadable"_s, u"cannot be read"_s, {});
    FakeHttp::Reply promising = good();
    promising.promisesMore = true;
    row("too large by its own word", {promising}, u"too-large"_s, u"more than 1 MiB"_s, {});
    row("too large", {badly(How::WithoutLength, QByteArray(3 * 1024 * 1024, ' '))}, u"too-large"_s, u"more than 1 MiB"_s, {});
}

void HttpJobTest::oneClearMessageEach()
{
    QFETCH(QList<FakeHttp::Reply>, replies);
    QFETCH(QString, code);
    QFETCH(QString, says);
    QFETCH(QList<qint64>, waits);
    FakeHttp system;
    system.setReplies(replies);
    const bool slow = code == "slow"_L1;
    Rig rig(system.address(), slow ? Span::millis(60) : Span::seconds(20));
    Heard<QStringList> heard;
    QPointer<HttpJob> job = rig.prometheus().labels({}, &rig.receiver, heard.take());
    QSignalSpy waiting(job, &HttpJob::waiting);
    QCOMPARE(heard.times, 0);
    QTRY_VERIFY(heard.times > 0);
    QTRY_VERIFY(!job);
    QCOMPARE(heard.times, 1);
    QCOMPARE(heard.code(), code);
    if (code.isEmpty()) {
        QCOMPARE(heard.outcome->value(), QStringList{u"job"_s});
    } else {
        const QString text = heard.outcome->problem().text;
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY2(text.contains(u"Prometheus at 127.0.0.1:"_s), qPrintable(text));
        QVERIFY(!text.contains(u'\n'));
    }
    // The network library tries a connection that was reset again by itself; it is the number of our own waits that counts.
    if (replies.value(0).how == How::Reset)
        QVERIFY(rig.delay.waits.size() <= 3);
    else
        QCOMPARE(rig.delay.waits, waits);
    QCOMPARE(waiting.size(), rig.delay.waits.size());
    if (!waits.isEmpty() && replies.value(0).how != How::Reset)
        QVERIFY(!waiting[0][2].toString().isEmpty());
}

void HttpJobTest::aNameThatIsNotLookedUpIsNoPortThatNobodyListensOn()
{
    Access access;
    access.system = u"Prometheus"_s;
    access.base = QUrl(u"http://metrics.example:9090"_s);
    const auto said = [&access](Attempt::Ending ending) {
        Attempt attempt;
        attempt.ending = ending;
        const Verdict verdict = verdictOn(attempt, access, HttpPolicy(), true, Instant{1});
        return verdict.again && verdict.problem ? verdict.problem->text : QString();
    };
    QCOMPARE(said(Attempt::Ending::Unreachable),
             u"Prometheus at metrics.example:9090 cannot be reached. Check its address and the network."_s);
    access.name = u"shop"_s;
    QCOMPARE(said(Attempt::Ending::Unnamed),
             u"“shop” cannot be found: its name metrics.example cannot be looked up. Check the network, then its address."_s);
}

void HttpJobTest::nothingListens()
{
    QUrl address;
    {
        FakeHttp gone;
        address = gone.address();
    }
    Rig rig(address);
    Heard<QStringList> heard;
    rig.prometheus().labels({}, &rig.receiver, heard.take());
    QTRY_COMPARE(heard.times, 1);
    QCOMPARE(heard.code(), u"unreachable"_s);
    QCOMPARE(rig.delay.waits, (QList<qint64>{1000, 2000, 4000}));

    Rig without{QUrl()};
    Heard<QStringList> other;
    without.prometheus().labels({}, &without.receiver, other.take());
    QTRY_COMPARE(other.times, 1);
    QCOMPARE(other.code(), u"address"_s);
}

void HttpJobTest::waitsGrowAndAreShortenedByChance()
{
    FakeHttp system;
    system.setReplies({status(503)});
    Rig rig(system.address());
    rig.policy.attempts = 9;
    rig.delay.luck = 0.5;
    Heard<QStringList> heard;
    rig.prometheus().labels({}, &rig.receiver, heard.take());
    QTRY_COMPARE(heard.times, 1);
    QCOMPARE(rig.delay.waits, (QList<qint64>{750, 1500, 3000, 6000, 12000, 24000, 45000, 45000}));
    QCOMPARE(system.asked().size(), 9);
}

void HttpJobTest::nothingHappensTwice_data()
{
    QTest::addColumn<FakeHttp::Reply>("reply");
    QTest::addColumn<bool>("warm"); // the connection has served before: then the library is quickest to send again
    QTest::addColumn<QString>("code");
    for (const bool warm : {false, true}) {
        const auto row = [warm](const char *name, const FakeHttp::Reply &reply, const QString &code) {
            QTest::addRow("%s%s", name, warm ? ", warm" : "") << reply << warm << code;
        };
        row("reset", badly(How::Reset), u"outcome-unknown"_s);
        row("silent", badly(How::Silent), u"outcome-unknown"_s);
        row("half", badly(How::Half, R"({"silenceID":"s1"})"), u"outcome-unknown"_s);
        row("unavailable", status(503), u"outcome-unknown"_s);
        row("its own fault", status(500), u"outcome-unknown"_s);
        row("wrong JSON", good("<html>"), u"unreadable"_s);
        row("busy", status(429, "{}", {{"Retry-After", "1"}}), u"too-many"_s);
        row("refused", status(400, "\"bad matcher\""), u"refused"_s);
    }
}

void HttpJobTest::nothingHappensTwice()
{
    QFETCH(FakeHttp::Reply, reply);
    QFETCH(bool, warm);
    QFETCH(QString, code);
    FakeHttp system;
    Rig rig(system.address(), Span::millis(300));
    if (warm) {
        system.setReplies({good()});
        Heard<QStringList> first;
        rig.prometheus().labels({}, &rig.receiver, first.take());
        QTRY_COMPARE(first.times, 1);
    }
    // What follows the one that makes it: nobody can say whether it arrived.
    system.setReplies({reply, status(500)});
    Heard<QString> heard;
    rig.alertmanager().createSilence(silence(), &rig.receiver, heard.take());
    QTRY_COMPARE(heard.times, 1);
    const auto made = std::count_if(system.asked().begin(), system.asked().end(),
                                    [](const FakeHttp::Asked &one) { return one.method == "POST"; });
    QCOMPARE(made, 1);
    QCOMPARE(heard.code(), code);
    QCOMPARE(rig.delay.waits, QList<qint64>());
}

void HttpJobTest::aSilenceThatArrivedIsFound()
{
    for (const auto &[listed, expected] : {std::pair(oneSilence, QString()), std::pair(QByteArray("[]"), u"not-done"_s)}) {
        FakeHttp system;
        system.setReplies({badly(How::Reset), good(listed)});
        Rig rig(system.address());
        Heard<QString> heard;
        rig.alertmanager().createSilence(silence(), &rig.receiver, heard.take());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.code(), expected);
        if (expected.isEmpty())
            QCOMPARE(heard.outcome->value(), u"s1"_s);
        QCOMPARE(system.asked().size(), 2);
        QCOMPARE(system.asked()[0].method, QByteArray("POST"));
        QCOMPARE(system.asked()[1].target, QByteArray("/api/v2/silences"));
    }
}

void HttpJobTest::cancelledWhileItIsAsked()
{
    FakeHttp system;
    system.setReplies({badly(How::Silent)});
    Rig rig(system.address());
    Heard<QStringList> heard;
    QPointer<HttpJob> job = rig.prometheus().labels({}, &rig.receiver, heard.take());
    QSignalSpy asked(&system, &FakeHttp::wasAsked);
    QVERIFY(asked.wait());
    QSignalSpy closed(&system, &FakeHttp::closed);
    job->cancel();
    job->cancel();
    QCOMPARE(heard.times, 0);
    QTRY_VERIFY(!job);
    QCOMPARE(heard.times, 1);
    QCOMPARE(heard.code(), u"cancelled"_s);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(system.asked().size(), 1);
}

void HttpJobTest::cancelledWhileItWaits()
{
    FakeHttp system;
    system.setReplies({status(503)});
    Rig rig(system.address());
    rig.delay.hold = true;
    Heard<QStringList> heard;
    QPointer<HttpJob> job = rig.prometheus().labels({}, &rig.receiver, heard.take());
    QTRY_COMPARE(rig.delay.waits.size(), 1);
    job->cancel();
    rig.delay.held(); // its time has come just then
    QTRY_VERIFY(!job);
    QCOMPARE(heard.times, 1);
    QCOMPARE(heard.code(), u"cancelled"_s);
    QCOMPARE(system.asked().size(), 1);
}

void HttpJobTest::cancelledBeforeItBegan()
{
    FakeHttp system;
    Rig rig(system.address());
    Heard<QStringList> heard;
    QPointer<HttpJob> job = rig.prometheus().labels({}, &rig.receiver, heard.take());
    job->cancel();
    QTRY_VERIFY(!job);
    QCOMPARE(heard.times, 1);
    QCOMPARE(heard.code(), u"cancelled"_s);
    QCOMPARE(system.connections(), 0);
}

void HttpJobTest::aReceiverThatIsGoneHearsNothing()
{
    FakeHttp system;
    system.setReplies({badly(How::Silent)});
    Rig rig(system.address());
    Heard<QStringList> heard;
    auto receiver = std::make_unique<QObject>();
    QPointer<HttpJob> job = rig.prometheus().labels({}, receiver.get(), heard.take());
    QSignalSpy asked(&system, &FakeHttp::wasAsked);
    QVERIFY(asked.wait());
    receiver.reset();
    QTRY_VERIFY(!job);
    QTRY_COMPARE(system.open(), 0);
    QCOMPARE(heard.times, 0);
}

void HttpJobTest::aWayThatIsGoneTellsNobody()
{
    FakeHttp system;
    system.setReplies({badly(How::Silent)});
    Rig rig(system.address());
    Heard<QStringList> heard;
    QPointer<HttpJob> job = rig.prometheus().labels({}, &rig.receiver, heard.take());
    QSignalSpy asked(&system, &FakeHttp::wasAsked);
    QVERIFY(asked.wait());
    rig.way.reset();
    QVERIFY(!job);
    QTRY_COMPARE(system.open(), 0);
    QCOMPARE(heard.times, 0);
}

void HttpJobTest::aWatchKeepsWhatWasSaidLast()
{
    FakeHttp system;
    system.setReplies({good(oneAlert)});
    Rig rig(system.address());
    NoDelay pauses;
    pauses.hold = true;
    AlertWatch watch(rig.alertmanager(), pauses, rig.clock, Span::seconds(15));
    QSignalSpy changed(&watch, &AlertWatch::changed);
    watch.setOn(true);
    watch.setOn(true);
    QVERIFY(changed.wait());
    QCOMPARE(watch.alerts().size(), 1);
    QCOMPARE(watch.heardAt(), rig.clock.now());
    QVERIFY(watch.whyStale().isEmpty());
    QCOMPARE(pauses.waits, QList<qint64>{15000});

    // It falls silent: what it said stays, and is called stale from the first failure on.
    system.setReplies({status(503)});
    const Instant heard = rig.clock.now();
    rig.clock.advance(Span::minutes(1));
    changed.clear();
    pauses.held();
    QVERIFY(changed.wait());
    QCOMPARE(pauses.waits.size(), 1);
    QVERIFY(watch.whyStale().contains(u"out of order"_s));
    QCOMPARE(watch.alerts().size(), 1);
    QCOMPARE(watch.heardAt(), heard);
    QTRY_COMPARE(pauses.waits.size(), 2);

    system.setReplies({good("[]")});
    pauses.held();
    QTRY_VERIFY(watch.whyStale().isEmpty());
    QCOMPARE(watch.alerts().size(), 0);
    QCOMPARE(watch.heardAt(), rig.clock.now());
}

void HttpJobTest::aWatchThatIsOffAsksNothing()
{
    FakeHttp system;
    system.setReplies({badly(How::Silent)});
    Rig rig(system.address());
    NoDelay pauses;
    pauses.hold = true;
    AlertWatch watch(rig.alertmanager(), pauses, rig.clock);
    QSignalSpy asked(&system, &FakeHttp::wasAsked);
    watch.setOn(true);
    QVERIFY(asked.wait());
    watch.setOn(false);
    QTRY_COMPARE(system.open(), 0);
    QCOMPARE(pauses.waits.size(), 0);
    QVERIFY(watch.whyStale().isEmpty()); // nobody looks: it did not fail

    // A pause that ends when it was put off and on again meanwhile asks nothing.
    system.setReplies({good("[]")});
    watch.setOn(true);
    QTRY_COMPARE(pauses.waits.size(), 1);
    const auto earlier = pauses.held;
    watch.setOn(false);
    watch.setOn(true);
    QTRY_COMPARE(pauses.waits.size(), 2);
    const qsizetype before = system.asked().size();
    earlier();
    pauses.held();
    QTRY_COMPARE(pauses.waits.size(), 3);
    QCOMPARE(system.asked().size(), before + 1);
}

void HttpJobTest::questionsAsTheyAreSent()
{
    FakeHttp system;
    system.setReplies({good("{}")});
    Rig rig(QUrl(system.address().toString() + u"/base"_s));
    Heard<QueryResult> query;
    Heard<QStringList> named;
    Heard<QList<AlertRule>> rules;
    Heard<QList<ManagedAlert>> alerts;
    Heard<void> expired;
    Heard<DatadogResult> series;
    const auto asked = [&system](const QByteArray &target, const QByteArray &method = "GET") {
        const FakeHttp::Asked last = system.asked().isEmpty() ? FakeHttp::Asked() : system.asked().constLast();
        if (last.target == target && last.method == method)
            return true;
        qWarning() << last.method << last.target << "instead of" << method << target;
        return false;
    };
    rig.prometheus().query(u"a + b"_s, {1'500'000}, &rig.receiver, query.take());
    QTRY_COMPARE(query.times, 1);
    QVERIFY(asked("/base/api/v1/query?query=a%20%2B%20b&time=1.500000"));
    rig.prometheus().queryRange(u"up"_s, {{0}, {60'000'000}, Span::seconds(15)}, &rig.receiver, query.take());
    QTRY_COMPARE(query.times, 2);
    QVERIFY(asked("/base/api/v1/query_range?query=up&start=0&end=60&step=15"));
    rig.prometheus().labelValues(u"a/b"_s, &rig.receiver, named.take());
    QTRY_COMPARE(named.times, 1);
    QVERIFY(asked("/base/api/v1/label/a%2Fb/values"));
    rig.prometheus().alertRules(&rig.receiver, rules.take());
    QTRY_COMPARE(rules.times, 1);
    QVERIFY(asked("/base/api/v1/rules?type=alert"));
    rig.alertmanager().alerts({{u"job"_s, u"x"_s}}, &rig.receiver, alerts.take());
    QTRY_COMPARE(alerts.times, 1);
    QVERIFY(asked("/base/api/v2/alerts?filter=job%3D%22x%22"));
    rig.alertmanager().expireSilence(u"s/1"_s, &rig.receiver, expired.take());
    QTRY_COMPARE(expired.times, 1);
    QVERIFY(expired.outcome->ok());
    QVERIFY(asked("/base/api/v2/silence/s%2F1", "DELETE"));
    DatadogClient(rig.client()).seriesV1(u"avg:cpu{*}"_s, {1'000'000}, {2'000'000}, &rig.receiver, series.take());
    QTRY_COMPARE(series.times, 1);
    QVERIFY(asked("/base/api/v1/query?from=1&to=2&query=avg%3Acpu%7B%2A%7D"));
    DatadogClient(rig.client()).series(u"avg:cpu{*}"_s, {0}, {2'000'000}, Span::seconds(1), &rig.receiver, series.take());
    QTRY_COMPARE(series.times, 2);
    QVERIFY(asked("/base/api/v2/query/timeseries", "POST"));
    QCOMPARE(system.asked().constLast().heads.value("content-type"), QByteArray("application/json"));
    QVERIFY(system.asked().constLast().body.contains(R"("query":"avg:cpu{*}")"));
}

QTEST_GUILESS_MAIN(HttpJobTest)

#include "tst_httpjob.moc"
