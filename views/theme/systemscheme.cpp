// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int patienceMs = 5000;

const QString &service()
{
    static const QString name = u"org.freedesktop.portal.Desktop"_s;
    return name;
}

const QString &path()
{
    static const QString name = u"/org/freedesktop/portal/desktop"_s;
    return name;
}

const QString &interface()
{
    static const QString name = u"org.freedesktop.portal.Settings"_s;
    return name;
}

const QString &group()
{
    static const QString name = u"org.freedesktop.appearance"_s;
    return name;
}

const QString &key()
{
    static const QString name = u"color-scheme"_s;
    return name;
}

/// Whether there is an address to connect to: without one, the bus library would start a bus of its own. The same as
/// desktop::hasSessionBus(), which views may not link.
bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + u"/bus"_s);
}

/// Read() answers a variant in a variant, the signal a variant.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

bool SystemScheme::start()
{
    if (!hasSessionBus())
        return false;
    QThread *connecting = QThread::create([] { QDBusConnection::sessionBus(); });
    connect(connecting, &QThread::finished, this, [this] { ask(QDBusConnection::sessionBus()); });
    connect(connecting, &QThread::finished, connecting, &QObject::deleteLater);
    connecting->start();
    return true;
}

void SystemScheme::ask(const QDBusConnection &bus)
{
    if (!bus.isConnected())
        return;
    // Without the service's name: with it, connect() would wait for the bus to say who owns it.
    QDBusConnection(bus).connect({}, path(), interface(), u"SettingChanged"_s, this,
                                 SLOT(settingChanged(QString, QString, QDBusVariant))); // lint: allowed
    QDBusMessage question = QDBusMessage::createMethodCall(service(), path(), interface(), u"Read"_s);
    question << group() << key();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

void SystemScheme::settingChanged(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group() && changedKey == key())
        take(value.variant());
}

void SystemScheme::take(const QVariant &value)
{
    std::optional<Scheme> scheme;
    switch (unwrapped(value).toUInt()) {
    case 1: scheme = Scheme::Dark; break;
    case 2: scheme = Scheme::Light; break;
    default: break; // 0: no preference
    }
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    emit changed();
}

} // namespace fireline::views
