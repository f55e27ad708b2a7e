// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbooks/playbooksearch.h"
#include "rules/rulecontext.h"

namespace fireline::models {

/// One playbook as it stands in the incident. A value.
struct PlaybookRow
{
    PlaybookText text;
    playbooks::State state = playbooks::Ready;
    playbooks::Reason reason = playbooks::NoReason;
    QString word;
    int count = 0;
    int settled = 0;
    QString source; ///< row of the document
    PlaybookHit hit;

    [[nodiscard]] QString key() const { return text.listId.isEmpty() ? text.path : text.listId; }
    bool operator==(const PlaybookRow &) const = default;
};

/// The playbooks of the folder and of the process: what is running, what is suggested, then the others; with a query what fits it,
/// the best first. Pure.
[[nodiscard]] QList<PlaybookRow> playbookRows(const QList<PlaybookText> &texts, const QString &query,
                                              const domain::RuleContext &context, const QString &profile);

} // namespace fireline::models
