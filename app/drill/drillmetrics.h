// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

// What the graphs show in a drill, as its file says it:
//
//   metrics:
//     file: demo.csv       # CSV or JSON beside the scenario, its times those of the drill
//     graphs: [{query: error_percent, threshold: 5, unit: "%"}]   # optional: what is shown at first; a series by its name
namespace fireline::drill {

/// A graph that is shown from the start. A value.
struct DrillGraph
{
    QString query; ///< name of its series
    QString unit;
    std::optional<double> threshold;
};

/// What was measured in the incident that is played. A value.
struct DrillMetrics
{
    QString file; ///< its path; empty: nothing was
    QList<DrillGraph> graphs;
};

} // namespace fireline::drill
