// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "escalation/calleebox.h"
#include "escalation/escalationpanel.h"
#include "escalation/escalationroles.h"
#include "forms/inlineform.h"
#include "forms/rowmenu.h"

#include <QAbstractItemModel>
#include <QJsonObject>
#include <QListView>

using namespace Qt::StringLiterals;

// What the escalation ladder asks for: by keys, buttons and menu.
namespace fireline::views {

namespace escalation = models::escalation;
using domain::Verb;

namespace {

using Kind = FormInput::Kind;

/// "skip/2/sre.noack/L1": ids of clocks have strokes in them, so they come last.
QString formId(const QString &what, const QModelIndex &rung, int role)
{
    return u"%1/%2/%3"_s.arg(what, rung.data(escalation::StepRole).toString(), rung.data(role).toString());
}

} // namespace

void EscalationPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    actions.add({u"escalation.next"_s,
                 tr("Escalate: whom to call next"),
                 tr("Shows the next step of the escalation with whom to call; X there records the call."),
                 u"incident"_s,
                 u"escalate"_s,
                 {QKeySequence(u"Ctrl+Shift+G"_s)}},
                [this] { goToNext(); });
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         void (EscalationPanel::*what)(), const ActionRegistry::WhyNot &reason) {
        const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(key)};
        ActionSpec spec{id, text, help, u"incident/"_s + tr("Escalation"), icon, keys, m_view};
        spec.noWayBack = what == &EscalationPanel::called;
        actions.add(
            spec, [this, what] { (this->*what)(); }, reason);
    };
    add(u"escalation.called"_s, tr("They were called"), tr("Records that the people of the selected step were called."),
        u"page"_s, u"X"_s, &EscalationPanel::called, [this] { return whyNot(escalation::CalledWhyNotRole); });
    add(u"escalation.answered"_s, tr("Somebody answered…"), tr("Records that somebody answered the call, and what they said."),
        u"ack"_s, u"Y"_s, &EscalationPanel::askAnswer, [this] { return whyNot(escalation::AnsweredWhyNotRole); });
    add(u"escalation.skip"_s, tr("Skip the step…"), tr("Leaves the selected step out; the reason is recorded."), u"skip"_s,
        u"S"_s, &EscalationPanel::askSkip, [this] { return whyNot(escalation::SkippedWhyNotRole); });
    add(u"escalation.entry"_s, tr("Go to the entry a step counts from"), tr("Selects it in the timeline."), u"link"_s, {},
        &EscalationPanel::open, [this] { return whyNotOrigin(); });
    actions.add(
        reading({u"escalation.copy"_s,
                 tr("Copy what to say"),
                 tr("Copies the sentence to read out or paste."),
                 u"incident/"_s + tr("Escalation"),
                 u"copy"_s,
                 {QKeySequence(QKeySequence::Copy)},
                 m_view}),
        [this] { m_callees->copyText(); }, [this] { return whyNotRow(); });
    actions.add(
        reading({u"escalation.numbers"_s, tr("Open your own numbers"),
                 tr("Opens the file of your own phone numbers, mails and handles. They are shown to you and stand in no record."),
                 u"incident/"_s + tr("Escalation"), u"people"_s}),
        [this] { emit numbersRequested(); });
    actions.add({u"escalation.page"_s, tr("Call somebody else…"), tr("Records a call to anybody, outside the ladders."),
                 u"incident/"_s + tr("Escalation"), u"page"_s},
                [this] { emit entryRequested(u"/page @"_s); });
    actions.add({u"escalation.notify"_s, tr("Tell somebody…"), tr("Records that somebody was told, without calling them."),
                 u"incident/"_s + tr("Escalation"), u"message"_s},
                [this] { emit entryRequested(u"/notify @"_s); });
}

QString EscalationPanel::whyNotRow() const
{
    return current().isValid() ? QString() : tr("Nobody has to be called now.");
}

QString EscalationPanel::whyNot(int role) const
{
    const QString why = whyNotRow();
    return why.isEmpty() ? current().data(role).toString() : why;
}

QString EscalationPanel::whyNotOrigin() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    return current().data(escalation::OriginRole).toString().isEmpty() ? tr("No entry of this incident began this step.")
                                                                       : QString();
}

void EscalationPanel::goToNext()
{
    emit showRequested();
    m_view->setCurrentIndex(m_model->index(0, 0));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void EscalationPanel::open()
{
    if (whyNotOrigin().isEmpty())
        emit eventRequested(current().data(escalation::OriginRole).toString());
}

void EscalationPanel::request(Verb verb, const QJsonObject &args)
{
    emit commandRequested({verb, {}, {}, args});
}

void EscalationPanel::called()
{
    if (whyNot(escalation::CalledWhyNotRole).isEmpty())
        request(Verb::Escalate, {{u"id"_s, current().data(escalation::ClockRole).toString()}});
}

void EscalationPanel::askAnswer()
{
    if (!whyNot(escalation::AnsweredWhyNotRole).isEmpty())
        return;
    m_form->open({formId(u"answered"_s, current(), escalation::LadderRole),
                  tr("Answered: %1. What did they say?").arg(current().data().toString()),
                  tr("Answered"),
                  {{u"text"_s, Kind::Line, tr("What they said"), tr("It can be left open.")}}});
}

void EscalationPanel::askSkip()
{
    if (!whyNot(escalation::SkippedWhyNotRole).isEmpty())
        return;
    m_form->open({formId(u"skip"_s, current(), escalation::ClockRole),
                  tr("Skip “%1”. Why?").arg(current().data().toString()),
                  tr("Skip"),
                  {{u"why"_s, Kind::Line, tr("Why"), tr("One sentence; it stands in the timeline.")}}});
}

void EscalationPanel::resume(const QString &id)
{
    const bool skips = id.startsWith("skip/"_L1);
    const int role = skips ? int(escalation::ClockRole) : int(escalation::LadderRole);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (formId(id.section(u'/', 0, 0), index, role) != id)
            continue;
        m_view->setCurrentIndex(index);
        skips ? askSkip() : askAnswer();
        return;
    }
}

// The form names the step it was asked about: another may be selected by now. What would be refused stays in it.
void EscalationPanel::take(const QString &id, const QJsonObject &values)
{
    const bool skips = id.startsWith("skip/"_L1);
    if (skips && values.value(u"why").toString().isEmpty())
        return m_form->setProblem(tr("Say why first."));
    QJsonObject args = values;
    args.insert(u"id"_s, id.section(u'/', 2));
    args.insert(u"item"_s, id.section(u'/', 1, 1).toInt());
    m_form->send([&] { request(skips ? Verb::SkipRung : Verb::AnswerRung, args); });
}

void EscalationPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(
        u"escalationMenu"_s,
        {u"escalation.called"_s, u"escalation.answered"_s, u"escalation.skip"_s, u"escalation.entry"_s, u"escalation.copy"_s},
        m_actions, *m_view, at);
}

} // namespace fireline::views
