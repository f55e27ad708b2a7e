// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fireline::models {

/// What is to be known of where values come from, for whoever reads the graph. Instants are microseconds. A value.
struct MetricNotice
{
    enum class Kind {
        None,
        Asking,      ///< nothing came yet
        Empty,       ///< it answers, and has nothing
        Unreachable, ///< it does not answer, or refuses
        Stale,       ///< it answers, and nothing new comes
        Frozen,      ///< kept, and nobody is asked
    };
    Kind kind = Kind::None;
    QString text;    ///< who is asked; of Unreachable what is wrong, in its words
    qint64 atUs = 0; ///< of the last value; of Unreachable when it answered last; of Frozen when it was kept; 0: never
    QString remark;  ///< what the source says beside its values

    bool operator==(const MetricNotice &) const = default;
};

/// How one field of axes is drawn. A value.
struct MetricField
{
    QString title;                   ///< what is asked; empty for files
    QString from;                    ///< who is asked, for people; empty for files
    bool own = false;                ///< of one source alone; else of all values of one unit
    bool live = false;               ///< it goes on with the time
    bool logarithmic = false;        ///< the scale of its values
    std::optional<double> threshold; ///< beyond it something is wrong; for the eye and for what is proposed
    MetricNotice notice;
    QString source = {}; ///< the lasting id of who is asked; empty for files
    QString mark = {};   ///< what tells it from another of the same names: "kept 21:55"; empty: nothing

    bool operator==(const MetricField &) const = default;
};

} // namespace fireline::models
