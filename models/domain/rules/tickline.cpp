// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/tickline.h"

#include "command/command.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString reviewLine(const QString &review, const QString &state)
{
    if (state == "held"_L1)
        return u"/held %1 who="_s.arg(review);
    if (state == "closed"_L1)
        return u"/closereview "_s + review;
    return (state == "scheduled"_L1 ? u"/schedule "_s : u"/review "_s) + review + u' ';
}

QString lineFor(const FactTest &test, const Process &process)
{
    const QString value = test.values.value(0);
    switch (test.fact.fact) {
    case Fact::RoleFilled: {
        const RoleDef *role = process.role(value);
        return role && role->commands ? u"/claim"_s : u"/role @"_s;
    }
    case Fact::Severity: return u"/sev "_s;
    case Fact::Phase: return u"/phase "_s;
    case Fact::Flag: return u"/flag %1 "_s.arg(value);
    case Fact::Field: return u"/field %1="_s.arg(test.fact.arg);
    case Fact::FormDone: return formLine(value, process);
    case Fact::ImpactEnded: return u"/impact end "_s;
    case Fact::MitigationResult: return u"/result #M"_s;
    case Fact::HypothesisVerified: return u"/confirmed #H"_s;
    case Fact::ReviewState: return reviewLine(test.fact.arg, value);
    case Fact::ActionItemsTagged: return u"/item tag=%1 "_s.arg(test.fact.arg);
    case Fact::ActionItemsUnlinked: return u"/edit #I"_s;
    case Fact::ActionItemsOpen: return test.min ? u"/item "_s : u"/itemdone #I"_s;
    default: return {};
    }
}

} // namespace

QString tickLine(const Cond &cond, const Process &process)
{
    return cond.tests.size() == 1 && cond.any.isEmpty() ? lineFor(cond.tests.first(), process) : QString();
}

QString actLine(Act act)
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

QString formLine(const QString &formId, const Process &process)
{
    const FormRule *form = process.form(formId);
    return u"/draft %1 "_s.arg(form && form->target.record == RecordKind::Update ? form->target.arg : formId);
}

QString namedLine(const QString &line)
{
    static const QRegularExpression unfinished(u"\\s+([@#]\\w*)?$"_s);
    QString named = QString(line).remove(unfinished);
    if (named.endsWith(u'='))
        named += u'…';
    return named.contains(u' ') ? u'“' + named + u'”' : named;
}

} // namespace fireline::domain
