// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinepanel.h"

#include "actions/actionregistry.h"
#include "text/timedisplay.h"
#include "timeline/findbar.h"
#include "timeline/gotobar.h"
#include "timeline/pastbar.h"
#include "timeline/timelinedeeds.h"
#include "timeline/timelinedetails.h"
#include "timeline/timelineheader.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace fireline::views {

using Role = models::TimelineRole;

void TimelinePanel::addActions(ActionRegistry &registry)
{
    m_registry = &registry;
    addFindActions(registry);
    addRowActions(registry);
    const auto refresh = [&registry] { registry.refreshLater(); };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, &registry, refresh);
    connect(&m_filter, &models::TimelineFilter::queryChanged, &registry, refresh);
}

void TimelinePanel::addFindActions(ActionRegistry &registry)
{
    const auto key = [](const QString &text) { return QList<QKeySequence>{QKeySequence(text)}; };
    registry.add(reading({u"timeline.find"_s, tr("Find in the timeline"),
                          tr("Marks the entries with these words and goes from one to the next."), u"entry"_s, u"search"_s,
                          key(u"Ctrl+F"_s)}),
                 [this] {
                     m_goto->hide();
                     m_find->open();
                     search(m_find->words());
                 });
    registry.add(reading({u"timeline.findNext"_s,
                          tr("Next hit"),
                          tr("Goes to the next entry that the search finds."),
                          {},
                          u"down"_s,
                          key(u"F3"_s)}),
                 [this] { step(true); });
    registry.add(reading({u"timeline.findPrevious"_s,
                          tr("Previous hit"),
                          tr("Goes to the entry before that the search finds."),
                          {},
                          u"up"_s,
                          key(u"Shift+F3"_s)}),
                 [this] { step(false); });
    registry.add(
        reading({u"timeline.filter"_s, tr("Filter the timeline"), tr("Shows only entries with these words or by this person."),
                 u"entry"_s, u"filter"_s, key(u"Ctrl+Shift+F"_s)}),
        [this] { m_header->focusFilter(); });
    registry.add(
        reading(
            {u"timeline.clearFilter"_s, tr("Clear filter"), tr("Shows every entry of the timeline again."), u"entry"_s, {}, {}}),
        [this] { edit({}); }, [this] { return m_filter.query().hidesSome() ? QString() : tr("No filter is set."); });
    registry.add(reading({u"timeline.gotoTime"_s, tr("Go to time…"), tr("Goes to the first entry at or after a time."),
                          u"entry"_s, u"clock"_s, key(u"Ctrl+G"_s)}),
                 [this] {
                     closeBars();
                     m_goto->open();
                 });
    registry.add(reading({u"timeline.lookBack"_s,
                          tr("Look into the past…"),
                          tr("Shows the record as it stood at an earlier moment."),
                          u"entry"_s,
                          u"clock"_s,
                          {}}),
                 [this] { m_past->open(m_filter.firstRecorded(), m_filter.now()); });
    registry.add(
        reading({u"timeline.now"_s, tr("Return to the present"), tr("Shows the record as it is now."), {}, u"restore"_s, {}}),
        [this] { returnToNow(); }, [this] { return isInPast() ? QString() : tr("The present is shown."); });
}

void TimelinePanel::addRowActions(ActionRegistry &registry)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, Qt::Key key,
                         auto handler, const ActionRegistry::WhyNot &whyNot) {
        registry.add({id, text, help, u"entry"_s, icon, {QKeySequence(key)}, m_view}, std::move(handler), whyNot);
    };
    const auto write = [this] { return whyNotWrite(); };
    add(
        u"timeline.correct"_s, tr("Correct the entry"),
        tr("Puts its text into quick entry; what stood there stays in the record."), u"correct"_s, Qt::Key_E,
        [this] { emit entryRequested(TimelineDeeds(m_view->currentRow()).correction()); }, write);
    add(
        u"timeline.pin"_s, tr("Pin or unpin the entry"), tr("A pinned entry stands in the situation report and the review."),
        u"pin"_s, Qt::Key_P, [this] { emit commandRequested(TimelineDeeds(m_view->currentRow()).pinning()); }, write);
    add(
        u"timeline.link"_s, tr("Refer to the entry"), tr("Puts its number into quick entry."), u"link"_s, Qt::Key_R,
        [this] { emit entryRequested(TimelineDeeds(m_view->currentRow()).reference()); }, write);
    add(
        u"timeline.retract"_s, tr("Retract the entry"), tr("It stays in sight, struck through, with who and why."), u"retract"_s,
        Qt::Key_Delete, [this] { emit entryRequested(TimelineDeeds(m_view->currentRow()).retraction()); }, write);
    add(
        u"timeline.insert"_s, tr("Add an entry after this one"), tr("Begins a line in quick entry with the time of this row."),
        u"add"_s, Qt::Key_Insert, [this] { emit entryRequested(TimelineDeeds(m_view->currentRow()).lineAfter(m_filter.now())); },
        write);
    registry.add(
        reading({u"timeline.details"_s,
                 tr("Show details"),
                 tr("The whole entry, its times in both zones and its earlier versions."),
                 u"entry"_s,
                 u"info"_s,
                 {QKeySequence(Qt::Key_Space)},
                 m_view}),
        [this] { toggleDetails(); },
        [this] { return m_view->currentRow().isValid() ? QString() : tr("No row of the timeline is chosen."); });
    registry.add(
        reading(
            {u"timeline.copy"_s, tr("Copy the rows"), tr("As text, Markdown, HTML and CSV."), u"entry"_s, u"copy"_s, {}, m_view}),
        [this] { copy(); },
        [this] { return m_view->chosenRows().isEmpty() ? tr("No row of the timeline is chosen.") : QString(); });
}

QString TimelinePanel::whyNotRow() const
{
    const QModelIndex current = m_view->currentRow();
    if (!current.isValid())
        return tr("No row of the timeline is chosen.");
    if (current.data(int(Role::FoldCount)).toInt() > 0)
        return tr("Open the machine events with Enter first.");
    if (current.data(int(Role::Refused)).toBool())
        return tr("The backend did not take this row. The panel “Set aside” enters it again.");
    return {};
}

QString TimelinePanel::whyNotWrite() const
{
    if (m_filter.isReadOnly())
        return tr("This record is open to be read, not to be written.");
    return isInPast() ? tr("You look at the past. Press Esc to return to the present.") : whyNotRow();
}

void TimelinePanel::toggleDetails()
{
    if (!m_details->isHidden()) {
        closeDetails();
        return;
    }
    m_details->show();
    showDetails();
    m_view->scrollTo(m_view->currentRow());
}

void TimelinePanel::showDetails()
{
    const QModelIndex current = m_view->currentRow();
    if (m_details->isHidden())
        return;
    m_details->showRow(current);
    if (current.isValid() && current.data(int(Role::FoldCount)).toInt() == 0)
        emit versionsRequested(current.data(int(Role::EventId)).toString(), m_filter.eventsOf(current.row()));
}

void TimelinePanel::showVersions(const QString &eventId, const QList<domain::Event> &events)
{
    m_details->showChanges(eventId, events);
}

void TimelinePanel::closeDetails()
{
    const bool hadFocus = m_details->isAncestorOf(QApplication::focusWidget());
    m_details->hide();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
}

void TimelinePanel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_registry)
        return;
    m_registry->refresh();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActionSpec &spec : m_registry->specs()) {
        if (spec.scope == m_view)
            menu->addAction(m_registry->action(spec.id));
    }
    menu->addSeparator();
    menu->addAction(m_registry->action(u"timeline.gotoTime"_s));
    menu->addAction(m_registry->action(u"timeline.clearFilter"_s));
    menu->popup(event->globalPos());
}

} // namespace fireline::views
