// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/stepline.h"

#include "command/command.h"
#include "process/fieldname.h"
#include "rules/facts.h"
#include "rules/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::models::Checklist)
};

QString roleName(const QString &id, const Process &process)
{
    const RoleDef *role = process.role(id);
    return role && !role->name.isEmpty() ? role->name : id;
}

QString lineFor(const FactTest &test, const Process &process)
{
    switch (test.fact.fact) {
    case Fact::RoleFilled: {
        const RoleDef *role = process.role(test.values.value(0));
        return role && role->commands ? u"/claim"_s : u"/role @"_s;
    }
    case Fact::Severity: return u"/sev "_s;
    case Fact::Phase: return u"/phase "_s;
    case Fact::Flag: return u"/flag %1 "_s.arg(test.values.value(0));
    case Fact::Field: return u"/field %1="_s.arg(test.fact.arg);
    case Fact::FormDone: return u"/draft %1 "_s.arg(test.values.value(0));
    case Fact::ImpactEnded: return u"/impact end "_s;
    case Fact::MitigationResult: return u"/result #M"_s;
    case Fact::HypothesisVerified: return u"/confirmed #H"_s;
    default: return {};
    }
}

QString lineFor(Act act)
{
    if (act == Act::EntryPost)
        return u"/note "_s;
    const QString word = wordOf(act);
    const auto &table = verbTable();
    const auto it = std::find_if(table.begin(), table.end(), [&](const VerbSpec &spec) { return spec.act == word; });
    if (it == table.end())
        return {};
    return u'/' + it->name.toString() + (it->grammar.isEmpty() ? QString() : u" "_s);
}

QString formTarget(const QString &formId, const Process &process)
{
    const FormRule *form = process.form(formId);
    return form && form->target.record == RecordKind::Update ? form->target.arg : formId;
}

QString reasonOf(const FactTest &test, const RuleContext &c)
{
    const QString value = test.values.value(0);
    switch (test.fact.fact) {
    case Fact::RoleFilled: {
        for (const QString &role : test.values) {
            if (const QStringList people = c.state.holders(role); !people.isEmpty())
                return Text::tr("%1: %2").arg(roleName(role, c.process), people.join(u", "_s));
        }
        return {};
    }
    case Fact::Severity: return Text::tr("Severity %1").arg(c.state.severity);
    case Fact::Phase: {
        const PhaseDef *phase = c.process.phase(c.state.phase);
        return Text::tr("Phase %1").arg(phase ? phase->name : c.state.phase);
    }
    case Fact::Flag: {
        const FlagDef *flag = c.process.flag(value);
        return Text::tr("Flag %1 is set").arg(flag && !flag->name.isEmpty() ? flag->name : value);
    }
    case Fact::Field: {
        const QString stated = fieldText(c.state.fields.value(test.fact.arg));
        return Text::tr("%1: %2").arg(fieldName(test.fact.arg, c.process), stated);
    }
    case Fact::System: return Text::tr("Reported by %1").arg(test.fact.arg.section(u'.', 0, 0));
    case Fact::FormDone: return Text::tr("Written");
    case Fact::ListDone: return Text::tr("Its list is done");
    case Fact::AlertsFiring: return Text::tr("An alert fires");
    case Fact::ReportsCustomer: return Text::tr("A customer reported it");
    case Fact::MitigationResult:
        return Text::tr("Effect: %1").arg(c.state.mitigations.isEmpty() ? QString() : c.state.mitigations.last().result);
    default: return {};
    }
}

QString reasonOf(const Cond &cond, const RuleContext &c)
{
    for (const FactTest &test : cond.tests) {
        if (const QString reason = reasonOf(test, c); !reason.isEmpty())
            return reason;
    }
    for (const Cond &part : cond.any) {
        if (holds(part, c))
            return reasonOf(part, c);
    }
    return {};
}

} // namespace

QString stepLine(const ListItem &item, const Process &process)
{
    if (item.tick && item.tick->tests.size() == 1 && item.tick->any.isEmpty()) {
        if (const QString line = lineFor(item.tick->tests.first(), process); !line.isEmpty())
            return line;
    }
    if (item.act)
        return lineFor(*item.act);
    return item.form.isEmpty() ? QString() : u"/draft %1 "_s.arg(formTarget(item.form, process));
}

QString tickReason(const ListItem &item, const RuleContext &context)
{
    if (item.tick && holds(*item.tick, context)) {
        if (const QString reason = reasonOf(*item.tick, context); !reason.isEmpty())
            return reason;
    }
    return item.form.isEmpty() ? Text::tr("Seen done") : Text::tr("Written");
}

} // namespace fireline::models
