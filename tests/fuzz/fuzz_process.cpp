// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalendar.h"
#include "playbook.h"
#include "process/calendar.h"
#include "processcheck.h"
#include "processloader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

/// Any bytes as a process, a playbook and a calendar file: nothing may throw, hang or read beyond its memory, and what is
/// accepted must be accepted again from its own text.
int fuzzProcess(const std::uint8_t *data, std::size_t size)
{
    using namespace fireline::process;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const ProcessReading reading = readProcess(bytes, u"fuzz.yaml"_s);
    if (reading.process.has_value() == hasFaults(reading.findings))
        std::abort();
    if (reading.process) {
        (void)checkProcess(*reading.process);
        const auto again = loadProcess(reading.process->text, u"again.yaml"_s);
        if (!again.ok() || again.value().sha256 != reading.process->sha256)
            std::abort();
        const fireline::domain::Calendar calendar(reading.process->calendar, reading.process->defaults);
        for (const auto &deadline : reading.process->deadlines) {
            if (deadline.within.all)
                (void)calendar.resolve(*deadline.within.all, fireline::domain::Instant{1735900000000000}, deadline.hours);
        }
    }
    const PlaybookReading playbook = readPlaybook(bytes, u"fuzz.md"_s);
    if (playbook.playbook.has_value() == hasFaults(playbook.findings))
        std::abort();
    if (playbook.playbook)
        (void)playbook.playbook->toList();
    (void)readHolidays(bytes, u"fuzz.ics"_s);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return fuzzProcess(data, size);
}
