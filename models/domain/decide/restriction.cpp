// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/restriction.h"

#include "decide/proposal.h"
#include "rules/facts.h"
#include "rules/momentreader.h"
#include "rules/who.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

const EffectSpec *restrictEffect(const LadderRule &ladder)
{
    for (const Rung &rung : ladder.rungs) {
        for (const EffectSpec &effect : rung.effects) {
            if (effect.kind == EffectKind::Restrict)
                return &effect;
        }
    }
    return nullptr;
}

} // namespace

const LadderRule *restrictionInForce(const RuleContext &context)
{
    for (const LadderRule &ladder : context.process.ladders) {
        if (!restrictEffect(ladder) || !holds(ladder.rule.when, context))
            continue;
        const Instant from = latestMoment(ladder.from, context);
        const Instant until = ladder.until ? latestMoment(*ladder.until, context) : Instant();
        const bool flagGone = ladder.from.kind == MomentKind::FlagSet && !context.state.flags.contains(ladder.from.arg);
        if (from.isSet() && until < from && !flagGone)
            return &ladder;
    }
    return nullptr;
}

QStringList restrictedTo(const RuleContext &context)
{
    const LadderRule *ladder = restrictionInForce(context);
    return ladder ? restrictEffect(*ladder)->who : QStringList();
}

std::optional<Problem> keptInside(const RuleContext &context)
{
    if (const LadderRule *ladder = restrictionInForce(context)) {
        const QString names = namesOf(restrictEffect(*ladder)->who, context);
        return refusal(
            u"restricted"_s,
            QCoreApplication::translate("Decide", "This incident is restricted to %1. Nothing of it goes outside.").arg(names),
            &ladder->rule);
    }
    if (context.state.isPrivate)
        return refusal(u"private"_s, QCoreApplication::translate(
                                         "Decide", "This incident is private. Nothing of it goes to an outside audience."));
    return std::nullopt;
}

} // namespace fireline::domain
