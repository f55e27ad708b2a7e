// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clockrig.h"

// Small rules to build a process from, for tests of its clocks.
namespace fireline::domain::testing {

inline Span m(int n)
{
    return Span::minutes(n);
}

inline DeadlineRule deadline(const char *id, const Moment &done, const Moment &from, const PerSeverity &within)
{
    DeadlineRule rule;
    rule.rule = envelope(id);
    rule.done = done;
    rule.after = from;
    rule.within = within;
    rule.owner = {QStringLiteral("cl")};
    return rule;
}

inline CadenceRule cadence(const char *id, CadenceKind item, const char *arg, const PerSeverity &every)
{
    CadenceRule rule;
    rule.rule = envelope(id);
    rule.item = item;
    rule.arg = QString::fromLatin1(arg);
    rule.every = every;
    rule.from = Moment{MomentKind::Declared, {}};
    rule.until = Moment{MomentKind::Resolved, {}};
    return rule;
}

inline EffectSpec page(const char *who)
{
    EffectSpec effect;
    effect.kind = EffectKind::Page;
    effect.who = {QString::fromLatin1(who)};
    return effect;
}

inline EffectSpec prompt(const char *text)
{
    EffectSpec effect;
    effect.kind = EffectKind::Prompt;
    effect.text = QString::fromLatin1(text);
    return effect;
}

inline LadderRule ladder(const char *id, const Moment &from, const QList<Rung> &rungs)
{
    LadderRule rule;
    rule.rule = envelope(id);
    rule.from = from;
    rule.until = Moment{MomentKind::Resolved, {}};
    rule.rungs = rungs;
    return rule;
}

inline Cond factIs(Fact fact, const QString &value)
{
    Cond cond;
    cond.tests = {FactTest{{fact, {}}, {value}, {}, {}}};
    return cond;
}

inline const Moment declared{MomentKind::Declared, {}};
inline const Moment updateSent{MomentKind::UpdateSent, QStringLiteral("public")};

} // namespace fireline::domain::testing
