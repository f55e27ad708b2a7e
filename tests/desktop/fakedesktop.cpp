// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedesktop.h"

#include <QDBusConnectionInterface>

namespace fireline::test {

using namespace Qt::StringLiterals;

namespace {

const QString object = u"/org/freedesktop/Notifications"_s;
const QString service = u"org.freedesktop.Notifications"_s;

} // namespace

bool MessageBus::start()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_daemon.waitForReadyRead())
        return false;
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    return !m_address.isEmpty();
}

void MessageBus::stop()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

FakeDesktop::~FakeDesktop()
{
    if (m_bus.isConnected()) {
        m_bus.unregisterService(service);
        m_bus.unregisterObject(object);
    }
}

bool FakeDesktop::appear(const QDBusConnection &bus)
{
    m_bus = bus;
    return m_bus.registerObject(object, this, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
           && m_bus.registerService(service);
}

uint FakeDesktop::Notify(const QString & /*application*/, uint replaces, const QString & /*icon*/, const QString &summary,
                         const QString &body, const QStringList &actions, const QVariantMap &hints, int timeout)
{
    const uint id = replaces ? replaces : ++m_last;
    told.append({replaces, id, summary, body, actions, hints, timeout});
    return id;
}

} // namespace fireline::test
