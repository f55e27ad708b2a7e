// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer.h"

#include <cstddef>
#include <cstdint>

using namespace Qt::StringLiterals;
using namespace fireline::exchange;

/// The first byte chooses reader, zone and year; the rest is the record. Whatever the bytes, every entry has a time, a
/// text, a kind and a key, every refused line a reason, and the same bytes read again give the same keys.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const auto kind = SourceKind(data[0] % 3);
    ImportOptions options;
    if (data[0] & 0x40)
        options.zone = u"Europe/London"_s;
    if (data[0] & 0x80)
        options.yearHint = 2024;
    (void)detectKind(bytes, u"x"_s);
    const auto first = importRecord(kind, bytes, u"2024-01-02 x"_s, options);
    if (!first) {
        if (first.problem().text.isEmpty())
            __builtin_trap();
        return 0;
    }
    for (const ImportedEntry &entry : first.value().entries) {
        if (entry.text.isEmpty() || entry.kind.isEmpty() || entry.stableKey.size() != 32 || entry.line < 0
            || entry.text.size() > 8000)
            __builtin_trap();
    }
    for (const NotPlaced &line : first.value().notPlaced) {
        if (line.reason.isEmpty())
            __builtin_trap();
    }
    const auto again = importRecord(kind, bytes, u"2024-01-02 x"_s, options);
    if (!again || again.value().entries.size() != first.value().entries.size())
        __builtin_trap();
    for (qsizetype i = 0; i < again.value().entries.size(); ++i) {
        if (again.value().entries[i].stableKey != first.value().entries[i].stableKey)
            __builtin_trap();
    }
    return 0;
}
