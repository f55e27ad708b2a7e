// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/condition.h"

#include <QList>
#include <QString>

#include <optional>

// What a newcomer is told, one step after the other. Only the shape: what stands in the record decides how far somebody is
// (rules/guidestatus.h).
namespace fireline::domain {

/// Something that shows in the record; exactly one of these. A value.
struct Sign
{
    std::optional<Moment> moment; ///< such an event happened
    std::optional<Cond> tick;     ///< the condition holds now, as in the items of lists
    std::optional<Act> act;       ///< it was done, by whomever
    QString entry;                ///< a row of this kind stands in the timeline, and was not retracted

    bool operator==(const Sign &) const = default;
};

/// What has to be there before a step can be done.
struct GuideNeed
{
    Sign sign;
    QString text; ///< what is waited for, one sentence

    bool operator==(const GuideNeed &) const = default;
};

struct GuideStep
{
    QString id;
    QString what;          ///< "Take command"
    QString how;           ///< which keys to press, one or two sentences; what is to be typed stands between backticks
    bool anywhere = false; ///< those keys work wherever the keyboard is; otherwise it is typed into quick entry
    QString why;           ///< what it is good for, one sentence; may be empty
    QList<GuideNeed> needs;
    Sign done; ///< it is done once this shows, whatever way it came about

    bool operator==(const GuideStep &) const = default;
};

struct Guide
{
    QList<GuideStep> steps;
    QString next; ///< what to try afterwards; may be empty

    bool operator==(const Guide &) const = default;
};

} // namespace fireline::domain
