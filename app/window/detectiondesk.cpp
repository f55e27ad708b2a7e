// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectiondesk.h"

#include "decisions/decisionsmodel.h"
#include "detection/mitigationeffect.h"
#include "feed/incidentfeed.h"
#include "metrics/metricplot.h"
#include "metrics/metricspanel.h"
#include "metrics/proposalbar.h"
#include "metrics/proposalwords.h"
#include "takeanswer.h"
#include "text/timedisplay.h"
#include "triage/triagemodel.h"

#include <QHash>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::Instant;
using domain::Mitigation;
using models::ImpactProposal;
using models::MetricStore;
using models::MitigationEffect;
using views::GraphOffer;
using Verdict = MitigationEffect::Verdict;

namespace {

constexpr domain::Span longestCompared = domain::Span::hours(6);
constexpr size_t mostTold = 6;     // series whose verdict is told
constexpr size_t mostJudged = 200; // the GUI waits for it

/// Of the times that a comparison looks at, so that it costs the same however long the graph and the impact are.
models::MetricPoints around(const models::MetricPoints &points, const models::MitigationWindows &windows)
{
    const Instant before = windows.mitigatedAt - windows.look;
    const Instant impact = windows.impactStart.isSet() ? windows.impactStart : windows.mitigatedAt;
    const auto first = models::firstFrom(points, (impact - windows.look).us);
    const auto last = models::firstFrom(points, (windows.mitigatedAt + windows.settle + windows.look).us);
    if (impact >= before)
        return {std::min(first, last), last};
    models::MetricPoints some(first, models::firstFrom(points, impact.us));
    some.insert(some.end(), models::firstFrom(points, before.us), last);
    return some;
}

qint64 timeOf(const domain::IncidentState &state, const QString &eventId)
{
    const auto found = std::find_if(state.entries.begin(), state.entries.end(),
                                    [&](const domain::Entry &entry) { return entry.eventId == eventId; });
    return found == state.entries.end() ? 0 : found->at.us;
}

/// From then on at the latest something was known to be wrong; unset where nothing says so.
Instant knownSince(const domain::IncidentState &state)
{
    Instant earliest = state.declaredAt;
    const auto take = [&earliest](Instant at) {
        if (at.isSet() && (!earliest.isSet() || at < earliest))
            earliest = at;
    };
    take(state.impactStart);
    for (const domain::Alert &alert : state.alerts)
        take(alert.firedAt);
    return earliest;
}

} // namespace

struct DetectionDesk::Judged
{
    QString series;
    QString unit;
    MitigationEffect effect;
};

struct DetectionDesk::Comparison
{
    std::vector<Judged> judged;
    size_t of = 0; ///< that many are shown
};

DetectionDesk::DetectionDesk(const Context &context, views::MetricsPanel &panel)
    : QObject(&panel)
    , m_context(context)
    , m_panel(panel)
{
    connect(&panel.proposals(), &views::ProposalBar::impactRequested, this, &DetectionDesk::propose);
    connect(&panel.proposals(), &views::ProposalBar::effectRequested, this, &DetectionDesk::compare);
    connect(&context.feed, &models::IncidentFeed::applied, this, &DetectionDesk::refreshImpact);
    tellForms();
}

/// They may outlive the graphs.
void DetectionDesk::tellForms()
{
    if (auto *triage = m_context.models.findChild<models::TriageModel *>())
        triage->setImpactHint([self = QPointer(this)] {
            return self ? models::ImpactHint{self->m_impact.text, self->m_impact.start, self->m_impact.end}
                        : models::ImpactHint();
        });
    if (auto *decisions = m_context.models.findChild<models::DecisionsModel *>())
        decisions->setEffectHint(
            [self = QPointer(this)](const QString &mitigation) { return self ? self->effectOf(mitigation) : QString(); });
}

void DetectionDesk::propose(int series)
{
    if (series < 0 || series >= m_context.store.count())
        return;
    const auto threshold = m_context.store.field(m_context.store.fieldOf(series)).threshold;
    const auto job = [data = m_context.store.at(series).data, threshold, range = m_panel.plot().range(),
                      known = knownSince(m_context.feed.state())] {
        return models::proposeImpact(data, threshold, range, known);
    };
    takeAnswer(this, elsewhere<ImpactProposal>(job), [this, turn = ++m_turn](const ImpactProposal &proposal) {
        if (turn != m_turn)
            return;
        const GraphOffer offer = impactOffer(proposal);
        m_shown.reset();
        if (offer.start) {
            m_shown = proposal;
            m_impact = {views::proposalText(proposal, m_context.times), offer.start, offer.end};
        }
        m_panel.proposals().propose(offer);
    });
}

/// The forms show what is recorded beside it; the panel has to say so.
GraphOffer DetectionDesk::impactOffer(const ImpactProposal &proposal) const
{
    GraphOffer offer;
    offer.text = views::proposalText(proposal, m_context.times);
    if (!proposal.excursion)
        return offer;
    offer.start = proposal.excursion->start;
    offer.end = proposal.excursion->end;
    const domain::IncidentState &state = m_context.feed.state();
    offer.startRecorded = models::sameMoment(proposal, *offer.start, state.impactStart);
    offer.endRecorded = offer.end && models::sameMoment(proposal, *offer.end, state.impactEnd);
    const QString recorded = views::recordedText(offer, state.impactStart, state.impactEnd, m_context.times);
    if (!recorded.isEmpty())
        offer.text += u' ' + recorded;
    return offer;
}

/// What is offered still may be in the record by now, by whomever.
void DetectionDesk::refreshImpact()
{
    if (!m_shown || !m_panel.proposals().offer().start)
        return;
    const GraphOffer offer = impactOffer(*m_shown);
    if (offer.text != m_panel.proposals().offer().text)
        m_panel.proposals().refresh(offer);
}

/// The most telling first.
DetectionDesk::Comparison DetectionDesk::judged(const models::MitigationWindows &windows, bool kept) const
{
    const MetricStore &store = m_context.store;
    Comparison done;
    std::vector<Judged> &all = done.judged;
    for (int i = 0; i < store.count(); ++i) {
        const MetricStore::Series &series = store.at(i);
        const bool frozen = store.field(store.fieldOf(i)).notice.kind == models::MetricNotice::Kind::Frozen;
        if (!series.shown || series.data.points.empty() || frozen != kept)
            continue;
        if (++done.of > mostJudged)
            continue;
        all.push_back({series.label, series.data.unit, models::mitigationEffect(around(series.data.points, windows), windows)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Judged &a, const Judged &b) { return models::tellsMore(a.effect, b.effect); });
    return done;
}

/// What does not show the impact was not mitigated, however much it changed. Where the others do not agree, some are better and some
/// are not: that is a result in part, and never the one of the loudest.
QString DetectionDesk::resultOf(const std::vector<Judged> &all)
{
    QStringList words;
    for (const Judged &each : all) {
        if (each.effect.showsImpact)
            words.append(views::resultWord(each.effect.verdict));
    }
    words.removeDuplicates();
    if (words.size() == 1)
        return words.first();
    const auto better = [](const Judged &each) {
        return each.effect.verdict == Verdict::Restored || each.effect.verdict == Verdict::Partial;
    };
    return std::any_of(all.begin(), all.end(), better) ? views::resultWord(Verdict::Partial) : QString();
}

/// What is not told of series by their names.
QStringList DetectionDesk::restOf(const Comparison &comparison)
{
    QStringList lines;
    const std::vector<Judged> &all = comparison.judged;
    if (all.size() > mostTold) {
        const auto first = all.begin() + mostTold;
        const auto showing = std::count_if(first, all.end(), [](const Judged &each) { return each.effect.showsImpact; });
        const auto back = std::count_if(first, all.end(),
                                        [](const Judged &each) { return each.effect.verdict == Verdict::Restored; });
        const int more = int(all.end() - first);
        lines.append(
            showing == 0
                ? tr("And %n more series; the impact shows in none of them.", nullptr, more)
                : tr("And %n more series; the impact shows in %1 of them (restored: %2).", nullptr, more).arg(showing).arg(back));
    }
    if (comparison.of > all.size())
        lines.append(tr("Only the first %1 of %2 series are compared. Hide those that do not matter, and ask again.")
                         .arg(all.size())
                         .arg(comparison.of));
    return lines;
}

models::MitigationWindows DetectionDesk::windowsOf(const Mitigation &mitigation) const
{
    const domain::IncidentState &state = m_context.feed.state();
    models::MitigationWindows windows;
    windows.impactStart = state.impactStart.isSet() ? state.impactStart : m_impact.start.value_or(Instant());
    windows.mitigatedAt = mitigation.at;
    windows.until = m_context.feed.now();
    return windows;
}

std::optional<models::MetricRange> DetectionDesk::missingOf(const models::MitigationWindows &windows) const
{
    if (!m_context.store.isLive())
        return {};
    Instant first = windows.mitigatedAt - windows.look;
    // In a graph of more hours a quarter of one is too few values.
    if (windows.impactStart.isSet() && (windows.until - windows.impactStart).us < longestCompared.us)
        first = std::min(first, windows.impactStart - windows.look);
    const Instant last = std::min(windows.until, windows.mitigatedAt + windows.settle + windows.look);
    const models::MetricRange now = m_panel.plot().range();
    if (now.fromUs <= first.us && (now.toUs >= last.us || m_panel.plot().isFollowing()))
        return {};
    return models::MetricRange{first.us, last.us};
}

GraphOffer DetectionDesk::effectOffer(const QString &mitigation) const
{
    GraphOffer offer;
    const domain::IncidentState &state = m_context.feed.state();
    const Mitigation *found = state.mitigation(mitigation);
    if (!found)
        return offer;
    const models::MitigationWindows windows = windowsOf(*found);
    if (missingOf(windows)) {
        offer.text = tr("What it did is told by V in the graphs: what is compared is not all in sight.");
        return offer;
    }
    Comparison compared = judged(windows, false);
    if (compared.judged.empty())
        compared = judged(windows, true);
    if (compared.judged.empty())
        return offer;
    if (const QString result = resultOf(compared.judged); !result.isEmpty())
        offer.result = u"/result #%1 %2"_s.arg(found->id, result);
    const QStringList rest = restOf(compared);
    compared.judged.resize(std::min(compared.judged.size(), mostTold));
    QStringList lines = linesOf(compared.judged) + rest;
    if (!windows.impactStart.isSet())
        lines.append(tr("State when the impact began: then they are compared with what was usual before it."));
    offer.text = lines.join(u'\n');
    return offer;
}

/// Those that lack the same in one line, behind those that say something.
QStringList DetectionDesk::linesOf(const std::vector<Judged> &all) const
{
    QStringList lines;
    QStringList lacks;
    QHash<QString, QStringList> lacking;
    for (const Judged &each : all) {
        if (each.effect.verdict != Verdict::TooLittle) {
            lines.append(views::effectText(each.series, each.unit, each.effect));
            continue;
        }
        const QString lack = views::lackText(each.effect, m_context.times);
        if (!lacking.contains(lack))
            lacks.append(lack);
        lacking[lack].append(each.series);
    }
    for (const QString &lack : std::as_const(lacks))
        lines.append(u"%1: %2."_s.arg(lacking.value(lack).join(u", "_s), lack));
    return lines;
}

QString DetectionDesk::effectOf(const QString &mitigation) const
{
    return effectOffer(mitigation).text;
}

/// What a graph of a query does not show, it does not have: half of it would be judged wrongly.
void DetectionDesk::widen(const QString &mitigation, models::MetricRange range)
{
    views::MetricPlot &plot = m_panel.plot();
    const qint64 ago = m_context.feed.now().us - range.fromUs;
    if (ago < longestCompared.us)
        plot.follow(ago + models::MitigationWindows().look.us); // it goes on while somebody reads this
    else
        plot.setRange(range);
    GraphOffer offer;
    offer.text =
        tr("The graphs did not show all that tells what %1 did. They do now, from %2 on: once they are drawn, press V again.")
            .arg(mitigation, m_context.times.time(Instant{plot.range().fromUs}));
    m_panel.proposals().propose(offer);
}

/// What stands there may be what came of a mitigation: the one before it is meant.
void DetectionDesk::compare(const QString &eventId)
{
    const domain::IncidentState &state = m_context.feed.state();
    const qint64 at = timeOf(state, eventId);
    const Mitigation *meant = nullptr;
    for (const Mitigation &each : state.mitigations) {
        if (each.eventId == eventId || (each.at.us <= at && (!meant || meant->at <= each.at)))
            meant = &each;
        if (each.eventId == eventId)
            break;
    }
    if (!meant)
        return;
    if (const auto missing = missingOf(windowsOf(*meant)))
        return widen(meant->id, *missing);
    GraphOffer offer = effectOffer(meant->id);
    offer.text = offer.text.isEmpty()
                     ? tr("What %1 did cannot be told: no series that is shown has values. Ask for one with Q.").arg(meant->id)
                     : tr("What %1 did, proposed:").arg(meant->id) + u' ' + offer.text;
    m_panel.proposals().propose(offer);
}

} // namespace fireline::window
