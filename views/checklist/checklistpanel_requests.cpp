// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "checklist/checklistpanel.h"
#include "checklist/checklistroles.h"
#include "checklist/checklistview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMenu>

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
        inList(u"checklist.skip"_s, tr("Skip the selected step with a reason…"), tr("Asks in the row why the step is not done."),
               u"skip"_s, u"S"_s),
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

void ChecklistPanel::request(Verb verb, const QModelIndex &index, const QString &why)
{
    domain::Command command;
    command.verb = verb;
    command.args = {{u"id"_s, index.data(checklist::ListIdRole).toString()},
                    {u"item"_s, index.data(checklist::NumberRole).toInt()}};
    if (!why.isEmpty())
        command.args.insert(u"why"_s, why);
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

// Enter: the deed itself where the step ticks itself by it, else the tick.
void ChecklistPanel::open(const QModelIndex &index)
{
    const QString line = index.data(checklist::LineRole).toString();
    if (!line.isEmpty())
        emit entryRequested(line);
    else if (!index.parent().isValid() || stateOf(index) == checklist::Open)
        toggle(index);
}

void ChecklistPanel::skip()
{
    if (!skipWhyNot().isEmpty())
        return;
    m_view->setFocus();
    m_view->edit(current());
}

void ChecklistPanel::skipFor(const QModelIndex &index, const QString &why)
{
    request(Verb::SkipItem, index, why);
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
