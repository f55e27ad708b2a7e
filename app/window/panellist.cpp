// SPDX-License-Identifier: GPL-3.0-or-later
#include "panellist.h"

#include "actions/actionregistry.h"
#include "adherencekeeper.h"
#include "checklist/checklistmodel.h"
#include "checklist/checklistpanel.h"
#include "clocks/clocksmodel.h"
#include "clocks/clockspanel.h"
#include "commanddesk.h"
#include "drill/drillpanel.h"
#include "drilldesk.h"
#include "escalation/escalationmodel.h"
#include "escalation/escalationpanel.h"
#include "feed/incidentfeed.h"
#include "orders/ordersmodel.h"
#include "orders/orderspanel.h"
#include "orders/workquestions.h"
#include "people/peoplemodel.h"
#include "people/peoplepanel.h"
#include "roles/rolesmodel.h"
#include "roles/rolespanel.h"
#include "sitrep/sitreppanel.h"
#include "sitrep/situationtext.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::PanelArea;
using views::PanelDescriptor;
using views::Perspective;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelList)
};

/// What every panel asks for goes the same two ways.
template<typename Panel>
Panel *connected(Panel *panel, const PanelContext &context)
{
    QObject::connect(panel, &Panel::commandRequested, &context.desk, &CommandDesk::submit);
    QObject::connect(panel, &Panel::entryRequested, panel, context.prepareEntry);
    panel->addActions(context.actions);
    return panel;
}

PanelDescriptor roles(const PanelContext &context)
{
    auto *panel = connected(
        new views::RolesPanel(new models::RolesModel(context.feed, context.models), context.theme, context.times), context);
    return {u"roles"_s, Text::tr("Roles"),  u"people"_s, PanelArea::Left, {Perspective::Command, Perspective::Observer}, {},
            panel,      panel->firstFocus()};
}

PanelDescriptor checklist(const PanelContext &context)
{
    auto *panel = connected(
        new views::ChecklistPanel(new models::ChecklistModel(context.feed, context.models), context.theme, context.times),
        context);
    return {u"checklist"_s, Text::tr("Checklist"), u"checklist"_s, PanelArea::Left, {Perspective::Command}, {},
            panel,          panel->firstFocus()};
}

PanelDescriptor people(const PanelContext &context)
{
    auto *panel = new views::PeoplePanel(new models::PeopleModel(context.feed, context.models), context.theme);
    QObject::connect(panel, &views::PeoplePanel::wordRequested, panel, context.insertWord);
    panel->addActions(context.actions);
    return {u"people"_s,        Text::tr("People and aliases"), u"person"_s, PanelArea::Right, {Perspective::Scribe}, {}, panel,
            panel->firstFocus()};
}

PanelDescriptor sitrep(const PanelContext &context)
{
    auto *panel = new views::SitrepPanel;
    auto *situation = new models::SituationText(context.feed, context.models);
    QObject::connect(situation, &models::SituationText::changed, panel, &views::SitrepPanel::setText);
    QObject::connect(panel, &views::SitrepPanel::readChanged, situation, &models::SituationText::setRead);
    panel->addActions(context.actions);
    return {u"sitrep"_s, Text::tr("Situation report"), u"report"_s, PanelArea::Right, {Perspective::Observer}, {},
            panel,       panel->firstFocus()};
}

PanelDescriptor drill(const PanelContext &context)
{
    auto *panel = new views::DrillPanel(context.theme, context.times);
    new DrillDesk(*panel, context.feed, context.models);
    panel->addActions(context.actions);
    return {u"drill"_s, Text::tr("Drill clock"), u"drill"_s, PanelArea::Left, {Perspective::Drill}, {},
            panel,      panel->firstFocus()};
}

/// For panels whose rows are asked for from elsewhere, and lead elsewhere.
template<typename Panel>
Panel *linked(Panel *panel, const QString &id, const PanelContext &context)
{
    QObject::connect(panel, &Panel::eventRequested, panel, context.toEntry);
    QObject::connect(panel, &Panel::showRequested, panel, [&actions = context.actions, id] {
        if (QAction *show = actions.action(u"panels.show."_s + id))
            show->trigger();
    });
    return connected(panel, context);
}

PanelDescriptor clocks(const PanelContext &context)
{
    auto *model = new models::ClocksModel(context.feed, context.models);
    auto *panel = linked(new views::ClocksPanel(model, context.theme, context.times), u"clocks"_s, context);
    new AdherenceKeeper(context.feed, context.reader, *model, *panel);
    QObject::connect(panel, &views::ClocksPanel::ownWindowsChanged, panel, context.keepTicking);
    return {u"clocks"_s, Text::tr("Clocks"), u"clock"_s, PanelArea::Left, {Perspective::Command, Perspective::Comms}, {},
            panel,       panel->firstFocus()};
}

PanelDescriptor escalation(const PanelContext &context)
{
    auto *model = new models::EscalationModel(context.feed, context.models);
    auto *panel = linked(new views::EscalationPanel(model, context.theme, context.times), u"escalation"_s, context);
    return {u"escalation"_s, Text::tr("Escalation"), u"escalate"_s, PanelArea::Right, {Perspective::Command}, {},
            panel,           panel->firstFocus()};
}

PanelDescriptor actions(const PanelContext &context)
{
    auto *panel = connected(new views::OrdersPanel(new models::OrdersModel(context.feed, context.models),
                                                   models::WorkQuestions(context.feed), context.theme, context.times),
                            context);
    QObject::connect(&context.feed, &models::IncidentFeed::applied, panel, &views::OrdersPanel::askAgain);
    // A new action is begun by its key wherever the panel is.
    QObject::connect(panel, &views::OrdersPanel::showRequested, panel, [panel, &registry = context.actions] {
        QAction *show = panel->isVisible() ? nullptr : registry.action(u"panels.show.actions"_s);
        if (show)
            show->trigger();
    });
    return {u"actions"_s,
            Text::tr("Actions and call-backs"),
            u"action"_s,
            PanelArea::Right,
            {Perspective::Command, Perspective::Drill},
            {},
            panel,
            panel->firstFocus()};
}

} // namespace

QList<PanelDescriptor> makePanels(const PanelContext &context)
{
    QList<PanelDescriptor> panels{
        roles(context),  checklist(context), actions(context),    people(context),
        sitrep(context), clocks(context),    escalation(context),
    };
    if (context.feed.state().drill)
        panels.append(drill(context));
    return panels;
}

} // namespace fireline::window
