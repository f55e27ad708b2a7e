// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace fireline::models {

/// As what each series is drawn (which colour, dashes and marker), by what was asked and by its name: a series that goes and comes
/// again looks as it did, in whatever order they come, and nobody takes it for another. A value.
class SeriesLooks
{
public:
    using Names = QHash<QString, int>;

    /// What it had, where none of those that are there has it now; else the lowest that nobody has, and that is nobody's as long as
    /// there are enough to tell apart.
    [[nodiscard]] int lookFor(const QString &query, const QString &name, const QSet<int> &taken) const;
    /// The first that had the name keeps its look.
    void remember(const QString &query, const QString &name, int look);
    [[nodiscard]] Names of(const QString &query) const { return m_known.value(query); }

private:
    QHash<QString, Names> m_known;
};

} // namespace fireline::models
