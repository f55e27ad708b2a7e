// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "clocks/reasonbar.h"
#include "escalation/calleebox.h"
#include "escalation/escalationpanel.h"
#include "escalation/escalationroles.h"
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

const QString answerQuestion = u"answered "_s;
const QString skipQuestion = u"skip "_s;

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
        actions.add(
            {id, text, help, u"incident/"_s + tr("Escalation"), icon, keys, m_view}, [this, what] { (this->*what)(); }, reason);
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
        {u"escalation.copy"_s,
         tr("Copy what to say"),
         tr("Copies the sentence to read out or paste."),
         u"incident/"_s + tr("Escalation"),
         u"copy"_s,
         {QKeySequence(QKeySequence::Copy)},
         m_view},
        [this] { m_callees->copyText(); }, [this] { return whyNotRow(); });
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
    const QString id =
        u"%1 %2"_s.arg(current().data(escalation::LadderRole).toString()).arg(current().data(escalation::StepRole).toInt());
    m_reason->ask({answerQuestion + id, tr("Answered: %1. What did they say?").arg(current().data().toString()), tr("Answered"),
                   false, false, m_view});
}

void EscalationPanel::askSkip()
{
    if (!whyNot(escalation::SkippedWhyNotRole).isEmpty())
        return;
    const QString id =
        u"%1 %2"_s.arg(current().data(escalation::ClockRole).toString()).arg(current().data(escalation::StepRole).toInt());
    m_reason->ask({skipQuestion + id, tr("Skip “%1”. Why?").arg(current().data().toString()), tr("Skip"), true, false, m_view});
}

/// The question names the step it was asked about: another may be selected by now.
void EscalationPanel::settle(const QString &question, const QString &text)
{
    const QString id = question.section(u' ', 1, 1);
    const int step = question.section(u' ', 2, 2).toInt();
    if (question.startsWith(skipQuestion))
        request(Verb::SkipRung, {{u"id"_s, id}, {u"item"_s, step}, {u"why"_s, text}});
    else
        request(Verb::AnswerRung, {{u"id"_s, id}, {u"item"_s, step}, {u"text"_s, text}});
}

void EscalationPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(
        u"escalationMenu"_s,
        {u"escalation.called"_s, u"escalation.answered"_s, u"escalation.skip"_s, u"escalation.entry"_s, u"escalation.copy"_s},
        m_actions, *m_view, at);
}

} // namespace fireline::views
