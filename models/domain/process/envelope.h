// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/condition.h"
#include "process/window.h"

// What all rules have in common (vocabulary 4). A "Who" is a role id, a contact id or one of the words commander,
// incoming, outgoing, owner, author, everyone; roles and contacts share one namespace.
namespace fireline::domain {

/// Who may pass a refusal, as an event.
struct RuleOverride
{
    QStringList by;
    bool reason = true;
};

/// What every rule carries.
struct Envelope
{
    QString id;
    RuleKind kind = RuleKind::Authority;
    QStringList source; ///< requirement rows; the first is what a refusal prints (decisions 22)
    Cond when;
    Scope scope = Scope::Incident;
    RuleEffect effect = RuleEffect::Refuse; ///< authority, gate, lint, form
    std::optional<RuleOverride> passedBy;   ///< key `override`
    QString say;
    QString assumed; ///< what the document does not give; shown to the process owner
    QStringList replaces;
    int line = 0; ///< in the process file

    /// What a refusal prints (decisions 22).
    [[nodiscard]] QString cite() const { return source.isEmpty() ? id : source.first(); }
};

struct EffectSpec
{
    EffectKind kind = EffectKind::Prompt;
    QStringList who; ///< page, notify, restrict
    QString text;    ///< prompt: text; open: list id; draft: form id; create: "system.thing"; set_flag: flag id
    ProposeKind propose = ProposeKind::Severity;
    QString proposed; ///< propose: the id
};

} // namespace fireline::domain
