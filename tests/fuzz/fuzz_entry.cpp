// SPDX-License-Identifier: GPL-3.0-or-later
// Quick entry: any text gives an answer, the marked parts lie in order inside the line, and what is understood can be
// written down and is understood in the same way again.
#include "entry/entry.h"

#include <cstdlib>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

void demand(bool condition)
{
    if (!condition)
        abort();
}

EntryContext context()
{
    EntryContext c;
    c.now = Instant{1750000000LL * 1000000};
    c.zone = QTimeZone("Europe/Berlin");
    c.local = QTimeZone("America/New_York");
    c.roleWords = {u"ic"_s, u"comms"_s, u"scribe"_s};
    c.people = {u"ana"_s, u"bo"_s};
    c.hasRef = [](const QString &ref) { return ref.endsWith(u'1'); };
    return c;
}

void checkParts(const ParsedEntry &entry, qsizetype length)
{
    qsizetype end = 0;
    for (const EntryPart &part : entry.parts) {
        demand(part.start >= end && part.length >= 0);
        end = part.start + part.length;
        demand(end <= length);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const EntryContext c = context();
    const QString line = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const ParsedEntry entry = parseEntry(line, c);
    checkParts(entry, line.size());
    (void)describe(entry, c);
    for (const ParsedEntry &pasted : parsePaste(line, c))
        demand(pasted.isPlainNote);
    if (!entry.ok())
        return 0;
    const ParsedEntry again = parseEntry(formatEntry(entry.command), c);
    demand(again.ok() && again.command.verb == entry.command.verb);
    return 0;
}
