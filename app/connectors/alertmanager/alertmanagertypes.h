// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answers/series.h"

#include <QList>
#include <QStringList>

namespace fireline::connectors {

/// An alert as Alertmanager has it. A value.
struct ManagedAlert
{
    enum class State { Active, Suppressed, Unprocessed, Other };
    QString fingerprint; ///< the same for the same labels
    Labels labels;
    Labels annotations;
    State state = State::Other;
    QStringList silencedBy;  ///< ids of silences
    QStringList inhibitedBy; ///< fingerprints
    QStringList receivers;
    domain::Instant startsAt;
    domain::Instant endsAt; ///< it counts as cleared from here on, unless it is heard of again
    domain::Instant updatedAt;
    QString generator; ///< address of the expression in its source
};

/// Which alerts a silence is about. A value.
struct Matcher
{
    QString name;
    QString value;
    bool regex = false;
    bool equal = true;

    bool operator==(const Matcher &) const = default;
};

struct Silence
{
    enum class State { Pending, Active, Expired, Other };
    QString id; ///< empty in one that is to be made
    QList<Matcher> matchers;
    domain::Instant startsAt;
    domain::Instant endsAt;
    domain::Instant updatedAt;
    QString createdBy;
    QString comment;
    State state = State::Other;
};

/// A silence of exactly the alert with those labels.
[[nodiscard]] Silence silenceOf(const Labels &labels, domain::Instant from, domain::Instant to, const QString &who,
                                const QString &why);

/// Whether that one is what was wished for: same matchers in any order, person, words and end. Alertmanager moves a beginning that has
/// passed to its own time.
[[nodiscard]] bool fulfils(const Silence &there, const Silence &wished);

} // namespace fireline::connectors
