// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <functional>

class QObject;

namespace fireline::connectors {

/// How a job waits before its next attempt. Handed over, so that a test need not wait. GUI thread.
class Delay
{
public:
    virtual ~Delay() = default;
    /// Calls `then` once that much later, from the event loop; never once `receiver` is gone.
    virtual void after(domain::Span wait, QObject *receiver, const std::function<void()> &then) = 0;
    /// By which part of its half a wait is shortened: from 0 to 1. Fifty consoles shall not come back as one.
    virtual double chance() = 0;
};

/// By the machine's timers and dice.
class TimerDelay : public Delay
{
public:
    void after(domain::Span wait, QObject *receiver, const std::function<void()> &then) override;
    double chance() override;
};

} // namespace fireline::connectors
