// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/forms.h"

namespace fireline::domain {

/// What a lint finds in one text: the words it stumbled over; empty when it finds nothing. Pure and linear in the text.
[[nodiscard]] QStringList lintFindings(const LintRule &lint, const QString &text, const RecordAtHand &record,
                                       const RuleContext &context);

/// All lints that apply to the record, as notices.
[[nodiscard]] QList<Notice> lintRecord(const RecordAtHand &record, const RuleContext &context);

} // namespace fireline::domain
