// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/attention.h"

#include <QDBusConnection>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

class QDBusPendingCallWatcher;

namespace fireline::desktop {

/// Tells what is due and late on the desktop, over org.freedesktop.Notifications: one bubble for each matter, replaced as
/// the matter changes, with buttons. Never waits for the desktop; without one the window alone tells, which is said once.
/// GUI thread; owned by whoever composes the window.
class DesktopNotifications : public QObject, public domain::NotificationSink
{
    Q_OBJECT
public:
    /// `desktopEntry` is the name of the installed .desktop file without its suffix.
    explicit DesktopNotifications(QString desktopEntry, QObject *parent = nullptr);
    ~DesktopNotifications() override;

    /// Finds the session's bus without waiting for it. What is told meanwhile goes out when it is there.
    void start();
    void connectTo(const QDBusConnection &bus);

    void notify(const domain::Attention &attention) override;
    /// Nobody waits for these any more.
    void withdraw(const QStringList &clocks);
    void withdrawAll();

    /// What the bubbles say beside the matter itself: the incident's title, with "[DRILL]" before it.
    void setTitle(const QString &title) { m_title = title; }
    /// Bubbles say that something is late, and not what: they are seen on locked screens.
    void setDetailsHidden(bool hidden) { m_hidden = hidden; }

signals:
    void showRequested(const QString &clock);
    void acknowledgeRequested(const QString &clock);
    /// By five minutes.
    void snoozeRequested(const QString &clock);
    /// No desktop takes notices: said once.
    void unavailable();

private:
    struct Bubble
    {
        uint id = 0;                                          ///< the desktop's number; 0: not yet told
        bool sending = false;                                 ///< its number is on the way
        bool gone = false;                                    ///< withdrawn while it was on the way
        std::optional<domain::Attention> next = std::nullopt; ///< came while it was on the way
    };
    void send(const domain::Attention &attention);
    void sent(const QString &clock, QDBusPendingCallWatcher *call);
    void notTaken(const QString &clock);
    void close(uint id);
    void listen();
    void askForMarkup();
    void serverGone();
    [[nodiscard]] QString bodyOf(const domain::Attention &attention) const;
    [[nodiscard]] QString clockOf(uint id) const;

private slots:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    bool m_started = false;             ///< there is a bus, or none will come
    QList<domain::Attention> m_waiting; ///< told before that
    QString m_desktopEntry;
    QString m_title;
    bool m_hidden = false;
    bool m_markup = true; ///< bodies are read as markup
    bool m_saidUnavailable = false;
    QHash<QString, Bubble> m_bubbles; ///< by clock
};

} // namespace fireline::desktop
