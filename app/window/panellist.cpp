// SPDX-License-Identifier: GPL-3.0-or-later
#include "panellist.h"

#include "about/processpanel.h"
#include "actions/actionregistry.h"
#include "adherencekeeper.h"
#include "aside/asidemodel.h"
#include "aside/asidepanel.h"
#include "checklist/checklistmodel.h"
#include "checklist/checklistpanel.h"
#include "clocks/clocksmodel.h"
#include "clocks/clockspanel.h"
#include "commanddesk.h"
#include "components/componentsmodel.h"
#include "components/componentspanel.h"
#include "contactsdesk.h"
#include "decisions/decisionsmodel.h"
#include "decisions/decisionspanel.h"
#include "drill/drillpanel.h"
#include "drilldesk.h"
#include "escalation/escalationmodel.h"
#include "escalation/escalationpanel.h"
#include "feed/seenfeed.h"
#include "forms/inlineform.h"
#include "formwords.h"
#include "handover/handovermodel.h"
#include "handover/handoverpanel.h"
#include "log/logmodel.h"
#include "log/logpanel.h"
#include "logdesk.h"
#include "monitoringpanels.h"
#include "orders/ordersmodel.h"
#include "orders/orderspanel.h"
#include "orders/workquestions.h"
#include "panelsight.h"
#include "panelwiring.h"
#include "people/peoplemodel.h"
#include "people/peoplepanel.h"
#include "playbookdesk.h"
#include "playbooks/playbookspanel.h"
#include "playbooks/playbooktextmodel.h"
#include "recordreader.h"
#include "roles/rolesmodel.h"
#include "roles/rolespanel.h"
#include "sitrep/sitreppanel.h"
#include "sitrep/situationtext.h"
#include "takeanswer.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"
#include "writingpanels.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::PanelArea;
using views::PanelDescriptor;
using views::Perspective;

namespace {

PanelDescriptor roles(const PanelContext &context)
{
    auto *panel = connected(
        new views::RolesPanel(new models::RolesModel(context.feed, context.models), context.theme, context.times), context);
    PanelDescriptor made{u"roles"_s,
                         PanelText::tr("Roles"),
                         u"people"_s,
                         PanelArea::Left,
                         {Perspective::Command, Perspective::Observer, Perspective::Drill},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 20;
    made.edits = {u"roles.assign"_s};
    return made;
}

PanelDescriptor checklist(const PanelContext &context)
{
    auto *panel = shown(
        new views::ChecklistPanel(new models::ChecklistModel(context.feed, context.models), context.theme, context.times),
        u"checklist"_s, context);
    PanelDescriptor made{
        u"checklist"_s, PanelText::tr("Checklist"), u"checklist"_s, PanelArea::Left, {Perspective::Command}, {}, panel,
        nullptr}; // what has the keyboard depends on whether there is a list: the panel hands it on
    made.rank = 30;
    made.whyNotEdited = PanelText::tr(
        "The words of a step are those of the process. Space ticks a step, S skips it with a reason.");
    return made;
}

PanelDescriptor people(const PanelContext &context)
{
    auto *panel = new views::PeoplePanel(new models::PeopleModel(context.feed, context.models), context.theme);
    QObject::connect(panel, &views::PeoplePanel::wordRequested, panel, context.insertWord);
    panel->addActions(context.actions);
    PanelDescriptor made{
        u"people"_s,        PanelText::tr("People and aliases"), u"person"_s, PanelArea::Right, {Perspective::Scribe}, {}, panel,
        panel->firstFocus()};
    made.rank = 140;
    return made;
}

PanelDescriptor sitrep(const PanelContext &context)
{
    auto *panel = new views::SitrepPanel;
    auto *situation = new models::SituationText(context.feed, context.models);
    QObject::connect(situation, &models::SituationText::changed, panel, &views::SitrepPanel::setText);
    QObject::connect(panel, &views::SitrepPanel::readChanged, situation, &models::SituationText::setRead);
    panel->addActions(context.actions);
    PanelDescriptor made{
        u"sitrep"_s,        PanelText::tr("Situation report"), u"report"_s, PanelArea::Right, {Perspective::Observer}, {}, panel,
        panel->firstFocus()};
    made.rank = 70;
    made.areaIn = {{Perspective::Observer, PanelArea::Top}};
    return made;
}

PanelDescriptor process(const PanelContext &context)
{
    auto *panel = new views::ProcessPanel(context.feed, context.times);
    return {u"process"_s, PanelText::tr("Process"), u"process"_s, PanelArea::Right, {}, {}, panel, panel->firstFocus()};
}

/// For auditors, after the incident; nobody who commands needs it. Its pages are read when they are looked at.
PanelDescriptor rawEvents(const PanelContext &context)
{
    auto *model = new models::LogModel(context.feed, context.models);
    auto *panel = new views::LogPanel(*model, context.theme, context.times);
    QObject::connect(model, &models::LogModel::pageWanted, model, [model, &reader = context.reader](qint64 after, int count) {
        takeAnswer(model, reader.page(after, count),
                   [model, after](const QList<domain::Event> &events) { model->take(after, events); });
    });
    new LogDesk(*panel, context.guard, context.window, context.record, context.models);
    panel->addActions(context.actions);
    PanelDescriptor made{u"log"_s,
                         PanelText::tr("Log of events"),
                         u"list"_s,
                         PanelArea::Right,
                         {Perspective::After, Perspective::Observer},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 160;
    made.areaIn = {{Perspective::After, PanelArea::Bottom}};
    return made;
}

/// Empty but for incidents of a shared backend that refused or lost something; whoever tells of that leads here.
PanelDescriptor aside(const PanelContext &context)
{
    auto *panel = new views::AsidePanel(*new models::AsideModel(context.models), context.theme, context.times);
    panel->addActions(context.actions);
    PanelDescriptor made{u"aside"_s, PanelText::tr("Set aside"), u"conflict"_s, PanelArea::Bottom, {}, {},
                         panel,      panel->firstFocus()};
    made.rank = 165;
    return made;
}

PanelDescriptor drill(const PanelContext &context)
{
    auto *panel = new views::DrillPanel(context.theme, context.times);
    new DrillDesk(*panel, context.feed, context.models);
    panel->addActions(context.actions);
    PanelDescriptor made{u"drill"_s, PanelText::tr("Drill clock"), u"drill"_s, PanelArea::Left, {Perspective::Drill}, {},
                         panel,      panel->firstFocus()};
    made.rank = 10;
    made.leads = {Perspective::Drill};
    return made;
}

PanelDescriptor clocks(const PanelContext &context)
{
    auto *model = new models::ClocksModel(context.feed, context.models);
    auto *panel = linked(new views::ClocksPanel(model, context.theme, context.times), u"clocks"_s, context);
    new AdherenceKeeper(context.feed, context.reader, *model, *panel);
    QObject::connect(panel, &views::ClocksPanel::ownWindowsChanged, panel, context.keepTicking);
    PanelDescriptor made{
        u"clocks"_s, PanelText::tr("Clocks"), u"clock"_s, PanelArea::Left, {Perspective::Command, Perspective::Comms}, {},
        panel,       panel->firstFocus()};
    made.rank = 40;
    return made;
}

/// On where the process keeps a page of them; elsewhere one command away.
PanelDescriptor components(const PanelContext &context)
{
    auto *model = new models::ComponentsModel(context.feed, context.models);
    auto *panel = linked(new views::ComponentsPanel(model, context.theme, context.times), u"components"_s, context);
    QObject::connect(panel, &views::ComponentsPanel::tellRequested, panel, [&actions = context.actions] {
        if (QAction *tell = actions.action(u"status.takeComponents"_s))
            tell->trigger();
    });
    const bool kept = !models::componentsOf(context.feed.process()).isEmpty();
    PanelDescriptor made{u"components"_s,
                         PanelText::tr("Components"),
                         u"process"_s,
                         PanelArea::Left,
                         kept ? QList{Perspective::Comms} : QList<Perspective>{},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 45;
    return made;
}

PanelDescriptor escalation(const PanelContext &context)
{
    auto *model = new models::EscalationModel(context.feed, context.models);
    auto *panel = linked(new views::EscalationPanel(model, context.theme, context.times), u"escalation"_s, context);
    const auto take = [&contacts = context.contacts, model] { model->setContacts(contacts.book()); };
    QObject::connect(&context.contacts, &ContactsDesk::changed, model, take);
    QObject::connect(panel, &views::EscalationPanel::numbersRequested, &context.contacts, &ContactsDesk::openRequested);
    PanelDescriptor made{
        u"escalation"_s, PanelText::tr("Escalation"), u"escalate"_s, PanelArea::Right, {Perspective::Command}, {},
        panel,           panel->firstFocus()};
    made.rank = 120;
    return made;
}

PanelDescriptor actions(const PanelContext &context)
{
    auto *model = new models::OrdersModel(context.feed, context.models);
    auto *panel = shown(new views::OrdersPanel(model, models::WorkQuestions(context.feed), context.theme, context.times),
                        u"actions"_s, context);
    QObject::connect(&context.feed, &models::IncidentFeed::applied, panel, &views::OrdersPanel::askAgain);
    PanelDescriptor made{u"actions"_s,
                         PanelText::tr("Actions and call-backs"),
                         u"action"_s,
                         PanelArea::Right,
                         {Perspective::Command, Perspective::Drill},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 80;
    made.leads = {Perspective::Command};
    made.whyNotEdited = PanelText::tr(
        "The words of an action stay as they were given: somebody works by them. Cancel it and give it anew.");
    made.showRow = rowsOf(panel, u"actions"_s, context);
    return made;
}

PanelDescriptor decisions(const PanelContext &context)
{
    auto *model = new models::DecisionsModel(context.feed, context.models);
    auto *panel = linked(new views::DecisionsPanel(*model, context.theme, context.times), u"decisions"_s, context);
    PanelDescriptor made{u"decisions"_s,
                         PanelText::tr("Hypotheses and decisions"),
                         u"decision"_s,
                         PanelArea::Right,
                         {Perspective::Command},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 100;
    made.edits = {u"decisions.correct"_s};
    made.showRow = rowsOf(panel, u"decisions"_s, context);
    return made;
}

PanelDescriptor handover(const PanelContext &context)
{
    auto *model = new models::HandoverModel(context.feed, context.models);
    auto *panel = shown(new views::HandoverPanel(*model, context.theme, context.times), u"handover"_s, context);
    // What is typed next is for the record, and no answer of whoever was asked.
    QObject::connect(panel, &views::HandoverPanel::offered, &context.window, [&window = context.window] { backToEntry(window); });
    PanelDescriptor made{u"handover"_s, PanelText::tr("Handover"), u"handover"_s, PanelArea::Right, {Perspective::Command}, {},
                         panel,         panel->firstFocus()};
    made.rank = 130;
    return made;
}

PanelDescriptor triage(const PanelContext &context)
{
    auto *model = new models::TriageModel(context.feed, context.models);
    auto *panel = linked(new views::TriagePanel(*model, context.theme, context.times), u"triage"_s, context);
    PanelDescriptor made{u"triage"_s,
                         PanelText::tr("Triage and reports"),
                         u"severity"_s,
                         PanelArea::Left,
                         {Perspective::Command},
                         {},
                         panel,
                         panel->firstFocus()};
    made.rank = 50;
    made.edits = {u"triage.correct"_s};
    made.showRow = rowsOf(panel, u"triage"_s, context);
    return made;
}

PanelDescriptor playbooks(const PanelContext &context)
{
    auto *model = new models::PlaybooksModel(context.feed, context.models);
    auto *open = new models::PlaybookTextModel(*model, context.models);
    auto *panel = linked(new views::PlaybooksPanel(*model, *open, context.theme, context.times), u"playbooks"_s, context);
    QObject::connect(panel, &views::PlaybooksPanel::evidenceRequested, &context.desk,
                     [&desk = context.desk](const domain::Command &command, const QString &name, const QByteArray &bytes) {
                         desk.attach(command, name, bytes);
                     });
    auto *desk = new PlaybookDesk(u":"_s, context.configDir, *model, context.takePlaybooks, panel);
    QObject::connect(panel, &views::PlaybooksPanel::folderRequested, desk, [desk, &commands = context.desk] {
        if (const auto opened = desk->openFolder(); !opened)
            commands.tell(opened.problem());
    });
    PanelDescriptor made{u"playbooks"_s, PanelText::tr("Playbooks"), u"playbook"_s, PanelArea::Left, {Perspective::Command}, {},
                         panel,          panel->firstFocus()};
    made.rank = 60;
    return made;
}

} // namespace

QList<PanelDescriptor> makePanels(const PanelContext &context)
{
    using Follows = PanelSight::Follows;
    struct Maker
    {
        PanelDescriptor (*make)(const PanelContext &) = nullptr;
        // What reads the whole record does so for eyes alone: its commands stand on what was seen last.
        Follows follows = Follows::Commands;
    };
    QList<PanelDescriptor> panels;
    for (const Maker &maker : {Maker{roles},
                               {checklist},
                               {actions},
                               {decisions},
                               {handover},
                               {people},
                               {sitrep, Follows::Sight},
                               {clocks},
                               {components},
                               {escalation},
                               {triage},
                               {makeAlertInbox},
                               {playbooks},
                               {makeMetricGraphs, Follows::Sight},
                               {makeReview, Follows::Sight},
                               {makeStatusUpdates},
                               {process, Follows::Sight},
                               {rawEvents, Follows::Sight},
                               {aside, Follows::Sight}}) {
        auto *feed = new models::SeenFeed(context.feed);
        panels.append(maker.make(context.on(*feed)));
        new PanelSight(*feed, *panels.last().widget, context.actions, maker.follows);
    }
    if (context.feed.state().drill)
        panels.append(drill(context));
    return panels;
}

} // namespace fireline::window
