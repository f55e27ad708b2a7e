// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/attention.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace fireline::test {

/// What would stand on the desktop. Owned by the test; one thread.
struct Bubbles : domain::NotificationSink
{
    QList<domain::Attention> told;
    void notify(const domain::Attention &attention) override { told.append(attention); }
    int count(const QString &clock, domain::Attention::Level level) const
    {
        return int(std::count_if(told.begin(), told.end(), [&](const domain::Attention &attention) {
            return attention.clock == clock && attention.level == level;
        }));
    }
};

/// What would be heard. Owned by the test; one thread.
struct Ear : domain::SoundSink
{
    QList<domain::Attention::Level> heard;
    void sound(domain::Attention::Level level) override { heard.append(level); }
};

} // namespace fireline::test
