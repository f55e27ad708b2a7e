// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "metrics/metricseries.h"

#include <QStringList>

#include <functional>
#include <vector>

class QObject;

namespace fireline::models {

/// What is asked of a source of series. A value.
struct SeriesQuestion
{
    QString query; ///< in the source's own language
    qint64 fromUs = 0;
    qint64 toUs = 0;
    int pixels = 1000; ///< so many values are enough
    qint64 stepUs = 0; ///< between two values; 0: the source chooses by the pixels
};

/// What it says. A value.
struct SeriesAnswer
{
    std::vector<MetricSeries> series; ///< by name, each once
    qint64 stepUs = 0;                ///< between two values
    QString remark;                   ///< for people; empty: none
};

/// A system, or whatever stands for one, that answers queries with series over time (HDF-8). GUI thread; owned by the composition,
/// outlives who asks.
class SeriesSource
{
public:
    using Told = std::function<void(const domain::Outcome<SeriesAnswer> &outcome)>;

    virtual ~SeriesSource() = default;
    /// The same one in every run.
    [[nodiscard]] virtual QString id() const = 0;
    /// For people: as they call it. For lists; in a sentence called() stands.
    [[nodiscard]] virtual QString name() const = 0;
    /// "Prometheus at metrics.example:9090": what it is to somebody who does not know that name.
    [[nodiscard]] virtual QString place() const { return name(); }
    /// Its name in a sentence: quoted where somebody gave it, for it may be a word that means something else there, such as "alerts".
    [[nodiscard]] QString called() const;
    /// Tells exactly once, never within this call, and within a time of its own; nobody where `receiver` is gone by then.
    virtual void ask(const SeriesQuestion &question, QObject *receiver, const Told &told) = 0;

    using NamesTold = std::function<void(const QStringList &names)>;
    /// What a query can name, for whoever types one. As ask() tells, but never where the source cannot say.
    virtual void askNames(QObject * /*receiver*/, const NamesTold & /*told*/) { }
};

} // namespace fireline::models
