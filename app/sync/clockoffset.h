// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>

#include <optional>

namespace fireline::sync {

/// How far the server's clock is from ours: the middle of the round trip, the median of the last five (sync 3). Nothing is
/// ever set by it; it is shown. A value.
class ClockOffset
{
public:
    /// `roundTrip` by the steady clock, `answered` by the wall clock at its end.
    void add(domain::Instant server, domain::Instant answered, domain::Span roundTrip);
    /// Nothing before the first sample.
    [[nodiscard]] std::optional<domain::Span> value() const;
    void clear() { m_samples.clear(); }

private:
    QList<qint64> m_samples; ///< microseconds, oldest first
};

} // namespace fireline::sync
