// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::process {

/// What an id in the text must name once the whole file is read.
enum class RefKind {
    Severity,
    Who,
    Role,
    Audience,
    Flag,
    Phase,
    Field,
    FieldOrAuto,
    Pattern,
    Review,
    List,
    Form,
    Words,
    System,
    Rule,
    TemplateName,
};

/// A place that names an id.
struct Reference
{
    RefKind kind;
    QString id;
    int line;
    int column;
    QString value; ///< for Field: a value that a condition compares it with; may be empty
};

} // namespace fireline::process
