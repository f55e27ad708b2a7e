// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alarms.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
using Level = Attention::Level;

namespace {

const QString mergedId = u"alarms/merged"_s;
const QString takenId = u"command/taken"_s;

/// Whether the clock is there, counts from the same moment and nobody asked for quiet: then it is told once, even if the
/// machine's time goes back and the clock runs out a second time.
bool stillRuns(const QString &id, Instant anchor, const QList<RunningClock> &clocks)
{
    return std::any_of(clocks.begin(), clocks.end(), [&](const RunningClock &clock) {
        return clock.id == id && clock.anchor == anchor && clock.running() && clock.state != RunningClock::State::Snoozed;
    });
}

} // namespace

Alarms::Alarms(IncidentFeed &feed, NotificationSink &notifications, SoundSink &sounds, SoundAllowance &allowance, Reaches reaches,
               QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_notifications(notifications)
    , m_sounds(sounds)
    , m_allowance(allowance)
    , m_reaches(std::move(reaches))
    , m_budget(allowance)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Alarms::look);
    connect(&feed, &IncidentFeed::reset, this, &Alarms::begin);
    connect(&feed, &IncidentFeed::applied, this, &Alarms::look);
    connect(&feed, &IncidentFeed::ticked, this, &Alarms::look);
    look();
}

Alarms::~Alarms() = default;

bool Alarms::isMany(const QString &id)
{
    return id == mergedId;
}

void Alarms::begin()
{
    const QStringList before = m_told.keys();
    m_told.clear();
    m_mergedCount = 0;
    if (!before.isEmpty())
        emit settled(before + QStringList{mergedId});
    look();
}

void Alarms::look()
{
    const Instant now = m_feed.now();
    // Asked anew: the feed's own are as old as its last tick while nobody looks at the window.
    const QList<RunningClock> clocks = runningClocks(m_feed.state(), m_feed.process(), now);
    m_alerts = alertsNow(m_feed.state(), m_feed.process(), clocks, now);
    settle(m_alerts, clocks);
    tell(m_alerts, areMerged(m_alerts, now));
    hear(m_alerts);
    noteMute();
    wake(clocks);
}

void Alarms::settle(const QList<AlertItem> &alerts, const QList<RunningClock> &clocks)
{
    QStringList gone;
    for (auto it = m_told.begin(); it != m_told.end();) {
        const bool there = std::any_of(alerts.begin(), alerts.end(), [&](const AlertItem &a) { return a.id == it.key(); });
        const bool wasThere = it->active;
        it->active = there;
        if (wasThere && !there)
            gone.append(it.key());
        it = there || stillRuns(it.key(), it->anchor, clocks) ? std::next(it) : m_told.erase(it);
    }
    const bool anyLate = std::any_of(alerts.begin(), alerts.end(), [](const AlertItem &a) { return a.late(); });
    if (m_mergedCount > 0 && !anyLate) {
        gone.append(mergedId);
        m_mergedCount = 0;
    }
    if (!gone.isEmpty())
        emit settled(gone);
}

void Alarms::tell(const QList<AlertItem> &alerts, bool merged)
{
    QList<AlertItem> news;
    for (const AlertItem &alert : alerts) {
        const auto before = m_told.constFind(alert.id);
        if (before != m_told.constEnd() && before->anchor == alert.anchor && before->level >= alert.level)
            continue;
        m_told.insert(alert.id, {alert.anchor, alert.level, true});
        news.append(alert);
    }
    const auto isNotice = [this](const AlertItem &alert) { return m_reaches({alert.matter, noticeOf(alert.level)}); };
    // That nobody has command drowns in no crowd.
    const auto canMerge = [&](const AlertItem &alert) { return alert.late() && alert.canSnooze && isNotice(alert); };
    const auto crowd = std::count_if(news.begin(), news.end(), canMerge);
    const bool asOne = crowd > 0 && (merged || crowd >= mergeFrom);
    Level worst = Level::Late;
    bool wanted = false;
    for (const AlertItem &alert : std::as_const(news)) {
        const bool command = alert.level == Level::Command;
        wanted = wanted || (command && m_reaches({alert.matter, Channel::Attention}));
        if (command && isNotice(alert))
            worst = Level::Command;
        if (isNotice(alert) && !(asOne && canMerge(alert)))
            m_notifications.notify({alert.level, alert.id, alert.text, alert.since});
    }
    if (asOne) {
        m_mergedCount = int(
            std::count_if(alerts.begin(), alerts.end(), [&](const AlertItem &a) { return a.late() && isNotice(a); }));
        m_notifications.notify({worst, mergedId, tr("%n things are late", "", m_mergedCount), m_feed.now()});
    }
    if (wanted)
        emit attentionWanted();
}

void Alarms::hear(const QList<AlertItem> &alerts)
{
    QList<Alarm> alarms;
    QSet<QString> active;
    for (const AlertItem &alert : alerts) {
        if (!alert.audible || !m_reaches({alert.matter, Channel::Sound}))
            continue;
        active.insert(alert.id);
        alarms.append({alert.id, alert.anchor, alert.level, true});
    }
    for (auto it = m_told.cbegin(); it != m_told.cend(); ++it) {
        if (!active.contains(it.key()) && it->level != Level::Due)
            alarms.append({it.key(), it->anchor, it->level, false});
    }
    if (const auto sounding = m_budget.look(alarms, m_feed.now()))
        m_sounds.sound(sounding->level);
}

void Alarms::wake(const QList<RunningClock> &clocks)
{
    const Instant now = m_feed.now();
    // Conditions on hours are not foreseen (runningClock.h), and a suspended machine has slept through its timers.
    Instant next = now + Span::minutes(1);
    for (const Instant t : {nextChange(clocks, now), m_budget.nextLook(now)}) {
        if (t > now)
            next = std::min(next, t);
    }
    m_timer.start(int((next - now).us / 1000) + 1);
}

void Alarms::noteMute()
{
    const bool muted = mutedUntil().isSet();
    if (std::exchange(m_muted, muted) != muted)
        emit muteChanged();
}

/// Whoever looks back sees why an alarm was not heard.
void Alarms::toggleMute()
{
    if (mutedUntil().isSet())
        m_allowance.unmute();
    else
        m_allowance.mute(m_feed.now());
    look();
    const Instant until = mutedUntil();
    note(until.isSet() ? tr("Alarm sounds turned off at this console until %1 UTC").arg(until.toUtc().toString(u"HH:mm:ss"_s))
                       : tr("Alarm sounds turned on again at this console"));
}

void Alarms::drillStopped()
{
    soundOnce(Matter::DrillStop);
}

void Alarms::commandTaken(const QString &text)
{
    if (m_reaches({Matter::Command, Channel::Desktop}))
        m_notifications.notify({Level::Taken, takenId, text, m_feed.now()});
    soundOnce(Matter::Command);
    if (m_reaches({Matter::Command, Channel::Attention}))
        emit attentionWanted();
}

void Alarms::commandSettled()
{
    emit settled({takenId});
}

void Alarms::soundOnce(Matter matter)
{
    const Instant now = m_feed.now();
    const bool reaches = m_reaches({matter, Channel::Sound});
    if (!reaches || mutedUntil().isSet() || !m_allowance.mayUse(SoundAllowance::soundsPerHour, now))
        return;
    m_allowance.use(now);
    m_sounds.sound(Level::Command);
}

Instant Alarms::mutedUntil() const
{
    return m_allowance.mutedUntil(m_feed.now());
}

QStringList Alarms::acknowledged() const
{
    QStringList ids;
    for (const AlertItem &alert : m_alerts) {
        if (m_budget.isAcknowledged(alert.id))
            ids.append(alert.id);
    }
    return ids;
}

void Alarms::acknowledge()
{
    QStringList texts;
    for (const AlertItem &alert : std::as_const(m_alerts)) {
        if (alert.late() && !m_budget.isAcknowledged(alert.id))
            texts.append(alert.text);
    }
    m_budget.acknowledge();
    writeDown(texts);
}

void Alarms::acknowledge(const QString &id)
{
    if (id == mergedId) {
        acknowledge();
        return;
    }
    const bool before = m_budget.isAcknowledged(id);
    m_budget.acknowledge(id);
    const auto alert = std::find_if(m_alerts.begin(), m_alerts.end(), [&](const AlertItem &a) { return a.id == id; });
    writeDown(before || alert == m_alerts.end() ? QStringList() : QStringList{alert->text});
}

/// One row says who heard what: whoever looks back sees that an alarm was no surprise.
void Alarms::writeDown(const QStringList &texts)
{
    if (texts.isEmpty())
        return;
    emit acknowledgedChanged();
    note(tr("Alarm acknowledged: %1").arg(texts.join(u"; "_s)));
}

/// As a machine's row: it says what was done at the console, and nothing new of the incident.
void Alarms::note(const QString &text)
{
    Command command;
    command.verb = Verb::Note;
    command.args = {{u"text"_s, text}, {u"tags"_s, QJsonArray{u"alarm"_s}}, {u"connector"_s, true}};
    emit noteRequested(command);
}

} // namespace fireline::models
