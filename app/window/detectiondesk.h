// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "detection/impactproposal.h"
#include "metrics/graphquery.h"

#include <QObject>

#include <optional>
#include <vector>

namespace fireline::domain {
struct Mitigation;
}

namespace fireline::models {
class IncidentFeed;
class MetricStore;
struct MitigationWindows;
} // namespace fireline::models

namespace fireline::views {
class MetricsPanel;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

/// What the graphs of one window tell of the impact and of mitigations: worked out in Qt's thread pool, proposed in the panel and in
/// the forms that ask for it, never set. GUI thread; owned by the panel; feed, store and times outlive it.
class DetectionDesk : public QObject
{
    Q_OBJECT
public:
    struct Context
    {
        const models::IncidentFeed &feed;
        const models::MetricStore &store;
        const views::TimeDisplay &times;
        QObject &models; ///< whose forms are told what is proposed
    };
    DetectionDesk(const Context &context, views::MetricsPanel &panel);

    /// What was proposed last; without text where nothing was.
    [[nodiscard]] const views::GraphOffer &impact() const { return m_impact; }
    /// What the shown series say of that mitigation, a line for each, the most telling first; empty where none has values. Kept graphs
    /// are asked only where no other is shown: beside those that go on they would say the same again, of less.
    [[nodiscard]] QString effectOf(const QString &mitigation) const;

private:
    struct Judged;
    struct Comparison;
    void tellForms();
    void propose(int series);
    void refreshImpact();
    void compare(const QString &eventId);
    void widen(const QString &mitigation, models::MetricRange range);
    [[nodiscard]] views::GraphOffer impactOffer(const models::ImpactProposal &proposal) const;
    [[nodiscard]] Comparison judged(const models::MitigationWindows &windows, bool kept) const;
    [[nodiscard]] static QString resultOf(const std::vector<Judged> &all);
    [[nodiscard]] static QStringList restOf(const Comparison &comparison);
    [[nodiscard]] QStringList linesOf(const std::vector<Judged> &all) const;
    [[nodiscard]] models::MitigationWindows windowsOf(const domain::Mitigation &mitigation) const;
    /// The time that has to be in sight; nothing where it is, or where there is all of a file.
    [[nodiscard]] std::optional<models::MetricRange> missingOf(const models::MitigationWindows &windows) const;
    [[nodiscard]] views::GraphOffer effectOffer(const QString &mitigation) const;

    Context m_context;
    views::MetricsPanel &m_panel;
    views::GraphOffer m_impact;
    std::optional<models::ImpactProposal> m_shown; ///< in the panel, unless something else was proposed since
    int m_turn = 0;                                ///< an answer to an earlier question has nothing to say
};

} // namespace fireline::window
