// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/meantline.h"

#include "entry/verblabels.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::domain {

QString meantLine(const QString &line, const EntryContext &context, const IncidentState &state)
{
    const bool waits = state.open() && state.handover && state.handover->state == Handover::State::Running;
    if (!waits || line.size() > longestEntry)
        return {};
    // As the strip asks for them, or in the words of the field, which are English in every language.
    static const QRegularExpression words(u"^(.*?)[\"'“‘„«]?(?:I\\s+have\\s+(?:the\\s+)?command|%1)[\"'”’“»]?[.!]*\\s*$"_s.arg(
                                              QRegularExpression::escape(verbLabel(Verb::IHaveCommand))),
                                          QRegularExpression::CaseInsensitiveOption
                                              | QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = words.match(line);
    if (!match.hasMatch())
        return {};
    // Before them nothing but a time and a speaker: in a sentence they are part of what is told.
    const QString meant = match.captured(1) + u"/ihavecommand"_s;
    const ParsedEntry parsed = parseEntry(meant, context);
    return parsed.ok() && parsed.command.verb == Verb::IHaveCommand ? meant : QString();
}

} // namespace fireline::domain
