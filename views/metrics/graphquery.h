// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace fireline::views
