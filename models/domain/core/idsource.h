// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QString>

#include <random>

namespace fireline::domain {

/// Makes ids. Injected; owned by whoever composes the program; one thread.
class IdSource
{
public:
    virtual ~IdSource() = default;
    /// A UUIDv7 (RFC 9562) in lower-case canonical form: time-ordered by `now`, and rising within one source.
    [[nodiscard]] virtual QString next(Instant now) = 0;
};

/// Ids from 74 random bits each; with a seed the same ids come again (drills, tests).
class UuidV7Source : public IdSource
{
public:
    /// Seeded from the operating system.
    UuidV7Source();
    explicit UuidV7Source(quint64 seed);
    [[nodiscard]] QString next(Instant now) override;

private:
    std::mt19937_64 m_random;
    qint64 m_lastMs = 0;
    quint32 m_sequence = 0;
};

/// True for a lower-case canonical UUID of version 7 and the RFC variant.
[[nodiscard]] bool isUuidV7(const QString &text);

} // namespace fireline::domain
