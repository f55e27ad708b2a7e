// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedlines.h"
#include "inbox/alertmerge.h"
#include "inbox/alertoffers.h"
#include "inbox/inboxmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::test;
using State = InboxAlert::State;

namespace {

const Instant now = *Instant::fromRfc3339(u"2026-01-07T12:00:00Z"_s); // a Wednesday

/// "fingerprint name +minutes flags": s silenced, e ended two minutes ago.
ArrivedAlert arrived(const QString &text)
{
    const QStringList words = text.split(u' ');
    ArrivedAlert alert;
    alert.fingerprint = words.value(0);
    alert.labels = {{u"alertname"_s, words.value(1)}, {u"service"_s, u"svc-"_s + words.value(0)}};
    alert.startsAt = now - Span::minutes(words.value(2).toInt());
    alert.silenced = words.value(3).contains(u's');
    if (words.value(3).contains(u'e'))
        alert.endsAt = now - Span::minutes(2);
    return alert;
}

SourceReading reading(const QString &source, const QStringList &alerts, bool stale = false)
{
    SourceReading made{source, now, stale, {}};
    for (const QString &alert : alerts)
        made.alerts.append(arrived(alert));
    return made;
}

/// "L1 fingerprint source state".
Alert recorded(const QString &text)
{
    const QStringList words = text.split(u' ');
    Alert alert;
    alert.id = words.value(0);
    alert.fingerprint = words.value(1);
    alert.name = u"Recorded"_s;
    alert.source = words.value(2);
    alert.firedAt = now - Span::minutes(30);
    alert.state = words.value(3) == "ack"_L1       ? Alert::State::Acknowledged
                  : words.value(3) == "sil"_L1     ? Alert::State::Silenced
                  : words.value(3) == "cleared"_L1 ? Alert::State::Cleared
                                                   : Alert::State::Firing;
    alert.acknowledged = alert.state == Alert::State::Acknowledged;
    return alert;
}

QString word(State state)
{
    switch (state) {
    case State::Firing: return u"firing"_s;
    case State::Acknowledged: return u"ack"_s;
    case State::Silenced: return u"sil"_s;
    case State::Cleared: return u"cleared"_s;
    }
    return {};
}

/// "fingerprint state record sources minutes [stale]", one a line.
QStringList told(const QList<InboxAlert> &alerts)
{
    QStringList lines;
    for (const InboxAlert &alert : alerts)
        lines.append(u"%1 %2 %3 %4 %5%6"_s
                         .arg(alert.fingerprint, word(alert.state), alert.record.isEmpty() ? u"-"_s : alert.record,
                              alert.sources.isEmpty() ? u"-"_s : alert.sources.join(u'+'))
                         .arg((now - alert.startsAt).us / 60'000'000)
                         .arg(alert.stale ? u" stale"_s : QString()));
    return lines;
}

} // namespace

class AlertInboxTest : public QObject
{
    Q_OBJECT
private slots:
    void merged_data();
    void merged();
    void annotationsOfAllSourcesAreKept();
    void groups();
    void theRecordFollows();
    void declarations_data();
    void declarations();
    void rowsOfTheInbox();
    void whatTheRecordHasAsOverFiredBefore();
    void aRowStaysWhileItsAlertChanges();
    void whatARowSays();
    void silencesAreThoseOfTheSource();
    void theProcessWaitsForAnAnswer();
};

void AlertInboxTest::merged_data()
{
    QTest::addColumn<QList<SourceReading>>("readings");
    QTest::addColumn<QStringList>("records");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QList<SourceReading> &readings, const QStringList &records,
                        const QStringList &expected) { QTest::newRow(name) << readings << records << expected; };
    row("nothing", {}, {}, {});
    row("one arrives", {reading(u"am"_s, {u"f1 Down 10"_s})}, {}, {u"f1 firing - am 10"_s});
    row("two sources, one alert", {reading(u"am"_s, {u"f1 Down 10"_s}), reading(u"pr"_s, {u"f1 Down 12"_s})}, {},
        {u"f1 firing - am+pr 12"_s});
    row("twice in one source", {reading(u"am"_s, {u"f1 Down 10"_s, u"f1 Down 10"_s})}, {}, {u"f1 firing - am 10"_s});
    row("one of two silences", {reading(u"a"_s, {u"f1 Down 10 s"_s}), reading(u"b"_s, {u"f1 Down 10"_s})}, {},
        {u"f1 sil - a+b 10"_s});
    row("ended", {reading(u"am"_s, {u"f1 Down 10 e"_s})}, {}, {u"f1 cleared - am 10"_s});
    row("ended here, not there", {reading(u"a"_s, {u"f1 Down 10 e"_s}), reading(u"b"_s, {u"f1 Down 10"_s})}, {},
        {u"f1 firing - a+b 10"_s});
    row("acknowledged", {reading(u"am"_s, {u"f1 Down 10"_s})}, {u"L1 f1 am ack"_s}, {u"f1 ack L1 am 10"_s});
    row("acknowledged, then silenced", {reading(u"am"_s, {u"f1 Down 10 s"_s})}, {u"L1 f1 am ack"_s}, {u"f1 sil L1 am 10"_s});
    row("its silence has ended", {reading(u"am"_s, {u"f1 Down 10"_s})}, {u"L1 f1 am sil"_s}, {u"f1 firing L1 am 10"_s});
    row("gone from its source", {reading(u"am"_s, {})}, {u"L1 f1 am ack"_s}, {u"f1 cleared L1 - 30"_s});
    row("gone, source not heard", {reading(u"am"_s, {}, true)}, {u"L1 f1 am ack"_s}, {u"f1 ack L1 - 30 stale"_s});
    row("gone from another source", {reading(u"other"_s, {})}, {u"L1 f1 am ack"_s}, {u"f1 ack L1 - 30"_s});
    row("told by hand", {reading(u"am"_s, {})}, {u"L1 f1 hand"_s}, {u"f1 firing L1 - 30"_s});
    row("cleared in the record", {reading(u"am"_s, {}, true)}, {u"L1 f1 am cleared"_s}, {u"f1 cleared L1 - 30"_s});
    row("fires again", {reading(u"am"_s, {u"f1 Down 5"_s})}, {u"L1 f1 am cleared"_s}, {u"f1 firing - am 5"_s});
    row("fires again, linked again", {reading(u"am"_s, {u"f1 Down 5"_s})}, {u"L1 f1 am cleared"_s, u"L2 f1 am ack"_s},
        {u"f1 ack L2 am 5"_s});
    row("nobody heard lately", {reading(u"am"_s, {u"f1 Down 10"_s}, true)}, {}, {u"f1 firing - am 10 stale"_s});
    row("one heard lately", {reading(u"a"_s, {u"f1 Down 10"_s}, true), reading(u"b"_s, {u"f1 Down 10"_s})}, {},
        {u"f1 firing - a+b 10"_s});
    row("the most urgent first",
        {reading(u"am"_s, {u"f1 A 10 e"_s, u"f2 A 10 s"_s, u"f3 B 10"_s, u"f4 A 10"_s, u"f5 A 2"_s, u"f6 A 30"_s})},
        {u"L1 f6 am ack"_s},
        {u"f5 firing - am 2"_s, u"f4 firing - am 10"_s, u"f3 firing - am 10"_s, u"f6 ack L1 am 30"_s, u"f2 sil - am 10"_s,
         u"f1 cleared - am 10"_s});
}

void AlertInboxTest::merged()
{
    QFETCH(QList<SourceReading>, readings);
    QFETCH(QStringList, records);
    QList<Alert> alerts;
    for (const QString &text : records)
        alerts.append(recorded(text));
    const QList<InboxAlert> all = mergeAlerts(readings, alerts);
    QTEST(told(all), "expected");
    for (const InboxAlert &alert : all) {
        if (alert.state == State::Cleared && !alert.sources.isEmpty())
            QCOMPARE(alert.endsAt, now - Span::minutes(2));
    }
}

void AlertInboxTest::annotationsOfAllSourcesAreKept()
{
    SourceReading first = reading(u"a"_s, {u"f1 Down 10"_s});
    first.alerts[0].annotations = {{u"summary"_s, u"one"_s}};
    SourceReading second = reading(u"b"_s, {u"f1 Down 10"_s});
    second.alerts[0].annotations = {{u"summary"_s, u"two"_s}, {u"cause"_s, u"pool"_s}};
    second.alerts[0].link = u"http://p/graph"_s;
    const InboxAlert alert = mergeAlerts({first, second}, {}).value(0);
    QCOMPARE(alert.annotations, (AlertLabels{{u"summary"_s, u"one"_s}, {u"cause"_s, u"pool"_s}}));
    QCOMPARE(alert.link, u"http://p/graph"_s);
    QCOMPARE(alert.name, u"Down"_s);
}

void AlertInboxTest::groups()
{
    const QList<InboxAlert> all = mergeAlerts(
        {reading(u"am"_s, {u"f1 Down 10"_s, u"f2 Down 40 s"_s, u"f3 Slow 5"_s, u"f4 Old 60 e"_s, u"f5 Down 90 e"_s})}, {});
    const QList<InboxGroup> byName = groupAlerts(all);
    QStringList lines;
    for (const InboxGroup &group : byName)
        lines.append(u"%1 %2 %3 of %4, %5"_s.arg(group.name, word(group.state))
                         .arg(group.open)
                         .arg(group.alerts.size())
                         .arg((now - group.startsAt).us / 60'000'000));
    QCOMPARE(lines, (QStringList{u"Slow firing 1 of 1, 5"_s, u"Down firing 2 of 3, 40"_s, u"Old cleared 0 of 1, 60"_s}));
    QCOMPARE(groupAlerts(all, {u"service"_s}).size(), 5);
    QCOMPARE(groupAlerts({}).size(), 0);
}

// Through the real verbs: what is linked is in the record, what follows changes it, and then nothing is left to follow.
void AlertInboxTest::theRecordFollows()
{
    MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    const auto at = [&feed](SourceReading one) {
        one.at = feed.now();
        for (ArrivedAlert &alert : one.alerts)
            alert.startsAt = feed.now() - Span::minutes(10);
        return QList{one};
    };
    const auto inbox = [&](const QList<SourceReading> &readings) { return mergeAlerts(readings, feed.state().alerts); };
    QList<SourceReading> readings = at(reading(u"am"_s, {u"f1 Down 10"_s}));
    readings[0].name = u"pager"_s; // for people; the record knows it by what it is to everybody
    QCOMPARE(inbox(readings).value(0).sources, QStringList{u"pager"_s});
    readings[0].alerts[0].annotations = {{u"cause"_s, u"pool exhausted"_s}, {u"runbook"_s, u"http://r"_s}};
    QVERIFY(feed.execute(linkCommand(inbox(readings).value(0))).ok());
    const Alert linked = feed.state().alerts.value(0);
    QCOMPARE(linked.fingerprint + u' ' + linked.name + u' ' + linked.source, u"f1 Down am"_s);
    QCOMPARE(linked.firedAt, readings[0].alerts[0].startsAt);
    QCOMPARE(linked.labels.value(u"cause"_s).toString(), u"pool exhausted"_s);
    QCOMPARE(linked.labels.value(u"service"_s).toString(), u"svc-f1"_s);
    QVERIFY(!linked.labels.contains(u"alertname"_s) && !linked.labels.contains(u"runbook"_s));
    const auto follow = [&](const QList<SourceReading> &current) {
        return followCommand(inbox(current).value(0), feed.state().alerts.value(0));
    };
    QVERIFY(!follow(readings));

    does(feed, {u"/ackalert #L1"_s});
    QCOMPARE(inbox(readings).value(0).state, State::Acknowledged);
    QVERIFY(!follow(readings));

    readings[0].alerts[0].silenced = true;
    const auto silenced = follow(readings);
    QVERIFY(silenced.has_value());
    QVERIFY(feed.execute(*silenced).ok());
    QCOMPARE(feed.state().alerts.value(0).state, Alert::State::Silenced);
    QVERIFY(!follow(readings));
    readings[0].alerts[0].silenced = false; // its end takes back no answer
    QCOMPARE(inbox(readings).value(0).state, State::Acknowledged);

    const ArrivedAlert alert = readings[0].alerts.first();
    readings[0].alerts.clear();
    readings[0].stale = true;
    QVERIFY(!follow(readings)); // silence of the network is not the end of an alert
    readings[0].stale = false;
    feed.advance(Span::minutes(3));
    readings[0].at = feed.now() - Span::minutes(1);
    const auto cleared = follow(readings);
    QVERIFY(cleared.has_value());
    QVERIFY(feed.execute(*cleared).ok());
    QCOMPARE(feed.state().alerts.value(0).state, Alert::State::Cleared);
    QCOMPARE(feed.state().alerts.value(0).endedAt, readings[0].at);
    QVERIFY(!follow(readings));

    readings[0].alerts = {alert}; // as it was: somebody called it cleared by hand
    QVERIFY(!follow(readings));
    feed.advance(Span::minutes(3));
    readings[0].at = feed.now();
    readings[0].alerts[0].startsAt = feed.now() - Span::minutes(1);
    const auto again = follow(readings);
    QVERIFY(again.has_value());
    QVERIFY(feed.execute(*again).ok());
    QCOMPARE(feed.state().alerts.size(), 2);
    QCOMPARE(feed.state().alerts.value(1).firedAt, readings[0].alerts[0].startsAt);
}

void AlertInboxTest::declarations_data()
{
    QTest::addColumn<AlertLabels>("labels");
    QTest::addColumn<AlertLabels>("annotations");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("severity");
    QTest::newRow("its summary") << AlertLabels{{u"severity"_s, u"page"_s}} << AlertLabels{{u"summary"_s, u"Checkout\n fails"_s}}
                                 << u"Checkout fails"_s << u"page"_s;
    QTest::newRow("its description") << AlertLabels{{u"priority"_s, u"P1"_s}} << AlertLabels{{u"description"_s, u"too slow"_s}}
                                     << u"too slow"_s << u"P1"_s;
    QTest::newRow("name and place") << AlertLabels{{u"job"_s, u"api"_s}} << AlertLabels() << u"Down: api"_s << QString();
    QTest::newRow("name") << AlertLabels() << AlertLabels() << u"Down"_s << QString();
}

void AlertInboxTest::declarations()
{
    QFETCH(AlertLabels, labels);
    QFETCH(AlertLabels, annotations);
    SourceReading one = reading(u"am"_s, {u"f1 Down 10"_s, u"f2 Down 25 s"_s, u"f3 Down 60 e"_s});
    for (ArrivedAlert &alert : one.alerts) {
        alert.labels = labels;
        alert.labels.insert(u"alertname"_s, u"Down"_s);
        alert.annotations = annotations;
    }
    const DeclarationOffer offer = declarationFrom(groupAlerts(mergeAlerts({one}, {})).value(0));
    QTEST(offer.title, "title");
    QTEST(offer.severity, "severity");
    QCOMPARE(offer.impactStart, now - Span::minutes(25));
    QCOMPARE(offer.links.size(), 2);
    QCOMPARE(offer.links[0].at, now - Span::minutes(10));
}

namespace {

/// The model over a live incident.
struct Inbox
{
    MemoryFeed feed{QStringLiteral("sre-directorate"), QStringLiteral("SEV1")};
    InboxModel model{feed};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    /// As reading(), on the incident's clock.
    void hear(const QStringList &alerts, bool stale = false)
    {
        SourceReading one = reading(QStringLiteral("am"), alerts, stale);
        one.at = feed.now();
        for (ArrivedAlert &alert : one.alerts)
            alert.startsAt = feed.now() - Span::minutes(10);
        model.setReadings({one});
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            lines.append(u"%1 %2 %3 %4"_s.arg(index.data().toString(), index.data(inbox::FingerprintRole).toString(),
                                              QVariant::fromValue(index.data(inbox::StateRole).value<inbox::State>()).toString(),
                                              index.data(inbox::GroupSizeRole).toString()));
        }
        return lines;
    }
    [[nodiscard]] QString whyNot(int role, int row = 0) const { return model.index(row, 0).data(role).toString(); }
};

} // namespace

void AlertInboxTest::rowsOfTheInbox()
{
    Inbox box;
    QCOMPARE(box.model.rowCount(), 0);
    QVERIFY(!box.model.linkCommand({}) && box.model.groupOf({}).alerts.isEmpty());
    box.hear({u"f1 Down 10"_s, u"f2 Down 10 s"_s, u"f3 Slow 10 s"_s});
    QCOMPARE(box.rows(), (QStringList{u"Down f1 Firing 2"_s, u"Down f2 Silenced 0"_s, u"Slow f3 Silenced 1"_s}));
    QCOMPARE(box.model.groupOf(box.model.index(1, 0)).alerts.size(), 2);
    QCOMPARE(box.model.groupOf(box.model.index(2, 0)).name, u"Slow"_s);

    QVERIFY(box.feed.execute(*box.model.linkCommand(box.model.index(0, 0))).ok());
    QCOMPARE(box.model.index(0, 0).data(inbox::RecordRole).toString(), u"L1"_s);
    QVERIFY(!box.model.linkCommand(box.model.index(0, 0)));
    QVERIFY(box.model.followCommands().isEmpty());
    box.hear({u"f3 Slow 10"_s});
    QCOMPARE(box.rows(), (QStringList{u"Slow f3 Firing 1"_s, u"Down f1 Cleared 1"_s}));
    const QList<Command> follows = box.model.followCommands();
    QCOMPARE(follows.size(), 1);
    QVERIFY(box.feed.execute(follows[0]).ok());
    QVERIFY(box.model.followCommands().isEmpty());
    // The same alert, fired and cleared twice, is two rows.
    does(box.feed, {u"/alert Down fingerprint=f1"_s, u"/clearalert #L2"_s});
    QCOMPARE(box.rows().size(), 3);
}

void AlertInboxTest::whatTheRecordHasAsOverFiredBefore()
{
    Inbox box;
    does(box.feed, {u"-9m /alert Down fingerprint=f1"_s, u"-4m /clearalert #L1"_s, u"-9m /alert Slow fingerprint=f2"_s});
    const auto before = [&](int row) { return box.model.index(row, 0).data(inbox::BeforeRole).toInt(); };
    const auto rowOf = [&](const QString &id) {
        for (int row = 0; row < box.model.rowCount(); ++row) {
            if (box.model.index(row, 0).data(inbox::RecordRole).toString() == id)
                return row;
        }
        return -1;
    };
    box.model.setEarlier(u"f1"_s, {});
    box.model.setEarlier(u"f2"_s, {});
    QCOMPARE(before(rowOf(u"L1"_s)), int(inbox::FirstTime));
    QCOMPARE(before(rowOf(u"L2"_s)), int(inbox::FirstTime));
    does(box.feed, {u"-1m /alert Down fingerprint=f1"_s});
    const QModelIndex again = box.model.index(rowOf(u"L3"_s), 0);
    QCOMPARE(again.data(inbox::BeforeRole).toInt(), int(inbox::Repeating));
    QCOMPARE(again.data(inbox::TimesRole).value<QList<int>>(), (QList<int>{1, 1, 1, 1}));
    QCOMPARE(again.data(inbox::LastTimeRole).toLongLong(), box.feed.state().alerts.first().firedAt.us);
    QCOMPARE(before(rowOf(u"L1"_s)), int(inbox::FirstTime)); // what came later is not before it
    QCOMPARE(before(rowOf(u"L2"_s)), int(inbox::FirstTime)); // nor is another alert
    // The register and the source know the same firing: it is one.
    const Instant first = box.feed.state().alerts.first().firedAt;
    box.model.setEarlier(u"f1"_s, {first, first + Span::minutes(1), first - Span::hours(2)});
    QCOMPARE(again.data(inbox::TimesRole).value<QList<int>>(), (QList<int>{2, 2, 2, 2}));
    QCOMPARE(again.data(inbox::LastTimeRole).toLongLong(), first.us);
}

void AlertInboxTest::aRowStaysWhileItsAlertChanges()
{
    Inbox box;
    box.hear({u"f1 Down 10"_s, u"f2 Slow 10"_s});
    const QPersistentModelIndex down = box.model.index(0, 0);
    QCOMPARE(down.data().toString(), u"Down"_s);
    QSignalSpy changed(&box.model, &QAbstractItemModel::dataChanged);
    QSignalSpy removed(&box.model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&box.model, &QAbstractItemModel::modelReset);
    QVERIFY(box.feed.execute(*box.model.linkCommand(down)).ok());
    does(box.feed, {u"/ackalert #L1"_s});
    QVERIFY(down.isValid());
    QCOMPARE(down.data().toString(), u"Down"_s);
    QCOMPARE(down.data(inbox::StateRole).toInt(), int(inbox::Acknowledged));
    QCOMPARE(down.row(), 1); // what nobody has acknowledged stands above it
    QCOMPARE(removed.size() + reset.size(), 0);
    QVERIFY(changed.size() >= 2);
    changed.clear();
    box.feed.advance(Span::seconds(1));
    QCOMPARE(changed.size(), 0); // a second alone changes nothing
}

void AlertInboxTest::whatARowSays()
{
    Inbox box;
    SourceReading one = reading(u"am"_s, {u"f1 Down 10"_s});
    one.alerts[0].startsAt = box.feed.now();
    one.alerts[0].annotations = {{u"summary"_s, u"Checkout fails."_s}, {u"type"_s, u"database"_s}, {u"cause"_s, u"pool"_s}};
    box.model.setReadings({one});
    const QModelIndex row = box.model.index(0, 0);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Down fires. Checkout fails."_s);
    QCOMPARE(row.data(inbox::KindRole).toString() + row.data(inbox::CauseRole).toString(), u"databasepool"_s);
    QCOMPARE(row.data(inbox::LabelsRole).toStringList(), (QStringList{u"alertname"_s, u"Down"_s, u"service"_s, u"svc-f1"_s}));
    one.stale = true;
    box.model.setReadings({one});
    QVERIFY(row.data(inbox::StaleRole).toBool());
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(u"Its source has not answered since."_s));

    QCOMPARE(row.data(inbox::BeforeRole).toInt(), int(inbox::NotAsked));
    box.model.setEarlier(u"f1"_s, {});
    QCOMPARE(row.data(inbox::BeforeRole).toInt(), int(inbox::FirstTime));
    const Instant start = box.feed.now();
    box.model.setEarlier(u"f1"_s, {start - Span::hours(24), start - Span::hours(48), start - Span::hours(72)});
    QCOMPARE(row.data(inbox::BeforeRole).toInt(), int(inbox::Daily));
    QCOMPARE(row.data(inbox::TimesRole).value<QList<int>>(), (QList<int>{1, 3, 3, 3}));
    QCOMPARE(row.data(inbox::LastTimeRole).toLongLong(), (start - Span::hours(24)).us);

    QVERIFY(box.whyNot(inbox::LinkWhyNotRole).isEmpty());
    QCOMPARE(box.whyNot(inbox::AcknowledgeWhyNotRole), u"Link it to this incident first: R."_s);
    QVERIFY(box.feed.execute(*box.model.linkCommand(row)).ok());
    QCOMPARE(box.whyNot(inbox::SilenceWhyNotRole), u"Its source does not answer. Try again when it does."_s);
    one.stale = false;
    box.model.setReadings({one});
    QVERIFY(box.whyNot(inbox::AcknowledgeWhyNotRole).isEmpty() && box.whyNot(inbox::SilenceWhyNotRole).isEmpty());
    QCOMPARE(box.whyNot(inbox::LinkWhyNotRole), u"It is linked to this incident already."_s);
    does(box.feed, {u"/ackalert #L1"_s});
    QVERIFY(!box.whyNot(inbox::AcknowledgeWhyNotRole).isEmpty());
}

void AlertInboxTest::silencesAreThoseOfTheSource()
{
    Inbox box;
    box.hear({u"f1 Down 10"_s});
    QVERIFY(box.whyNot(inbox::SilenceWhyNotRole).isEmpty()); // linked or not
    QCOMPARE(box.whyNot(inbox::EndSilenceWhyNotRole), u"It is not silenced."_s);
    SourceReading one = reading(u"am"_s, {u"f1 Down 10 s"_s});
    box.model.setReadings({one});
    QCOMPARE(box.whyNot(inbox::SilenceWhyNotRole), u"It is silenced already. Shift+S ends that."_s);
    QVERIFY(box.whyNot(inbox::EndSilenceWhyNotRole).startsWith(u"Another alert"_s));
    one.alerts[0].silences = {u"s1"_s};
    QSignalSpy changed(&box.model, &QAbstractItemModel::dataChanged);
    box.model.setReadings({one});
    QVERIFY(changed.size() == 1 && changed[0][2].value<QList<int>>().contains(int(inbox::EndSilenceWhyNotRole)));
    QVERIFY(box.whyNot(inbox::EndSilenceWhyNotRole).isEmpty());
    QCOMPARE(box.model.alertOf(box.model.indexOf(u"f1"_s)).silences, QStringList{u"s1"_s});
    QVERIFY(!box.model.indexOf(u"f2"_s).isValid());
    // One that only the record has is marked there.
    box.model.setReadings({});
    does(box.feed, {u"/alert Down fingerprint=f1"_s});
    QVERIFY(box.whyNot(inbox::SilenceWhyNotRole).isEmpty());
    does(box.feed, {u"/silencealert #L1 known"_s});
    QVERIFY(!box.whyNot(inbox::SilenceWhyNotRole).isEmpty() && !box.whyNot(inbox::EndSilenceWhyNotRole).isEmpty());
}

void AlertInboxTest::theProcessWaitsForAnAnswer()
{
    Inbox box;
    box.hear({u"f1 Down 10"_s});
    QCOMPARE(box.model.index(0, 0).data(inbox::DueRole).toLongLong(), 0);
    QVERIFY(box.feed.execute(*box.model.linkCommand(box.model.index(0, 0))).ok());
    const QModelIndex row = box.model.index(0, 0);
    const Instant due{row.data(inbox::DueRole).toLongLong()};
    QCOMPARE(due, Instant{row.data(inbox::StartsAtRole).toLongLong()} + Span::minutes(15)); // sre.noack
    QVERIFY(!row.data(inbox::DueTextRole).toString().isEmpty());
    QSignalSpy changed(&box.model, &QAbstractItemModel::dataChanged);
    box.feed.advance(Span::seconds(1));
    QVERIFY(changed.size() == 1 && changed[0][2].value<QList<int>>() == QList<int>{inbox::LeftRole});
    QCOMPARE(Span{row.data(inbox::LeftRole).toLongLong()}, due - box.feed.now());
    does(box.feed, {u"/ackalert #L1"_s});
    QCOMPARE(row.data(inbox::DueRole).toLongLong(), 0);
}

QTEST_GUILESS_MAIN(AlertInboxTest)

#include "tst_alertinbox.moc"
