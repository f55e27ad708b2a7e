// SPDX-License-Identifier: GPL-3.0-or-later
#include "zonenames.h"

#include <QCoreApplication>

#include <array>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Zones)
};

struct Label
{
    const char16_t *word;
    int minutes;
    const char *place; ///< empty: the offset holds all year
};

constexpr std::array labels = {
    Label{u"UTC", 0, ""},
    Label{u"Z", 0, ""},
    Label{u"GMT", 0, ""},
    Label{u"UCT", 0, ""},
    Label{u"PST", -480, "America/Los_Angeles"},
    Label{u"PDT", -420, "America/Los_Angeles"},
    Label{u"MST", -420, "America/Denver"},
    Label{u"MDT", -360, "America/Denver"},
    Label{u"CDT", -300, "America/Chicago"},
    Label{u"EST", -300, "America/New_York"},
    Label{u"EDT", -240, "America/New_York"},
    Label{u"AKST", -540, "America/Anchorage"},
    Label{u"AKDT", -480, "America/Anchorage"},
    Label{u"HST", -600, ""},
    Label{u"WET", 0, "Europe/Lisbon"},
    Label{u"WEST", 60, "Europe/Lisbon"},
    Label{u"BST", 60, "Europe/London"},
    Label{u"CET", 60, "Europe/Berlin"},
    Label{u"CEST", 120, "Europe/Berlin"},
    Label{u"MEZ", 60, "Europe/Berlin"},
    Label{u"MESZ", 120, "Europe/Berlin"},
    Label{u"EET", 120, "Europe/Helsinki"},
    Label{u"EEST", 180, "Europe/Helsinki"},
    Label{u"MSK", 180, ""},
    Label{u"JST", 540, ""},
    Label{u"KST", 540, ""},
    Label{u"SGT", 480, ""},
    Label{u"HKT", 480, ""},
    Label{u"AEST", 600, "Australia/Sydney"},
    Label{u"AEDT", 660, "Australia/Sydney"},
    Label{u"AWST", 480, ""},
    Label{u"NZST", 720, "Pacific/Auckland"},
    Label{u"NZDT", 780, "Pacific/Auckland"},
    Label{u"BRT", -180, ""},
    Label{u"SAST", 120, ""},
};

struct Named
{
    const char16_t *name;
    const char *place;
    const char16_t *label; ///< instead of a place
};

/// Longest first where one is the start of another.
constexpr std::array phrases = {
    Named{u"coordinated universal time", "", u"UTC"},
    Named{u"universal time", "", u"UTC"},
    Named{u"greenwich mean time", "", u"GMT"},
    Named{u"british summer time", "", u"BST"},
    Named{u"central european standard time", "", u"CET"},
    Named{u"central european summer time", "", u"CEST"},
    Named{u"central european time", "", u"CET"},
    Named{u"eastern european time", "", u"EET"},
    Named{u"india standard time", "Asia/Kolkata", u""},
    Named{u"indian standard time", "Asia/Kolkata", u""},
    Named{u"irish standard time", "Europe/Dublin", u""},
    Named{u"israel standard time", "Asia/Jerusalem", u""},
    Named{u"china standard time", "Asia/Shanghai", u""},
    Named{u"japan standard time", "Asia/Tokyo", u""},
    Named{u"pacific standard time", "", u"PST"},
    Named{u"pacific daylight time", "", u"PDT"},
    Named{u"mountain standard time", "", u"MST"},
    Named{u"mountain daylight time", "", u"MDT"},
    Named{u"central daylight time", "", u"CDT"},
    Named{u"eastern standard time", "", u"EST"},
    Named{u"eastern daylight time", "", u"EDT"},
    Named{u"pacific time", "America/Los_Angeles", u""},
    Named{u"us/pacific", "America/Los_Angeles", u""},
    Named{u"us pacific", "America/Los_Angeles", u""},
    Named{u"us/eastern", "America/New_York", u""},
    Named{u"us/central", "America/Chicago", u""},
    Named{u"us/mountain", "America/Denver", u""},
    Named{u"uc/pacific", "America/Los_Angeles", u""},
    Named{u"mountain time", "America/Denver", u""},
    Named{u"us mountain", "America/Denver", u""},
    Named{u"us central", "America/Chicago", u""},
    Named{u"central time", "America/Chicago", u""},
    Named{u"eastern time", "America/New_York", u""},
    Named{u"us eastern", "America/New_York", u""},
    Named{u"uk local time", "Europe/London", u""},
    Named{u"uk time", "Europe/London", u""},
    Named{u"london time", "Europe/London", u""},
    Named{u"pacific", "America/Los_Angeles", u""},
};

/// Words that are zones by themselves and follow the day.
constexpr std::array places = {
    Named{u"PT", "America/Los_Angeles", u""},
    Named{u"ET", "America/New_York", u""},
    Named{u"CT", "America/Chicago", u""},
    Named{u"MT", "America/Denver", u""},
};

Zone ofPlace(const char *id, const QString &written)
{
    Zone zone;
    zone.kind = Zone::Kind::Place;
    zone.place = QTimeZone(QByteArray(id));
    zone.written = written;
    return zone;
}

Zone ofLabel(const Label &label, const QString &written)
{
    Zone zone;
    zone.offsetSeconds = label.minutes * 60;
    zone.written = written;
    zone.kind = label.place[0] ? Zone::Kind::Label : Zone::Kind::Offset;
    if (label.place[0])
        zone.place = QTimeZone(QByteArray(label.place));
    return zone;
}

} // namespace

std::optional<Zone> zoneOfWord(QStringView word)
{
    const QString written = word.toString();
    for (const Label &label : labels) {
        if (word == QStringView(label.word))
            return ofLabel(label, written);
    }
    for (const Named &named : places) {
        if (word == QStringView(named.name))
            return ofPlace(named.place, written);
    }
    if (word == u"IST" || word == u"CST" || word == u"AST") {
        Zone zone;
        zone.kind = Zone::Kind::Ambiguous;
        zone.written = written;
        zone.meanings = word == u"IST"   ? Text::tr("Indian, Israeli or Irish time")
                        : word == u"CST" ? Text::tr("Central time in America or time in China")
                                         : Text::tr("Atlantic or Arabian time");
        return zone;
    }
    return {};
}

std::optional<ZoneMatch> zoneOfPhrase(QStringView text)
{
    for (const Named &named : phrases) {
        const QStringView name(named.name);
        if (!text.startsWith(name, Qt::CaseInsensitive))
            continue;
        if (text.size() > name.size() && text[name.size()].isLetterOrNumber())
            continue;
        const QString written = text.first(name.size()).toString();
        std::optional<Zone> zone = named.place[0] ? std::optional(ofPlace(named.place, written))
                                                  : zoneOfWord(QStringView(named.label));
        zone->written = written;
        return ZoneMatch{*zone, name.size()};
    }
    return {};
}

std::optional<Zone> zoneOfCity(QStringView city)
{
    const QByteArray wanted = '/' + city.toLatin1().replace(' ', '_');
    std::optional<Zone> found;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.endsWith(wanted) || id.startsWith("posix") || id.startsWith("right"))
            continue;
        if (found)
            return {}; // two cities of that name
        found = ofPlace(id.constData(), city.toString());
    }
    return found;
}

std::optional<Zone> zoneOfId(QStringView id)
{
    const QByteArray name = id.toLatin1();
    if (name.size() > 64 || !name.contains('/') || !QTimeZone::isTimeZoneIdAvailable(name))
        return {};
    return ofPlace(name.constData(), id.toString());
}

} // namespace fireline::exchange
