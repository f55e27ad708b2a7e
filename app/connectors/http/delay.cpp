// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/delay.h"

#include <QRandomGenerator>
#include <QTimer>

#include <chrono>

namespace fireline::connectors {

void TimerDelay::after(domain::Span wait, QObject *receiver, const std::function<void()> &then)
{
    QTimer::singleShot(std::chrono::milliseconds(wait.us / 1000), receiver, then);
}

double TimerDelay::chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace fireline::connectors
