// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alarmbudget.h"
#include "alerts/alertitem.h"
#include "alerts/reach.h"
#include "clocks/attention.h"
#include "command/command.h"
#include "feed/incidentfeed.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace fireline::models {

/// Watches the incident for what is due and late, and tells the desktop and the ear: each matter once, reminders by
/// AlarmBudget. Works while the window is hidden, when nothing ticks: it wakes at the next change by itself. GUI thread; feed,
/// sinks and allowance outlive it.
class Alarms : public QObject
{
    Q_OBJECT
public:
    /// `allowance` is the person's, shared by all windows. `reaches` is asked each time by what a matter reaches the person; without it
    /// by all that there is. What does not reach them uses up nothing.
    Alarms(IncidentFeed &feed, domain::NotificationSink &notifications, domain::SoundSink &sounds, SoundAllowance &allowance,
           Reaches reaches = canReach, QObject *parent = nullptr);
    ~Alarms() override;

    /// Whether this bubble is the one for many that are late.
    [[nodiscard]] static bool isMany(const QString &id);

    /// Silences all that is late now (Ctrl+Shift+J), or one of it; what is late stays in sight. It is written down.
    void acknowledge();
    void acknowledge(const QString &id);

    /// No sound for ten minutes, or sound again (F8). It is written down.
    void toggleMute();
    /// A drill was stopped: something real may have happened. Heard once, within the allowance, not while sounds are off.
    void drillStopped();
    /// Command was taken from the person at this console. Told and heard once, as other matters of command; `text` is translated.
    void commandTaken(const QString &text);
    /// They know, since it is theirs again.
    void commandSettled();
    /// Unset while sounds are on.
    [[nodiscard]] domain::Instant mutedUntil() const;
    [[nodiscard]] QStringList acknowledged() const;

signals:
    /// What was done here is to stand in the record, where that can be written; nothing to take back.
    void noteRequested(const fireline::domain::Command &command);
    void acknowledgedChanged();
    void muteChanged();
    /// Nobody waits for these any more: their bubbles can go.
    void settled(const QStringList &ids);
    /// A matter for which the window is to ask for attention.
    void attentionWanted();

private:
    struct Told
    {
        domain::Instant anchor;
        domain::Attention::Level level = domain::Attention::Level::Due;
        bool active = true;
    };
    void begin();
    void look();
    void tell(const QList<AlertItem> &alerts, bool merged);
    void settle(const QList<AlertItem> &alerts, const QList<domain::RunningClock> &clocks);
    void hear(const QList<AlertItem> &alerts);
    void soundOnce(Matter matter);
    void wake(const QList<domain::RunningClock> &clocks);
    void noteMute();
    void writeDown(const QStringList &texts);
    void note(const QString &text);

    IncidentFeed &m_feed;
    domain::NotificationSink &m_notifications;
    domain::SoundSink &m_sounds;
    SoundAllowance &m_allowance;
    Reaches m_reaches;
    AlarmBudget m_budget;
    QHash<QString, Told> m_told;
    QList<AlertItem> m_alerts;
    int m_mergedCount = 0; ///< as told in the one bubble
    bool m_muted = false;
    QTimer m_timer;
};

} // namespace fireline::models
