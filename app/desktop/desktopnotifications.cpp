// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopnotifications.h"

#include "sessionbus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QThread>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace fireline::desktop {

using namespace domain;
using Level = Attention::Level;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

enum class Urgency : uchar { Low, Normal, Critical };

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifications::DesktopNotifications(QString desktopEntry, QObject *parent)
    : QObject(parent)
    , m_bus(QString())
    , m_desktopEntry(std::move(desktopEntry))
{
}

void DesktopNotifications::start()
{
    if (!hasSessionBus()) {
        connectTo(QDBusConnection(QString()));
        return;
    }
    // The first one to ask for the bus waits for its greeting.
    QThread *connecting = QThread::create([] { QDBusConnection::sessionBus(); });
    connect(connecting, &QThread::finished, this, [this] { connectTo(QDBusConnection::sessionBus()); });
    connect(connecting, &QThread::finished, connecting, &QObject::deleteLater);
    connecting->start();
}

void DesktopNotifications::connectTo(const QDBusConnection &bus)
{
    m_bus = bus;
    m_started = true;
    if (m_bus.isConnected())
        listen();
    for (const Attention &attention : std::exchange(m_waiting, {}))
        notify(attention);
}

void DesktopNotifications::listen()
{
    // Without the service's name: with it, connect() would wait for the bus to say who owns it.
    m_bus.connect({}, path, service, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));        // lint: allowed
    m_bus.connect({}, path, service, u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint))); // lint: allowed
    auto *watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, &DesktopNotifications::serverGone);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &DesktopNotifications::askForMarkup);
    askForMarkup();
}

DesktopNotifications::~DesktopNotifications() = default;

void DesktopNotifications::askForMarkup()
{
    auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        asked->deleteLater();
        const QDBusPendingReply<QStringList> reply = *asked;
        if (!reply.isError())
            m_markup = reply.value().contains(u"body-markup"_s);
    });
}

void DesktopNotifications::notify(const Attention &attention)
{
    if (!m_started) {
        m_waiting.append(attention);
        return;
    }
    if (!m_bus.isConnected()) {
        notTaken(attention.clock);
        return;
    }
    Bubble &bubble = m_bubbles[attention.clock];
    bubble.gone = false;
    // The desktop gives each bubble its number; until it has come, a second one of the same matter would be another bubble.
    if (bubble.sending)
        bubble.next = attention;
    else
        send(attention);
}

QString DesktopNotifications::bodyOf(const Attention &attention) const
{
    QString body;
    switch (attention.level) {
    case Level::Due: body = tr("This is due soon."); break;
    case Level::Late: body = tr("This is late."); break;
    case Level::Command: body = tr("Whoever has command has to act now."); break;
    case Level::Taken: body = tr("Somebody else has command now."); break;
    }
    if (m_hidden || m_title.isEmpty())
        return body;
    return (m_markup ? m_title.toHtmlEscaped() : m_title) + u'\n' + body;
}

void DesktopNotifications::send(const Attention &attention)
{
    Bubble &bubble = m_bubbles[attention.clock];
    bubble.sending = true;
    const bool due = attention.level == Level::Due;
    const bool taken = attention.level == Level::Taken;
    const QString hidden = due     ? tr("Something is due in Fireline")
                           : taken ? tr("Command changed in Fireline")
                                   : tr("Something is late in Fireline");
    const Urgency urgency = due ? Urgency::Normal : Urgency::Critical;
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(uchar(urgency))},
                            {u"desktop-entry"_s, m_desktopEntry},
                            {u"category"_s, due ? u"x-fireline.due"_s : u"x-fireline.late"_s},
                            {u"suppress-sound"_s, true}}; // Fireline's own sounds have a budget
    QStringList actions{u"show"_s, tr("Show")};
    if (!taken)
        actions += {u"acknowledge"_s, tr("Acknowledge"), u"snooze"_s, tr("+5 min")};
    actions += {u"default"_s, tr("Show")};
    constexpr int asTheDesktopLikes = -1;
    constexpr int never = 0;
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments({u"Fireline"_s, bubble.id, m_desktopEntry, m_hidden ? hidden : attention.text, bodyOf(attention),
                          actions, hints, due ? asTheDesktopLikes : never});
    auto *pending = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this,
            [this, clock = attention.clock, pending] { sent(clock, pending); });
}

void DesktopNotifications::notTaken(const QString &clock)
{
    m_bubbles.remove(clock);
    if (!std::exchange(m_saidUnavailable, true))
        emit unavailable();
}

void DesktopNotifications::sent(const QString &clock, QDBusPendingCallWatcher *call)
{
    call->deleteLater();
    const QDBusPendingReply<uint> reply = *call;
    if (reply.isError()) {
        notTaken(clock);
        return;
    }
    const Bubble bubble = m_bubbles.value(clock);
    if (bubble.gone) {
        m_bubbles.remove(clock);
        close(reply.value());
        return;
    }
    m_bubbles.insert(clock, {reply.value()});
    if (bubble.next)
        send(*bubble.next);
}

void DesktopNotifications::withdraw(const QStringList &clocks)
{
    for (const QString &clock : clocks) {
        m_waiting.removeIf([&clock](const Attention &attention) { return attention.clock == clock; });
        const auto bubble = m_bubbles.find(clock);
        if (bubble == m_bubbles.end())
            continue;
        if (bubble->sending) {
            bubble->gone = true;
            bubble->next.reset();
            continue;
        }
        close(bubble->id);
        m_bubbles.erase(bubble);
    }
}

void DesktopNotifications::withdrawAll()
{
    m_waiting.clear();
    withdraw(m_bubbles.keys());
}

void DesktopNotifications::close(uint id)
{
    QDBusMessage message = call(u"CloseNotification"_s);
    message.setArguments({id});
    m_bus.send(message);
}

/// Its numbers mean nothing to the next one.
void DesktopNotifications::serverGone()
{
    m_bubbles.clear();
}

QString DesktopNotifications::clockOf(uint id) const
{
    for (auto it = m_bubbles.cbegin(); it != m_bubbles.cend(); ++it) {
        if (it->id == id && id != 0)
            return it.key();
    }
    return {};
}

void DesktopNotifications::actionInvoked(uint id, const QString &action)
{
    const QString clock = clockOf(id);
    if (clock.isEmpty()) // another program's
        return;
    if (action == "acknowledge"_L1)
        emit acknowledgeRequested(clock);
    else if (action == "snooze"_L1)
        emit snoozeRequested(clock);
    else
        emit showRequested(clock);
}

void DesktopNotifications::notificationClosed(uint id, uint)
{
    const QString clock = clockOf(id);
    if (!clock.isEmpty() && !m_bubbles.value(clock).sending)
        m_bubbles.remove(clock);
}

} // namespace fireline::desktop
