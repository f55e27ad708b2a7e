// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsmodel.h"
#include "detectiondesk.h"
#include "liverig.h"
#include "metrics/proposalbar.h"
#include "playedseries.h"
#include "triage/situationform.h"
#include "triage/triagemodel.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::models;
using fireline::test::MemoryFeed;
using fireline::window::SeriesShelf;
using test::Graphs;

namespace {

constexpr qint64 second = 1000000;

} // namespace

/// What the graphs of one window propose: when an impact was, and what a mitigation did.
class TestDetectionDesk : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_incident.emplace(u"sre-directorate"_s, u"SEV1"_s); }
    void anImpactIsProposedFromASeries();
    void whatWasBeforeTheAlertIsTheUsualSideOfAThreshold();
    void aMitigationIsComparedInWords();
    void whatIsRecordedIsNotProposedAgain();
    void whatTellsMostOfAMitigationComesFirst();
    void whatGotWorseIsToldBeforeWhatIsBack();
    void howManyMoreThereAreIsTold();
    void whatIsComparedIsBroughtIntoSight();
    void whenAMitigationCanBeToldIsTold();

private:
    /// In ten-second steps of an hour: 1 as usual, 50 in the impact, which the mitigation ended eleven minutes ago, and that since.
    [[nodiscard]] MetricSeries host(int number, double since) const;
    [[nodiscard]] MetricSeries errors(int from, int to) const { return test::errorsUntil(m_incident->now(), from, to); }

    std::optional<MemoryFeed> m_incident;
};

void TestDetectionDesk::anImpactIsProposedFromASeries()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const auto *triage = new TriageModel(*m_incident, &owner);
    window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    const auto form = [&] { return views::situationForm(*triage, graphs.times); };
    QVERIFY(!form().note.contains(u"Proposed"_s));
    graphs.store.setSource(u"f"_s, {errors(30, 10), {u"still"_s, {}, errors(0, 0).points}});
    emit graphs.panel.proposals().impactRequested(0);
    QTRY_VERIFY(graphs.panel.proposals().offer().start);
    QCOMPARE(graphs.panel.proposals().offer().start->us, m_incident->now().us - 1800 * second);
    QCOMPARE(graphs.panel.proposals().offer().end->us, m_incident->now().us - 600 * second);
    QVERIFY(graphs.panel.proposals().offer().text.startsWith(u"Proposed by errors: from "_s));
    emit graphs.panel.proposals().impactRequested(1);
    QTRY_VERIFY(graphs.panel.proposals().offer().text.startsWith(u"Nothing to propose: still"_s));
    QVERIFY(detection.impact().start); // what was proposed before still is
    // The form that states an impact tells it, and fills in nothing.
    QVERIFY2(form().note.contains(u"Proposed by errors: from "_s), qPrintable(form().note));
    const QList<views::FormInput> inputs = form().inputs;
    QVERIFY(
        std::any_of(inputs.begin(), inputs.end(), [](const views::FormInput &input) { return !input.completions.isEmpty(); }));
    QVERIFY(form().values.value(u"begins"_s).toString().isEmpty());
    // By the threshold of its graph, where there is one.
    MetricField field = graphs.store.field(graphs.store.fieldOf(0));
    field.threshold = 50;
    graphs.store.setField(graphs.store.fieldOf(0), field);
    emit graphs.panel.proposals().impactRequested(0);
    QTRY_VERIFY(graphs.panel.proposals().offer().text.contains(u"with the threshold at 50"_s));
}

// Two hours, of which the outage is more than half.
void TestDetectionDesk::whatWasBeforeTheAlertIsTheUsualSideOfAThreshold()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    graphs.store.setSource(u"f"_s, {errors(90, 0)});
    MetricField field = graphs.store.field(graphs.store.fieldOf(0));
    field.threshold = 20;
    graphs.store.setField(graphs.store.fieldOf(0), field);
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    const auto began = [&](int minutesAgo) {
        graphs.panel.proposals().propose({});
        emit graphs.panel.proposals().impactRequested(0);
        return QTest::qWaitFor([&] { return !offer.text.isEmpty(); }) && offer.start
               && *offer.start == m_incident->now() - Span::minutes(minutesAgo);
    };
    QVERIFY2(began(120) && offer.text.contains(u"down to 0.8"_s),
             qPrintable(offer.text)); // declared just now: nobody knows better
    QVERIFY(m_incident->line(u"-89m /alert Slow"_s));
    QVERIFY(m_incident->line(u"-1m /alert Down"_s));
    QVERIFY2(began(90) && !offer.end && offer.text.contains(u"up to 80"_s), qPrintable(offer.text));
    // What is recorded as the beginning may be earlier than the alert, which came late.
    graphs.store.setSource(u"f"_s, {errors(110, 0)});
    QVERIFY2(began(120), qPrintable(offer.text));
    QVERIFY(m_incident->line(u"/impact start -110m"_s));
    QVERIFY2(began(110), qPrintable(offer.text));
}

void TestDetectionDesk::aMitigationIsComparedInWords()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const auto *decisions = new DecisionsModel(*m_incident, &owner);
    window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    QVERIFY(m_incident->line(u"/impact start -30m"_s));
    QVERIFY(m_incident->line(u"-11m /mitigation Rollback took the release back"_s));
    const Mitigation mitigation = m_incident->state().mitigations.last();
    QCOMPARE(decisions->effectHint(mitigation.id), QString());
    QCOMPARE(detection.effectOf(mitigation.id), QString()); // there is no graph
    graphs.store.setSource(u"f"_s, {errors(30, 10), {u"still"_s, {}, errors(0, 0).points}});
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    QVERIFY2(offer.text.contains(u"errors: restored, from 79.9"_s)
                 && offer.text.contains(u"still: the impact does not show here"_s),
             qPrintable(offer.text));
    QCOMPARE(offer.result, u"/result #%1 restored"_s.arg(mitigation.id));
    QVERIFY(decisions->effectHint(mitigation.id).contains(u"errors: restored"_s));
    QVERIFY(m_incident->state().mitigation(mitigation.id)->result.isEmpty());
    QVERIFY(m_incident->line(offer.result));
    QCOMPARE(m_incident->state().mitigation(mitigation.id)->result, u"restored"_s);
    // Chosen in the graph, what came of it stands for the mitigation itself.
    graphs.panel.proposals().propose({});
    emit graphs.panel.proposals().effectRequested(m_incident->state().entries.last().eventId);
    QVERIFY(graphs.panel.proposals().offer().text.contains(u"errors: restored"_s));
}

void TestDetectionDesk::whatIsRecordedIsNotProposedAgain()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const auto *triage = new TriageModel(*m_incident, &owner);
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    graphs.store.setSource(u"f"_s, {errors(30, 10)});
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    emit graphs.panel.proposals().impactRequested(0);
    QTRY_VERIFY(offer.end);
    QVERIFY2(!offer.startRecorded && !offer.endRecorded && !offer.text.contains(u"recorded"_s), qPrintable(offer.text));
    // While it is offered, by whomever: one step of ten seconds and a minute are near enough.
    QVERIFY(m_incident->line(u"/impact start -29m"_s));
    QVERIFY2(offer.startRecorded && !offer.endRecorded && offer.start, qPrintable(offer.text));
    QVERIFY2(offer.text.contains(u"Its beginning is recorded already: "_s), qPrintable(offer.text));
    QVERIFY(triage->impactHint().start && !triage->impactHint().text.contains(u"recorded"_s));
    // Further away it is another one: told, and still offered.
    QVERIFY(m_incident->line(u"/impact end -7m"_s));
    emit graphs.panel.proposals().impactRequested(0);
    QTRY_VERIFY2(offer.text.contains(u"Recorded as the end: "_s), qPrintable(offer.text));
    QVERIFY(offer.startRecorded && !offer.endRecorded && offer.end);
}

void TestDetectionDesk::whatTellsMostOfAMitigationComesFirst()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    QVERIFY(m_incident->line(u"/impact start -30m"_s));
    QVERIFY(m_incident->line(u"-11m /mitigation Rollback took the release back"_s));
    const Mitigation mitigation = m_incident->state().mitigations.last();
    MetricField kept;
    kept.own = true;
    kept.notice = {MetricNotice::Kind::Frozen, u"f"_s, m_incident->now().us, {}};
    graphs.store.setField(u"kept:1"_s, kept);
    graphs.store.setSource(u"kept:1"_s, {{u"before"_s, {}, errors(30, 12).points}});
    // What is kept is judged where nothing else is there.
    QVERIFY2(detection.effectOf(mitigation.id).startsWith(u"before: "_s), qPrintable(detection.effectOf(mitigation.id)));
    graphs.store.setSource(u"f"_s,
                           {{u"still"_s, {}, errors(0, 0).points}, {u"other"_s, {}, errors(9, 0).points}, errors(30, 10)});
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    const QStringList lines = offer.text.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].contains(u"proposed: errors: restored"_s), qPrintable(offer.text));
    QVERIFY2(lines[1].startsWith(u"other: as usual before it, and no more since"_s), qPrintable(offer.text));
    QVERIFY2(lines[2].startsWith(u"still: the impact does not show here"_s), qPrintable(offer.text));
    QCOMPARE(offer.result, u"/result #%1 restored"_s.arg(mitigation.id));
    // Without the series of the impact nobody can say what came of it.
    graphs.store.setShown(graphs.store.find(u"f"_s, u"errors"_s), false);
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    QVERIFY2(offer.text.contains(u"proposed: other: "_s) && offer.result.isEmpty(), qPrintable(offer.result));
}

MetricSeries TestDetectionDesk::host(int number, double since) const
{
    MetricSeries made{u"host%1"_s.arg(number), {}, {}};
    for (int at = -3600; at <= 0; at += 10)
        made.points.push_back({m_incident->now().us + at * second, at < -1800 ? 1 : at < -660 ? 50 : since});
    return made;
}

void TestDetectionDesk::whatGotWorseIsToldBeforeWhatIsBack()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    QVERIFY(m_incident->line(u"/impact start -30m"_s));
    QVERIFY(m_incident->line(u"-11m /mitigation Rollback took the release back"_s));
    const Mitigation mitigation = m_incident->state().mitigations.last();
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    const auto compared = [&](const std::vector<MetricSeries> &hosts) {
        graphs.store.setSource(u"f"_s, hosts);
        emit graphs.panel.proposals().effectRequested(mitigation.eventId);
        return offer.result.section(u' ', 2);
    };
    std::vector<MetricSeries> hosts;
    for (int i = 1; i <= 8; ++i)
        hosts.push_back(host(i, i <= 6 ? 1 : 90));
    QCOMPARE(compared(hosts), u"partial"_s);
    const QStringList lines = offer.text.split(u'\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY2(lines[0].contains(u"proposed: host7: worse"_s) && lines[1].startsWith(u"host8: worse"_s), qPrintable(offer.text));
    QVERIFY2(lines[2].startsWith(u"host1: restored"_s), qPrintable(offer.text));
    QCOMPARE(lines[6], u"And 2 more series; the impact shows in 2 of them (restored: 2)."_s);
    // Restored is what all of it is that shows the impact; and what went past the usual nobody can judge.
    QCOMPARE(compared({host(1, 1), host(2, 1)}), u"restored"_s);
    QCOMPARE(compared({host(1, 1), host(2, 50)}), u"partial"_s);
    QCOMPARE(compared({host(1, 90), host(2, 50)}), u"none"_s);
    QCOMPARE(compared({host(1, -90), host(2, 1)}), u"partial"_s);
    QVERIFY2(offer.text.contains(u"proposed: host1: past the usual"_s), qPrintable(offer.text));
    QCOMPARE(compared({host(1, -90), host(2, 50)}), QString());
    QCOMPARE(compared({host(1, -90)}), QString());
}

void TestDetectionDesk::howManyMoreThereAreIsTold()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    QVERIFY(m_incident->line(u"/impact start -30m"_s));
    QVERIFY(m_incident->line(u"-11m /mitigation Rollback took the release back"_s));
    const QString mitigation = m_incident->state().mitigations.last().id;
    std::vector<MetricSeries> hosts;
    for (int i = 1; i <= 6; ++i)
        hosts.push_back(host(i, 1));
    for (int i = 7; i <= 9; ++i)
        hosts.push_back({u"still%1"_s.arg(i), {}, errors(0, 0).points});
    graphs.store.setSource(u"f"_s, hosts);
    QVERIFY2(detection.effectOf(mitigation).endsWith(u"\nAnd 3 more series; the impact shows in none of them."_s),
             qPrintable(detection.effectOf(mitigation)));
    // The GUI does not wait for as many as there may be: those that it leaves out are told.
    for (int i = 10; i <= 203; ++i)
        hosts.push_back(host(i, 90));
    graphs.store.setSource(u"f"_s, hosts);
    QVERIFY2(detection.effectOf(mitigation)
                 .endsWith(u"\nOnly the first 200 of 203 series are compared. Hide those that do not matter, and ask again."_s),
             qPrintable(detection.effectOf(mitigation)));
}

// A graph of a query has what is in sight: of half of it the verdict would be another.
void TestDetectionDesk::whatIsComparedIsBroughtIntoSight()
{
    const auto shelved = std::make_shared<test::PlayedSeries>();
    shelved->has = {errors(30, 10)};
    SeriesShelf shelf;
    shelf.setSources({shelved});
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    QVERIFY(m_incident->line(u"/impact start -30m"_s));
    QVERIFY(m_incident->line(u"-10m /mitigation Rollback took the release back"_s));
    const Mitigation mitigation = m_incident->state().mitigations.last();
    graphs.ask(u"errors"_s);
    while (shelved->isOpen())
        shelved->answer();
    const qint64 now = m_incident->now().us;
    graphs.panel.plot().follow(qint64(5 * 60) * second);
    QVERIFY(detection.effectOf(mitigation.id).contains(u"told by V in the graphs"_s));
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    QVERIFY2(offer.text.contains(u"press V again"_s) && offer.result.isEmpty(), qPrintable(offer.text));
    QVERIFY(graphs.panel.plot().range().fromUs <= now - 45 * 60 * second);
    QVERIFY(graphs.panel.plot().isFollowing());
    m_incident->advance(Span::seconds(30)); // until somebody presses it
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    QVERIFY2(!offer.text.contains(u"press V again"_s), qPrintable(offer.text));
    // A day later it is that time alone, as fine as it can be.
    m_incident->advance(Span::hours(24));
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    QVERIFY2(offer.text.contains(u"press V again"_s), qPrintable(offer.text));
    QVERIFY(graphs.panel.plot().range().length() < Span::hours(1).us);
    m_incident->advance(Span::seconds(30));
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    QVERIFY2(!offer.text.contains(u"press V again"_s), qPrintable(offer.text));
}

void TestDetectionDesk::whenAMitigationCanBeToldIsTold()
{
    SeriesShelf shelf;
    Graphs graphs(*m_incident, shelf, {});
    QObject owner;
    const window::DetectionDesk detection({*m_incident, graphs.store, graphs.times, owner}, graphs.panel);
    QVERIFY(m_incident->line(u"-1m /mitigation Rollback took the release back"_s));
    const Mitigation mitigation = m_incident->state().mitigations.last();
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    const views::GraphOffer &offer = graphs.panel.proposals().offer();
    QVERIFY2(offer.text.contains(u"cannot be told: no series that is shown has values"_s), qPrintable(offer.text));
    graphs.store.setSource(u"f"_s, {errors(30, 0), {u"still"_s, {}, errors(0, 0).points}});
    emit graphs.panel.proposals().effectRequested(mitigation.eventId);
    const Instant counts = mitigation.at + Span::minutes(2);
    const QString told = u"proposed: errors, still: can be told from %1 at the earliest: until %2 it takes hold"_s.arg(
        graphs.times.time(m_incident->now() + Span::seconds(100)), graphs.times.time(counts));
    QVERIFY2(offer.text.contains(told), qPrintable(offer.text + u" / "_s + told));
    QVERIFY2(offer.text.endsWith(u"State when the impact began: then they are compared with what was usual before it."_s),
             qPrintable(offer.text));
    QVERIFY(offer.result.isEmpty());
    // What does not change, and may never have shown the impact, does not say that the mitigation did nothing.
    QVERIFY(m_incident->line(u"-11m /mitigation Restart of the shop"_s));
    graphs.store.setSource(u"f"_s, {{u"still"_s, {}, errors(0, 0).points}});
    emit graphs.panel.proposals().effectRequested(m_incident->state().mitigations.last().eventId);
    QVERIFY2(offer.text.contains(u"still: no effect"_s) && offer.result.isEmpty(), qPrintable(offer.text));
}

QTEST_MAIN(TestDetectionDesk)
#include "tst_detectiondesk.moc"
