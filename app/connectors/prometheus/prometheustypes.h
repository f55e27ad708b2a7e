// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answers/series.h"

#include <QList>
#include <QStringList>

namespace fireline::connectors {

/// What an expression comes to. A value.
struct QueryResult
{
    enum class Kind { Vector, Matrix, Scalar, Text };
    Kind kind = Kind::Vector;
    std::vector<SampleSeries> series; ///< each with one sample, but for Matrix; one without labels for Scalar
    QString text;                     ///< of Text
    QStringList warnings;             ///< what Prometheus remarks
    int histograms = 0;               ///< series that were left out: no numbers, but native histograms
};

/// An alert as Prometheus has it, before Alertmanager groups, silences and passes it on. A value.
struct RuleAlert
{
    enum class State { Inactive, Pending, Firing, Other };
    Labels labels;
    Labels annotations;
    State state = State::Other;
    domain::Instant activeAt;
    double value = 0; ///< of the expression
};

/// A rule that alerts. A value.
struct AlertRule
{
    QString group;
    QString file;
    QString name;
    QString query; ///< its expression
    domain::Span pendingFor;
    Labels labels;
    Labels annotations;
    RuleAlert::State state = RuleAlert::State::Other;
    QString health; ///< "ok", "err", "unknown"
    QString lastError;
    QList<RuleAlert> alerts;
};

} // namespace fireline::connectors
