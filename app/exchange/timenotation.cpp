// SPDX-License-Identifier: GPL-3.0-or-later
#include "timenotation.h"

#include "readclock.h"
#include "readdate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Times)
};

constexpr QStringView kDecoration = u" \t\u00a0*_`[(<\"'\u201c|#";
constexpr QStringView kJoints = u" \t\u00a0,;@*_`";

bool takeApproximate(TimeCursor &cursor)
{
    if (cursor.peek() == u'~' || cursor.peek() == u'\u2248') {
        cursor.skip(1);
        return true;
    }
    for (QStringView word : {u"ca", u"circa", u"about", u"around", u"approx", u"approximately", u"roughly", u"approximate"}) {
        const qsizetype start = cursor.at();
        if (!cursor.take(word))
            continue;
        if (cursor.peek() == u'.')
            cursor.skip(1);
        if (cursor.skipSpaces() && (cursor.peek().isDigit() || cursor.peek().isLetter()))
            return true;
        cursor.moveTo(start);
    }
    return false;
}

void takeFiller(TimeCursor &cursor)
{
    for (QStringView word : {u"between", u"by", u"at", u"on", u"the", u"from", u"since"}) {
        const qsizetype start = cursor.at();
        if (!cursor.take(word) || !cursor.skipSpaces())
            cursor.moveTo(start);
    }
}

/// T+5m, T + 1h30m, T-2d, T+00:05, t0
std::optional<qint64> readSinceStart(TimeCursor &cursor)
{
    static const QRegularExpression form(
        u"^[Tt](?:0(?![\\w:])|\\s?([+\\-\u2212])\\s?(?:(\\d{1,3}):(\\d{2})(?::(\\d{2}))?|(?:(\\d{1,4})d)?\\s?(?:(\\d{1,4"
        u"})\\s?h(?:ours?|rs?)?)?\\s?(?:(\\d{1,5})\\s?m(?:in(?:ute)?s?)?)?\\s?(?:(\\d{1,6})\\s?s(?:ec(?:ond)?s?)?)?"
        u"|(0)))(?=$|[\\s:,.\\])*|\u2013\u2014-])"_s);
    if (cursor.peek() != u'T' && cursor.peek() != u't')
        return {};
    const auto found = form.match(cursor.rest().left(40).toString());
    if (!found.hasMatch() || found.capturedLength() < 2)
        return {};
    const auto number = [&](int group) { return found.captured(group).toLongLong(); };
    qint64 seconds = number(5) * 86400 + number(6) * 3600 + number(7) * 60 + number(8);
    if (!found.captured(2).isEmpty()) {
        // T+00:05 is hours and minutes; with a third part it is hours, minutes, seconds
        seconds = number(2) * 3600 + number(3) * 60 + number(4);
    } else if (seconds == 0 && found.captured(0).contains(QRegularExpression(u"[+\\-]"_s)) && !found.captured(0).contains(u'0')) {
        return {};
    }
    cursor.skip(found.capturedLength());
    const QString sign = found.captured(1);
    return sign.isEmpty() || sign == u"+" ? seconds : -seconds;
}

/// 14:??, 2X:XX, --:--, 25:1x: meant to be a clock time, but none.
qsizetype unreadableLength(QStringView text)
{
    static const QRegularExpression form(u"^(?:[0-9?xX_-]{1,2}:[0-9?xX_-]{2}(?![0-9:])|\\?{2,5}(?=[\\]\\s):|]|$))"_s);
    const auto found = form.match(text.left(8).toString());
    if (!found.hasMatch())
        return 0;
    static const QRegularExpression odd(u"[?xX_-]"_s);
    return found.captured().contains(odd) ? found.capturedLength() : 0;
}

qsizetype placeholderLength(QStringView text)
{
    static const QRegularExpression form(
        u"^(?:\\{\\{[^}]{0,60}\\}\\}|<<[^>]{0,60}>>|(?:[Yy]{4}|[Xx]{4}|[0-9]{2}[Xx]{2}|[0-9]{4})[-/](?:[Mm]{2}|[Xx]{2})["
        u"-/](?:[Dd]{2}|[Xx]{2})(?:[ T]+(?:[Hh]{2}|[Xx]{2}):(?:[Mm]{2}|[Xx]{2}))?|[Hh]{2}:[Mm]{2}(?::[Ss]{2})?|(?:T"
        u"IME|Time|time|timestamp|hh|HH)(?=\\]))"_s);
    const auto found = form.match(text.left(80).toString());
    return found.hasMatch() ? found.capturedLength() : 0;
}

/// "TBC", "(Time TBC)", "unknown", "not sure" behind a day.
qsizetype unknownLength(QStringView text)
{
    static const QRegularExpression form(
        u"^[\\s(\\[]*(?:time\\s*)?(?:TBC|TBD|N/A|unknown|\\?{1,4}|not known|exact time unknown|no time)[\\s)\\]]*"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto found = form.match(text.left(60).toString());
    return found.hasMatch() ? found.capturedLength() : 0;
}

/// The end of a range behind a clock: " - 14:10", "–18:00", " to 3 pm", " → 14:37".
void readRange(TimeCursor &cursor, Stamp &stamp)
{
    const qsizetype start = cursor.at();
    cursor.skipSpaces();
    const QStringView marks = u"-\u2013\u2014\u2192~";
    bool joined = cursor.skipAny(marks);
    if (cursor.peek() == u'>')
        cursor.skip(1);
    joined = joined || cursor.take(u"to") || cursor.take(u"and") || cursor.take(u"until") || cursor.take(u"till");
    if (!joined) {
        cursor.moveTo(start);
        return;
    }
    cursor.skipSpaces();
    takeApproximate(cursor);
    const qsizetype from = cursor.at();
    const QStringView tail = cursor.rest();
    DateParts date;
    QString problem;
    if (readDate(cursor, date, problem)) {
        cursor.skipAny(u" \tT,");
        cursor.take(u"at");
        cursor.skipSpaces();
    }
    ClockParts end;
    QStringList notes;
    if (readClock(cursor, end, false, problem, notes) && problem.isEmpty()) {
        stamp.until = tail.first(cursor.at() - from).toString();
        // "1:00 - 1:30 PM": the half of the day stands behind the end only
        if (end.meridiem && !stamp.clock->meridiem && !date.isSet() && stamp.clock->hour <= 12 && !stamp.clock->leadingZero) {
            const int hour = stamp.clock->hour % 12;
            const int later = hour + 12;
            const bool afternoon = later * 60 + stamp.clock->minute <= end.hour * 60 + end.minute;
            stamp.clock->hour = end.hour >= 12 && afternoon ? later : hour;
            stamp.clock->meridiem = true;
        }
        return;
    }
    cursor.moveTo(from);
    if (const qsizetype odd = unreadableLength(cursor.rest())) {
        stamp.until = cursor.rest().first(odd).toString();
        cursor.skip(odd);
        stamp.notes += Text::tr("the end of the span, %1, cannot be read").arg(stamp.until);
        return;
    }
    cursor.moveTo(start);
}

void readZoneBehind(TimeCursor &cursor, Stamp &stamp, bool joinedByT)
{
    const qsizetype start = cursor.at();
    const bool spaced = cursor.skipAny(u" \u00a0(*_`");
    if (!spaced && cursor.peek() == u'-' && !joinedByT && stamp.clock->second == 0) {
        cursor.moveTo(start); // 14:02-15:10 is a range
        return;
    }
    if (const auto zone = readZone(cursor.rest())) {
        cursor.skip(zone->length);
        stamp.zone = zone->zone;
        return;
    }
    cursor.moveTo(start);
}

bool readPackedClock(TimeCursor &cursor, Stamp &stamp)
{
    const QStringView digits = cursor.digits(6);
    if (digits.size() != 6 && digits.size() != 4)
        return false;
    ClockParts clock;
    clock.hour = digits.first(2).toInt();
    clock.minute = digits.sliced(2, 2).toInt();
    clock.second = digits.size() == 6 ? digits.last(2).toInt() : 0;
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 59)
        return false;
    cursor.skip(digits.size());
    stamp.clock = clock;
    return true;
}

bool readClockPart(TimeCursor &cursor, Stamp &stamp, bool lenient, bool joinedByT)
{
    ClockParts clock;
    if (joinedByT && readPackedClock(cursor, stamp)) {
        readZoneBehind(cursor, stamp, true);
        return true;
    }
    QString problem;
    // "1402 UTC", "1402Z", "1402 hrs"
    static const QRegularExpression military(u"^(?:[01]\\d|2[0-3])[0-5]\\d ?(?:Z\\b|UTC\\b|GMT\\b|hrs?\\b|hours\\b)"_s);
    const bool four = cursor.digits(4).size() == 4 && military.match(cursor.rest().left(12).toString()).hasMatch();
    if (!readClock(cursor, clock, lenient || four || stamp.date.isSet(), problem, stamp.notes))
        return false;
    stamp.clock = clock;
    if (stamp.problem.isEmpty())
        stamp.problem = problem;
    if (cursor.peek() == u'~') {
        stamp.approximate = true;
        cursor.skip(1);
    }
    if (four) {
        const qsizetype before = cursor.at();
        cursor.skipSpaces();
        if (!cursor.take(u"hrs") && !cursor.take(u"hr") && !cursor.take(u"hours"))
            cursor.moveTo(before);
    }
    readZoneBehind(cursor, stamp, joinedByT);
    readRange(cursor, stamp);
    if (!stamp.zone.isSet())
        readZoneBehind(cursor, stamp, false);
    return true;
}

/// A dash between a day and its clock: "Jul 28, 2021 - 19:18".
bool skipDashBeforeClock(TimeCursor &cursor)
{
    const qsizetype start = cursor.at();
    if (!cursor.skipAny(u"-\u2013\u2014:"))
        return false;
    cursor.skipSpaces();
    const qsizetype here = cursor.at();
    ClockParts clock;
    QString problem;
    QStringList notes;
    if (cursor.peek() == u'~')
        cursor.skip(1);
    if (readClock(cursor, clock, false, problem, notes) && problem.isEmpty()) {
        cursor.moveTo(here);
        return true;
    }
    cursor.moveTo(start);
    return false;
}

/// One more part of the stamp; false when the rest is text.
bool readPart(TimeCursor &cursor, Stamp &stamp, StampPlace place, bool &joinedByT)
{
    if (!stamp.weekday && !stamp.clock && (stamp.weekday = readWeekday(cursor)))
        return true;
    const bool fresh = !stamp.date.isSet();
    if (fresh && readDate(cursor, stamp.date, stamp.problem)) {
        joinedByT = (cursor.peek() == u'T' || cursor.peek() == u't') && cursor.peek(1).isDigit();
        if (joinedByT)
            cursor.skip(1);
        else if (cursor.peek() == u':' && cursor.peek(1).isDigit())
            cursor.skip(1);
        return true;
    }
    if (stamp.clock)
        return false;
    if (readClockPart(cursor, stamp, place == StampPlace::Cell, joinedByT))
        return true;
    return stamp.date.isSet() && skipDashBeforeClock(cursor);
}

/// True when the whole attempt is settled: a template's blank or a time that cannot be read.
bool readOddity(TimeCursor &cursor, Stamp &stamp)
{
    if (stamp.clock)
        return false;
    if (const qsizetype n = placeholderLength(cursor.rest())) {
        cursor.skip(n);
        stamp.state = Stamp::State::Placeholder;
        return true;
    }
    if (const qsizetype n = unreadableLength(cursor.rest())) {
        stamp.problem = Text::tr("the time %1 cannot be read").arg(cursor.rest().first(n));
        cursor.skip(n);
        stamp.state = Stamp::State::Unreadable;
        return true;
    }
    if (stamp.date.isSet()) {
        if (const qsizetype n = unknownLength(cursor.rest())) {
            stamp.problem = Text::tr("the source says that it does not know the time");
            cursor.skip(n);
            stamp.state = Stamp::State::Unreadable;
            return true;
        }
    }
    return false;
}

/// What separates the time from its text, and the brackets and emphasis that were opened before the time.
void skipTail(TimeCursor &cursor, QStringView opened)
{
    QString closers = u" \t\u00a0"_s;
    for (QChar c : opened) {
        static constexpr QStringView open = u"[(<*_`\"'\u201c";
        static constexpr QStringView close = u"])>*_`\"'\u201d";
        const qsizetype which = open.indexOf(c);
        if (which >= 0 && !closers.contains(close[which]))
            closers += close[which];
    }
    cursor.skipAny(closers);
    cursor.skipAny(u":-\u2013\u2014|,.\u2192\u00b7=;\u2022");
    cursor.skipAny(closers);
    cursor.skipAny(u" \t:-\u2013\u2014|");
}

/// Reads part after part; answers where the last one ended.
qsizetype readParts(TimeCursor &cursor, Stamp &stamp, StampPlace place)
{
    qsizetype end = cursor.at();
    bool joinedByT = false;
    bool hedge = false;
    for (int parts = 0; parts < 8 && !cursor.atEnd(); ++parts) {
        if (!joinedByT)
            cursor.skipAny(parts == 0 ? kDecoration : kJoints);
        if (stamp.date.isSet() && !stamp.clock)
            cursor.skipAny(u"(");
        takeFiller(cursor);
        if (readOddity(cursor, stamp))
            return cursor.at();
        const bool had = stamp.date.isSet() || stamp.clock;
        const bool both = stamp.date.isSet() && stamp.clock;
        if (takeApproximate(cursor)) {
            hedge = true;
            continue;
        }
        if (!readPart(cursor, stamp, place, joinedByT))
            break;
        if (stamp.date.isSet() != had || (stamp.date.isSet() && stamp.clock) != both || (!stamp.date.isSet() && stamp.clock)) {
            end = cursor.at();
            stamp.approximate = stamp.approximate || hedge;
            hedge = false;
        }
    }
    return end;
}

} // namespace

Stamp readStamp(QStringView text, StampPlace place)
{
    Stamp stamp;
    TimeCursor cursor(text);
    cursor.skipAny(kDecoration);
    const qsizetype start = cursor.at();
    const auto since = readSinceStart(cursor);
    if (since) {
        stamp.sinceStart = since;
        stamp.state = Stamp::State::Read;
    }
    const qsizetype end = since ? cursor.at() : readParts(cursor, stamp, place);
    if (stamp.state == Stamp::State::None && (stamp.date.isSet() || stamp.clock))
        stamp.state = stamp.problem.isEmpty() ? Stamp::State::Read : Stamp::State::Unreadable;
    if (stamp.state == Stamp::State::None)
        return Stamp();
    cursor.moveTo(end);
    stamp.written = text.sliced(start, end - start).trimmed().toString();
    skipTail(cursor, text.first(start).toString() + (stamp.written.contains(u'(') ? u"("_s : QString()));
    stamp.length = cursor.at();
    return stamp;
}

} // namespace fireline::exchange
