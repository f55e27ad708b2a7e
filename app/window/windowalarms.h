// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alarms.h"
#include "alerts/alertlist.h"
#include "desktopnotifications.h"
#include "soundplayer.h"

#include <QObject>

namespace fireline::views {
class ActionRegistry;
class LatestAlert;
class SoundButton;
class Theme;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

/// All that calls for attention in one window: the list of what is late, its place in the status line, bubbles and sounds.
/// GUI thread; owned by the incident's window. The widgets belong to whoever takes them.
class WindowAlarms : public QObject
{
    Q_OBJECT
public:
    /// `reaches` says by what the person wants to be reached: an incident that is only looked at has alerts in sight, and
    /// neither bubbles nor sounds.
    WindowAlarms(models::IncidentFeed &feed, models::SoundAllowance &allowance, views::Theme &theme, views::TimeDisplay &times,
                 models::Reaches reaches, QObject *parent = nullptr);
    ~WindowAlarms() override;

    [[nodiscard]] models::Alarms &alarms() { return *m_alarms; }
    [[nodiscard]] views::LatestAlert *latestAlert() const { return m_latest; }
    [[nodiscard]] views::SoundButton *soundButton() const { return m_sounds; }
    void addActions(views::ActionRegistry &actions);
    /// What bubbles are headed with, and whether they may say what is late.
    void setIncident(const QString &title, bool detailsHidden);

signals:
    void noteRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// As LatestAlert tells it.
    void recordRequested(const QString &record, const QString &line);
    /// Somebody asked to see that clock: on the desktop, or because no line can be typed for it.
    void showRequested(const QString &clock);
    /// The window is to ask for attention.
    void attentionWanted();
    /// The desktop takes no notices: said once.
    void unavailable();

private:
    void connectDesktop();

    models::AlertList m_list;
    desktop::DesktopNotifications m_desktop;
    desktop::SoundPlayer m_player;
    std::unique_ptr<models::Alarms> m_alarms;
    views::LatestAlert *m_latest;
    views::SoundButton *m_sounds;
};

} // namespace fireline::window
