// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/severitychoices.h"

#include "process/fieldname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

bool isDeclareForm(const FormRule &form)
{
    return form.target.record == RecordKind::Declare;
}

} // namespace

QList<SeverityChoice> severityChoices(const Process &process)
{
    QList<SeverityChoice> choices;
    for (const SeverityDef &def : process.severities)
        choices.append({def.id, def.name, def.rank, def.definition, def.examples, def.expect});
    std::stable_sort(choices.begin(), choices.end(),
                     [](const SeverityChoice &a, const SeverityChoice &b) { return a.rank < b.rank; });
    return choices;
}

bool mayBeUnassessed(const Process &process)
{
    return std::none_of(process.forms.begin(), process.forms.end(), [](const FormRule &form) {
        const bool wanted = std::any_of(form.fields.begin(), form.fields.end(), [](const FormField &field) {
            return field.id == "severity"_L1 && field.need != FormField::Need::Optional;
        });
        return isDeclareForm(form) && form.rule.effect == RuleEffect::Refuse && wanted;
    });
}

QList<AskedField> askedAtDeclaration(const Process &process)
{
    QList<AskedField> asked;
    for (const FormRule &form : process.forms) {
        if (!isDeclareForm(form))
            continue;
        for (const FormField &field : form.fields) {
            if (field.need == FormField::Need::Optional || field.id == "severity"_L1 || field.id == "title"_L1)
                continue;
            const FieldDef *def = process.field(field.id);
            const auto known = std::find_if(asked.begin(), asked.end(), [&](const AskedField &a) { return a.id == field.id; });
            const bool refuses = form.rule.effect == RuleEffect::Refuse;
            if (known != asked.end()) {
                known->refused = known->refused || refuses;
                known->noneKnown = known->noneKnown && field.need == FormField::Need::NoneKnown;
                continue;
            }
            asked.append({field.id, fieldName(field.id, process), def ? def->type : FieldType::Text,
                          def ? def->values : QStringList(), refuses, field.need == FormField::Need::NoneKnown});
        }
    }
    return asked;
}

bool knowsPrivate(const Process &process)
{
    return std::any_of(process.audiences.begin(), process.audiences.end(), [](const AudienceDef &a) { return a.outside; });
}

} // namespace fireline::models
