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
    FieldValue, ///< a value compared with a field that is referred to elsewhere
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
    QString value; ///< for FieldValue: the value
};

} // namespace fireline::process
