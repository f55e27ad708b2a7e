// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "process/condition.h"

#include <QStringList>

// What the work is made of (vocabulary 3) as plain values. Ids are the process's own words.
namespace fireline::domain {

struct FlagDef
{
    QString id;
    QString name;
    int line = 0;
};

struct PhaseDef
{
    QString id;
    QString name;
    QStringList next; ///< allowed moves
    QStringList steps;
    Cond when;
    bool ends = false;
    int line = 0;
};

struct FieldDef
{
    QString id;
    QString name;
    FieldType type = FieldType::Text;
    QStringList values;         ///< choice
    int min = 0;                ///< list: entries; fewer only with a reason
    std::optional<Moment> fill; ///< time: filled from this moment
    int line = 0;
};

/// Correlation of items in a sliding window; fires moment pattern/ID.
struct PatternDef
{
    QString id;
    QString of; ///< report | alert
    QStringList same;
    int count = 0;
    Span within;
    QStringList distinct;
    int distinctCount = 0;
    int line = 0;
};

struct ReviewDef
{
    QString id;
    QString name;
    QStringList owner;
    QStringList attend;
    QString agenda; ///< list id; may be empty
    int line = 0;
};

struct RecordDef
{
    QStringList officialBy;
    QStringList evidence;
};

struct MetricDef
{
    QString id;
    QString name;
    Moment from;
    Moment to;
    int line = 0;
};

/// The document's own word for an act.
struct CommandWord
{
    Act act = Act::Declare;
    QString word;
};

struct ResourceDef
{
    QString name;
    QString link;
};

struct GlossaryEntry
{
    QString term;
    QString meaning;
};

} // namespace fireline::domain
