// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/stepline.h"

#include "process/fieldname.h"
#include "rules/facts.h"
#include "rules/fieldtext.h"
#include "rules/tickline.h"
#include "status/audience.h"

#include <QCoreApplication>

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
    case Fact::AlertsReceived: return Text::tr("An alert came in");
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
    if (item.tick) {
        if (const QString line = tickLine(*item.tick, process); !line.isEmpty())
            return line;
    }
    if (item.act)
        return actLine(*item.act);
    return item.form.isEmpty() ? QString() : formLine(item.form, process);
}

namespace {

QString formOf(const ListItem &item)
{
    if (!item.tick)
        return item.form;
    const bool isOne = item.tick->tests.size() == 1 && item.tick->any.isEmpty() && item.tick->none.isEmpty();
    const FactTest *test = isOne ? &item.tick->tests.first() : nullptr;
    return test && test->fact.fact == Fact::FormDone ? test->values.value(0) : QString();
}

} // namespace

QString stepForm(const ListItem &item, const Process &process)
{
    const FormRule *form = process.form(formOf(item));
    return form && (form->target.record == RecordKind::Triage || !messageTarget(*form).isEmpty()) ? form->rule.id : QString();
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
