// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowalarms.h"

#include "alerts/latestalert.h"
#include "alerts/soundbutton.h"

#include <QApplication>

namespace fireline::window {

using namespace domain;

WindowAlarms::WindowAlarms(models::IncidentFeed &feed, models::SoundAllowance &allowance, views::Theme &theme,
                           views::TimeDisplay &times, models::Reaches reaches, QObject *parent)
    : QObject(parent)
    , m_list(feed)
    , m_desktop(QGuiApplication::desktopFileName())
    , m_player([] { QApplication::beep(); })
    , m_alarms(std::make_unique<models::Alarms>(feed, m_desktop, m_player, allowance, std::move(reaches)))
    , m_latest(new views::LatestAlert(m_list, *m_alarms, theme, times))
    , m_sounds(new views::SoundButton(*m_alarms, theme, times))
{
    connect(m_alarms.get(), &models::Alarms::noteRequested, this, &WindowAlarms::noteRequested);
    connect(m_latest, &views::LatestAlert::entryRequested, this, &WindowAlarms::entryRequested);
    connect(m_latest, &views::LatestAlert::recordRequested, this, &WindowAlarms::recordRequested);
    connect(m_latest, &views::LatestAlert::detailsRequested, this, &WindowAlarms::showRequested);
    connectDesktop();
}

WindowAlarms::~WindowAlarms()
{
    m_desktop.withdrawAll();
}

void WindowAlarms::connectDesktop()
{
    using desktop::DesktopNotifications;
    models::Alarms *alarms = m_alarms.get();
    connect(alarms, &models::Alarms::settled, &m_desktop, &DesktopNotifications::withdraw);
    connect(alarms, &models::Alarms::attentionWanted, this, &WindowAlarms::attentionWanted);
    connect(&m_desktop, &DesktopNotifications::acknowledgeRequested, alarms,
            [alarms](const QString &id) { alarms->acknowledge(id); });
    // A snooze has a reason, and that is typed in the window: once for many that are late.
    connect(&m_desktop, &DesktopNotifications::snoozeRequested, this, [this](const QString &id) {
        emit showRequested(id);
        m_latest->askSnooze(id, Span::minutes(5));
    });
    connect(&m_desktop, &DesktopNotifications::showRequested, this, [this](const QString &id) {
        emit showRequested(id);
        m_latest->goTo(id);
    });
    connect(&m_desktop, &DesktopNotifications::unavailable, this, &WindowAlarms::unavailable);
    m_desktop.start();
}

void WindowAlarms::addActions(views::ActionRegistry &actions)
{
    m_latest->addActions(actions);
    m_sounds->addActions(actions);
}

void WindowAlarms::setIncident(const QString &title, bool detailsHidden)
{
    m_desktop.setTitle(title);
    m_desktop.setDetailsHidden(detailsHidden);
}

} // namespace fireline::window
