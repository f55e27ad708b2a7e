// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/plainnote.h"

#include "entry/words.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

std::optional<Command> plainNote(QStringView line, const EntryContext &context)
{
    const ParsedEntry asTyped = parseEntry(line, context);
    if (asTyped.ok() && asTyped.isPlainNote)
        return asTyped.command;
    const QString text = line.trimmed().toString();
    ParsedEntry note = parseEntry(u"/note "_s + text, context);
    if (text.isEmpty() || text.size() > longestEntry)
        return {};
    if (!note.ok()) {
        // Nothing but marks, or marks that contradict each other: then the words alone. What cannot be stored stays refused.
        note = parseEntry(u"/note "_s + quoted(text), context);
        if (!note.ok())
            return {};
    }
    note.command.at = asTyped.command.at.isSet() ? asTyped.command.at : context.firstKeystroke.value_or(Instant{});
    return note.command;
}

} // namespace fireline::domain
