// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangedriver.h"

#include "core/clock.h"
#include "processauthority.h"

#include <QRandomGenerator>

#include <algorithm>

namespace fireline::link {

using namespace domain;
using namespace sync;

namespace {

// Connecting cannot be cut: to give it up earlier than libpq does would only throw its connection away.
SyncPolicy policyFor(const backend::BackendAddress &address, SyncPolicy policy)
{
    policy.authorityOf = processAuthority;
    policy.connectDeadline = std::max(policy.connectDeadline, Span::seconds(address.connecting));
    return policy;
}

} // namespace

ExchangeDriver::ExchangeDriver(const backend::BackendAddress &address, SyncObserver &observer, const SyncPolicy &policy,
                               QObject *parent)
    : QObject(parent)
    , m_transport(
          address, processAuthority,
          [this](quint64 ticket, const Answer &answer) {
              m_engine.answered(ticket, answer);
              goOn();
          },
          [this](const QString &payload) {
              m_engine.rung(payload);
              goOn();
          })
    , m_engine(m_transport, *this, *this, observer, policyFor(address, policy))
{
    m_since.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ExchangeDriver::goOn);
}

void ExchangeDriver::start()
{
    m_engine.start();
    goOn();
}

void ExchangeDriver::stop()
{
    m_engine.stop();
    m_timer.stop();
}

void ExchangeDriver::retryNow()
{
    m_engine.retryNow();
    goOn();
}

Outcome<void> ExchangeDriver::add(const QString &incident, SyncJournal &journal)
{
    const auto added = m_engine.add(incident, journal);
    goOn();
    return added;
}

void ExchangeDriver::remove(const QString &incident)
{
    m_engine.remove(incident);
}

void ExchangeDriver::localChanged(const QString &incident)
{
    m_engine.localChanged(incident);
    goOn();
}

Outcome<void> ExchangeDriver::adopt(const QString &incident)
{
    const auto marked = m_engine.adopt(incident);
    goOn();
    return marked;
}

void ExchangeDriver::acceptServer(const QString &incident)
{
    m_engine.acceptServer(incident);
    goOn();
}

void ExchangeDriver::goOn()
{
    m_engine.tick();
    const bool isSettled = m_engine.isSettled();
    if (isSettled && !std::exchange(m_wasSettled, true))
        emit settled();
    m_wasSettled = m_engine.isSettled();
    const auto due = m_engine.nextDue();
    if (!due)
        return m_timer.stop();
    m_timer.start(int(std::clamp<qint64>(((*due - steady()).us + 999) / 1000, 0, 60'000)));
}

Instant ExchangeDriver::wall() const
{
    return SystemClock().now();
}

Span ExchangeDriver::steady() const
{
    return Span::micros(m_since.nsecsElapsed() / 1000);
}

quint32 ExchangeDriver::below(quint32 bound)
{
    return bound == 0 ? 0 : QRandomGenerator::system()->bounded(bound);
}

} // namespace fireline::link
