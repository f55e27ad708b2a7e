// SPDX-License-Identifier: GPL-3.0-or-later
#include "testhooks.h"

#include <QFile>

namespace fireline::window {

TestHooks::TestHooks()
{
#ifdef FIRELINE_TEST_HOOKS
    m_clock = qEnvironmentVariable("FIRELINE_TEST_CLOCK");
    m_translation = qEnvironmentVariable("FIRELINE_TEST_TRANSLATION");
    m_savedLog = qEnvironmentVariable("FIRELINE_TEST_SAVED");
    m_diskIsFull = qEnvironmentVariableIntValue("FIRELINE_TEST_FULL_DISK") != 0;
#endif
}

std::unique_ptr<domain::Clock> TestHooks::clock() const
{
    const auto at = domain::Instant::fromRfc3339(m_clock);
    return at ? std::make_unique<domain::SimulatedClock>(*at) : nullptr;
}

void TestHooks::shownAsSaved(const QStringList &eventIds) const
{
    if (m_savedLog.isEmpty())
        return;
    QFile file(m_savedLog);
    if (file.open(QIODevice::Append | QIODevice::Unbuffered))
        file.write(eventIds.join(u'\n').toLatin1() + '\n');
}

} // namespace fireline::window
