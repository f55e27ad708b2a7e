// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>

namespace fireline::views {

/// What can be written with a row of the timeline: as a line for quick entry, or as a command where no words are needed. A
/// value; the row must stand while it is used.
class TimelineDeeds
{
public:
    explicit TimelineDeeds(const QModelIndex &row) : m_row(row) { }

    [[nodiscard]] QString correction() const;
    /// Also the other way: a retracted entry is restored.
    [[nodiscard]] QString retraction() const;
    /// "#A12 ", or the entry itself where it made no object.
    [[nodiscard]] QString reference() const;
    /// Begins a line with the time of the row.
    [[nodiscard]] QString lineAfter(domain::Instant now) const;
    [[nodiscard]] domain::Command pinning() const;

private:
    [[nodiscard]] QString ref() const;

    QModelIndex m_row;
};

} // namespace fireline::views
