// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/rulecontext.h"

#include <QList>

namespace fireline::domain {

/// A field that the process wants answered before the work begins. A value; its pointers live as long as the process.
struct TriageQuestion
{
    const FieldDef *field = nullptr;
    const Envelope *rule = nullptr; ///< the first one that asks
    bool required = false;          ///< a form or a gate asks for it
    bool feeds = false;             ///< a decision table reads it
    bool given = false;             ///< a decision table proposes it
};

/// What the process asks while it is not clear yet what has happened, each field once: what its decision tables read and
/// propose, what its forms of triage and declaration ask, what the beginning of the incident waits for. Pure.
[[nodiscard]] QList<TriageQuestion> triageQuestions(const RuleContext &context);

/// The forms of the record of triage that apply now, in the order of the file.
[[nodiscard]] QList<const FormRule *> triageForms(const RuleContext &context);

/// One thing that follows once a flag is set. A value; its pointers live as long as the process.
struct FlagConsequence
{
    enum class Kind {
        Effects, ///< a ladder does this
        Clock,   ///< a deadline starts
        Asks,    ///< a gate, a form or a text is judged by it
        Forbids, ///< an act is refused to some or to all
        List,    ///< a list is offered
        Closed,  ///< the channel of a system is made private
    };
    Kind kind = Kind::Effects;
    const Envelope *rule = nullptr;             ///< null with Kind::Closed
    const QList<EffectSpec> *effects = nullptr; ///< with Kind::Effects
    const Duration *after = nullptr;            ///< with Kind::Effects: how long after
    const DeadlineRule *deadline = nullptr;     ///< with Kind::Clock
    QString system;                             ///< with Kind::Closed: its id
};

/// What the process says that a flag sets off, in the order of kinds and of the file. Pure in the process: true before it is
/// set.
[[nodiscard]] QList<FlagConsequence> flagConsequences(const QString &flag, const Process &process);

} // namespace fireline::domain
