// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "strip/linkstate.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::models {

/// From when the elapsed time counts.
enum class ElapsedSince { Impact, Declared, Command };

/// What one look at the incident needs; references live for one call of stripState().
struct StripInput
{
    const domain::IncidentState &state;
    const domain::Process &process;
    const QList<domain::RunningClock> &clocks;
    domain::Instant now;
    SaveStatus save;
    QString profile; ///< who works at this console
    ElapsedSince since = ElapsedSince::Impact;
};

/// What the strip says, without words, colours and zones: those are the view's. A value; equal values look equal.
struct StripState
{
    struct Severity
    {
        QString id; ///< empty: not assessed
        QString name;
        int rank = 0;
        bool operator==(const Severity &) const = default;
    };
    struct Elapsed
    {
        ElapsedSince since = ElapsedSince::Impact; ///< what it counts from in fact: declared where the wished start is unknown
        domain::Span length;                       ///< never negative
        domain::Instant from;
        bool ended = false;
        bool operator==(const Elapsed &) const = default;
    };
    /// One thing that has to be told to somebody outside the work.
    struct UpdateDue
    {
        QString text;          ///< whose update, in the process's words
        QString audience;      ///< name of the audience
        bool promised = false; ///< the last update said when the next would come
        domain::RunningClock::State state = domain::RunningClock::State::Running;
        domain::Instant at; ///< late after it
        domain::Span left;  ///< negative once it is late
        domain::Instant snoozedUntil;
        bool operator==(const UpdateDue &) const = default;
    };
    struct Updates
    {
        enum class State { NotNeeded, NotSet, Running, Due, Late };
        State state = State::NotNeeded;
        domain::Span left;    ///< of the earliest; negative once it is late
        QList<UpdateDue> all; ///< the earliest first
        bool operator==(const Updates &) const = default;
    };
    struct Command
    {
        QString role; ///< what the process calls the one who commands
        QString holder;
        bool you = false;
        bool needed = true; ///< the process wants somebody here, at this severity and as long as the work lasts
        QString handoverTo; ///< empty while none runs
        bool toYou = false;
        bool announced = false; ///< all that is missing is "I have command"
        bool operator==(const Command &) const = default;
    };
    struct CallBacks
    {
        int open = 0;
        int late = 0;
        int notAcknowledged = 0;
        bool operator==(const CallBacks &) const = default;
    };
    struct Save
    {
        enum class State { Saved, Saving, NotSaved, ReadOnly };
        State state = State::Saved;
        int count = 0;                             ///< events on their way, or refused
        std::optional<domain::Problem::Kind> kind; ///< why the disk refused them
        QString reason;                            ///< translated sentence of the same
        bool operator==(const Save &) const = default;
    };

    enum class Stage { Open, Resolved, Closed, Withdrawn };

    Severity severity;
    QString phase;
    Stage stage = Stage::Open;
    Elapsed elapsed;
    Updates updates;
    Command command;
    CallBacks callBacks;
    Save save;
    LinkState link;                     ///< of the record; told to the view by itself
    int people = 0;                     ///< who take part in the incident
    std::optional<QStringList> members; ///< who may see it, where it is private
    bool drill = false;

    bool operator==(const StripState &) const = default;
};

/// Pure. Times are differences of wall times, so a suspended machine loses none of them, and none is ever negative but a
/// countdown that ran out.
[[nodiscard]] StripState stripState(const StripInput &input);
/// Likewise of a feed as it stands now.
[[nodiscard]] StripState stripState(const IncidentFeed &feed, ElapsedSince since);

} // namespace fireline::models
