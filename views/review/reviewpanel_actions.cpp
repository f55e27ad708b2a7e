// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "entry/entry.h"
#include "forms/rowmenu.h"
#include "review/reviewcommands.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "review/reviewtimelinebox.h"
#include "review/reviewview.h"
#include "review/reviewwhynot.h"
#include "review/sectioneditor.h"
#include "timeline/timelineroles.h"

#include <QTreeView>

using namespace Qt::StringLiterals;

// What the review can be asked for: by keys, buttons and menu.
namespace fireline::views {

namespace r = models::review;
using domain::Verb;
using models::TimelineRole;

namespace {

/// The why that is selected; empty: the last one.
QString answeredBy(const QModelIndex &row)
{
    return row.data(r::KindRole).toInt() == r::Why ? row.data(r::RefRole).toString() : QString();
}

} // namespace

void ReviewPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    m_editor->addActions(actions);
    addReviewActions(actions);
    addRowActions(actions);
    addTimelineActions(actions);
}

void ReviewPanel::addReviewActions(ActionRegistry &actions)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, auto handler,
                         const ActionRegistry::WhyNot &whyNot) {
        actions.add({id, text, help, u"incident"_s, icon}, std::move(handler), whyNot);
    };
    add(
        u"review.schedule"_s, tr("Schedule the review…"), tr("Says when the review is to be held."), u"calendar"_s,
        [this] { schedule(); }, [this] { return reviewing::noReview(m_model); });
    add(
        u"review.hold"_s, tr("Record that the review was held…"), tr("Says that the review was held, and who was there."),
        u"people"_s, [this] { hold(); }, [this] { return reviewing::noReview(m_model); });
    actions.add(
        withoutWayBack({u"review.close"_s, tr("Close the review"), tr("Ends the review once nothing is missing any more."),
                        u"incident"_s, u"ok"_s}),
        [this] { close(); }, [this] { return reviewing::closeWhyNot(m_model); });
}

void ReviewPanel::addRowActions(ActionRegistry &actions)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         auto handler, const ActionRegistry::WhyNot &whyNot) {
        actions.add({id, text, help, u"entry"_s, icon, {QKeySequence(key)}, m_view}, std::move(handler), whyNot);
    };
    const auto always = [] { return QString(); };
    add(
        u"review.why"_s, tr("Add a why…"), tr("Asks why the selected answer is so; without one, the last that was given."),
        u"ask"_s, u"W"_s, [this] { addWhy(answeredBy(current())); }, always);
    add(
        u"review.whyBeside"_s, tr("Add another answer to the same why…"),
        tr("Where a question has more than one answer: the new one branches off beside the selected one."), u"add"_s,
        u"Shift+W"_s, [this] { addWhyBeside(); }, [this] { return reviewing::besideWhyNot(current()); });
    add(
        u"review.factor"_s, tr("Add a contributing factor…"), tr("Names what made it likelier, longer or worse."), u"add"_s,
        u"F"_s, [this] { addFactor(); }, always);
    add(
        u"review.item"_s, tr("Add an action item…"), tr("Says what is to be done, by whom and until when."), u"action"_s, u"I"_s,
        [this] { openItem({}, {}); }, always);
    add(
        u"review.edit"_s, tr("Write or change the selected row…"),
        tr("Opens the selected section, question, why, factor or action item to be written."), u"edit"_s, u"E"_s,
        [this] { edit(current()); }, [this] { return reviewing::openWhyNot(m_model, current()); });
    add(
        u"review.confirm"_s, tr("Confirm the selected condition…"),
        tr("Says how you know that the selected condition of a gate holds."), u"ack"_s, u"Y"_s,
        [this] { confirmNeed(current()); }, [this] { return reviewing::confirmWhyNot(m_model, current()); });
    add(
        u"review.done"_s, tr("Mark the action item done…"), tr("Says what came of the selected action item."), u"check"_s, u"X"_s,
        [this] { finishItem(); }, [this] { return reviewing::itemWhyNot(m_model, current()); });
    add(
        u"review.remove"_s, tr("Take the selected row out of the record…"),
        tr("Takes a why, a factor or an action item back, with a reason."), u"retract"_s, u"Del"_s, [this] { remove(); },
        [this] { return reviewing::removeWhyNot(m_model, current()); });
}

void ReviewPanel::addTimelineActions(ActionRegistry &actions)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         auto handler) {
        actions.add({id, text, help, u"entry"_s, icon, {QKeySequence(key)}, m_timeline->table()}, std::move(handler),
                    [this] { return timelineRef().isEmpty() ? tr("Select a row of the review's timeline first.") : QString(); });
    };
    add(u"review.pin"_s, tr("Pin or unpin the row of the review"), tr("A pinned row stands in the review's timeline."), u"pin"_s,
        u"P"_s, [this] {
            emit commandRequested(ReviewCommands::plain(Verb::Pin, {{u"ref"_s, timelineRef()}}));
        });
    add(u"review.correct"_s, tr("Correct the row of the review"),
        tr("Puts a correction of its text into quick entry; the review shows it at once."), u"correct"_s, u"E"_s, [this] {
            const QString text = m_timeline->table()->currentIndex().data(int(TimelineRole::Text)).toString();
            const QJsonObject args{{u"ref"_s, timelineRef()}, {u"fields"_s, QJsonObject{{u"text"_s, text}}}};
            emit entryRequested(domain::formatEntry({Verb::Correct, {}, {}, args}));
        });
}

QString ReviewPanel::timelineRef() const
{
    return m_timeline->table()->currentIndex().data(int(TimelineRole::Ref)).toString();
}

// A condition is confirmed, what can be written is written, the rest leads to the timeline.
void ReviewPanel::open(const QModelIndex &index)
{
    switch (r::Kind(index.data(r::KindRole).toInt())) {
    case r::Section: writeSection(index); break;
    case r::Field: answerField(index); break;
    case r::Item: openItem(index.data(r::IdRole).toString(), index.data().toString()); break;
    case r::FollowUp: openItem({}, index.data().toString(), index.data(r::IdRole).toString()); break;
    case r::Need: confirmNeed(index); break;
    case r::Why:
    case r::Factor: emit eventRequested(index.data(r::EntryRole).toString()); break;
    default: break;
    }
}

// Whatever has words is written in place.
void ReviewPanel::edit(const QModelIndex &index)
{
    const int kind = index.data(r::KindRole).toInt();
    kind == r::Why || kind == r::Factor ? correct(index) : open(index);
}

void ReviewPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(u"reviewMenu"_s,
                 {u"review.edit"_s, u"review.confirm"_s, u"review.done"_s, u"review.remove"_s, u"review.why"_s,
                  u"review.whyBeside"_s, u"review.factor"_s, u"review.item"_s, u"review.schedule"_s, u"review.hold"_s,
                  u"review.close"_s},
                 m_actions, *m_view, at);
}

} // namespace fireline::views
