// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/outcome.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::drill {

/// One line of what happened while a drill was played.
struct DrillLine
{
    enum class Kind {
        Say, ///< the facilitator
        Inject,
        Done,       ///< a line was taken
        Refused,    ///< as the scenario expects
        Warned,     ///< a warning of the process; the line was taken
        Rung,       ///< a rung of a ladder came due
        Late,       ///< a clock ran late
        Silent,     ///< the person does not answer: the line was not played
        HeldBack,   ///< the network is cut: the inject waits
        Unexpected, ///< something else happened than the scenario expects
        Left,       ///< not played: left to the people at the console
    };
    Kind kind = Kind::Say;
    domain::Instant at;
    QString who;
    QString text;
    QString rule; ///< id of the rule; may be empty
};

struct LateClock
{
    QString id;
    QString rule;
    QString text;
    QStringList source;
    domain::Instant due; ///< when it was late from
};

/// How a drill goes while it runs: what counts as failed (decisions 16). A value.
struct DrillScore
{
    int late = 0;
    int lateAllowed = 0;
    int overrides = 0;
    int overridesAllowed = 0;
    int unexpected = 0;
    [[nodiscard]] bool passes() const { return unexpected == 0 && late <= lateAllowed && overrides <= overridesAllowed; }

    bool operator==(const DrillScore &) const = default;
};

/// What the script will bring about. A value.
struct ComingInject
{
    domain::Instant at; ///< unset: it waits for something to show
    QString text;

    bool operator==(const ComingInject &) const = default;
};

/// How a drill went. A value.
struct DrillResult
{
    QString scenario;
    QString title;
    QString process;
    quint64 seed = 0;
    domain::Instant started;
    domain::Instant ended;
    QList<DrillLine> lines;
    QList<LateClock> late;
    QMap<QString, int> overridden; ///< rule id to how often
    QStringList unexpected;        ///< one sentence each
    QStringList clocksSeen;        ///< rules whose clock ran at all, sorted
    int done = 0;
    int refused = 0; ///< refusals that the scenario expects
    int lateAllowed = 0;
    int overridesAllowed = 0;
    std::optional<domain::Problem> problem; ///< the drill could not be played to its end

    [[nodiscard]] int overrides() const;
    /// Played to its end, nothing unexpected, no more late clocks and overrides than the scenario allows (decisions 16).
    [[nodiscard]] bool passed() const;
};

[[nodiscard]] QString kindWord(DrillLine::Kind kind);
/// One line as people read it, with its time in UTC: "09:12:00Z Ana: /claim".
[[nodiscard]] QString lineText(const DrillLine &line);
/// The report without the lines: what went wrong, the figures, the verdict. Ends with a line feed.
[[nodiscard]] QString reportText(const DrillResult &result);
[[nodiscard]] QJsonObject reportJson(const DrillResult &result);

} // namespace fireline::drill
