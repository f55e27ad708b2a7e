// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timenotation.h"

#include <QList>
#include <QString>

namespace fireline::exchange {

/// An exact instant that a text carries beside what its author typed. A value.
struct Evidence
{
    domain::Instant at;
    QString from;            ///< "a message link", "4:42PM UTC": for the warning
    bool isLink = false;     ///< the instant of a chat message that the text links to
    bool eventBegan = false; ///< the words before it say that something began then ("Violation started: ...")
};

/// Instants in chat links (Slack's /p1690294889724869, Gitter's ?at=OBJECTID) and full stamps with a certain zone.
[[nodiscard]] QList<Evidence> findEvidence(const QString &text);

/// The offset from UTC, in seconds, that makes `local` (seconds since 1970 of the clock as written) fit the evidence to
/// within `tolerance` seconds; only whole hours and the half-hour zones in use. Nothing when none does.
[[nodiscard]] std::optional<int> offsetShown(qint64 local, const Evidence &evidence, int tolerance);

} // namespace fireline::exchange
