// SPDX-License-Identifier: GPL-3.0-or-later
#include "readparts.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)
};

void readDefaults(MapReader &top, Process &process)
{
    const YamlNode *node = top.take(u"defaults"_s);
    if (!node)
        return;
    MapReader map(top.reader(), *node);
    if (const YamlNode *now = map.take(u"now"_s))
        process.defaults.now = top.reader().span(*now);
    if (const YamlNode *soon = map.take(u"due_soon"_s))
        process.defaults.dueSoon = top.reader().span(*soon);
    static const QStringList kinds = {u"note"_s,       u"finding"_s, u"todo"_s,       u"action"_s,   u"ask"_s,
                                      u"hypothesis"_s, u"change"_s,  u"mitigation"_s, u"decision"_s, u"poll"_s,
                                      u"impact"_s,     u"status"_s,  u"check"_s};
    if (const YamlNode *progress = map.take(u"progress"_s)) {
        process.defaults.progress = top.reader().texts(*progress);
        for (const YamlNode &kind : progress->items) {
            if (kind.isScalar() && !kinds.contains(kind.text))
                top.reader().unknownWord(kind, kind.text, kinds);
        }
    }
    map.finish();
}

void readDays(MapReader &map, CalendarSpec &calendar)
{
    const YamlNode *days = map.take(u"days"_s);
    if (!days || !map.reader().expectList(*days))
        return;
    static const QStringList names = {u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
    calendar.days.clear();
    for (const YamlNode &day : days->items) {
        const QString name = map.reader().text(day);
        const qsizetype index = names.indexOf(name);
        if (index < 0)
            map.reader().unknownWord(day, name, names);
        else
            calendar.days.insert(int(index) + 1);
    }
    if (days->items.empty())
        map.reader().fault(*days, u"empty-value"_s, Text::tr("No day is a business day."), Text::tr("Name at least one."));
}

void readHours(MapReader &map, CalendarSpec &calendar)
{
    if (const YamlNode *open = map.take(u"open"_s))
        calendar.open = map.reader().timeOfDay(*open);
    const YamlNode *close = map.take(u"close"_s);
    if (close) {
        calendar.close = close->text == u"24:00" && close->quoted ? QTime(0, 0) : map.reader().timeOfDay(*close);
        if (calendar.close.isValid() && calendar.close != QTime(0, 0) && calendar.close <= calendar.open)
            map.reader().fault(*close, u"turned-round"_s, Text::tr("It closes before it opens."),
                               Text::tr("Give a later time; \"24:00\" is the end of the day."));
    }
}

void readHolidays(MapReader &map, CalendarSpec &calendar)
{
    const YamlNode *holidays = map.take(u"holidays"_s);
    if (!holidays)
        return;
    if (holidays->isList()) {
        for (const YamlNode &day : holidays->items)
            calendar.holidays.insert(map.reader().date(day));
        return;
    }
    const QString name = map.reader().id(*holidays);
    if (!name.isEmpty() && (!name.endsWith(u".ics") || name.startsWith(u'.')))
        map.reader().fault(
            *holidays, u"bad-file-name"_s, Text::tr("\"%1\" is not the name of a calendar file.").arg(name),
            Text::tr("Write the name of a file in the folder \"holidays\", such as holidays.ics, or a list of dates."));
    calendar.holidayFile = name;
    calendar.holidayLine = holidays->line;
    calendar.holidayColumn = holidays->column;
}

void readSprint(MapReader &map, CalendarSpec &calendar)
{
    if (const YamlNode *sprint = map.take(u"sprint"_s)) {
        const Span length = map.reader().span(*sprint);
        const qint64 days = length.us / Span::days(1).us;
        if (days < 1 || days > 366 || length.us % Span::days(1).us != 0)
            map.reader().fault(*sprint, u"not-a-duration"_s, Text::tr("A sprint lasts whole days."),
                               Text::tr("Write it as 2w or 10d."));
        else
            calendar.sprintDays = int(days);
    }
    if (const YamlNode *start = map.take(u"sprint_start"_s))
        calendar.sprintStart = map.reader().date(*start);
}

} // namespace

void readHeader(MapReader &top, Process &process)
{
    Reader &reader = top.reader();
    if (const YamlNode *format = top.need(u"format"_s)) {
        process.format = reader.integer(*format, 1, 1000);
        if (process.format != 1)
            reader.fault(*format, u"newer-format"_s, Text::tr("Format %1 is not known to this program.").arg(process.format),
                         Text::tr("Write format: 1, or take a newer Fireline."));
    }
    process.id = top.needId(u"id"_s);
    process.title = top.needText(u"title"_s);
    if (const YamlNode *version = top.need(u"version"_s)) {
        process.version = reader.text(*version);
        if (version->isScalar() && !version->quoted)
            reader.fault(*version, u"not-quoted"_s, Text::tr("Some YAML tools read this version as a number."),
                         Text::tr("Put it in quotes."));
    }
    process.owner = top.text(u"owner"_s);
    process.audience = top.text(u"audience"_s);
    process.distribution = top.word(u"distribution"_s, Distribution::Internal);
    process.status = top.word(u"status"_s, ProcessStatus::InForce);
    if (const YamlNode *effective = top.take(u"effective"_s))
        process.effective = reader.date(*effective);
    if (const YamlNode *reviewed = top.take(u"reviewed"_s))
        process.reviewed = reader.date(*reviewed);
    if (const YamlNode *replaces = top.take(u"replaces"_s))
        process.replaces = reader.id(*replaces);
    process.principles = top.texts(u"principles"_s);
}

void readCalendar(MapReader &top, Process &process)
{
    readDefaults(top, process);
    const YamlNode *node = top.take(u"calendar"_s);
    if (!node)
        return;
    MapReader map(top.reader(), *node);
    CalendarSpec &calendar = process.calendar;
    if (const YamlNode *zone = map.take(u"zone"_s)) {
        calendar.zone = top.reader().text(*zone);
        if (!calendar.zone.isEmpty() && (calendar.zone.size() > 64 || !QTimeZone(calendar.zone.toLatin1()).isValid()))
            top.reader().fault(*zone, u"unknown-zone"_s, Text::tr("\"%1\" is not a time zone.").arg(calendar.zone.left(80)),
                               Text::tr("Write a name such as Etc/UTC or Europe/Berlin."));
    }
    readDays(map, calendar);
    readHours(map, calendar);
    readHolidays(map, calendar);
    readSprint(map, calendar);
    if (const YamlNode *freeze = map.take(u"freeze"_s); freeze && top.reader().expectList(*freeze)) {
        for (const YamlNode &day : freeze->items)
            calendar.freeze.insert(top.reader().word<FreezeDay>(day));
    }
    map.finish();
}

} // namespace fireline::process
