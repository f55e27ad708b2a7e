// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/chatheading.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr qsizetype longestName = 48;

// "10:43 AM", "1:05pm" as a clock of 24 hours; other texts as they are; empty where the clock does not exist.
QString onTwentyFour(QStringView text)
{
    const QString upper = text.trimmed().toString().toUpper();
    const bool am = upper.endsWith(u"AM");
    const bool pm = upper.endsWith(u"PM");
    if (!am && !pm)
        return text.trimmed().toString();
    const QString clock = upper.chopped(2).trimmed();
    const qsizetype colon = clock.indexOf(u':');
    bool isNumber = false;
    const int hour = clock.left(colon).toInt(&isNumber);
    if (colon < 1 || colon > 2 || !isNumber || hour < 1 || hour > 12)
        return {};
    return QString::number(hour % 12 + (pm ? 12 : 0)) + clock.mid(colon);
}

// A whole text that is a clock, with or without a date.
TimeReading wholeTime(QStringView text, const TimeFrame &frame)
{
    const QString clock = onTwentyFour(text);
    if (clock.isEmpty() || !clock.front().isDigit())
        return {};
    const TimeReading time = readTime(clock, frame);
    return time.length == clock.size() ? time : TimeReading{};
}

bool isName(QStringView text)
{
    if (text.isEmpty() || text.size() > longestName || !(text.front().isLetter() || text.front().isSurrogate()))
        return false;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && !QStringView(u" .'-_()").contains(c))
            return false;
    }
    return true;
}

// Names are written with capitals: "Priya Nair", not "error rate".
bool isCapitalised(QStringView text)
{
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.front().isLetter() && word.front().isLower())
            return false;
    }
    return true;
}

// "[10:43] Priya: text"
ChatHeading bracketFirst(QStringView line, const TimeFrame &frame)
{
    const qsizetype close = line.first(qMin(line.size(), qsizetype(64))).indexOf(u']');
    if (!line.startsWith(u'[') || close < 0)
        return {};
    ChatHeading heading;
    heading.time = wholeTime(line.sliced(1, close - 1), frame);
    heading.text = line.sliced(close + 1).trimmed();
    const qsizetype colon = heading.text.first(qMin(heading.text.size(), longestName + 1)).indexOf(u':');
    if (colon > 0 && colon + 1 < heading.text.size() && heading.text.at(colon + 1).isSpace()
        && looksLikeName(heading.text.first(colon))) {
        heading.name = heading.text.first(colon).trimmed().toString();
        heading.text = heading.text.sliced(colon + 1).trimmed();
    }
    return heading;
}

// "Priya Nair [10:43]" or "Priya Nair  10:43 AM": a name, two blanks or a bracket or an AM, and nothing behind.
ChatHeading nameFirst(QStringView line, const TimeFrame &frame)
{
    if (line.size() > longestName + 32)
        return {};
    QStringView time;
    qsizetype end = -1;
    if (line.endsWith(u']')) {
        end = line.lastIndexOf(u'[');
        time = end > 0 ? line.sliced(end + 1).chopped(1) : QStringView();
    } else {
        const bool half = line.endsWith(u"AM", Qt::CaseInsensitive) || line.endsWith(u"PM", Qt::CaseInsensitive);
        qsizetype start = line.size();
        while (start > 0 && !line.at(start - 1).isLetter())
            --start;
        if (half) {
            start = line.size() - 2;
            while (start > 0 && (line.at(start - 1).isSpace() || line.at(start - 1).isDigit() || line.at(start - 1) == u':'))
                --start;
        }
        while (start < line.size() && line.at(start) == u')')
            ++start;
        time = line.sliced(start);
        const QStringView gap = time.first(time.size() - time.trimmed().size());
        end = half || (gap.size() >= 2 && time.startsWith(gap)) || time.startsWith(u'\t') ? start : -1;
    }
    if (end < 1 || !isName(line.first(end).trimmed()))
        return {};
    ChatHeading heading;
    heading.time = wholeTime(time, frame);
    heading.name = line.first(end).trimmed().toString();
    return heading;
}

} // namespace

bool looksLikeName(QStringView text)
{
    return isName(text) && isCapitalised(text);
}

ChatHeading readChatHeading(QStringView line, const TimeFrame &frame)
{
    ChatHeading heading = bracketFirst(line, frame);
    if (heading.time.kind == TimeReading::Kind::NotATime)
        heading = nameFirst(line, frame);
    if (heading.time.kind != TimeReading::Kind::NotATime)
        return heading;
    const TimeReading alone = wholeTime(line, frame); // some copies set the time in a line of its own
    return alone.kind == TimeReading::Kind::NotATime ? ChatHeading{} : ChatHeading{alone, {}, {}};
}

} // namespace fireline::domain
