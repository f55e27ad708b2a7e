// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "components/componentspanel.h"
#include "components/componentsroles.h"
#include "components/componenttext.h"
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "forms/rowmenu.h"
#include "state/componentstate.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

// What the board of components asks for: by keys, buttons and menu.
namespace fireline::views {

namespace components = models::components;
using domain::Verb;
using models::ComponentState;

namespace {

const QString otherId = u"other"_s;

QList<QPair<QString, QString>> stateChoices()
{
    QList<QPair<QString, QString>> choices;
    for (const ComponentState state : models::componentStates())
        choices.append({models::publishedWord(state), componentStateText(state)});
    return choices;
}

} // namespace

void ComponentsPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         void (ComponentsPanel::*what)(), const ActionRegistry::WhyNot &reason) {
        const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(key)};
        actions.add(
            {id, text, help, u"incident/"_s + tr("Components"), icon, keys, m_view}, [this, what] { (this->*what)(); }, reason);
    };
    add(u"components.change"_s, tr("Change the selected component…"), tr("States how much of it works, and who said so."),
        u"correct"_s, u"E"_s, &ComponentsPanel::askState, [this] { return whyNotState(); });
    addStates(actions);
    add(u"components.other"_s, tr("State another component…"), tr("For what is not on the board."), u"add"_s, u"N"_s,
        &ComponentsPanel::askOther, {});
    actions.add({u"components.tell"_s,
                 tr("Tell the states of the components…"),
                 tr("Goes to the status update and takes over the states of the board."),
                 u"incident/"_s + tr("Components"),
                 u"status"_s,
                 {QKeySequence(Qt::Key_T)},
                 m_view},
                [this] { emit tellRequested(); });
    actions.add(
        reading({u"components.entry"_s,
                 tr("Go to the entry that states a component"),
                 tr("Selects it in the timeline."),
                 u"incident/"_s + tr("Components"),
                 u"link"_s,
                 {},
                 m_view}),
        [this] { goToOrigin(); }, [this] { return whyNotOrigin(); });
    actions.add(reading({u"components.details"_s,
                         tr("All about the selected component"),
                         tr("Shows or hides it under the list."),
                         {},
                         u"info"_s,
                         {},
                         m_view}),
                [this] { emit m_view->detailsRequested(); });
}

void ComponentsPanel::addStates(ActionRegistry &actions)
{
    struct Stated
    {
        ComponentState state;
        QString id;
        QString text;
        Qt::Key key;
    };
    const QList<Stated> all{
        {ComponentState::Operational, u"operational"_s, tr("The selected component is operational"), Qt::Key_O},
        {ComponentState::Degraded, u"degraded"_s, tr("The selected component is degraded"), Qt::Key_D},
        {ComponentState::PartialOutage, u"partial"_s, tr("The selected component is partly out"), Qt::Key_P},
        {ComponentState::MajorOutage, u"major"_s, tr("The selected component is out"), Qt::Key_M},
        {ComponentState::Maintenance, u"maintenance"_s, tr("The selected component is under maintenance"), Qt::Key_U},
    };
    for (const Stated &one : all) {
        actions.add(
            {u"components."_s + one.id,
             one.text,
             tr("Puts it into the record at once; it can be undone."),
             u"incident/"_s + tr("Components"),
             {},
             {QKeySequence(one.key)},
             m_view},
            [this, wanted = one.state] { state(current().data().toString(), wanted); }, [this] { return whyNotState(); });
    }
}

QString ComponentsPanel::whyNotRow() const
{
    return current().isValid() ? QString() : tr("There is no component on the board.");
}

QString ComponentsPanel::whyNotState() const
{
    const QString why = whyNotRow();
    return why.isEmpty() ? current().data(components::WhyNotRole).toString() : why;
}

QString ComponentsPanel::whyNotOrigin() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    return current().data(components::OriginRole).toString().isEmpty() ? tr("Nobody stated this component yet.") : QString();
}

void ComponentsPanel::askState()
{
    if (!whyNotState().isEmpty())
        return;
    const int known = current().data(components::KnownRole).toInt();
    const auto stands = known < 0 ? ComponentState::Degraded : ComponentState(known);
    emit showRequested();
    m_form->open({u"state/"_s + current().data().toString(),
                  tr("How much of %1 works?").arg(current().data().toString()),
                  tr("State"),
                  {{u"state"_s, FormInput::Kind::Choice, tr("State"),
                    tr("As far as is known here. It is told to nobody by itself."), stateChoices()}},
                  {{u"state"_s, models::publishedWord(stands)}}});
}

void ComponentsPanel::askOther()
{
    emit showRequested();
    m_form->open({otherId,
                  tr("How much of what works?"),
                  tr("State"),
                  {{u"name"_s, FormInput::Kind::Line, tr("Component"), tr("What it is called.")},
                   {u"state"_s, FormInput::Kind::Choice, tr("State"),
                    tr("As far as is known here. It is told to nobody by itself."), stateChoices()}},
                  {{u"state"_s, models::publishedWord(ComponentState::Degraded)}}});
}

void ComponentsPanel::resume(const QString &id)
{
    if (id == otherId)
        return askOther();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row, 0).data().toString() != id.section(u'/', 1))
            continue;
        m_view->setCurrentIndex(m_model->index(row, 0));
        return askState();
    }
}

// What would be refused stays in the form, with the reason.
void ComponentsPanel::take(const QString &id, const QJsonObject &values)
{
    const QString name = id == otherId ? values.value(u"name").toString().simplified() : id.section(u'/', 1);
    if (name.isEmpty())
        return m_form->setProblem(tr("Say first what it is called."));
    m_form->send([&] { state(name, models::componentStateOf(values.value(u"state").toString())); });
    showState();
}

void ComponentsPanel::state(const QString &component, ComponentState state)
{
    domain::Command command;
    command.verb = Verb::Impact;
    command.args = {{u"id"_s, domain::componentField(component)}, {u"text"_s, models::publishedWord(state)}};
    emit commandRequested(command);
}

void ComponentsPanel::goToOrigin()
{
    if (whyNotOrigin().isEmpty())
        emit eventRequested(current().data(components::OriginRole).toString());
}

void ComponentsPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(u"componentsMenu"_s,
                 {u"components.change"_s, u"components.operational"_s, u"components.degraded"_s, u"components.partial"_s,
                  u"components.major"_s, u"components.maintenance"_s, u"components.tell"_s, u"components.entry"_s,
                  u"components.details"_s},
                 m_actions, *m_view, at);
}

} // namespace fireline::views
