// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertmanager/alertmanagerclient.h"

#include <QObject>
#include <QPointer>

namespace fireline::connectors {

/// What an Alertmanager said last, asked again and again while somebody looks. What it said stays when it falls silent, and is called
/// stale: that nothing was heard is not that nothing fires. GUI thread; owned by the composition; way, delay and clock outlive it.
class AlertWatch : public QObject
{
    Q_OBJECT
public:
    AlertWatch(const AlertmanagerClient &client, Delay &delay, const domain::Clock &clock,
               domain::Span every = domain::Span::seconds(15), QObject *parent = nullptr);

    /// At once, and then as often as it was told from the end of one question to the next. Off: what is under way is dropped.
    void setOn(bool on);

    [[nodiscard]] const QList<ManagedAlert> &alerts() const { return m_alerts; }
    /// When it said so; unset: never yet.
    [[nodiscard]] domain::Instant heardAt() const { return m_heardAt; }
    /// Why nothing newer is known, for people; empty while it answers.
    [[nodiscard]] const QString &whyStale() const { return m_whyStale; }

signals:
    /// It answered, or did not.
    void changed();

private:
    void ask();
    void take(const domain::Outcome<QList<ManagedAlert>> &outcome);
    void setStale(const QString &why);

    AlertmanagerClient m_client;
    Delay &m_delay;
    const domain::Clock &m_clock;
    domain::Span m_every;
    QPointer<HttpJob> m_job;
    QList<ManagedAlert> m_alerts;
    domain::Instant m_heardAt;
    QString m_whyStale;
    int m_turn = 0; ///< a wait of an earlier one has nothing to say
    bool m_on = false;
};

} // namespace fireline::connectors
