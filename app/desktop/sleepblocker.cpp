// SPDX-License-Identifier: GPL-3.0-or-later
#include "sleepblocker.h"

#include "sessionbus.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDir>
#include <QFile>
#include <QThread>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace fireline::desktop {

namespace {

constexpr std::chrono::minutes lookEvery{1};
constexpr int lowPercent = 15;
constexpr uint suspendAndIdle = 4 | 8; // the portal's flags

QByteArray factOf(const QString &battery, const QString &name)
{
    QFile file(battery + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.read(64).trimmed() : QByteArray();
}

} // namespace

SleepBlocker::SleepBlocker(QString batteries, QObject *parent)
    : QObject(parent)
    , m_batteries(std::move(batteries))
    , m_session(QString())
    , m_system(QString())
{
    m_look.setInterval(lookEvery);
    m_look.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_look, &QTimer::timeout, this, &SleepBlocker::decide);
}

SleepBlocker::~SleepBlocker()
{
    release();
}

void SleepBlocker::start()
{
    // The first one to ask for a bus waits for its greeting.
    QThread *connecting = QThread::create([] {
        if (hasSessionBus())
            QDBusConnection::sessionBus();
        QDBusConnection::systemBus();
    });
    connect(connecting, &QThread::finished, this, [this] {
        connectTo(hasSessionBus() ? QDBusConnection::sessionBus() : QDBusConnection(QString()), QDBusConnection::systemBus());
    });
    connect(connecting, &QThread::finished, connecting, &QObject::deleteLater);
    connecting->start();
}

void SleepBlocker::connectTo(const QDBusConnection &session, const QDBusConnection &system)
{
    m_session = session;
    m_system = system;
    m_connected = true;
    decide();
}

void SleepBlocker::want(const QObject *who, bool wanted)
{
    if (wanted == m_wanting.contains(who))
        return;
    if (wanted) {
        m_wanting.insert(who);
        connect(who, &QObject::destroyed, this, [this, who] { want(who, false); });
    } else {
        m_wanting.remove(who);
        disconnect(who, &QObject::destroyed, this, nullptr);
    }
    decide();
}

void SleepBlocker::setAllowed(bool allowed)
{
    m_allowed = allowed;
    decide();
}

bool SleepBlocker::isBatteryLow(const QString &batteries)
{
    const QDir folder(batteries);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString battery = folder.filePath(name);
        bool isNumber = false;
        const int percent = factOf(battery, u"capacity"_s).toInt(&isNumber);
        // A mouse has a battery too.
        const bool ours = factOf(battery, u"type"_s) == "Battery" && factOf(battery, u"scope"_s) != "Device";
        if (ours && isNumber && percent < lowPercent && factOf(battery, u"status"_s) == "Discharging")
            return true;
    }
    return false;
}

void SleepBlocker::decide()
{
    const bool asked = m_allowed && m_connected && !m_wanting.isEmpty();
    if (asked != m_look.isActive())
        asked ? m_look.start() : m_look.stop();
    m_wanted = asked && !isBatteryLow(m_batteries);
    if (!m_wanted && m_blocking)
        release();
    if (m_wanted && !m_blocking && !m_asking) {
        m_asking = true;
        askPortal();
    }
}

void SleepBlocker::askPortal()
{
    if (!m_session.isConnected())
        return askLogind();
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                                          u"/org/freedesktop/portal/desktop"_s,
                                                          u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    message << QString() << suspendAndIdle << QVariantMap{{u"reason"_s, tr("An incident is open.")}};
    auto *asked = new QDBusPendingCallWatcher(m_session.asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        asked->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *asked;
        if (reply.isError())
            askLogind();
        else
            granted(reply.value().path(), {});
    });
}

void SleepBlocker::askLogind()
{
    if (!m_system.isConnected())
        return granted({}, {});
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                          u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    message << u"sleep:idle"_s << u"Fireline"_s << tr("An incident is open.") << u"block"_s;
    auto *asked = new QDBusPendingCallWatcher(m_system.asyncCall(message), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this, asked] {
        asked->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *asked;
        granted({}, reply.isError() ? QDBusUnixFileDescriptor() : reply.value());
    });
}

/// Neither: nobody grants it, and the next look asks again.
void SleepBlocker::granted(const QString &request, const QDBusUnixFileDescriptor &lock)
{
    m_asking = false;
    m_request = request;
    m_lock = lock;
    if (m_wanted)
        setBlocking(!m_request.isEmpty() || m_lock.isValid());
    else
        release();
}

void SleepBlocker::release()
{
    if (!m_request.isEmpty()) {
        m_session.send(QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, m_request,
                                                      u"org.freedesktop.portal.Request"_s, u"Close"_s));
        m_request.clear();
    }
    m_lock = {};
    setBlocking(false);
}

void SleepBlocker::setBlocking(bool blocking)
{
    if (std::exchange(m_blocking, blocking) != blocking)
        emit blockingChanged(blocking);
}

} // namespace fireline::desktop
