// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "checklist/checklistpanel.h"
#include "checklist/checklistroles.h"
#include "checklist/checklistview.h"
#include "forms/inlineform.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMenu>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

// What the checklist asks for: by keys, clicks and menu.
namespace fireline::views {

namespace checklist = models::checklist;
using domain::Verb;

namespace {

checklist::State stateOf(const QModelIndex &index)
{
    return checklist::State(index.data(checklist::StateRole).toInt());
}

} // namespace

void ChecklistPanel::refreshActions()
{
    if (m_actions)
        m_actions->refreshLater();
}

void ChecklistPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto inList = [this](const QString &id, const QString &text, const QString &help, const QString &icon,
                               const QString &key) {
        ActionSpec spec{id, text, help, u"incident"_s, icon, {}};
        if (!key.isEmpty())
            spec.keys = {QKeySequence(key)};
        spec.scope = m_view;
        return spec;
    };
    actions.add(
        inList(u"checklist.tick"_s, tr("Tick or untick the selected step"),
               tr("Marks the step of the checklist as done, or opens it again (Space)."), u"check"_s, {}),
        [this] { toggle(current()); }, [this] { return tickWhyNot(); });
    actions.add(
        inList(u"checklist.skip"_s, tr("Skip the selected step with a reason…"), tr("Asks why the step is not done."), u"skip"_s,
               u"S"_s),
        [this] { skip(); }, [this] { return skipWhyNot(); });
    actions.add(
        inList(u"checklist.copy"_s, tr("Copy the command of the selected step"),
               tr("Puts the command that the step names on the clipboard."), u"copy"_s, u"C"_s),
        [this] { copy(); }, [this] { return copyWhyNot(); });
    actions.add(inList(u"checklist.nextStep"_s, tr("Next step"), tr("Selects the step below, in the next list too."), u"down"_s,
                       u"Alt+Down"_s),
                [this] { m_view->moveStep(true); });
    actions.add(inList(u"checklist.previousStep"_s, tr("Previous step"), tr("Selects the step above, in the list before too."),
                       u"up"_s, u"Alt+Up"_s),
                [this] { m_view->moveStep(false); });
}

QString ChecklistPanel::tickWhyNot() const
{
    return isStep() ? QString() : tr("Select a step of the checklist first.");
}

QString ChecklistPanel::skipWhyNot() const
{
    if (!isStep())
        return tr("Select a step of the checklist first.");
    return stateOf(current()) == checklist::Open ? QString() : tr("This step is settled already.");
}

QString ChecklistPanel::copyWhyNot() const
{
    return current().data(checklist::RunRole).toString().isEmpty() ? tr("The selected step names no command.") : QString();
}

void ChecklistPanel::request(Verb verb, const QModelIndex &index)
{
    domain::Command command;
    command.verb = verb;
    command.args = {{u"id"_s, index.data(checklist::ListIdRole).toString()},
                    {u"item"_s, index.data(checklist::NumberRole).toInt()}};
    emit commandRequested(command);
}

void ChecklistPanel::start(const QString &listId)
{
    domain::Command command;
    command.verb = Verb::StartList;
    command.args = {{u"id"_s, listId}};
    emit commandRequested(command);
}

void ChecklistPanel::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (index.parent().isValid())
        request(stateOf(index) == checklist::Open ? Verb::CheckItem : Verb::UncheckItem, index);
    else if (index.data(checklist::CanStartRole).toBool())
        start(index.data(checklist::ListIdRole).toString());
    else
        m_view->setExpanded(index, !m_view->isExpanded(index));
}

// Enter: the deed itself where the step ticks itself by it, be it a record that has a form; else the tick.
void ChecklistPanel::open(const QModelIndex &index)
{
    const QString line = index.data(checklist::LineRole).toString();
    const QString form = index.data(checklist::FormRole).toString();
    if (!form.isEmpty())
        emit recordRequested(form, line);
    else if (!line.isEmpty())
        emit entryRequested(line);
    else if (!index.parent().isValid() || stateOf(index) == checklist::Open)
        toggle(index);
}

void ChecklistPanel::skip()
{
    if (!skipWhyNot().isEmpty())
        return;
    emit showRequested();
    m_form->open(
        {u"skip/%1/%2"_s.arg(current().data(checklist::NumberRole).toInt()).arg(current().data(checklist::ListIdRole).toString()),
         tr("Skip “%1”. Why?").arg(current().data().toString()),
         tr("Skip the step"),
         {{u"why"_s, FormInput::Kind::Line, tr("Why"), tr("Why it is not done; it stands beside the step.")}}});
}

void ChecklistPanel::resume(const QString &id)
{
    const int number = id.section(u'/', 1, 1).toInt();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex list = m_model->index(row, 0);
        for (int step = 0; step < m_model->rowCount(list); ++step) {
            const QModelIndex index = m_model->index(step, 0, list);
            if (index.data(checklist::NumberRole).toInt() != number
                || index.data(checklist::ListIdRole).toString() != id.section(u'/', 2))
                continue;
            if (!m_shown->mapFromSource(index).isValid())
                m_mine->setChecked(false);
            m_view->setCurrentIndex(m_shown->mapFromSource(index));
            return skip();
        }
    }
}

// What would be refused stays in the form, with the reason.
void ChecklistPanel::take(const QString &id, const QJsonObject &values)
{
    const QString why = values.value(u"why").toString();
    if (why.isEmpty())
        return m_form->setProblem(tr("Say why first."));
    domain::Command command;
    command.verb = Verb::SkipItem;
    command.args = {{u"id"_s, id.section(u'/', 2)}, {u"item"_s, id.section(u'/', 1, 1).toInt()}, {u"why"_s, why}};
    m_form->send([&] { emit commandRequested(command); });
}

void ChecklistPanel::copy()
{
    const QString run = current().data(checklist::RunRole).toString();
    if (!run.isEmpty())
        QGuiApplication::clipboard()->setText(run);
}

void ChecklistPanel::showMenu(const QPoint &at)
{
    const QPersistentModelIndex index = current();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"checklistMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (isStep()) {
        menu->addAction(stateOf(index) == checklist::Open ? tr("Tick") : tr("Untick"), this, [this, index] { toggle(index); });
        menu->addAction(tr("Skip with a reason…"), this, &ChecklistPanel::skip)->setEnabled(skipWhyNot().isEmpty());
        menu->addAction(tr("Copy the command"), this, &ChecklistPanel::copy)->setEnabled(copyWhyNot().isEmpty());
        const QString line = index.data(checklist::LineRole).toString();
        if (!line.isEmpty())
            menu->addAction(tr("Write %1").arg(line.trimmed()), this, [this, line] { emit entryRequested(line); });
    } else if (index.data(checklist::CanStartRole).toBool()) {
        menu->addAction(tr("Start this list"), this, [this, index] { toggle(index); });
    } else {
        menu->addAction(m_view->isExpanded(index) ? tr("Fold") : tr("Unfold"), this, [this, index] { toggle(index); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace fireline::views
