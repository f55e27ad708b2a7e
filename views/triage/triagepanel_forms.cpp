// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "triage/situationform.h"
#include "triage/triagedelegate.h"
#include "triage/triageinputs.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"
#include "triage/triageplaces.h"

#include "decide/notundoable.h"
#include <QComboBox>

using namespace Qt::StringLiterals;

// What is typed in triage. The id of a form says what comes of it: "field/blast_radius".
namespace fireline::views {

namespace t = models::triage;
using Kind = FormInput::Kind;

namespace {

constexpr qsizetype shortForm = 3; // inputs; the definitions stay in sight above it

} // namespace

void TriagePanel::openForm(const FormSpec &spec)
{
    emit showRequested();
    m_form->open(spec);
    // A form gets the room it needs; a long one that of the list as well.
    m_buttons->hide();
    m_view->setVisible(spec.inputs.size() <= shortForm);
}

void TriagePanel::askConfirmation(bool real)
{
    openForm({real ? u"confirm/real"_s : u"confirm/false"_s,
              tr("Is it real, or a false alarm?"),
              tr("Record the answer"),
              {{u"real"_s,
                Kind::Choice,
                tr("It is"),
                tr("The first answer of all; clocks of the process count from it."),
                {{u"true"_s, tr("✓ a real incident")}, {u"false"_s, tr("✕ a false alarm")}}},
               TriageInputs::why(tr("What shows it; a false alarm needs it."))},
              {{u"real"_s, real ? u"true"_s : u"false"_s}},
              real ? u"real"_s : u"why"_s});
}

void TriagePanel::askField(const QModelIndex &question)
{
    models::TriageField field;
    field.id = question.data(t::IdRole).toString();
    field.name = question.data().toString();
    field.answer = t::Answer(question.data(t::AnswerRole).toInt());
    field.choices = question.data(t::ChoicesRole).toStringList();
    FormSpec spec{u"field/"_s + field.id, field.name, tr("Record the answer"), {TriageInputs(m_model).field(field)}};
    QString known = question.data(t::ValueRole).toString();
    for (qsizetype i = 0; i + 1 < field.choices.size(); i += 2) {
        if (field.choices.at(i + 1) == known)
            known = field.choices.at(i);
    }
    spec.values.insert(u"field_"_s + field.id, known);
    openForm(spec);
}

void TriagePanel::askRecord(const QModelIndex &record)
{
    const QString form = record.data(t::IdRole).toString();
    FormSpec spec{u"record/"_s + form,
                  tr("Triage record (%1)").arg(record.data(t::SourceRole).toString()),
                  tr("Write the triage record"),
                  {}};
    for (const models::TriageField &field : m_model.recordFields(form)) {
        spec.inputs.append(TriageInputs(m_model).field(field));
        spec.values.insert(u"field_"_s + field.id, field.known);
        if (spec.focus.isEmpty() && field.known.isEmpty())
            spec.focus = u"field_"_s + field.id;
    }
    // All of it is known: nothing to type.
    if (spec.inputs.isEmpty()
        || (spec.focus.isEmpty() && !m_form->hasDraft(spec.id) && record.data(t::StateRole).toInt() == t::Ready))
        send(spec.id, {});
    else
        openForm(spec);
}

void TriagePanel::chooseSeverity()
{
    if (!overWhyNot().isEmpty())
        return;
    if (triageKind(current()) == t::Severity && current().data(t::StateRole).toInt() == t::Open) {
        askSeverity(current().data(t::IdRole).toString(), {});
        return;
    }
    const QModelIndex proposed = proposedSeverity(m_model);
    askSeverity(proposed.data(t::IdRole).toString(), proposed.data(t::ReasonRole).toString());
}

void TriagePanel::askSeverity(const QString &id, const QString &why)
{
    const auto [choices, set] = severityChoices(m_model);
    openForm({u"severity/"_s + id,
              tr("How bad is it?"),
              tr("Set the severity"),
              {{u"id"_s, Kind::Choice, tr("Severity"), tr("Definition and examples stand in the list above."), choices},
               TriageInputs::why(tr("One sentence; it stands in the timeline beside the severity."))},
              {{u"id"_s, id.isEmpty() ? set : id}, {u"why"_s, why}},
              id.isEmpty() ? u"id"_s : u"why"_s});
    // The definition of what is being chosen stays in sight, once the list has got its new height.
    if (auto *box = qobject_cast<QComboBox *>(m_form->input(u"id"_s))) {
        const auto show = [this, box] { showDefinition(box->currentData().toString()); };
        connect(box, &QComboBox::currentIndexChanged, this, show);
        QMetaObject::invokeMethod(box, show, Qt::QueuedConnection);
    }
}

void TriagePanel::showDefinition(const QString &severity)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (triageKind(index) == t::Severity && index.data(t::IdRole).toString() == severity)
            m_view->scrollTo(index, QAbstractItemView::PositionAtTop);
    }
}

void TriagePanel::setFlag()
{
    if (!flagWhyNot().isEmpty())
        return;
    QModelIndex wanted = current();
    for (int row = 0; row < m_model.rowCount() && triageKind(wanted) != t::Flag; ++row)
        wanted = m_model.index(row);
    m_view->setCurrentIndex(wanted); // what it sets off stands there
    askFlag(wanted.data(t::IdRole).toString(), wanted.data(t::StateRole).toInt() != t::Set);
}

void TriagePanel::askFlag(const QString &flag, bool set)
{
    QString name = flag;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (triageKind(index) == t::Flag && index.data(t::IdRole).toString() == flag)
            name = index.data().toString();
    }
    openForm({(set ? u"flag/"_s : u"unflag/"_s) + flag,
              set ? tr("Set the flag: %1").arg(name) : tr("Clear the flag: %1").arg(name),
              set ? tr("Set the flag") : tr("Clear the flag"),
              {TriageInputs::why(set ? tr("What shows it. What the flag sets off stands beside it.")
                                     : tr("Why it does not hold any more; what it set off stays in the record."))}});
}

// Whoever is at this console writes down whose word it was.
void TriagePanel::confirmNeed(const QModelIndex &need)
{
    if (need.data(t::StateRole).toInt() == t::Answered || !need.data(t::NeededRole).toBool())
        return;
    openForm({u"need/%1/%2"_s.arg(need.data(t::IdRole).toString()).arg(need.data(t::CountRole).toInt()),
              need.data().toString(),
              tr("Confirm it"),
              {{u"why"_s, Kind::Line, tr("How you know"), tr("What you saw, or where it lies; it stands in the record.")},
               TriageInputs(m_model).saidBy(need.data(t::ItemsRole).toStringList())}});
}

void TriagePanel::askEnd(const QString &what, const QStringList &commanders)
{
    const bool closes = what == "close"_L1;
    const QString title = closes ? tr("Close the incident") : tr("Resolve the incident");
    FormSpec spec{u"end/"_s + what,
                  tr("%1. ⚠ %2", "what is asked, why it cannot be undone")
                      .arg(title, domain::notUndoableWhy(closes ? domain::Verb::Close : domain::Verb::Resolve)),
                  closes ? tr("Close it") : tr("Resolve it"),
                  {}};
    if (!closes) {
        for (const models::TriageField &field : m_model.resolutionFields()) {
            spec.inputs.append(TriageInputs(m_model).field(field));
            spec.values.insert(u"field_"_s + field.id, field.known);
        }
    }
    if (const QStringList open = m_model.stillOpen(); !open.isEmpty())
        spec.note = tr("Still open: %1.").arg(open.join(u"; "_s));
    spec.inputs.append({u"text"_s, Kind::Line, tr("In a few words"), tr("How it ended; it can be left open.")});
    spec.inputs.append(TriageInputs(m_model).saidBy(commanders));
    openForm(spec);
}

void TriagePanel::newReport(const QString &like)
{
    if (!overWhyNot().isEmpty())
        return;
    FormSpec spec{u"report"_s,
                  tr("New customer report"),
                  tr("Take down the report"),
                  {{u"text"_s, Kind::Line, tr("What they see"), tr("What the customer sees, in the customer's own words.")}}};
    if (const auto known = m_model.symptoms(); !known.isEmpty()) {
        QList<QPair<QString, QString>> choices{{QString(), tr("something new")}};
        spec.inputs.append({u"same"_s, Kind::Choice, tr("The same as"),
                            tr("Reports of the same count together; the process may say what to do at how many."),
                            choices + known});
        spec.values.insert(u"same"_s, like);
    }
    for (const models::TriageField &field : m_model.reportFields())
        spec.inputs.append(TriageInputs(m_model).field(field));
    if (!like.isEmpty()) {
        spec.id = u"report/"_s + like;
        spec.values.insert(u"text"_s, like);
        spec.focus = spec.inputs.value(2).key;
    }
    openForm(spec);
}

void TriagePanel::link()
{
    if (!rowWhyNot().isEmpty())
        return;
    const QString ref = current().data(t::RefRole).toString();
    const auto offered = m_model.linkable();
    if (offered.isEmpty()) {
        emit entryRequested(u"/note #%1 "_s.arg(ref));
        return;
    }
    QList<QPair<QString, QString>> choices;
    for (const auto &[id, text] : offered)
        choices.append({id, u"%1 %2"_s.arg(id, text)});
    openForm({u"link/"_s + ref,
              tr("What belongs to it: %1").arg(current().data().toString()),
              tr("Link them"),
              {{u"to"_s, Kind::Choice, tr("Belongs to"), tr("An alert, a hypothesis or a change."), choices},
               {u"text"_s, Kind::Line, tr("What ties them"), tr("It can be left open.")}}});
}

} // namespace fireline::views
