// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QObject>

#include <optional>

class QDBusConnection;
class QDBusPendingCallWatcher;
class QDBusVariant;

namespace fireline::views {

/// Whether the desktop wants light or dark, as its settings portal says and follows: Qt 6.4 has no question for it. Never
/// blocks: the bus is connected to in a thread, the portal asked by an asynchronous call. No bus, no portal, no preference:
/// nothing is known, and nothing is said about it. GUI thread; owned by Theme.
class SystemScheme : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Asks the portal on the session bus; false where there is no such bus.
    bool start();
    /// Asks the portal on this bus.
    void ask(const QDBusConnection &bus);

    [[nodiscard]] std::optional<Scheme> scheme() const { return m_scheme; }

signals:
    void changed();

private slots: // by name: QDBusConnection::connect knows no other way
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    std::optional<Scheme> m_scheme;
};

} // namespace fireline::views
