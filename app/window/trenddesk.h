// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/alerttrend.h"
#include "inbox/inboxmodel.h"
#include "prometheus/prometheusclient.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace fireline::views {
class InboxPanel;
}

namespace fireline::window {

class AlertSources;

/// Asks a Prometheus about the alert that is selected: its expression now and over the same time a day and a week earlier, and when the
/// alert fired in the last 30 days (HDF-9). One alert at a time; whoever selects another is not interested in the one before. GUI thread;
/// owned by the panel; sources outlive it.
class TrendDesk : public QObject
{
    Q_OBJECT
public:
    TrendDesk(AlertSources &sources, models::InboxModel &model, views::InboxPanel &panel);

signals:
    /// When that alert began to fire, as far as the source knows.
    void firingsKnown(const QString &fingerprint, const QList<fireline::domain::Instant> &starts);

private:
    void select(const QString &fingerprint);
    void ask();
    void takeRules(const domain::Outcome<QList<connectors::AlertRule>> &rules);
    void askLine(const connectors::PrometheusClient &client, models::TrendLine::When when, domain::Span before);
    void takeLine(models::TrendLine::When when, domain::Instant from, const domain::Outcome<connectors::QueryResult> &result);
    void askFirings(const connectors::PrometheusClient &client);
    void show(const models::AlertTrend &trend);

    AlertSources &m_sources;
    models::InboxModel &m_model;
    views::InboxPanel &m_panel;
    QString m_selected;
    models::AlertLabels m_labels;
    domain::Instant m_to;
    models::AlertTrend m_trend;
    std::unique_ptr<QObject> m_asking; ///< goes with the alert it was asked for
    bool m_asked = false;
};

} // namespace fireline::window
