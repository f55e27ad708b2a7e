// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process.h"

namespace fireline::domain {

/// What people call a field: the name the process gives it, else that of the words which every record knows ("Due date"), else
/// its id as words. The one way from a field's id to what is shown of it. Pure.
[[nodiscard]] QString fieldName(const QString &id, const Process &process);

/// What is asked for, by name, with what to type for it in quick entry: "Incident class, Due date (in a line: class= due=)".
/// `others` are asked for too and have no word of their own, such as sections of a review. `line` is what takes the fields where
/// the line that asks does not: "Service (type /field service=\"…\")". Pure.
[[nodiscard]] QString fieldsAsked(const QStringList &ids, const Process &process, const QStringList &others = {},
                                  const QString &line = {});

/// Whether a text that was made by fieldsAsked() asks for this field.
[[nodiscard]] bool asksForField(const QString &text, const QString &id);

} // namespace fireline::domain
