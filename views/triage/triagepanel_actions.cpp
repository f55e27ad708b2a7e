// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "entry/entry.h"
#include "forms/linesview.h"
#include "forms/rowmenu.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"
#include "triage/triageplaces.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

// What triage can be asked for: by keys, buttons and menu.
namespace fireline::views {

namespace t = models::triage;
using domain::Command;
using domain::Verb;

namespace {

Command plain(Verb verb, const QJsonObject &args)
{
    return {verb, {}, {}, args};
}

} // namespace

void TriagePanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    addNewActions(actions);
    addRowActions(actions);
    addEntryActions(actions);
    showState();
}

void TriagePanel::addNewActions(ActionRegistry &actions)
{
    const auto over = [this] { return overWhyNot(); };
    actions.add(
        {u"triage.report"_s,
         tr("New customer report…"),
         tr("Takes down what a customer sees, where, and who says so."),
         u"entry"_s,
         u"report"_s,
         {QKeySequence(u"N"_s)},
         m_view},
        [this] { newReport(); }, over);
    actions.add(
        {u"entry.severity"_s,
         tr("Severity, phase and impact…"),
         tr("Opens a form for severity, phase, and when the impact began and ended, with the definitions."),
         u"entry"_s,
         u"severity"_s,
         {QKeySequence(u"Ctrl+Shift+L"_s)}},
        [this] { askSituation(); }, over);
    actions.add(
        {u"triage.phase"_s, tr("Move to another phase…"),
         tr("Goes to the phases that can be entered, and to what is still missing before them."), u"entry"_s, u"phase"_s},
        [this] { showOnward(); }, over);
    actions.add(
        {u"triage.ending"_s, tr("Resolve or close the incident…"),
         tr("Goes to what is still missing before it, for you to confirm, or to the step itself."), u"entry"_s, u"ok"_s},
        [this] { showEnding(); }, over);
    actions.add(
        {u"triage.rootCause"_s, tr("State the root cause…"),
         tr("Puts the line into quick entry that states what, why, when, how, and what shows it."), u"entry"_s, u"search"_s},
        [this] { emit entryRequested(u"/rootcause what=\""_s); }, over);
    actions.add(
        {u"triage.severity"_s,
         tr("Set the severity, with why…"),
         tr("Offers the severity that the process proposes; a person decides."),
         u"entry"_s,
         u"severity"_s,
         {QKeySequence(u"S"_s)},
         m_view},
        [this] { chooseSeverity(); }, over);
    actions.add(
        {u"triage.flag"_s,
         tr("Set or clear a flag…"),
         tr("What a flag sets off stands beside it."),
         u"entry"_s,
         u"tag"_s,
         {QKeySequence(u"F"_s)},
         m_view},
        [this] { setFlag(); }, [this] { return flagWhyNot(); });
}

void TriagePanel::addRowActions(ActionRegistry &actions)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         auto handler, const ActionRegistry::WhyNot &whyNot) {
        actions.add({id, text, help, u"entry"_s, icon, {QKeySequence(key)}, m_view}, std::move(handler), whyNot);
    };
    add(
        u"triage.yes"_s, tr("Answer yes, or take the proposal"),
        tr("It is real; yes to the selected question; takes what the process proposes; acknowledges an alert."), u"ok"_s, u"Y"_s,
        [this] { yes(); }, [this] { return yesWhyNot(); });
    add(
        u"triage.no"_s, tr("Answer no, or false alarm"),
        tr("It is a false alarm; no to the selected question; clears the selected flag."), u"close"_s, u"X"_s, [this] { no(); },
        [this] { return noWhyNot(); });
    add(
        u"triage.again"_s, tr("Another report of the same…"),
        tr("Takes down a report with the symptom of the selected one, so that they count together."), u"add"_s, u"A"_s,
        [this] { newReport(current().data(t::ValueRole).toString()); }, [this] { return reportWhyNot(); });
}

void TriagePanel::addEntryActions(ActionRegistry &actions)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         auto handler, const ActionRegistry::WhyNot &whyNot) {
        actions.add({id, text, help, u"entry"_s, icon, {QKeySequence(key)}, m_view}, std::move(handler), whyNot);
    };
    const auto row = [this] { return rowWhyNot(); };
    add(
        u"triage.link"_s, tr("Link the report or answer…"),
        tr("Says what the selected report or statement belongs to: an alert, a hypothesis, a change."), u"link"_s, u"R"_s,
        [this] { link(); }, row);
    add(
        u"triage.pin"_s, tr("Pin or unpin the report or answer"),
        tr("A pinned entry stands in the situation report and the review."), u"pin"_s, u"P"_s,
        [this] {
            emit commandRequested(plain(Verb::Pin, {{u"ref"_s, current().data(t::RefRole).toString()}}));
        },
        row);
    add(
        u"triage.correct"_s, tr("Correct the report or answer"),
        tr("Asks again, or puts a correction of its text into quick entry."), u"correct"_s, u"E"_s, [this] { correct(); },
        [this] { return overWhyNot().isEmpty() && triageKind(current()) == t::Question ? QString() : rowWhyNot(); });
    add(
        u"triage.retract"_s, tr("Retract the report or answer"), tr("It stays in sight, struck through, with who and why."),
        u"retract"_s, u"Del"_s, [this] { emit entryRequested(u"/retract #%1 "_s.arg(current().data(t::RefRole).toString())); },
        [this] { return retractWhyNot(); });
}

QString TriagePanel::overWhyNot() const
{
    return m_model.isOver() ? tr("The incident is over. Reopen it first, or write a note.") : QString();
}

bool TriagePanel::isYesNo() const
{
    return triageKind(current()) == t::Question && current().data(t::AnswerRole).toInt() == t::YesNo;
}

QString TriagePanel::yesWhyNot() const
{
    if (const QString over = overWhyNot(); !over.isEmpty())
        return over;
    const int kind = triageKind(current());
    if (kind == t::Flag)
        return current().data(t::StateRole).toInt() == t::Set ? tr("This flag is set already. X clears it.") : QString();
    if (kind == t::Alert)
        return m_model.whyNot(plain(Verb::AckAlert, {{u"ref"_s, current().data(t::IdRole).toString()}}));
    const bool proposed = kind == t::Proposal && current().data(t::StateRole).toInt() == t::Proposed;
    if (kind == t::Need) {
        if (current().data(t::StateRole).toInt() == t::Answered)
            return tr("This condition is met already.");
        return current().data(t::NeededRole).toBool() ? QString() : tr("This ticks itself once it is so.");
    }
    const bool fits = kind == t::Confirmation || kind == t::Next || kind == t::Record || proposed || isYesNo();
    return fits ? QString() : tr("Select a question that is answered by yes or no, a proposal or a flag.");
}

QString TriagePanel::noWhyNot() const
{
    if (const QString over = overWhyNot(); !over.isEmpty())
        return over;
    if (triageKind(current()) == t::Flag)
        return current().data(t::StateRole).toInt() == t::Set ? QString() : tr("This flag is not set.");
    return triageKind(current()) == t::Confirmation || isYesNo()
               ? QString()
               : tr("Select a question that is answered by yes or no, or a flag that is set.");
}

QString TriagePanel::flagWhyNot() const
{
    if (const QString over = overWhyNot(); !over.isEmpty())
        return over;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (triageKind(m_model.index(row)) == t::Flag)
            return {};
    }
    return tr("The process names no flags.");
}

QString TriagePanel::reportWhyNot() const
{
    if (const QString over = overWhyNot(); !over.isEmpty())
        return over;
    return triageKind(current()) == t::Report ? QString() : tr("Select a customer report first.");
}

QString TriagePanel::rowWhyNot() const
{
    return current().data(t::RefRole).toString().isEmpty() ? tr("Select a row that stands in the timeline.") : QString();
}

QString TriagePanel::retractWhyNot() const
{
    if (const QString row = rowWhyNot(); !row.isEmpty())
        return row;
    // Asked with a reason: what is refused then is refused whatever is said.
    return m_model.whyNot(plain(Verb::Retract, {{u"ref"_s, current().data(t::RefRole).toString()}, {u"why"_s, u"…"_s}}));
}

void TriagePanel::open(const QModelIndex &index)
{
    const QString id = index.data(t::IdRole).toString();
    if (triageKind(index) == t::Report || triageKind(index) == t::Pattern || triageKind(index) == t::Alert) {
        const QString entry = index.data(t::EntryRole).toString();
        if (!entry.isEmpty())
            emit eventRequested(entry);
        return;
    }
    if (!overWhyNot().isEmpty())
        return;
    switch (triageKind(index)) {
    case t::Confirmation: askConfirmation(true); return;
    case t::Question: askField(index); return;
    case t::Record: askRecord(index); return;
    case t::Proposal: take(index); return;
    case t::Severity: askSeverity(id, {}); return;
    case t::Flag: askFlag(id, index.data(t::StateRole).toInt() != t::Set); return;
    case t::Impact:
        if (const QString line = index.data(t::LineRole).toString(); !line.isEmpty())
            emit entryRequested(line);
        return;
    case t::Next: goOn(index); return;
    case t::Need: confirmNeed(index); return;
    default: return;
    }
}

// What is refused is told with the reason of the process; what ends the incident is asked for its words first.
void TriagePanel::goOn(const QModelIndex &next)
{
    const QString id = next.data(t::IdRole).toString();
    const QString what = next.data(t::ProposesRole).toString();
    const bool blocked = next.data(t::StateRole).toInt() == t::Blocked;
    const bool leavesOpen = m_model.endsIncident(id) && !m_model.stillOpen().isEmpty();
    if (what == "phase"_L1 && leavesOpen && !blocked)
        askSituation(id);
    else if (what == "phase"_L1)
        emit commandRequested(plain(Verb::Phase, {{u"id"_s, id}}));
    else if (what == "begin"_L1)
        emit commandRequested(plain(Verb::Begin, {}));
    else if (blocked)
        emit commandRequested(plain(what == "close"_L1 ? Verb::Close : Verb::Resolve, {}));
    else
        askEnd(what, next.data(t::ItemsRole).toStringList());
}

// What the process proposes is taken by a person, the severity with a reason that can still be changed.
void TriagePanel::take(const QModelIndex &proposal)
{
    const QString id = proposal.data(t::IdRole).toString();
    const QString what = proposal.data(t::ProposesRole).toString();
    if (proposal.data(t::StateRole).toInt() == t::Waiting)
        goToOpenQuestion();
    else if (what == "severity"_L1)
        askSeverity(id, proposal.data(t::ReasonRole).toString());
    else if (what == "phase"_L1)
        emit commandRequested(plain(Verb::Phase, {{u"id"_s, id}, {u"why"_s, proposal.data(t::ReasonRole).toString()}}));
    else
        emit commandRequested(plain(Verb::Field, {{u"fields"_s, QJsonObject{{what.section(u'/', 1), id}}}}));
}

void TriagePanel::goToOpenQuestion()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (triageKind(index) == t::Question && index.data(t::StateRole).toInt() == t::Open) {
            m_view->setCurrentIndex(index);
            return;
        }
    }
}

void TriagePanel::answer(const QModelIndex &question, const QString &value)
{
    emit commandRequested(plain(Verb::Field, {{u"fields"_s, QJsonObject{{question.data(t::IdRole).toString(), value}}}}));
}

void TriagePanel::yes()
{
    if (!yesWhyNot().isEmpty())
        return;
    if (triageKind(current()) == t::Confirmation)
        emit commandRequested(plain(Verb::Confirm, {{u"real"_s, true}}));
    else if (isYesNo())
        answer(current(), current().data(t::ChoicesRole).toStringList().value(0));
    else if (triageKind(current()) == t::Alert)
        emit commandRequested(plain(Verb::AckAlert, {{u"ref"_s, current().data(t::IdRole).toString()}}));
    else
        open(current());
}

void TriagePanel::no()
{
    if (!noWhyNot().isEmpty())
        return;
    if (triageKind(current()) == t::Confirmation)
        askConfirmation(false);
    else if (isYesNo())
        answer(current(), current().data(t::ChoicesRole).toStringList().value(2));
    else
        askFlag(current().data(t::IdRole).toString(), false);
}

void TriagePanel::correct()
{
    if (triageKind(current()) != t::Report) {
        open(current());
        return;
    }
    const QJsonObject fields{{u"text"_s, current().data().toString()}};
    const QJsonObject args{{u"ref"_s, current().data(t::RefRole).toString()}, {u"fields"_s, fields}};
    emit entryRequested(domain::formatEntry({Verb::Correct, {}, {}, args}));
}

void TriagePanel::showMenu(const QPoint &at)
{
    popUpRowMenu(u"triageMenu"_s,
                 {u"triage.yes"_s, u"triage.no"_s, u"triage.severity"_s, u"triage.flag"_s, u"triage.report"_s, u"triage.again"_s,
                  u"triage.link"_s, u"triage.pin"_s, u"triage.correct"_s, u"triage.retract"_s},
                 m_actions, *m_view, at);
}

} // namespace fireline::views
