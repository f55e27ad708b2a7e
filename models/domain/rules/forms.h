// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QJsonObject>

namespace fireline::domain {

/// A record that is about to be made, as forms and lints see it. A value.
struct RecordAtHand
{
    QString target; ///< "update/public", "ticket", "review/rca"
    QString state;  ///< word of the audience; empty for other records
    QJsonObject fields;
    QString text;      ///< free text beside the fields
    QString line = {}; ///< of quick entry, which states a field where the record is there already: "/edit #U1"
};

/// Whether a field or section says enough for what its form asks.
[[nodiscard]] bool isSatisfied(FormField::Need need, const QString &text);

/// What is wrong with what stands in `fields` for this field: not of its type, or a list that is too short without a reason.
[[nodiscard]] QStringList fieldFaults(const FieldDef &field, const QJsonObject &fields, Instant now);

/// The forms of this record that apply now, in the order of the file.
[[nodiscard]] QList<const FormRule *> formsOf(const RecordAtHand &record, const RuleContext &context);

/// `fields` with those filled in that the console knows and the person left open: severity, title, times, durations, holders
/// of roles, fields with `fill`, earlier answers to the same field.
[[nodiscard]] QJsonObject filledFields(const RecordAtHand &record, const RuleContext &context);

/// The record's words: the form's text with its fields put in, else the free text and the fields line by line.
[[nodiscard]] QString renderedText(const RecordAtHand &record, const RuleContext &context);

/// Missing fields and sections, and findings of the lints. `record.fields` are the filled ones.
[[nodiscard]] QList<Notice> checkRecord(const RecordAtHand &record, const RuleContext &context);

} // namespace fireline::domain
