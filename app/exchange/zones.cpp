// SPDX-License-Identifier: GPL-3.0-or-later
#include "zones.h"

#include "zonenames.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Instant;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Zones)
};

QString offsetName(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return u"UTC%1%2:%3"_s.arg(seconds < 0 ? u"-"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

qsizetype wordLength(QStringView text)
{
    qsizetype n = 0;
    while (n < text.size() && text[n].isLetter() && text[n].unicode() < 128)
        ++n;
    return n;
}

/// +02:00, -0700, +2; the minutes are optional behind UTC or GMT only, else "14:02 -7" would be a zone.
std::optional<ZoneMatch> readOffset(QStringView text, bool named)
{
    qsizetype i = 0;
    if (i >= text.size() || (text[i] != u'+' && text[i] != u'-' && text[i] != u'\u2212'))
        return {};
    const int sign = text[i] == u'+' ? 1 : -1;
    const qsizetype first = ++i;
    while (i < text.size() && text[i].isDigit() && i - first < 4)
        ++i;
    const qsizetype digits = i - first;
    int hours = 0;
    int minutes = 0;
    if (digits == 4) {
        hours = text.sliced(first, 2).toInt();
        minutes = text.sliced(first + 2, 2).toInt();
    } else if (digits == 1 || digits == 2) {
        hours = text.sliced(first, digits).toInt();
        const bool colon = i + 2 < text.size() && text[i] == u':' && text[i + 1].isDigit() && text[i + 2].isDigit();
        if (colon) {
            minutes = text.sliced(i + 1, 2).toInt();
            i += 3;
        } else if (!named) {
            return {};
        }
    } else {
        return {};
    }
    if (hours > 14 || minutes > 59 || (i < text.size() && text[i].isDigit()))
        return {};
    const int seconds = sign * (hours * 3600 + minutes * 60);
    return ZoneMatch{Zone::ofOffset(seconds, text.first(i).toString()), i};
}

qsizetype afterSpaces(QStringView text, qsizetype i)
{
    while (i < text.size() && (text[i] == u' ' || text[i] == u'\u00a0'))
        ++i;
    return i;
}

/// "UTC+2", "GMT +01:00": the offset behind the word.
std::optional<ZoneMatch> readNamedOffset(QStringView text, qsizetype word)
{
    const qsizetype at = afterSpaces(text, word);
    if (at >= text.size() || (at > word && text[at] != u'+' && text[at] != u'-'))
        return {};
    // a dash with a space before and after it is punctuation
    if (at > word && at + 1 < text.size() && !text[at + 1].isDigit())
        return {};
    auto offset = readOffset(text.sliced(at), true);
    if (!offset)
        return {};
    offset->length += at;
    offset->zone.written = text.first(offset->length).toString();
    return offset;
}

/// "PST (UTC-7)", "CEST (UTC+2)": what the brackets say decides; "UTC+1 (Zurich time)" stays what it is.
void readBracketedOffset(QStringView text, ZoneMatch &match)
{
    const qsizetype open = afterSpaces(text, match.length);
    if (open >= text.size() || text[open] != u'(')
        return;
    const qsizetype close = text.indexOf(u')', open);
    if (close < 0 || close - open > 40)
        return;
    const QStringView inside = text.sliced(open + 1, close - open - 1).trimmed();
    const auto inner = readZone(inside);
    if (!inner || inner->length < inside.size())
        return;
    if (inner->zone.kind == Zone::Kind::Offset && !match.zone.isCertain()) {
        const bool differs = match.zone.kind == Zone::Kind::Label && match.zone.offsetSeconds != inner->zone.offsetSeconds;
        match.zone = Zone::ofOffset(inner->zone.offsetSeconds, text.first(close + 1).toString());
        if (differs)
            match.zone.note = Text::tr("%1 is not the usual offset of that name; the offset was used").arg(match.zone.written);
    } else if (match.zone.kind == Zone::Kind::Ambiguous)
        match.zone = inner->zone;
    match.length = close + 1;
    match.zone.written = text.first(close + 1).toString();
}

/// CET/CEST, PST/PDT, BST/GMT: the place both belong to.
std::optional<ZoneMatch> readPair(QStringView text, const Zone &first, qsizetype word)
{
    if (word >= text.size() || text[word] != u'/')
        return {};
    const qsizetype second = wordLength(text.sliced(word + 1));
    const auto other = zoneOfWord(text.sliced(word + 1, second));
    if (!other)
        return {};
    const QTimeZone place = first.place.isValid() ? first.place : other->place;
    const bool same = place.isValid() && (!first.place.isValid() || !other->place.isValid() || first.place == other->place);
    if (!same)
        return {};
    Zone zone;
    zone.kind = Zone::Kind::Place;
    zone.place = place;
    zone.written = text.first(word + 1 + second).toString();
    return ZoneMatch{zone, word + 1 + second};
}

std::optional<ZoneMatch> readName(QStringView text)
{
    if (auto phrase = zoneOfPhrase(text))
        return phrase;
    qsizetype id = 0;
    while (id < text.size()
           && (text[id].isLetterOrNumber() || text[id] == u'/' || text[id] == u'_' || text[id] == u'-' || text[id] == u'+'))
        ++id;
    if (auto zone = zoneOfId(text.first(id)))
        return ZoneMatch{*zone, id};
    const qsizetype word = wordLength(text);
    if (word == 0 || word > 20 || (word < text.size() && text[word].isDigit())
        || (word + 1 < text.size() && text[word] == u'_' && text[word + 1].isLetterOrNumber()))
        return {};
    // "Z-index", "ET's": a word that only begins like a zone
    if (word + 1 < text.size() && (text[word] == u'-' || text[word] == u'\'' || text[word] == u'\u2019')
        && text[word + 1].isLetter())
        return {};
    auto zone = zoneOfWord(text.first(word));
    if (!zone && text.first(word).toString().isLower() && word >= 3)
        zone = zoneOfWord(text.first(word).toString().toUpper());
    if (zone) {
        if (zone->kind == Zone::Kind::Offset && zone->offsetSeconds == 0) {
            if (auto offset = readNamedOffset(text, word))
                return offset;
        }
        if (auto pair = readPair(text, *zone, word))
            return pair;
        return ZoneMatch{*zone, word};
    }
    static constexpr QStringView tail = u" time";
    if (text[0].isUpper() && text.sliced(word).startsWith(tail, Qt::CaseInsensitive)) {
        if (auto city = zoneOfCity(text.first(word)))
            return ZoneMatch{*city, word + tail.size()};
    }
    return {};
}

} // namespace

Zone Zone::utc()
{
    return ofOffset(0, u"UTC"_s);
}

Zone Zone::ofOffset(int seconds, const QString &written)
{
    Zone zone;
    zone.kind = Kind::Offset;
    zone.offsetSeconds = seconds;
    zone.written = written;
    return zone;
}

std::optional<ZoneMatch> readZone(QStringView text)
{
    if (text.isEmpty())
        return {};
    if (auto offset = readOffset(text, false))
        return offset;
    if (!text[0].isLetter())
        return {};
    auto match = readName(text);
    if (match)
        readBracketedOffset(text, *match);
    return match;
}

std::optional<Zone> zoneFromOption(const QString &text)
{
    const auto match = readZone(QStringView(text).trimmed());
    if (match && match->length == text.trimmed().size() && match->zone.kind != Zone::Kind::Ambiguous)
        return match->zone;
    return {};
}

namespace {

/// "All times are in PT": what follows the announcement is a zone.
std::optional<ZoneStatement> announcedZone(QStringView line)
{
    static const QRegularExpression announces(
        u"\\b(times|timestamps|time ?zones?|timezone|tz)\\b[*_`\"]*(?:[\\s:=(*_]|\\b(?:listed|in|this|report|are|is|show"
        u"n|given|the|below|expressed|displayed|document|stated|all|local)\\b)*"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hedge(u"\\b(most|mostly|some|many)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const auto found = announces.match(line.toString());
    if (!found.hasMatch())
        return {};
    const QStringView rest = line.sliced(found.capturedEnd());
    const auto match = readZone(rest);
    if (!match)
        return {};
    ZoneStatement statement;
    statement.hedged = hedge.match(line.first(found.capturedStart()).toString()).hasMatch();
    statement.written = line.trimmed().toString().left(120);
    // "UTC or PT": the author never chose
    const QStringView behind = rest.sliced(match->length).trimmed();
    statement.unreadable = (behind.startsWith(u"or ") && readZone(behind.sliced(3)))
                           || (behind.startsWith(u'/') && readZone(behind.sliced(1)));
    statement.zone = match->zone;
    return statement;
}

/// Announced, and then no zone that is known: "(times in office time)", and a sentence that a column of a page cuts off.
bool announcesUnknownZone(QStringView line)
{
    static const QRegularExpression unknown(
        u"^[\\W_]*(?:note:? *)?(?:all|most|the following|these)? *(?:times|timestamps) +(?:are|in|listed|shown)\\b.{2,80"
        u"}$|^[\\W_]*time ?zone[\\W_]*[:=].{2,60}$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression cut(
        u"(?:^[\\W_]*|\\s{3,}\\W*|\\( *)(?:all +)?(?:times|timestamps)\\b(?: listed| shown| given)?(?: in this \\w+)?(?: are)?"
        u" in\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return (line.size() < 120 && unknown.match(line.toString()).hasMatch()) || cut.match(line.toString()).hasMatch();
}

/// "Timeline (UTC)".
std::optional<ZoneStatement> zoneInBrackets(QStringView line)
{
    static const QRegularExpression inBrackets(u"[(\\[]\\s*(?:all|in|times?)?\\s*(?:in\\s+)?([^)\\]]{1,40})[)\\]]"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    auto each = inBrackets.globalMatch(line.toString());
    while (each.hasNext()) {
        const QString inside = each.next().captured(1).trimmed();
        const auto match = readZone(inside);
        if (!match)
            continue;
        ZoneStatement statement;
        statement.zone = match->zone;
        statement.written = line.trimmed().toString().left(120);
        const QStringView behind = QStringView(inside).sliced(match->length).trimmed();
        statement.unreadable = behind.startsWith(u"or ");
        if (statement.unreadable || behind.isEmpty() || behind.startsWith(u',') || behind.startsWith(u';'))
            return statement;
    }
    return {};
}

} // namespace

std::optional<ZoneStatement> readZoneStatement(QStringView line, bool bare)
{
    // in running text only a sentence about all times counts: "load times in CT" and "?tz=UTC" are none
    static const QRegularExpression sentence(
        u"^[\\W_]*(?:(?:please )?note:? *|nb:? *)?(?:unless \\w+ \\w+,? *)?(?:all|most|the following|these|the|event)? *(?:dates "
        u"and *)?"
        u"(?:times|timestamps|time ?zones?)\\b|\\( *(?:all +)?times\\b|\\ball (?:dates and )?(?:times|timestamps)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (line.size() > 400 || (!bare && !sentence.match(line.toString()).hasMatch()))
        return {};
    if (const auto announced = announcedZone(line))
        return announced;
    if (announcesUnknownZone(line))
        return ZoneStatement{Zone(), false, true, line.trimmed().toString().left(120)};
    return bare ? zoneInBrackets(line) : std::nullopt;
}

LocalReading toInstant(QDate date, QTime time, int extraMicros, const Zone &zone)
{
    const qint64 local = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const auto at = [&](int offset) { return Instant{(local - offset * qint64(1000)) * 1000 + extraMicros}; };
    const auto inForce = [&](int offset) {
        return zone.place.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(local - offset * qint64(1000), Qt::UTC)) == offset;
    };
    switch (zone.kind) {
    case Zone::Kind::None:
    case Zone::Kind::Offset: return {at(zone.offsetSeconds), {}};
    case Zone::Kind::Ambiguous:
        return {{},
                zone.meanings.isEmpty()
                    ? Text::tr("the zone that the document states is not clear (%1); give --zone").arg(zone.written)
                    : Text::tr("%1 can mean %2; give --zone to say which").arg(zone.written, zone.meanings)};
    case Zone::Kind::Place:
    case Zone::Kind::Label: break;
    }
    if (!zone.place.isValid())
        return {{}, Text::tr("the zone %1 is not in this computer's zone data; give --zone with an offset").arg(zone.written)};
    if (zone.kind == Zone::Kind::Label) {
        if (inForce(zone.offsetSeconds))
            return {at(zone.offsetSeconds), {}};
        const QString there = QString::fromLatin1(zone.place.id());
        return {{},
                Text::tr("%1 was not in force on %2 in %3; give --zone %3 for local time, or --zone %4 if %1 was really meant")
                    .arg(zone.written, date.toString(Qt::ISODate), there, offsetName(zone.offsetSeconds))};
    }
    const QDateTime near = QDateTime::fromMSecsSinceEpoch(local, Qt::UTC);
    const int before = zone.place.offsetFromUtc(near.addDays(-1));
    const int after = zone.place.offsetFromUtc(near.addDays(1));
    const bool first = inForce(before);
    const bool second = before != after && inForce(after);
    if (first && second)
        return {{}, Text::tr("this clock time happened twice that day in %1, when the clocks went back").arg(zone.written)};
    if (!first && !second)
        return {{}, Text::tr("this clock time did not exist that day in %1, when the clocks went forward").arg(zone.written)};
    return {at(first ? before : after), {}};
}

} // namespace fireline::exchange
