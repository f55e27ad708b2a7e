// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarexport.h"

using namespace Qt::StringLiterals;

namespace fireline::exchange {

namespace {

QByteArray escaped(const QString &text)
{
    QString clean = text;
    clean.replace(u'\\', u"\\\\"_s)
        .replace(u';', u"\\;"_s)
        .replace(u',', u"\\,"_s)
        .replace(u"\r\n"_s, u"\\n"_s)
        .replace(u'\n', u"\\n"_s);
    clean.remove(u'\r');
    return clean.toUtf8();
}

QByteArray utc(domain::Instant t)
{
    return t.toUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

// A line holds at most 75 bytes; a fold must not cut a character of several bytes in two.
void addLine(QByteArray &out, const QByteArray &line)
{
    qsizetype from = 0;
    qsizetype room = 75;
    while (line.size() - from > room) {
        qsizetype end = from + room;
        while (end > from + 1 && (static_cast<unsigned char>(line.at(end)) & 0xc0) == 0x80)
            --end;
        out += line.mid(from, end - from) + "\r\n ";
        from = end;
        room = 74;
    }
    out += line.mid(from) + "\r\n";
}

} // namespace

QByteArray toICalendar(const QList<CalendarDue> &dues, domain::Instant now)
{
    QByteArray out;
    addLine(out, "BEGIN:VCALENDAR");
    addLine(out, "VERSION:2.0");
    addLine(out, "PRODID:-//Fireline//Incident clocks//EN");
    for (const CalendarDue &due : dues) {
        addLine(out, "BEGIN:VEVENT");
        addLine(out, "UID:" + escaped(due.uid));
        addLine(out, "DTSTAMP:" + utc(now));
        addLine(out, "DTSTART:" + utc(due.due));
        addLine(out, "SUMMARY:" + escaped(due.summary));
        if (!due.description.isEmpty())
            addLine(out, "DESCRIPTION:" + escaped(due.description));
        addLine(out, "END:VEVENT");
    }
    addLine(out, "END:VCALENDAR");
    return out;
}

} // namespace fireline::exchange
