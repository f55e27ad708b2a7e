// SPDX-License-Identifier: GPL-3.0-or-later
#include "readdate.h"

#include <QCoreApplication>

#include <array>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Times)
};

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

int monthOf(QStringView word)
{
    static constexpr std::array names = {u"january", u"february", u"march",     u"april",   u"may",      u"june",
                                         u"july",    u"august",   u"september", u"october", u"november", u"december"};
    if (word.size() < 3)
        return 0;
    for (size_t i = 0; i < names.size(); ++i) {
        const QStringView name(names[i]);
        const bool whole = word.compare(name, Qt::CaseInsensitive) == 0;
        const bool brief = word.size() == 3 && name.startsWith(word, Qt::CaseInsensitive);
        if (whole || brief || (i == 8 && word.compare(u"sept", Qt::CaseInsensitive) == 0))
            return int(i) + 1;
    }
    return 0;
}

bool plausibleYear(int year)
{
    return year >= kFirstYear && year <= kLastYear;
}

void takeOrdinal(TimeCursor &cursor)
{
    for (QStringView ending : {QStringView(u"st"), QStringView(u"nd"), QStringView(u"rd"), QStringView(u"th")}) {
        if (cursor.take(ending))
            return;
    }
    if (cursor.peek() == u'.')
        cursor.skip(1);
}

/// ", 2024" or " 2024"; a clock time such as 16:00 must not be taken for a year, but 02/Jan/2024:14:02 has one.
int takeYear(TimeCursor &cursor)
{
    const qsizetype start = cursor.at();
    const bool slash = cursor.peek() == u'/';
    cursor.skipAny(u" ,./-\u00a0");
    const QStringView digits = cursor.digits(4);
    const int year = digits.size() == 4 ? digits.toInt() : 0;
    if (plausibleYear(year) && (slash || cursor.peek(4) != u':')) {
        cursor.skip(4);
        return year;
    }
    cursor.moveTo(start);
    return 0;
}

/// "24\u201325 April", "Apr 24-25, 2026": the days behind the first, which is the one that counts.
void skipDayRange(TimeCursor &cursor)
{
    const qsizetype start = cursor.at();
    cursor.skipSpaces();
    if (cursor.skipAny(u"-\u2013\u2014")) {
        cursor.skipSpaces();
        const QStringView last = cursor.digits(2);
        const QChar behind = cursor.peek(last.size());
        if (!last.isEmpty() && behind != u':' && behind != u'-' && behind != u'.') {
            cursor.skip(last.size());
            takeOrdinal(cursor);
            return;
        }
    }
    cursor.moveTo(start);
}

bool checked(DateParts &date, QString &problem, QStringView written)
{
    const int year = date.year ? date.year : 2024; // a leap year, for a day without its year
    const bool good = date.orderUnknown ? (date.month <= 31 && date.day <= 31) : QDate::isValid(year, date.month, date.day);
    if (!good)
        problem = Text::tr("there is no day %1").arg(written);
    return true;
}

/// 2024-01-02, 2024/01/02, 2024.01.02 and the same with too many digits in the year.
bool readYearFirst(TimeCursor &cursor, DateParts &date, QString &problem)
{
    const qsizetype start = cursor.at();
    const QStringView text = cursor.rest();
    const QStringView year = cursor.digits(8);
    if (year.size() < 4 || year.size() > 7)
        return false;
    const QChar mark = text.size() > year.size() ? text[year.size()] : QChar();
    if (mark != u'-' && mark != u'/' && mark != u'.')
        return false;
    cursor.skip(year.size() + 1);
    const QStringView month = cursor.digits(2);
    cursor.skip(month.size());
    const bool second = !month.isEmpty() && cursor.peek() == mark;
    cursor.skip(1);
    const QStringView day = second ? cursor.digits(2) : QStringView();
    cursor.skip(day.size());
    if (day.isEmpty()) {
        cursor.moveTo(start);
        return false;
    }
    date = {};
    date.month = month.toInt();
    date.day = day.toInt();
    const QStringView written = text.first(cursor.at() - start);
    if (year.size() > 4) {
        date.brokenYear = year.toString();
        problem = Text::tr("the year in %1 has %2 digits").arg(written).arg(year.size());
        return true;
    }
    date.year = year.toInt();
    if (!plausibleYear(date.year)) {
        problem = Text::tr("there is no sense in the year of %1").arg(written);
        return true;
    }
    return checked(date, problem, written);
}

/// 2018 October 21, 2018-Oct-21
bool readYearMonthName(TimeCursor &cursor, DateParts &date, QString &problem)
{
    const qsizetype start = cursor.at();
    const QStringView text = cursor.rest();
    const QStringView year = cursor.digits(4);
    if (year.size() != 4 || !plausibleYear(year.toInt()))
        return false;
    cursor.skip(4);
    cursor.skipAny(u" ,-/");
    const QStringView word = cursor.word();
    DateParts found;
    found.month = monthOf(word);
    cursor.skip(word.size());
    cursor.skipAny(u" .-/");
    const QStringView day = cursor.digits(2);
    if (!found.month || day.isEmpty() || day.toInt() == 0 || cursor.peek(day.size()) == u':') {
        cursor.moveTo(start);
        return false;
    }
    cursor.skip(day.size());
    takeOrdinal(cursor);
    found.year = year.toInt();
    found.day = day.toInt();
    date = found;
    return checked(date, problem, text.first(cursor.at() - start));
}

/// 20240102 in front of a T or a space and a clock.
bool readPacked(TimeCursor &cursor, DateParts &date)
{
    const QStringView digits = cursor.digits(8);
    if (digits.size() != 8 || (cursor.peek(8) != u'T' && cursor.peek(8) != u' ') || !TimeCursor::isDigit(cursor.peek(9)))
        return false;
    const int year = digits.first(4).toInt();
    const int month = digits.sliced(4, 2).toInt();
    const int day = digits.last(2).toInt();
    if (!plausibleYear(year) || !QDate::isValid(year, month, day))
        return false;
    date = {};
    date.year = year;
    date.month = month;
    date.day = day;
    cursor.skip(8);
    return true;
}

/// 2. January 2024, 2nd of January, 02/Jan/2024, 02.01.2024, 2/1/2024.
bool readDayFirst(TimeCursor &cursor, DateParts &date, QString &problem)
{
    const qsizetype start = cursor.at();
    const QStringView text = cursor.rest();
    const QStringView first = cursor.digits(2);
    if (first.isEmpty() || first.toInt() == 0)
        return false;
    cursor.skip(first.size());
    const QChar mark = cursor.peek();
    DateParts found;
    if ((mark == u'.' || mark == u'/' || mark == u'-') && TimeCursor::isDigit(cursor.peek(1))) {
        cursor.skip(1);
        const QStringView second = cursor.digits(2);
        cursor.skip(second.size());
        const bool again = !second.isEmpty() && cursor.peek() == mark;
        cursor.skip(1);
        const QStringView year = again ? cursor.digits(4) : QStringView();
        if (year.size() != 4 || !plausibleYear(year.toInt())) {
            cursor.moveTo(start);
            return false;
        }
        cursor.skip(4);
        found.year = year.toInt();
        found.day = first.toInt();
        found.month = second.toInt();
        if (mark != u'.' && found.month > 12) {
            std::swap(found.day, found.month);
            found.proves = 2;
        } else if (mark != u'.' && found.day > 12) {
            found.proves = 1;
        } else if (mark != u'.' && found.day != found.month) {
            found.orderUnknown = true;
        }
    } else {
        takeOrdinal(cursor);
        skipDayRange(cursor);
        cursor.skipAny(u" /-\u00a0");
        cursor.take(u"of");
        cursor.skipSpaces();
        const QStringView word = cursor.word();
        found.month = monthOf(word);
        if (!found.month) {
            cursor.moveTo(start);
            return false;
        }
        cursor.skip(word.size());
        found.day = first.toInt();
        found.year = takeYear(cursor);
    }
    date = found;
    return checked(date, problem, text.first(cursor.at() - start));
}

/// January 2, 2024; Jan 2nd; Sep 27 2017.
bool readMonthFirst(TimeCursor &cursor, DateParts &date, QString &problem)
{
    const qsizetype start = cursor.at();
    const QStringView text = cursor.rest();
    const QStringView word = cursor.word();
    const int month = monthOf(word);
    if (!month)
        return false;
    cursor.skip(word.size());
    cursor.skipAny(u". \u00a0-");
    const QStringView day = cursor.digits(2);
    const QChar behind = cursor.peek(day.size());
    if (day.isEmpty() || day.toInt() == 0 || behind == u':') {
        cursor.moveTo(start);
        return false;
    }
    cursor.skip(day.size());
    takeOrdinal(cursor);
    DateParts found;
    found.month = month;
    found.day = day.toInt();
    const qsizetype single = cursor.at();
    skipDayRange(cursor);
    found.year = takeYear(cursor);
    if (!found.year) {
        cursor.moveTo(single);
        found.year = takeYear(cursor);
    }
    date = found;
    return checked(date, problem, text.first(cursor.at() - start));
}

/// 03-26 or 26/03 in front of a clock, without a year.
bool readMonthDay(TimeCursor &cursor, DateParts &date)
{
    const QStringView text = cursor.rest();
    const QStringView first = cursor.digits(2);
    if (first.size() != 2 || text.size() < 11 || (text[2] != u'-' && text[2] != u'/') || !TimeCursor::isDigit(text[3])
        || !TimeCursor::isDigit(text[4]))
        return false;
    if (text[5] != u' ' || !TimeCursor::isDigit(text[6]) || !text.sliced(6, 3).contains(u':'))
        return false;
    DateParts found;
    found.day = first.toInt();
    found.month = text.sliced(3, 2).toInt();
    if (found.day == 0 || found.month == 0 || qMin(found.day, found.month) > 12 || qMax(found.day, found.month) > 31)
        return false;
    if (found.month > 12) {
        std::swap(found.day, found.month);
        found.proves = 2;
    } else if (found.day > 12) {
        found.proves = 1;
    } else {
        found.orderUnknown = found.day != found.month;
    }
    date = found;
    cursor.skip(5);
    return true;
}

} // namespace

bool readDate(TimeCursor &cursor, DateParts &date, QString &problem)
{
    if (TimeCursor::isDigit(cursor.peek()))
        return readPacked(cursor, date) || readYearFirst(cursor, date, problem) || readYearMonthName(cursor, date, problem)
               || readMonthDay(cursor, date) || readDayFirst(cursor, date, problem);
    if (cursor.peek().isLetter())
        return readMonthFirst(cursor, date, problem);
    return false;
}

int readWeekday(TimeCursor &cursor)
{
    static constexpr std::array names = {u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday", u"sunday"};
    const QStringView word = cursor.word();
    if (word.size() < 3)
        return 0;
    for (size_t i = 0; i < names.size(); ++i) {
        const QStringView name(names[i]);
        const bool brief = word.size() <= 5 && word.size() >= 3 && name.startsWith(word, Qt::CaseInsensitive);
        if (!brief && word.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        cursor.skip(word.size());
        cursor.skipAny(u".,");
        return int(i) + 1;
    }
    return 0;
}

} // namespace fireline::exchange
