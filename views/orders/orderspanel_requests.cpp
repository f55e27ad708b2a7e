// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "core/instant.h"
#include "orders/orderspanel.h"
#include "orders/ordersroles.h"
#include "orders/ordersteps.h"
#include "orders/ordersview.h"
#include "orders/reasonform.h"
#include "orders/workforms.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

// What the panel asks for: by keys, buttons, menu and forms.
namespace fireline::views {

namespace orders = models::orders;
using domain::Span;
using domain::Verb;

namespace {

constexpr Span moreTime = Span::minutes(5);
constexpr int roomyFrom = 420; // height, at 100 %: list, steps and all about a row are seen at once

orders::Kind kindOf(const QModelIndex &index)
{
    return orders::Kind(index.data(orders::KindRole).toInt());
}

} // namespace

void OrdersPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    // What was out of sight for who only looks on comes back as the selected row wants it.
    connect(&actions, &ActionRegistry::readOnlyChanged, this, &OrdersPanel::showState, Qt::QueuedConnection);
    const auto anew = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                          WorkForm *form, Verb verb) {
        ActionSpec spec{id, text, help, u"entry"_s, icon, {}};
        if (!key.isEmpty())
            spec.keys = {QKeySequence(key)};
        actions.add(
            spec, [this, form] { begin(form); }, [this, verb] { return m_ask.whyNot(verb); });
    };
    anew(u"orders.newAction"_s, tr("New action"), tr("Asks somebody to do something, with a time to call back."), u"action"_s,
         u"Ctrl+Shift+A"_s, m_action, Verb::Action);
    anew(u"orders.newChange"_s, tr("Propose a change"), tr("Proposes a change, for the approval that the process asks for."),
         u"change"_s, {}, m_change, Verb::Change);
    anew(u"orders.newPoll"_s, tr("Ask for objections"), tr("Asks everybody whether there is a strong objection."), u"poll"_s,
         u"Ctrl+Shift+O"_s, m_poll, Verb::Poll);
    actions.add(
        {u"orders.newReminder"_s, tr("New reminder"), tr("Counts down to something for yourself."), u"entry"_s, u"timer"_s},
        [this] { emit entryRequested(u"/timer +15m "_s); }, [this] { return m_ask.whyNot(Verb::Timer); });
    addListActions(actions);
}

void OrdersPanel::addListActions(ActionRegistry &actions)
{
    const auto inList = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                            const std::function<Verb()> &verb) {
        ActionSpec spec{id, text, help, u"incident"_s, icon, {}};
        if (!key.isEmpty())
            spec.keys = {QKeySequence(key)};
        spec.scope = m_view;
        spec.noWayBack = true; // some of what it may be is an approval, or done to what runs
        actions.add(
            spec, [this, verb] { perform(verb()); }, [this, verb] { return whyNot(verb()); });
    };
    inList(u"orders.yes"_s, tr("Acknowledge, approve, or no objection"),
           tr("Says yes to the selected row: acknowledges an action, approves a change, answers a poll."), u"ack"_s, u"Y"_s,
           [this] { return OrderSteps(current()).yes(); });
    inList(u"orders.done"_s, tr("Done, executed or verified"),
           tr("Takes the selected row a step on: an action is done, a change executed and then verified, a poll closed."),
           u"check"_s, u"X"_s, [this] { return OrderSteps(current()).done(); });
    inList(u"orders.no"_s, tr("Failed, refuse, or object…"),
           tr("Says no to the selected row, with why: an action failed, a change is refused, a poll objected to."), u"close"_s,
           u"F"_s, [this] { return OrderSteps(current()).no(); });
    inList(u"orders.extend"_s, tr("Five minutes more"), tr("Gives the selected action five minutes more."), u"add"_s, u"+"_s,
           [] { return Verb::Extend; });
    inList(u"orders.cancel"_s, tr("Cancel the selected action…"), tr("Nobody waits for it any more."), u"remove"_s, u"Del"_s,
           [] { return Verb::Cancel; });
    inList(u"orders.breach"_s, tr("Record a breach of the selected change…"),
           tr("It was done against the process: that is written down, never refused."), u"breach"_s, u"B"_s,
           [] { return Verb::Breach; });
    ActionSpec another{u"orders.another"_s,
                       tr("Another person's word about the selected row…"),
                       tr("Records what another person said or did: an approval, an answer, a refusal."),
                       u"incident"_s,
                       u"person"_s,
                       {QKeySequence(u"W"_s)},
                       m_view};
    actions.add(
        another, [this] { askForAnother(); }, [this] { return anotherWhyNot(); });
    ActionSpec ended{u"orders.ended"_s,
                     tr("Show ended actions"),
                     tr("Shows what is done, failed, cancelled or closed too."),
                     u"view"_s,
                     u"show"_s,
                     {}};
    actions.add(ended, [this] { m_ended->toggle(); });
}

QString OrdersPanel::whyNot(Verb verb) const
{
    const QModelIndex row = current();
    if (!row.isValid())
        return tr("Select a row of the actions first.");
    if (verb == Verb::Decision)
        return m_ask.whyNot(verb);
    const orders::Kind kind = kindOf(row);
    const bool ofChange = verb == Verb::Approve || verb == Verb::Refuse || verb == Verb::Execute || verb == Verb::VerifyChange
                          || verb == Verb::Breach;
    const bool ofPoll = verb == Verb::PollOk || verb == Verb::PollObject || verb == Verb::PollClose;
    if (ofChange && kind != orders::Change)
        return tr("Select a change first.");
    if (!ofChange && !ofPoll && (kind == orders::Change || kind == orders::Poll))
        return tr("Select an action first.");
    return m_ask.whyNot(verb, row.data(orders::RefRole).toString());
}

void OrdersPanel::perform(Verb verb)
{
    if (!whyNot(verb).isEmpty())
        return;
    switch (verb) {
    case Verb::Ack:
        // Nobody acknowledges for somebody else by a key alone: whose word it was is asked first.
        current().data(orders::IsMineRole).toBool() ? request(verb) : askFor(verb);
        break;
    case Verb::Extend:
    case Verb::Approve:
    case Verb::Execute:
    case Verb::PollOk:
    case Verb::PollClose: request(verb); break;
    case Verb::Decision: emit entryRequested(u"/decision "_s + current().data(orders::TextRole).toString()); break;
    default: askFor(verb); break;
    }
}

void OrdersPanel::request(Verb verb)
{
    domain::Command command;
    command.verb = verb;
    command.args = {{u"ref"_s, current().data(orders::RefRole).toString()}};
    if (verb == Verb::Extend) {
        // What is late gets its time from now on.
        const qint64 left = std::min<qint64>(0, current().data(orders::LeftRole).toLongLong());
        command.args.insert(u"dueUs"_s, moreTime.us - left);
    }
    emit commandRequested(command);
}

// The words of a deed are asked for in the panel itself, never in a dialog.
void OrdersPanel::askFor(Verb verb)
{
    const QString ref = current().data(orders::RefRole).toString();
    if (verb == Verb::Ack) {
        hideForms();
        m_why->beginOnBehalf(verb, ref, tr("Who acknowledges %1?").arg(ref), current().data(orders::OwnerRole).toString());
        return showState();
    }
    const QString question = OrderSteps::question(verb, ref);
    if (question.isEmpty())
        return;
    hideForms();
    m_why->beginFor(verb, ref, question);
    showState();
}

QString OrdersPanel::anotherWhyNot() const
{
    if (!current().isValid())
        return tr("Select a row of the actions first.");
    return OrderSteps(current()).ofOthers().isEmpty() ? tr("Nothing more is to be said of this one.") : QString();
}

void OrdersPanel::askForAnother()
{
    if (!anotherWhyNot().isEmpty())
        return;
    hideForms();
    m_why->beginForAnother(current().data(orders::RefRole).toString(), OrderSteps(current()).ofOthers());
    showState();
}

void OrdersPanel::hideForms()
{
    for (WorkForm *form : {m_action, m_change, m_poll})
        form->hide();
}

void OrdersPanel::begin(WorkForm *form)
{
    emit showRequested();
    for (WorkForm *other : {m_action, m_change, m_poll, static_cast<WorkForm *>(m_why)})
        other->setVisible(other == form);
    form->begin();
    showState();
}

// What was typed before, also in an earlier window; nothing where it cannot be said of that row any more.
void OrdersPanel::resume(const QString &id)
{
    for (WorkForm *form : {m_action, m_change, m_poll}) {
        if (form->objectName() == id)
            return begin(form);
    }
    const QString ref = id.section(u'/', 0, 0);
    const QString word = id.section(u'/', 1);
    if (!showItem(ref))
        return;
    emit showRequested();
    const auto verb = domain::verbFromWord(word);
    if (!verb)
        askForAnother();
    else if (whyNot(*verb).isEmpty())
        askFor(*verb);
}

void OrdersPanel::backToList()
{
    showState();
    setFocus(Qt::OtherFocusReason);
}

void OrdersPanel::send(const domain::Command &command)
{
    const bool anew = !command.args.contains(u"ref"_s);
    QSet<QString> before;
    for (int row = 0; row < m_model->rowCount(); ++row)
        before.insert(m_model->index(row, 0).data(orders::RefRole).toString());
    emit commandRequested(command);
    for (int row = 0; anew && row < m_model->rowCount(); ++row) {
        const QString ref = m_model->index(row, 0).data(orders::RefRole).toString();
        if (!before.contains(ref))
            showItem(ref);
    }
}

void OrdersPanel::refuse(const QString &why)
{
    for (WorkForm *form : {m_action, m_change, m_poll, static_cast<WorkForm *>(m_why)})
        form->refuse(why);
}

void OrdersPanel::setDetails(bool shown)
{
    m_wantsDetails = shown;
    showState();
}

// Enter: the keyboard on the first thing that can be done with the row, and all about it where that leaves the row in sight.
void OrdersPanel::enter()
{
    // A panel scrolls in what holds it.
    if (!parentWidget() || parentWidget()->height() >= m_theme.scaled(roomyFrom))
        setDetails(true);
    for (QPushButton *step : m_steps) {
        if (step->isVisible() && step->isEnabled())
            return step->setFocus(Qt::OtherFocusReason);
    }
}

void OrdersPanel::showMenu(const QPoint &at)
{
    if (current().isValid())
        m_moreMenu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace fireline::views
