// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triageinputs.h"

#include "triage/triagemodel.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace t = models::triage;
using Kind = FormInput::Kind;

namespace {

QList<QPair<QString, QString>> pairs(const QStringList &byTurns)
{
    QList<QPair<QString, QString>> made;
    for (qsizetype i = 0; i + 1 < byTurns.size(); i += 2)
        made.append({byTurns.at(i), byTurns.at(i + 1)});
    return made;
}

} // namespace

FormInput TriageInputs::field(const models::TriageField &field) const
{
    FormInput input;
    input.key = u"field_"_s + field.id;
    input.label = field.needed ? tr("%1 (needed)").arg(field.name) : field.name;
    input.help = field.needed ? tr("The process asks for this.") : tr("It can be left open.");
    input.completions = field.answer == t::Person ? m_model.people() : field.given;
    if (!field.choices.isEmpty()) {
        input.kind = Kind::Choice;
        input.choices = {{QString(), tr("not said yet")}}; // nobody has chosen the first
        input.choices += pairs(field.choices);
    } else {
        input.kind = field.answer == t::LongWords ? Kind::Long : Kind::Line;
    }
    return input;
}

FormInput TriageInputs::saidBy(QStringList asked) const
{
    asked += m_model.people();
    asked.removeDuplicates();
    return personInput(tr("Said by"), asked, m_model.profile());
}

FormInput TriageInputs::why(const QString &help)
{
    return {u"why"_s, Kind::Line, tr("Why"), help};
}

} // namespace fireline::views
