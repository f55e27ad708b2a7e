// SPDX-License-Identifier: GPL-3.0-or-later
#include "detectiondesk.h"

#include "decisions/decisionsmodel.h"
#include "detection/impactproposal.h"
#include "feed/incidentfeed.h"
#include "metrics/metricplot.h"
#include "metrics/metricspanel.h"
#include "metrics/proposalbar.h"
#include "metrics/proposalwords.h"
#include "takeanswer.h"
#include "text/timedisplay.h"
#include "triage/triagemodel.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::Instant;
using domain::Mitigation;
using models::ImpactProposal;
using models::MetricStore;
using models::MitigationEffect;
using views::GraphOffer;

namespace {

constexpr int mostTold = 6; // series whose verdict is told

/// Of the time that a comparison looks at, so that it costs the same however long the graph is.
models::MetricPoints around(const models::MetricPoints &points, const models::MitigationWindows &windows)
{
    const Instant first = windows.impactStart.isSet() ? windows.impactStart : windows.mitigatedAt;
    return {models::firstFrom(points, (first - windows.look).us),
            models::firstFrom(points, (windows.mitigatedAt + windows.settle + windows.look).us)};
}

qint64 timeOf(const domain::IncidentState &state, const QString &eventId)
{
    const auto found = std::find_if(state.entries.begin(), state.entries.end(),
                                    [&](const domain::Entry &entry) { return entry.eventId == eventId; });
    return found == state.entries.end() ? 0 : found->at.us;
}

} // namespace

DetectionDesk::DetectionDesk(const Context &context, views::MetricsPanel &panel)
    : QObject(&panel)
    , m_context(context)
    , m_panel(panel)
{
    connect(&panel.proposals(), &views::ProposalBar::impactRequested, this, &DetectionDesk::propose);
    connect(&panel.proposals(), &views::ProposalBar::effectRequested, this, &DetectionDesk::compare);
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
    const auto job = [data = m_context.store.at(series).data, threshold, range = m_panel.plot().range()] {
        return models::proposeImpact(data, threshold, range);
    };
    takeAnswer(this, elsewhere<ImpactProposal>(job), [this, turn = ++m_turn](const ImpactProposal &proposal) {
        if (turn != m_turn)
            return;
        GraphOffer offer;
        offer.text = views::proposalText(proposal, m_context.times);
        if (proposal.excursion) {
            offer.start = proposal.excursion->start;
            offer.end = proposal.excursion->end;
            m_impact = offer;
        }
        m_panel.proposals().propose(offer);
    });
}

GraphOffer DetectionDesk::effectOffer(const QString &mitigation) const
{
    GraphOffer offer;
    const domain::IncidentState &state = m_context.feed.state();
    const Mitigation *found = state.mitigation(mitigation);
    if (!found)
        return offer;
    models::MitigationWindows windows;
    windows.impactStart = state.impactStart.isSet() ? state.impactStart : m_impact.start.value_or(Instant());
    windows.mitigatedAt = found->at;
    windows.until = m_context.feed.now();
    // The greatest effect speaks for all: what did not change is not what was mitigated.
    double greatest = -1;
    QStringList lines;
    QStringList unsaid;
    for (int i = 0; i < m_context.store.count() && lines.size() + unsaid.size() < mostTold; ++i) {
        const MetricStore::Series &series = m_context.store.at(i);
        if (!series.shown || series.data.points.empty())
            continue;
        const MitigationEffect effect = models::mitigationEffect(around(series.data.points, windows), windows);
        if (effect.verdict == MitigationEffect::Verdict::TooLittle) {
            unsaid.append(series.label);
            continue;
        }
        lines.append(views::effectText(series.label, series.data.unit, effect));
        if (std::abs(effect.delta) > greatest) {
            greatest = std::abs(effect.delta);
            offer.result = views::resultWord(effect.verdict);
        }
    }
    if (!unsaid.isEmpty())
        lines.append(views::tooLittleText(unsaid));
    if (lines.isEmpty())
        return {};
    if (!offer.result.isEmpty())
        offer.result = u"/result #%1 %2"_s.arg(found->id, offer.result);
    offer.text = lines.join(u'\n');
    return offer;
}

QString DetectionDesk::effectOf(const QString &mitigation) const
{
    return effectOffer(mitigation).text;
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
    GraphOffer offer = effectOffer(meant->id);
    offer.text.prepend(tr("What %1 did, proposed:").arg(meant->id) + u' ');
    m_panel.proposals().propose(offer);
}

} // namespace fireline::window
