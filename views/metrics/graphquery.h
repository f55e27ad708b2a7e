// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

#include <optional>

namespace fireline::views {

/// A graph as somebody asks for it. A value.
struct GraphQuery
{
    QString source; ///< id; empty: of a file, whose graph is drawn another way
    QString query;
    QString unit;
    std::optional<double> threshold;
};

/// Whom a query can be asked. A value.
struct GraphSource
{
    QString id;
    QString name;
};

/// What the graphs propose to be entered; nothing is set by it. A value.
struct GraphOffer
{
    QString text;                         ///< for people; empty: nothing is proposed
    std::optional<domain::Instant> start; ///< of the impact
    std::optional<domain::Instant> end;
    QString result = {};        ///< a line for quick entry that says what a mitigation did; empty: that cannot be said
    bool startRecorded = false; ///< the record has it already: it is told, and not offered
    bool endRecorded = false;
};

/// A graph that was kept in the record. A value.
struct KeptGraph
{
    QString eventId;
    QString sha256; ///< of its values
    QString text;   ///< "E12 · Values of the graph, …"
};

} // namespace fireline::views
