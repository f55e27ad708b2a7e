// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/proposalbar.h"

#include <QApplication>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

// What the graphs propose: said, offered for quick entry, and never set.
namespace fireline::views {

namespace metrics = models::metrics;

void MetricsPanel::buildProposals()
{
    m_proposals = new ProposalBar(m_theme, this);
    connect(m_proposals, &ProposalBar::entryRequested, this, &MetricsPanel::entryRequested);
    connect(m_proposals, &ProposalBar::leftAside, this, [this] { firstFocus()->setFocus(); });
    connect(m_proposals, &ProposalBar::offerChanged, this, [this] {
        const GraphOffer &offer = m_proposals->offer();
        if (offer.start) {
            const qint64 end = offer.end ? offer.end->us : std::max(m_plot->range().toUs, offer.start->us);
            m_plot->setProposed(models::MetricRange{offer.start->us, end});
        } else {
            m_plot->setProposed({});
        }
        if (m_actions)
            m_actions->refreshLater();
        // Who asked for it reads it, also where the panel is low and shows only what has the keyboard.
        if (!offer.text.isEmpty() && isAncestorOf(QApplication::focusWidget()))
            m_proposals->focusFirst();
        makeRoom(); // the keyboard has left what may go
    });
}

/// The one that is chosen in the graph, or the last that is in sight.
QString MetricsPanel::mitigationMark() const
{
    QString last;
    for (int row = 0; row < m_marks.rowCount(); ++row) {
        const QModelIndex mark = m_marks.index(row, 0);
        if (mark.data(metrics::KindRole) != u"mitigation"_s || mark.data(metrics::AtRole).toLongLong() > m_plot->range().toUs)
            continue;
        last = mark.data(metrics::EventIdRole).toString();
        if (last == m_plot->mark())
            return last;
    }
    return last;
}

void MetricsPanel::addProposalActions(ActionRegistry &actions)
{
    const QString menu = u"incident/"_s + tr("Metric graphs");
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         const ActionRegistry::Handler &handler, const std::function<QString()> &whyNot) {
        actions.add(reading({id, text, help, menu, icon, {QKeySequence(key)}, this}), handler, [this, whyNot] {
            const QString none = whyNotRow();
            return none.isEmpty() ? whyNot() : none;
        });
    };
    const auto whenProposed = [](const std::optional<domain::Instant> &at, bool recorded) {
        if (at)
            return recorded ? tr("The record has it already.") : QString();
        return tr("The graphs propose nothing of that. Press P to look, with the right series selected.");
    };
    const QString entered = tr("Puts it into quick entry, where you change or enter it.");
    add(
        u"metrics.propose"_s, tr("Propose beginning and end of the impact"),
        tr("From the selected series: where it was not as usual, or beyond its threshold. Nothing is set."), u"impact"_s, u"P"_s,
        [this] { emit m_proposals->impactRequested(m_list->currentIndex().row()); }, [] { return QString(); });
    add(
        u"metrics.takeStart"_s, tr("Take over the proposed beginning"), entered, u"impact"_s, u"B"_s,
        [this] { m_proposals->takeStart(); },
        [=, this] { return whenProposed(m_proposals->offer().start, m_proposals->offer().startRecorded); });
    add(
        u"metrics.takeEnd"_s, tr("Take over the proposed end"), entered, u"impact"_s, u"N"_s, [this] { m_proposals->takeEnd(); },
        [=, this] { return whenProposed(m_proposals->offer().end, m_proposals->offer().endRecorded); });
    add(
        u"metrics.effect"_s, tr("What the mitigation did"),
        tr("Compares the series before and behind the mitigation that is chosen in the graph, or the last one."), u"mitigation"_s,
        u"V"_s, [this] { emit m_proposals->effectRequested(mitigationMark()); },
        [this] { return mitigationMark().isEmpty() ? tr("There is no mitigation in this time.") : QString(); });
}

} // namespace fireline::views
