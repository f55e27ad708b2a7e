// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include <QByteArray>
#include <QTimeZone>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

EntryContext contextOf(std::uint8_t choice)
{
    EntryContext context;
    context.now = Instant{1761442200000000}; // 2025-10-26T01:30Z: in Berlin the hour that comes twice
    context.local = QTimeZone("Europe/Berlin");
    if (choice & 1)
        context.zone = context.local;
    if (choice & 2)
        context.firstKeystroke = context.now - Span::minutes(1);
    if (choice & 4) {
        context.people = {u"jo"_s};
        context.hasRef = [](const QString &ref) { return ref == u"A1"; };
        context.ids = [](IdKind) { return QStringList{u"public"_s, u"one"_s}; };
    }
    return context;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkParts(const ParsedEntry &entry, qsizetype length)
{
    qsizetype end = 0;
    for (const EntryPart &part : entry.parts) {
        require(part.start >= end && part.length > 0 && part.start + part.length <= length);
        require(part.valid == part.reason.isEmpty());
        end = part.start + part.length;
    }
}

void checkLine(const QString &line, const EntryContext &context)
{
    const ParsedEntry entry = parseEntry(line, context);
    checkParts(entry, line.size());
    require(!describe(entry, context).isEmpty());
    if (!entry.ok())
        return;
    const QString again = formatEntry(entry.command);
    if (again.size() > longestEntry) // the full spelling of a line at the limit
        return;
    const ParsedEntry second = parseEntry(again, context);
    require(second.ok() && second.command.verb == entry.command.verb && second.command.args == entry.command.args
            && second.command.at == entry.command.at && second.command.by == entry.command.by);
}

} // namespace

/// Any bytes as one line and as a pasted text: every line is answered, its parts lie inside it, and what was understood is
/// understood again from its canonical form. The first byte chooses what the parser knows of the world; its high bit, that
/// the rest are UTF-16 units and not UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const EntryContext context = contextOf(data[0]);
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    QString line = QString::fromUtf8(bytes);
    if (data[0] & 0x80) {
        line.clear();
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            line += QChar(std::uint8_t(bytes[i]), std::uint8_t(bytes[i + 1]));
    }
    checkLine(line, context);
    for (const ParsedEntry &entry : parsePaste(line, context))
        require(entry.command.verb == Verb::Note && (!entry.ok() || !entry.command.text().isEmpty()));
    return 0;
}
