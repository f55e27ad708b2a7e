// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "report/reviewblocks.h"
#include "review/reviewcommands.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "review/reviewplaces.h"
#include "review/reviewtimelinebox.h"
#include "review/reviewview.h"
#include "review/reviewwhynot.h"
#include "review/sectioneditor.h"
#include "rules/fieldtext.h"
#include "state/closedwords.h"
#include "text/timedisplay.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

// What is typed into a review. The id of a form says what comes of it: "section/postmortem/Impact".
namespace fireline::views {

namespace r = models::review;
using domain::Verb;
using Kind = FormInput::Kind;

namespace {

FormInput itemInput(const models::ReviewQuestion &question, const QStringList &people)
{
    QList<QPair<QString, QString>> choices;
    if (!question.choices.isEmpty())
        choices.append({QString(), ReviewPanel::tr("not said yet")});
    for (const QString &choice : question.choices)
        choices.append({choice, domain::closedWord(choice)});
    const QString help = question.id == "due"_L1 ? ReviewPanel::tr("A date such as 2026-03-02, or a time.")
                                                 : ReviewPanel::tr("Of this action item.");
    return {u"field_"_s + question.id,
            choices.isEmpty() ? Kind::Line : Kind::Choice,
            question.required ? ReviewPanel::tr("%1 (needed)").arg(question.name) : question.name,
            help,
            choices,
            question.person ? people : QStringList()};
}

} // namespace

void ReviewPanel::openForm(const FormSpec &spec)
{
    emit showRequested();
    const bool writing = spec.inputs.first().kind == Kind::Long;
    if (!writing)
        m_editor->end();
    m_form->open(spec);
    // What is typed needs the room more than the table and the invitation.
    m_timeline->setVisible(spec.inputs.size() < 3);
    m_invitation->hide();
    giveRoom(writing);
    for (const FormInput &input : spec.inputs) {
        QWidget *made = m_form->input(input.key);
        if (auto *text = qobject_cast<QPlainTextEdit *>(made))
            connect(text, &QPlainTextEdit::textChanged, this, &ReviewPanel::showRemarks);
        else if (auto *line = qobject_cast<QLineEdit *>(made))
            connect(line, &QLineEdit::textChanged, this, &ReviewPanel::showRemarks);
        else if (auto *box = qobject_cast<QComboBox *>(made))
            connect(box, &QComboBox::currentIndexChanged, this, &ReviewPanel::showRemarks);
    }
    showRemarks();
}

// A section is a page, not a field: the outline beside it leads to the others.
void ReviewPanel::giveRoom(bool writing)
{
    for (QWidget *other : std::as_const(m_others))
        other->setVisible(!writing);
}

void ReviewPanel::setTools(const WritingTools &tools)
{
    m_editor->setTools(tools);
}

void ReviewPanel::showAgain()
{
    m_editor->showLater();
}

// What the process will say of it, while it is typed.
void ReviewPanel::showRemarks()
{
    const QString id = m_form->id();
    const QJsonObject values = m_form->values();
    QStringList remarks;
    if (id.startsWith("section/"_L1))
        remarks = m_model.remarksOn(values.value(u"text").toString());
    else if (id == "item"_L1 || id.startsWith("item/"_L1) || id.startsWith("from/"_L1))
        remarks = m_model.remarksOnItem(values.value(u"text").toString(),
                                        ReviewCommands(m_model, m_times).item({}, values).args.value(u"fields").toObject());
    for (QString &remark : remarks)
        remark.prepend(u"▲ "_s);
    m_remarks->setText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
}

void ReviewPanel::writeSection(const QModelIndex &index)
{
    const QString name = index.data(r::IdRole).toString();
    const QString body = index.data(r::BodyRole).toString();
    // On a line of its own, below the one where somebody begins to type.
    const QString record = domain::proposedSection(name);
    openForm({u"section/%1/%2"_s.arg(m_model.review(), name),
              name,
              tr("Keep this section"),
              {{u"text"_s, Kind::Long, tr("Text in Markdown"),
                tr("Lines that begin with - become a list, **bold** is bold. A line like {{timeline}} shows the record as it "
                   "stands. Ctrl+Return keeps the text, Esc puts it aside.")}},
              {{u"text"_s, body.isEmpty() && !record.isEmpty() ? u'\n' + record : body}},
              {},
              {{u"text"_s, body}}});
    m_editor->begin(name);
}

void ReviewPanel::answerField(const QModelIndex &index)
{
    const models::ReviewQuestion asked = m_model.question(index.data(r::IdRole).toString());
    if (asked.id == "whys"_L1) {
        addWhy();
        return;
    }
    QList<QPair<QString, QString>> choices;
    if (asked.yesOrNo)
        choices = {{QString(), tr("not said yet")}, {u"true"_s, tr("yes")}, {u"false"_s, tr("no")}};
    for (const QString &choice : asked.choices)
        choices.append({choice, choice});
    openForm({u"field/%1/%2"_s.arg(m_model.review(), asked.id),
              asked.name,
              tr("Keep this answer"),
              {{u"text"_s, choices.isEmpty() ? Kind::Line : Kind::Choice, asked.name, tr("The process asks for it."), choices}},
              {{u"text"_s, index.data(r::BodyRole).toString()}}});
}

void ReviewPanel::confirmNeed(const QModelIndex &index)
{
    const QString line = index.data(r::DeedRole).toString();
    if (line.startsWith("/item "_L1)) // the form names what it takes, with the kind that is wanted
        return openItem({}, {}, {}, index.data(r::TagRole).toString());
    if (!line.isEmpty())
        return emit entryRequested(line);
    if (!reviewing::confirmWhyNot(m_model, current()).isEmpty())
        return;
    openForm({u"confirm/%1/%2"_s.arg(index.data(r::IdRole).toString()).arg(index.data(r::ItemRole).toInt()),
              index.data().toString(),
              tr("Confirm it"),
              {{u"why"_s, Kind::Line, tr("How you know"), tr("What you saw, or where it lies; it stands in the record.")}}});
}

// By its row, which may be that of what happened itself.
void ReviewPanel::addWhy(const QString &to)
{
    const QModelIndex above = to.isEmpty() ? newestWhy(m_model) : whyRow(m_model, to);
    if (!to.isEmpty() && !above.isValid() && to != whatHappened())
        return;
    FormSpec spec{to.isEmpty() ? u"why"_s : u"why/"_s + to,
                  above.isValid()
                      ? tr("Why %1: “%2” Why was that?").arg(above.data(r::LevelRole).toInt() + 1).arg(above.data().toString())
                      : tr("Why did it happen?"),
                  tr("Record the answer"),
                  {{u"text"_s, Kind::Line, tr("Because"), tr("One cause, about systems and processes, not about people.")}}};
    if (reviewRow(m_model, r::Field, u"whys"_s).isValid())
        spec.inputs.append({u"reason"_s, Kind::Line, tr("Or why there are not more"),
                            tr("Where the chain ends earlier than the process asks for, say why.")});
    openForm(spec);
}

void ReviewPanel::addWhyBeside()
{
    if (!reviewing::besideWhyNot(current()).isEmpty())
        return;
    const QModelIndex above = reviewRow(m_model, r::Why, current().data(r::AboveRole).toString());
    addWhy(above.isValid() ? above.data(r::RefRole).toString() : whatHappened());
}

void ReviewPanel::addFactor()
{
    openForm({u"factor"_s,
              tr("Contributing factor"),
              tr("Record the factor"),
              {{u"text"_s, Kind::Line, tr("What contributed"), tr("What made it likelier, longer or worse.")}}});
}

void ReviewPanel::openItem(const QString &id, const QString &text, const QString &followUp, const QString &tag)
{
    const bool isNew = id.isEmpty();
    FormSpec spec{!followUp.isEmpty() ? u"from/"_s + followUp
                  : isNew             ? u"item"_s
                                      : u"item/"_s + id,
                  isNew ? tr("New action item") : tr("Action item %1: %2").arg(id, text),
                  isNew ? tr("Record the action item") : tr("Keep the change"),
                  {}};
    spec.inputs.append({u"text"_s, Kind::Line, tr("What is to be done"), tr("Name the concrete thing.")});
    spec.values.insert(u"text"_s, text);
    const QJsonObject known = m_model.itemFields(id);
    for (const models::ReviewQuestion &question : m_model.itemQuestions()) {
        spec.inputs.append(itemInput(question, m_model.people()));
        spec.values.insert(u"field_"_s + question.id, domain::fieldText(known.value(question.id)));
    }
    if (!tag.isEmpty())
        spec.values.insert(u"field_tag"_s, tag);
    openForm(spec);
}

void ReviewPanel::correct(const QModelIndex &index)
{
    const bool isWhy = index.data(r::KindRole).toInt() == r::Why;
    const QString id = index.data(r::IdRole).toString();
    openForm({u"correct/"_s + index.data(r::RefRole).toString(),
              isWhy ? tr("Why %1").arg(id) : tr("Contributing factor %1").arg(id),
              tr("Keep the change"),
              {{u"text"_s, Kind::Line, isWhy ? tr("Because") : tr("What contributed"),
                tr("The words as they were stay readable in the timeline.")}},
              {{u"text"_s, index.data().toString()}}});
}

void ReviewPanel::finishItem()
{
    if (!reviewing::itemWhyNot(m_model, current()).isEmpty())
        return;
    const QString id = current().data(r::IdRole).toString();
    openForm({u"done/"_s + id,
              tr("Action item %1: %2").arg(id, current().data().toString()),
              tr("Mark it done"),
              {{u"text"_s, Kind::Line, tr("What came of it"), tr("May be left empty.")}}});
}

void ReviewPanel::remove()
{
    if (!reviewing::removeWhyNot(m_model, current()).isEmpty())
        return;
    openForm({u"remove/"_s + current().data(r::RefRole).toString(),
              tr("Take out of the record: %1").arg(current().data().toString()),
              tr("Take it out"),
              {{u"why"_s, Kind::Line, tr("Reason"), tr("It stays readable, struck out, with this reason.")}}});
}

void ReviewPanel::schedule()
{
    if (!reviewing::noReview(m_model).isEmpty())
        return;
    const domain::Instant at = m_model.record().scheduledAt;
    openForm({u"schedule/"_s + m_model.review(),
              tr("When is the review held?"),
              tr("Schedule it"),
              {{u"when"_s, Kind::Line, tr("Date and time"),
                tr("Such as 2026-03-05 14:00, in the zone that the window shows (%1).").arg(m_times.zoneName(m_model.now()))}},
              {{u"when"_s, at.isSet() ? m_times.full(at).section(u' ', 0, 1).chopped(3) : QString()}}});
}

void ReviewPanel::hold()
{
    if (!reviewing::noReview(m_model).isEmpty())
        return;
    openForm({u"held/"_s + m_model.review(),
              tr("The review was held"),
              tr("Record it"),
              {{u"who"_s, Kind::Line, tr("Who was there"), tr("Names or roles, parted by commas.")}},
              {{u"who"_s, m_model.expected().join(u", "_s)}}});
}

} // namespace fireline::views
