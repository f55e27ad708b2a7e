// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QDate>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace fireline::exchange {

/// A time zone as a person wrote it. A value; any thread.
struct Zone
{
    enum class Kind {
        None,      ///< nothing was written
        Offset,    ///< UTC, Z, UTC+2, +02:00: certain
        Place,     ///< Europe/London, "Pacific Time", PT: the offset follows the day
        Label,     ///< PST, BST: an offset that is in force for part of the year only
        Ambiguous, ///< IST, CST: means different offsets in different countries
    };
    Kind kind = Kind::None;
    int offsetSeconds = 0; ///< Offset and Label
    QTimeZone place;       ///< Place and Label: where the label is used
    QString written;       ///< as in the source
    QString meanings;      ///< Ambiguous: what it may mean, translated; empty when it is no zone that is known
    QString note;          ///< translated; what is odd about it and how it was read

    [[nodiscard]] bool isSet() const { return kind != Kind::None; }
    [[nodiscard]] bool isCertain() const { return kind == Kind::Offset; }
    static Zone utc();
    static Zone ofOffset(int seconds, const QString &written);
};

struct ZoneMatch
{
    Zone zone;
    qsizetype length = 0; ///< characters of the text that are the zone
};

/// A zone at the very start of the text: abbreviations (capitals, or small letters at a word's end for the common ones),
/// offsets, IANA names, "Pacific Time", "Zurich time", pairs such as CET/CEST. An offset in brackets behind an
/// abbreviation, "PST (UTC-7)", belongs to it and decides.
[[nodiscard]] std::optional<ZoneMatch> readZone(QStringView text);

/// What `--zone` takes: an IANA name, an offset or an unambiguous abbreviation; nothing for anything else.
[[nodiscard]] std::optional<Zone> zoneFromOption(const QString &text);

/// A zone that a sentence such as "All times in CET" or a heading such as "Timeline (times in BST)" states.
/// `bare` also takes a zone that stands alone in brackets or at the end, as headings and table heads have it.
struct ZoneStatement
{
    Zone zone;
    bool hedged = false;     ///< "most times are in ..."
    bool unreadable = false; ///< it announces a zone, but none that is known
    QString written;
};
[[nodiscard]] std::optional<ZoneStatement> readZoneStatement(QStringView line, bool bare);

/// A local date and time in a zone. Exactly one of the two is set.
struct LocalReading
{
    std::optional<domain::Instant> at;
    QString problem; ///< translated: the label was not in force, the hour does not exist or exists twice, ...
};
[[nodiscard]] LocalReading toInstant(QDate date, QTime time, int extraMicros, const Zone &zone);

} // namespace fireline::exchange
