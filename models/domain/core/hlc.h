// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

#include <compare>
#include <optional>

namespace fireline::domain {

/// A hybrid logical clock stamp: wall microseconds and a counter that orders what the wall clock cannot. A value.
struct Hlc
{
    qint64 us = 0;
    quint32 counter = 0;

    auto operator<=>(const Hlc &) const = default;

    /// Sortable text: 16 hex digits of microseconds, a dash, 8 hex digits of the counter.
    [[nodiscard]] QString toString() const;
    static std::optional<Hlc> fromString(const QString &text);
};

/// The stamp for a local event: never earlier than `last`, whatever the wall clock does.
[[nodiscard]] Hlc tick(Hlc last, Instant wall);
/// `last` advanced by a stamp seen from elsewhere; one more than 60 s ahead of the wall clock is not followed (sync 3).
[[nodiscard]] Hlc observe(Hlc last, Hlc remote, Instant wall);

} // namespace fireline::domain
