// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "clocks/clockspanel.h"
#include "clocks/clockwindow.h"
#include "forms/inlineform.h"
#include "forms/rowmenu.h"

#include <QAbstractItemModel>
#include <QJsonObject>
#include <QListView>
#include <QToolButton>

using namespace Qt::StringLiterals;

// What the list of clocks asks for: by keys, buttons and menu.
namespace fireline::views {

namespace clocks = models::clocks;
using domain::Verb;

namespace {

constexpr int minutesAtFirst = 5;

} // namespace

void ClocksPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         void (ClocksPanel::*what)(), const ActionRegistry::WhyNot &reason) {
        const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(key)};
        actions.add(
            {id, text, help, u"incident/"_s + tr("Clocks"), icon, keys, m_view}, [this, what] { (this->*what)(); }, reason);
    };
    add(u"clocks.snooze"_s, tr("Snooze the selected clock…"), tr("Silences it for some minutes; the reason is recorded."),
        u"snooze"_s, u"S"_s, &ClocksPanel::askSnooze, [this] { return whyNot(clocks::SnoozeWhyNotRole); });
    add(u"clocks.do"_s, tr("Do what the selected clock waits for"), tr("Puts the fitting line into quick entry."), u"timer"_s,
        u"X"_s, &ClocksPanel::doIt, [this] { return whyNotDeed(); });
    add(u"clocks.cadence"_s, tr("Set how often…"), tr("Changes how often the selected clock comes round."), u"clock"_s, u"E"_s,
        &ClocksPanel::setCadence, [this] { return whyNot(clocks::CadenceWhyNotRole); });
    add(u"clocks.window"_s, tr("Clock in its own window"), tr("Shows the selected clock above all windows, or puts it back."),
        u"float"_s, u"O"_s, &ClocksPanel::toggleWindow, [this] { return whyNotRow(); });
    add(u"clocks.entry"_s, tr("Go to the entry a clock counts from"), tr("Selects it in the timeline."), u"link"_s, {},
        &ClocksPanel::open, [this] { return whyNotOrigin(); });
    actions.add({u"clocks.details"_s,
                 tr("All about the selected clock"),
                 tr("Shows or hides it under the list."),
                 {},
                 u"info"_s,
                 {QKeySequence(Qt::Key_Space)},
                 m_view},
                [this] { m_showDetails->toggle(); });
    const auto go = [&](const QString &id, const QString &text, const QString &help, const QString &icon, clocks::About about,
                        const QString &none) {
        actions.add(
            {id, text, help, {}, icon}, [this, about] { goToFirst(about); },
            [this, about, none] {
                for (int row = 0; row < m_model->rowCount(); ++row) {
                    if (m_model->index(row, 0).data(clocks::AboutRole).toInt() == about)
                        return QString();
                }
                return none;
            });
    };
    go(u"clocks.goToUpdate"_s, tr("Go to the next status update's clock"), tr("Selects it in the list of clocks."), u"due"_s,
       clocks::Update, tr("No status update is due."));
    go(u"clocks.goToCallBack"_s, tr("Go to the next call-back's clock"), tr("Selects it in the list of clocks."), u"timer"_s,
       clocks::CallBack, tr("No call-back is waited for."));
}

QString ClocksPanel::whyNotRow() const
{
    return current().isValid() ? QString() : tr("No clock runs now.");
}

QString ClocksPanel::whyNot(int role) const
{
    const QString why = whyNotRow();
    return why.isEmpty() ? current().data(role).toString() : why;
}

QString ClocksPanel::whyNotOrigin() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    return current().data(clocks::OriginRole).toString().isEmpty() ? tr("No entry of this incident began this clock.")
                                                                   : QString();
}

QString ClocksPanel::whyNotDeed() const
{
    if (const QString why = whyNotRow(); !why.isEmpty())
        return why;
    if (current().data(clocks::KindRole).toInt() == clocks::Stopwatch)
        return tr("This time counts up; nothing is due.");
    return current().data(clocks::LineRole).toString().isEmpty() ? tr("No single line does this.") : QString();
}

void ClocksPanel::open()
{
    if (whyNotOrigin().isEmpty())
        emit eventRequested(current().data(clocks::OriginRole).toString());
}

void ClocksPanel::doIt()
{
    if (whyNotDeed().isEmpty())
        emit entryRequested(current().data(clocks::LineRole).toString());
}

void ClocksPanel::setCadence()
{
    if (whyNot(clocks::CadenceWhyNotRole).isEmpty())
        emit entryRequested(u"/cadence %1 "_s.arg(current().data(clocks::CadenceRole).toString()));
}

void ClocksPanel::askSnooze()
{
    if (!whyNot(clocks::SnoozeWhyNotRole).isEmpty())
        return;
    using Kind = FormInput::Kind;
    emit showRequested();
    m_form->open({u"snooze/"_s + current().data(clocks::IdRole).toString(),
                  tr("Snooze “%1”. Why?").arg(current().data().toString()),
                  tr("Snooze"),
                  {{u"why"_s, Kind::Line, tr("Why"), tr("One sentence; it stands in the timeline.")},
                   {u"minutes"_s, Kind::Minutes, tr("For"), tr("How long it is silent.")}},
                  {{u"minutes"_s, minutesAtFirst}}});
}

void ClocksPanel::resume(const QString &id)
{
    if (goToClock(id.section(u'/', 1)))
        askSnooze();
}

// What would be refused stays in the form, with the reason.
void ClocksPanel::take(const QString &id, const QJsonObject &values)
{
    const QString why = values.value(u"why").toString();
    const int minutes = values.value(u"minutes").toInt();
    if (why.isEmpty() || minutes == 0)
        return m_form->setProblem(why.isEmpty() ? tr("Say why first.") : tr("Say for how many minutes."));
    domain::Command command;
    command.verb = Verb::Snooze;
    command.args = {{u"id"_s, id.section(u'/', 1)}, {u"spanUs"_s, domain::Span::minutes(minutes).us}, {u"why"_s, why}};
    m_form->send([&] { emit commandRequested(command); });
    showState();
}

void ClocksPanel::toggleWindow()
{
    const QString id = current().data(clocks::IdRole).toString();
    if (id.isEmpty())
        return;
    if (m_windows.contains(id)) {
        closeWindow(id);
        return;
    }
    auto *window = new ClockWindow(m_model, id, m_theme, m_times);
    connect(window, &ClockWindow::closed, this, &ClocksPanel::closeWindow);
    m_windows.insert(id, window);
    window->show();
    emit ownWindowsChanged(true);
    showState();
}

void ClocksPanel::closeWindow(const QString &clock)
{
    ClockWindow *window = m_windows.take(clock);
    if (!window)
        return;
    window->hide();
    window->deleteLater();
    emit ownWindowsChanged(!m_windows.isEmpty());
    showState();
}

void ClocksPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(
        u"clocksMenu"_s,
        {u"clocks.entry"_s, u"clocks.do"_s, u"clocks.snooze"_s, u"clocks.cadence"_s, u"clocks.window"_s, u"clocks.details"_s},
        m_actions, *m_view, at);
}

} // namespace fireline::views
