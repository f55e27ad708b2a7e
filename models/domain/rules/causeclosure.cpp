// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/causeclosure.h"

#include "rules/facts.h"

#include <algorithm>

namespace fireline::domain {

namespace {

bool asksForProof(const Cond &cond)
{
    const auto isProof = [](const FactTest &test) { return test.fact.fact == Fact::HypothesisVerified; };
    return std::any_of(cond.tests.begin(), cond.tests.end(), isProof)
           || std::any_of(cond.any.begin(), cond.any.end(), asksForProof);
}

QString audienceName(const Target &target, const Process &process)
{
    const AudienceDef *audience = process.audienceDef(target.arg);
    return audience ? audience->name : target.arg;
}

} // namespace

QList<CauseClosure> causeClosures(const RuleContext &context)
{
    QList<CauseClosure> closures;
    for (const LintRule &lint : context.process.lints) {
        const bool forbids = lint.find == LintFind::Cause && holds(lint.rule.when, context);
        if (!forbids || (lint.unless && holds(*lint.unless, context)))
            continue;
        CauseClosure closure{&lint.rule, {}, lint.unless && asksForProof(*lint.unless), {}};
        for (const Target &target : lint.targets)
            closure.audiences.append(audienceName(target, context.process));
        closures.append(closure);
    }
    for (const FormRule &form : context.process.forms) {
        if (!asksForProof(form.rule.when) || holds(form.rule.when, context))
            continue;
        CauseClosure closure{&form.rule, {audienceName(form.target, context.process)}, true, {}};
        for (const FormField &field : form.fields) {
            const FieldDef *def = context.process.field(field.id);
            closure.fields.append(def ? def->name : field.id);
        }
        closures.append(closure);
    }
    return closures;
}

} // namespace fireline::domain
