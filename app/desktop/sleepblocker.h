// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

class QDBusPendingCallWatcher;

namespace fireline::desktop {

/// Keeps this computer from sleeping and its screen from going dark while somebody works on an incident: asks the desktop's
/// portal, and logind where there is none. Gives way when the battery is nearly empty. Never waits for an answer. GUI thread;
/// owned by the program.
class SleepBlocker : public QObject
{
    Q_OBJECT
public:
    /// `batteries`: where the system describes them.
    explicit SleepBlocker(QString batteries = QStringLiteral("/sys/class/power_supply"), QObject *parent = nullptr);
    ~SleepBlocker() override;

    /// Finds the buses without waiting for them.
    void start();
    void connectTo(const QDBusConnection &session, const QDBusConnection &system);

    /// `who` wants it, or does not any more; it is blocked while anybody does. `who` may go.
    void want(const QObject *who, bool wanted);
    /// Switched off, nothing is blocked whoever wants it.
    void setAllowed(bool allowed);
    [[nodiscard]] bool isBlocking() const { return m_blocking; }

    /// Runs on a battery that has less than 15 % left. Reads a few small files.
    [[nodiscard]] static bool isBatteryLow(const QString &batteries);

signals:
    void blockingChanged(bool blocking);

private:
    void decide();
    void askPortal();
    void askLogind();
    void granted(const QString &request, const QDBusUnixFileDescriptor &lock);
    void release();
    void setBlocking(bool blocking);

    QString m_batteries;
    QDBusConnection m_session;
    QDBusConnection m_system;
    QSet<const QObject *> m_wanting;
    bool m_allowed = true;
    bool m_connected = false;
    bool m_asking = false;
    bool m_wanted = false; ///< as of the last look
    bool m_blocking = false;
    QString m_request;              ///< the portal's, closed to give way
    QDBusUnixFileDescriptor m_lock; ///< logind's, held by being open
    QTimer m_look;                  ///< at the battery
};

} // namespace fireline::desktop
