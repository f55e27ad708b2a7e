// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/envelope.h"

namespace fireline::domain {

struct FormField
{
    enum class Need { Optional, Required, NoneKnown }; ///< NoneKnown: required, but an explicit "none known" counts
    QString id;
    Need need = Need::Optional;
};

struct FormSection
{
    QString name;
    FormField::Need need = FormField::Need::Optional;
};

/// Template and required fields of one record.
struct FormRule
{
    Envelope rule;
    Target target;
    QStringList states; ///< empty: every state of the audience
    QList<FormField> fields;
    QString text; ///< with {field}, {fact}, {role}
    QList<FormSection> sections;
};

/// A finding in free text.
struct LintRule
{
    Envelope rule;
    QList<Target> targets;
    LintFind find = LintFind::Words;
    QString list; ///< id of Process::words, for words and names
    int max = 0;  ///< characters, for length
    std::optional<Cond> unless;
};

} // namespace fireline::domain
