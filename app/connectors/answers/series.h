// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QMap>
#include <QString>

#include <vector>

namespace fireline::connectors {

/// Names and values that tell one series, alert or rule from another.
using Labels = QMap<QString, QString>;

/// One value at one time. NaN: there is none, infinite ones stay what they are. A value; any thread.
struct Sample
{
    qint64 atUs = 0;
    double value = 0;
};

/// What a system gives under one set of labels. A value; any thread.
struct SampleSeries
{
    QString name; ///< as the system writes it: up{job="node"}
    Labels labels;
    QString unit;                ///< where the system says it
    std::vector<Sample> samples; ///< by time; a time may occur twice
    qint64 outOfOrder = 0;       ///< samples that stood before an earlier one, and were put in their place
};

/// Puts the samples in order and counts those that were not.
void sortSamples(SampleSeries &series);

/// up{instance="a", job="node"}: as PromQL writes it.
[[nodiscard]] QString seriesName(const Labels &labels);

/// More than these is not taken: a graph shows less, and a window stays quick.
inline constexpr qsizetype mostSeries = 2000;
inline constexpr qsizetype mostSamples = 5'000'000;
inline constexpr qsizetype mostLabels = 200;
inline constexpr qsizetype mostRecords = 50'000; ///< alerts, silences, rules, names

} // namespace fireline::connectors
