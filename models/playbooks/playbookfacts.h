// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbooks/playbooktext.h"
#include "rules/rulecontext.h"

namespace fireline::models {

/// What in the incident names a playbook. A value.
struct PlaybookSuggestion
{
    playbooks::Reason reason = playbooks::NoReason;
    QString word;
};

/// The process first (a start condition that holds), then alerts that go on (their name, a label "playbook", "runbook" or
/// "runbook_url", any label that is a tag), then the incident's fields and title. `list` may be null. Pure.
[[nodiscard]] PlaybookSuggestion suggestionOf(const PlaybookText &text, const domain::ListRule *list,
                                              const domain::RuleContext &context);

/// A list of the process as a text to read.
[[nodiscard]] PlaybookText textOf(const domain::ListRule &list, const QString &title);

/// The code in a Markdown text, in its order.
[[nodiscard]] QStringList commandsIn(const QString &markdown);

/// The addresses in a text: nothing opens them, they can be copied.
[[nodiscard]] QStringList addressesIn(const QString &markdown);

/// The tag by which evidence of a step is known in the record: "playbook-database-overload-3f9a01bc" by its text where it
/// is of a file, by its
/// number where the process has it.
[[nodiscard]] QString stepTag(const domain::ListRule &list, int number);

/// How a step is named with its tick, so that the record can be read without the file: the text between quotation marks.
[[nodiscard]] QString quotedStep(const QString &label);
[[nodiscard]] bool isQuotedStep(const QString &reason);

} // namespace fireline::models
