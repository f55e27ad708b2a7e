// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "forms/inlineform.h"
#include "forms/rowmenu.h"
#include "inbox/inboxpanel.h"
#include "inbox/inboxroles.h"

#include <QDateTime>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTimeZone>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;

// What the alert inbox asks for: by keys, buttons and menu.
namespace fireline::views {

namespace inbox = models::inbox;
using domain::Command;
using domain::Span;
using domain::Verb;

namespace {

using Kind = FormInput::Kind;

constexpr int minutesAtFirst = 60;

} // namespace

void InboxPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const QString menu = u"incident/"_s + tr("Alert inbox");
    const auto add = [&](ActionSpec spec, void (InboxPanel::*what)(), const ActionRegistry::WhyNot &reason) {
        spec.menu = menu;
        spec.scope = m_view;
        actions.add(
            spec, [this, what] { (this->*what)(); }, reason);
    };
    add({u"inbox.acknowledge"_s,
         tr("Acknowledge the alert"),
         tr("Somebody looks after it: its escalation stops."),
         {},
         u"ack"_s,
         {QKeySequence(u"Y"_s)}},
        &InboxPanel::acknowledge, [this] { return whyNot(inbox::AcknowledgeWhyNotRole); });
    add({u"inbox.link"_s,
         tr("Link the alert to this incident"),
         tr("Takes the selected alert into the record, at the time it fired."),
         {},
         u"link"_s,
         {QKeySequence(u"R"_s)}},
        &InboxPanel::link, [this] { return whyNot(inbox::LinkWhyNotRole); });
    add(withoutWayBack({u"inbox.silence"_s,
                        tr("Silence the alert…"),
                        tr("Keeps its source from telling it for a while; the reason is kept there and in the record."),
                        {},
                        u"bell-off"_s,
                        {QKeySequence(u"S"_s)}}),
        &InboxPanel::askSilence, [this] { return whyNot(inbox::SilenceWhyNotRole); });
    add(withoutWayBack({u"inbox.endSilence"_s,
                        tr("End the silence of the alert…"),
                        tr("Lets its source tell it again at once."),
                        {},
                        u"bell"_s,
                        {QKeySequence(u"Shift+S"_s)}}),
        &InboxPanel::askEndSilence, [this] { return whyNot(inbox::EndSilenceWhyNotRole); });
    add({u"inbox.declare"_s,
         tr("Declare an incident from the alert…"),
         tr("Another incident, with the words, the start and the group of the selected alert."),
         {},
         u"new"_s,
         {QKeySequence(u"D"_s)}},
        &InboxPanel::declare, [this] { return whyNotDeclare(); });
    add({u"inbox.impact"_s,
         tr("Offer its start as the impact's…"),
         tr("Prepares a line that says the impact began when the alert fired; Enter records it."),
         {},
         u"impact"_s,
         {QKeySequence(u"I"_s)}},
        &InboxPanel::prepareImpact, [this] { return whyNotRow(); });
    actions.add(
        reading({u"inbox.details"_s,
                 tr("Show all about the alert"),
                 tr("Shows or hides all that is known of the selected alert."),
                 menu,
                 u"info"_s,
                 {QKeySequence(Qt::Key_Space)},
                 m_view}),
        [this] { m_showDetails->toggle(); }, [this] { return whyNotRow(); });
    add(reading({u"inbox.page"_s,
                 tr("Open a page about the alert…"),
                 tr("Its dashboard, its playbook, or its expression at the source, as the alert names them; in your browser."),
                 {},
                 u"link"_s,
                 {QKeySequence(u"O"_s)}}),
        &InboxPanel::openPage, [this] { return whyNotPage(); });
    add(reading({u"inbox.entry"_s, tr("Go to the entry of the alert"), tr("Selects it in the timeline."), {}, u"link"_s}),
        &InboxPanel::open, [this] { return whyNotEntry(); });
}

QModelIndex InboxPanel::current() const
{
    return m_view->currentIndex();
}

QString InboxPanel::whyNotRow() const
{
    return current().isValid() ? QString() : tr("No alert is selected.");
}

QString InboxPanel::whyNot(int role) const
{
    const QString why = whyNotRow();
    return why.isEmpty() ? current().data(role).toString() : why;
}

QString InboxPanel::whyNotEntry() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    return current().data(inbox::RecordRole).toString().isEmpty() ? tr("Link it to this incident first: R.") : QString();
}

QString InboxPanel::whyNotDeclare() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    return m_drill ? tr("Nothing is declared from a drill.") : QString();
}

void InboxPanel::open()
{
    if (whyNotEntry().isEmpty())
        emit eventRequested(m_model.eventOf(current()));
}

void InboxPanel::link()
{
    if (!whyNot(inbox::LinkWhyNotRole).isEmpty())
        return;
    if (const auto command = m_model.linkCommand(current()))
        emit commandRequested(*command);
}

void InboxPanel::acknowledge()
{
    if (whyNot(inbox::AcknowledgeWhyNotRole).isEmpty())
        emit commandRequested({Verb::AckAlert, {}, {}, {{u"ref"_s, current().data(inbox::RecordRole).toString()}}});
}

void InboxPanel::prepareImpact()
{
    if (!whyNotRow().isEmpty())
        return;
    const qint64 at = current().data(inbox::StartsAtRole).toLongLong();
    const QString time = QDateTime::fromMSecsSinceEpoch(at / 1000, QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
    emit entryRequested(u"/impact start "_s + time);
}

QString InboxPanel::whyNotPage() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    const models::InboxAlert &alert = m_model.alertOf(current());
    return models::linksOf(alert.annotations, alert.link).isEmpty() ? tr("The alert names no page.") : QString();
}

/// One is opened, of several a menu asks which.
void InboxPanel::openPage()
{
    if (!whyNotPage().isEmpty())
        return;
    const models::InboxAlert &alert = m_model.alertOf(current());
    const QList<models::AlertLink> links = models::linksOf(alert.annotations, alert.link);
    if (links.size() == 1)
        return emit pageRequested(links.first().address);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"inboxPages"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const models::AlertLink &link : links) {
        const QString host = QUrl(link.address).host();
        const QString name = link.name.isEmpty() ? tr("Expression") : link.name;
        menu->addAction(tr("%1 at %2", "a page, its host").arg(name, host), this,
                        [this, address = link.address] { emit pageRequested(address); });
    }
    menu->setActiveAction(menu->actions().first());
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(current()).bottomLeft()));
}

void InboxPanel::declare()
{
    if (whyNotDeclare().isEmpty())
        emit declareRequested(models::declarationFrom(m_model.groupOf(current())));
}

void InboxPanel::askSilence()
{
    if (!whyNot(inbox::SilenceWhyNotRole).isEmpty())
        return;
    m_asked = false;
    emit showRequested();
    m_form->open({u"silence/"_s + current().data(inbox::FingerprintRole).toString(),
                  tr("Silence “%1”. Why?").arg(current().data().toString()),
                  tr("Silence"),
                  {{u"why"_s, Kind::Line, tr("Why"), tr("One sentence; it stands at the source and in the timeline.")},
                   {u"minutes"_s, Kind::Minutes, tr("For"), tr("How long its source does not tell it.")}},
                  {{u"minutes"_s, minutesAtFirst}}});
}

void InboxPanel::askEndSilence()
{
    if (!whyNot(inbox::EndSilenceWhyNotRole).isEmpty())
        return;
    m_asked = false;
    emit showRequested();
    FormSpec spec{u"endSilence/"_s + current().data(inbox::FingerprintRole).toString(),
                  tr("End the silence of “%1”. Why?").arg(current().data().toString()),
                  tr("End silence"),
                  {{u"why"_s, Kind::Line, tr("Why"), tr("It can be left open.")}}};
    spec.note = tr("Other alerts that the same silence covers are told again too.");
    m_form->open(spec);
}

void InboxPanel::resume(const QString &id)
{
    const QModelIndex alert = m_model.indexOf(id.section(u'/', 1));
    if (!alert.isValid())
        return;
    m_view->setCurrentIndex(alert);
    id.startsWith("silence/"_L1) ? askSilence() : askEndSilence();
}

// The form names the alert it was asked about: another may be selected by now. What is refused stays in it.
void InboxPanel::take(const QString &id, const QJsonObject &values)
{
    const QModelIndex alert = m_model.indexOf(id.section(u'/', 1));
    if (!alert.isValid())
        return m_form->setProblem(tr("No source has this alert any more. Esc puts your words aside."));
    if (m_asked)
        return;
    if (id.startsWith("silence/"_L1))
        return takeSilence(alert, values);
    if (const QString why = alert.data(inbox::EndSilenceWhyNotRole).toString(); !why.isEmpty())
        return m_form->setProblem(why);
    m_asked = true;
    m_form->setProgress(tr("Its source is asked…"));
    emit endSilenceRequested(alert.data(inbox::FingerprintRole).toString(), values.value(u"why").toString());
}

void InboxPanel::takeSilence(const QModelIndex &alert, const QJsonObject &values)
{
    const QString why = values.value(u"why").toString();
    const int minutes = values.value(u"minutes").toInt();
    if (why.isEmpty() || minutes == 0)
        return m_form->setProblem(why.isEmpty() ? tr("Say why first.") : tr("Say for how many minutes."));
    if (const QString whyNot = alert.data(inbox::SilenceWhyNotRole).toString(); !whyNot.isEmpty())
        return m_form->setProblem(whyNot);
    if (alert.data(inbox::SourcesRole).toStringList().isEmpty()) {
        Command command;
        command.verb = Verb::SilenceAlert;
        command.args = {{u"ref"_s, alert.data(inbox::RecordRole).toString()}, {u"why"_s, why}};
        return m_form->send([&] { emit commandRequested(command); });
    }
    m_asked = true;
    m_form->setProgress(tr("Its source is asked…"));
    emit silenceRequested(alert.data(inbox::FingerprintRole).toString(), Span::minutes(minutes), why);
}

void InboxPanel::answered(const QString &fingerprint, const QString &whyNot)
{
    m_asked = false;
    if (m_form->id().section(u'/', 1) != fingerprint)
        return;
    if (whyNot.isEmpty())
        m_form->finish();
    else
        m_form->setProblem(whyNot);
}

void InboxPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(u"inboxMenu"_s,
                 {u"inbox.acknowledge"_s, u"inbox.link"_s, u"inbox.silence"_s, u"inbox.endSilence"_s, u"inbox.impact"_s,
                  u"inbox.declare"_s, u"inbox.page"_s, u"inbox.details"_s, u"inbox.entry"_s},
                 m_actions, *m_view, at);
}

} // namespace fireline::views
