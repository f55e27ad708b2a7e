// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertmanager/alertwatch.h"

namespace fireline::connectors {

using domain::Outcome;
using domain::Span;

AlertWatch::AlertWatch(const AlertmanagerClient &client, Delay &delay, const domain::Clock &clock, Span every, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_delay(delay)
    , m_clock(clock)
    , m_every(every)
{
}

void AlertWatch::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    ++m_turn;
    if (on)
        return ask();
    if (m_job)
        m_job->cancel();
}

void AlertWatch::ask()
{
    m_job = m_client.alerts({}, this, [this, turn = m_turn](const Outcome<QList<ManagedAlert>> &outcome) {
        if (turn == m_turn)
            take(outcome);
    });
    connect(m_job, &HttpJob::waiting, this, [this](int, Span, const QString &why) { setStale(why); });
}

void AlertWatch::take(const Outcome<QList<ManagedAlert>> &outcome)
{
    m_delay.after(m_every, this, [this, turn = m_turn] {
        if (turn == m_turn)
            ask();
    });
    if (!outcome)
        return setStale(outcome.problem().text);
    m_alerts = outcome.value();
    m_heardAt = m_clock.now();
    m_whyStale.clear();
    emit changed();
}

void AlertWatch::setStale(const QString &why)
{
    m_whyStale = why;
    emit changed();
}

} // namespace fireline::connectors
