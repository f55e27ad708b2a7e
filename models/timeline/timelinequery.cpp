// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinequery.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;

TimelineWords::TimelineWords(const QString &typed)
{
    for (const QString &text : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QChar first = text.front();
        const QChar second = text.size() > 1 ? text.at(1) : QChar();
        m_words.append({text,
                        {first.toLower().unicode(), second.toLower().unicode()},
                        {first.toUpper().unicode(), second.toUpper().unicode()}});
    }
}

bool TimelineWords::Word::isIn(QStringView where) const
{
    if (where.size() < text.size())
        return false;
    const bool single = text.size() == 1;
    const char16_t *end = where.utf16() + where.size() - text.size() + 1;
    for (const char16_t *at = where.utf16(); at < end; ++at) {
        if (*at != lower[0] && *at != upper[0])
            continue;
        if (single)
            return true;
        if ((at[1] == lower[1] || at[1] == upper[1]) && QStringView(at, text.size()).compare(text, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool TimelineWords::match(const Entry &entry, int number) const
{
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const Word &word) {
        if (word.isIn(entry.text) || word.isIn(entry.actor))
            return true;
        const QStringView typed = word.text;
        const QStringView bare = typed.startsWith(u'#') ? typed.mid(1) : typed;
        if (bare.size() > 1 && bare.front().toUpper() == u'E' && bare.mid(1).toInt() == number)
            return true;
        return std::any_of(entry.tags.cbegin(), entry.tags.cend(),
                           [&](const QString &tag) { return tag.contains(bare, Qt::CaseInsensitive); });
    });
}

bool TimelineQuery::letsThrough(const Entry &entry, int number, const TimelineWords &words) const
{
    const TimelineChips kinds = chips & ~TimelineChips(TimelineChip::Pinned);
    if (kinds && !(kinds & chipsOf(entry)))
        return false;
    if (chips.testFlag(TimelineChip::Pinned) && !entry.pinned)
        return false;
    if (!person.isEmpty() && entry.actor.compare(person, Qt::CaseInsensitive) != 0)
        return false;
    return words.match(entry, number);
}

// An alert is found, and somebody has to act on it. What is held to be the cause is found, and what is decided rests on it.
TimelineChips chipsOf(const Entry &entry)
{
    using C = TimelineChip;
    static const QHash<QStringView, TimelineChip> chips = {
        {u"decision", C::Decisions}, {u"poll", C::Decisions},     {u"action", C::Actions},     {u"ask", C::Actions},
        {u"change", C::Actions},     {u"mitigation", C::Actions}, {u"check", C::Actions},      {u"page", C::Actions},
        {u"status", C::Status},      {u"severity", C::Status},    {u"phase", C::Status},       {u"impact", C::Status},
        {u"role", C::Status},        {u"handover", C::Status},    {u"resolve", C::Status},     {u"flag", C::Status},
        {u"finding", C::Findings},   {u"report", C::Findings},    {u"attachment", C::Findings}};
    if (entry.kind == "alert"_L1)
        return entry.machine ? C::Findings | C::Actions | C::Machine : C::Findings | C::Actions;
    if (entry.machine)
        return C::Machine;
    if (entry.kind == "hypothesis"_L1 || entry.kind == "rootcause"_L1)
        return C::Findings | C::Decisions;
    // That there is an incident at all is no note, whatever it is shown as.
    return entry.type.startsWith(u"incident."_s) ? C::Status : chips.value(entry.kind, C::Notes);
}

} // namespace fireline::models
