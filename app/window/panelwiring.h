// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/quickentry.h"
#include "feed/seenfeed.h"
#include "forms/inlineform.h"
#include "forms/keptform.h"
#include "formwords.h"
#include "panellist.h"
#include "shell/mainwindow.h"

#include <QAction>
#include <QCoreApplication>

// How panels are connected with the window, whatever they show. Each returns the panel it was given. GUI thread.
namespace fireline::window {

using namespace Qt::StringLiterals;

/// Names of panels, wherever a row of their list is made.
struct PanelText
{
    Q_DECLARE_TR_FUNCTIONS(PanelList)
};

/// What is typed next is for the record, where quick entry is in sight; elsewhere the panel has the place of it.
inline void backToEntry(views::MainWindow &window)
{
    const auto *entry = window.findChild<views::QuickEntry *>();
    if (entry && entry->isVisible())
        window.focusEntry();
}

/// The words that were sent stay where they were typed.
template<typename Panel>
void refuse(Panel &panel, const QString &why)
{
    if constexpr (requires { panel.refuse(why); })
        panel.refuse(why);
    else if (auto *form = panel.template findChild<views::InlineForm *>())
        form->refuse(why);
}

/// What every panel asks for goes the same two ways. Its models know at once what came of it, seen or not: it may go on from
/// there.
template<typename Panel>
Panel *connected(Panel *panel, const PanelContext &context)
{
    QObject::connect(panel, &Panel::commandRequested, &context.desk,
                     [&desk = context.desk, &feed = context.feed, panel](const domain::Command &command) {
                         const qint64 before = feed.state().eventCount;
                         const auto done = desk.submitQuietly(command);
                         if (done)
                             return;
                         desk.tell(done.problem());
                         // What is in the record in spite of it must not be sent twice.
                         if (feed.state().eventCount == before)
                             refuse(*panel, done.problem().text);
                     });
    if (auto *feed = qobject_cast<models::SeenFeed *>(&context.feed))
        QObject::connect(panel, &Panel::commandRequested, feed, &models::SeenFeed::catchUp);
    QObject::connect(panel, &Panel::entryRequested, panel, context.prepareEntry);
    panel->addActions(context.actions);
    return panel;
}

/// A form that opens in a panel, or a row that is asked for from elsewhere, needs the panel in sight.
template<typename Panel>
Panel *shown(Panel *panel, const QString &id, const PanelContext &context)
{
    QObject::connect(panel, &Panel::showRequested, panel, [panel, &actions = context.actions, id] {
        // Behind a tab it is visible by name only.
        const bool seen = panel->isVisible() && !panel->visibleRegion().isEmpty();
        QAction *show = seen ? nullptr : actions.action(u"panels.show."_s + id);
        if (show)
            show->trigger();
    });
    if (const auto forms = panel->template findChildren<views::KeptForm *>(); !forms.isEmpty())
        new FormWords(forms, id, context.feed, context.drafts, panel);
    return connected(panel, context);
}

/// For panels whose rows also lead to the timeline.
template<typename Panel>
Panel *linked(Panel *panel, const QString &id, const PanelContext &context)
{
    QObject::connect(panel, &Panel::eventRequested, panel, context.toEntry);
    return shown(panel, id, context);
}

/// The row of a panel with that number, and the panel in sight, where it does not come there by itself.
template<typename Panel>
std::function<bool(const QString &)> rowsOf(Panel *panel, const QString &id, const PanelContext &context)
{
    return [panel, id, &actions = context.actions](const QString &ref) {
        if (!panel->showItem(ref))
            return false;
        actions.action(u"panels.show."_s + id)->trigger();
        return true;
    };
}

} // namespace fireline::window
