// SPDX-License-Identifier: GPL-3.0-or-later
#include "readclock.h"

#include <QCoreApplication>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Times)
};

/// am, p.m., PM; 1 for am, 2 for pm.
int takeMeridiem(TimeCursor &cursor)
{
    const qsizetype start = cursor.at();
    cursor.skipSpaces();
    const QChar letter = cursor.peek().toLower();
    const bool dotted = cursor.peek(1) == u'.';
    if ((letter == u'a' || letter == u'p') && cursor.peek(dotted ? 2 : 1).toLower() == u'm') {
        const qsizetype length = dotted ? 3 : 2;
        const bool compound = cursor.peek(length) == u'-' && cursor.peek(length + 1).isLetter();
        if (!cursor.peek(length).isLetterOrNumber() && !compound) {
            cursor.skip(length);
            if (dotted && cursor.peek() == u'.')
                cursor.skip(1);
            return letter == u'a' ? 1 : 2;
        }
    }
    cursor.moveTo(start);
    return 0;
}

/// Applies am or pm; false when the two contradict each other, as in 13:00 am.
bool applyMeridiem(ClockParts &clock, int meridiem)
{
    if (!meridiem)
        return true;
    clock.meridiem = true;
    if (clock.hour > 12)
        return meridiem == 2 && clock.hour < 24;
    if (clock.hour == 0)
        return meridiem == 1;
    clock.hour = clock.hour % 12 + (meridiem == 2 ? 12 : 0);
    return true;
}

void readSeconds(TimeCursor &cursor, ClockParts &clock)
{
    if (cursor.peek() != u':' || !TimeCursor::isDigit(cursor.peek(1)) || !TimeCursor::isDigit(cursor.peek(2)))
        return;
    cursor.skip(1);
    clock.second = cursor.rest().first(2).toInt();
    cursor.skip(2);
    if ((cursor.peek() != u'.' && cursor.peek() != u',') || !TimeCursor::isDigit(cursor.peek(1)))
        return;
    cursor.skip(1);
    int scale = 100000;
    while (TimeCursor::isDigit(cursor.peek())) {
        clock.micros += (cursor.peek().unicode() - u'0') * scale;
        scale /= 10;
        cursor.skip(1);
    }
}

} // namespace

bool readClock(TimeCursor &cursor, ClockParts &clock, bool lenient, QString &problem, QStringList &notes)
{
    const qsizetype start = cursor.at();
    const QStringView text = cursor.rest();
    QStringView hour = cursor.digits(4);
    if (hour.isEmpty() || hour.size() == 3)
        return false;
    ClockParts found;
    cursor.skip(hour.size());
    const QChar mark = cursor.peek();
    const bool twoDigits = TimeCursor::isDigit(cursor.peek(1)) && TimeCursor::isDigit(cursor.peek(2))
                           && !TimeCursor::isDigit(cursor.peek(3));
    const bool colon = mark == u':' && twoDigits;
    const bool dot = mark == u'.' && twoDigits && lenient && cursor.peek(3) != u'%' && cursor.peek(3) != u'.';
    const bool french = (mark == u'h' || mark == u'H') && twoDigits && !cursor.peek(3).isLetter();
    if (hour.size() == 4 && lenient && !TimeCursor::isDigit(mark) && mark != u'-' && mark != u'/' && mark != u'.'
        && mark != u':') {
        found.minute = hour.last(2).toInt();
        hour = hour.first(2);
        notes += Text::tr("read %1 as %2:%3").arg(text.first(4)).arg(hour).arg(text.sliced(2, 2));
    } else if (hour.size() <= 2 && (colon || dot || french)) {
        found.minute = cursor.rest().sliced(1, 2).toInt();
        cursor.skip(3);
        if (dot)
            notes += Text::tr("read %1 as %2:%3").arg(text.first(hour.size() + 3)).arg(hour).arg(text.sliced(hour.size() + 1, 2));
        if (colon)
            readSeconds(cursor, found);
    } else if (hour.size() > 2) {
        cursor.moveTo(start);
        return false;
    }
    const bool bareHour = cursor.at() == start + hour.size() && hour.size() <= 2;
    found.hour = hour.toInt();
    found.leadingZero = hour.size() == 2 && hour[0] == u'0';
    const int meridiem = takeMeridiem(cursor);
    if (bareHour && !meridiem) {
        cursor.moveTo(start);
        return false;
    }
    found.endOfDay = found.hour == 24 && found.minute == 0 && found.second == 0 && !meridiem;
    if (found.endOfDay)
        found.hour = 0;
    if (found.hour > 23 || found.minute > 59 || found.second > 60 || !applyMeridiem(found, meridiem))
        problem = Text::tr("there is no time %1").arg(text.first(cursor.at() - start));
    if (found.second == 60) {
        found.second = 59;
        notes += Text::tr("a leap second was read as the second before it");
    }
    clock = found;
    return true;
}

} // namespace fireline::exchange
