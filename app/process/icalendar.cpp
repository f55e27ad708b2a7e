// SPDX-License-Identifier: GPL-3.0-or-later
#include "icalendar.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(HolidayCalendar)
};

constexpr qsizetype maximumBytes = 1024 * 1024;
constexpr int maximumLines = 20000;
constexpr int maximumDays = 4000;
constexpr int lastYear = 2045;

struct Line
{
    QString name;
    QString parameters; ///< upper case
    QString value;
    int number = 0;
};

struct Event
{
    QList<QDate> starts; ///< DTSTART first, then RDATEs
    QDate end;           ///< exclusive; invalid: one day
    QString rule;
    QSet<QDate> without;
    bool cancelled = false;
    int line = 0;
};

class HolidayReader
{
public:
    explicit HolidayReader(QString file) : m_file(std::move(file)) { }

    HolidayCalendar read(const QByteArray &bytes)
    {
        if (bytes.size() > maximumBytes) {
            add(Finding::Grade::Fault, u"too-large"_s, 0, Text::tr("The calendar is larger than 1 MiB."),
                Text::tr("Shorten it."));
            return m_result;
        }
        for (const Line &line : unfold(bytes))
            take(line);
        if (m_inEvent)
            add(Finding::Grade::Fault, u"not-closed"_s, m_event.line, Text::tr("An event is not closed."),
                Text::tr("Add END:VEVENT."));
        if (!m_sawCalendar)
            add(Finding::Grade::Fault, u"no-calendar"_s, 0, Text::tr("This is not a calendar file."),
                Text::tr("It begins with BEGIN:VCALENDAR."));
        return m_result;
    }

private:
    QList<Line> unfold(const QByteArray &bytes)
    {
        QList<Line> lines;
        QString text;
        int start = 0;
        int number = 0;
        const auto flush = [&] {
            const qsizetype colon = text.indexOf(u':');
            if (colon > 0) {
                const QString head = text.left(colon).toUpper();
                const qsizetype semicolon = head.indexOf(u';');
                lines.append({head.left(semicolon < 0 ? colon : semicolon), semicolon < 0 ? QString() : head.mid(semicolon + 1),
                              text.mid(colon + 1).trimmed(), start});
            }
            text.clear();
        };
        for (const QByteArray &raw : bytes.split('\n')) {
            if (++number > maximumLines) {
                add(Finding::Grade::Fault, u"too-large"_s, number,
                    Text::tr("The calendar has more than %1 lines.").arg(maximumLines), Text::tr("Shorten it."));
                break;
            }
            QString line = QString::fromUtf8(raw);
            if (line.endsWith(u'\r'))
                line.chop(1);
            if (line.startsWith(u' ') || line.startsWith(u'\t')) {
                text += QStringView(line).sliced(1);
                continue;
            }
            flush();
            text = line;
            start = number;
        }
        flush();
        return lines;
    }

    void take(const Line &line)
    {
        const QString value = line.value.toUpper();
        if (line.name == u"BEGIN" && value == u"VCALENDAR") {
            m_sawCalendar = true;
        } else if (line.name == u"BEGIN" && value == u"VEVENT") {
            m_event = {};
            m_event.line = line.number;
            m_inEvent = true;
        } else if (line.name == u"END" && value == u"VEVENT" && m_inEvent) {
            m_inEvent = false;
            finish();
        } else if (m_inEvent) {
            takeProperty(line, value);
        }
    }

    void takeProperty(const Line &line, const QString &value)
    {
        if (line.name == u"DTSTART") {
            if (const auto day = dateOf(line, value))
                m_event.starts.prepend(*day);
        } else if (line.name == u"DTEND") {
            m_event.end = dateOf(line, value).value_or(QDate());
        } else if (line.name == u"RDATE" || line.name == u"EXDATE") {
            for (const QString &part : value.split(u',')) {
                const auto day = dateOf(line, part);
                if (day && line.name == u"RDATE")
                    m_event.starts.append(*day);
                else if (day)
                    m_event.without.insert(*day);
            }
        } else if (line.name == u"RRULE") {
            m_event.rule = value;
        } else if (line.name == u"STATUS") {
            m_event.cancelled = value == u"CANCELLED";
        }
    }

    std::optional<QDate> dateOf(const Line &line, const QString &value)
    {
        const QDate day = value.size() == 8 ? QDate::fromString(value, u"yyyyMMdd"_s) : QDate();
        if (day.isValid() && day.year() >= 1970 && day.year() <= 2999)
            return day;
        if (value.contains(u'T'))
            add(Finding::Grade::Warning, u"not-a-day"_s, line.number,
                Text::tr("An event with a time of day is no holiday and is left out."),
                Text::tr("Write DTSTART;VALUE=DATE:20250101."));
        else
            add(Finding::Grade::Fault, u"not-a-date"_s, line.number, Text::tr("\"%1\" is not a date.").arg(value.left(40)),
                Text::tr("Write it as 20250101."));
        return std::nullopt;
    }

    void finish()
    {
        if (m_event.cancelled || m_event.starts.isEmpty())
            return;
        qint64 length = m_event.end.isValid() ? m_event.starts.first().daysTo(m_event.end) : 1;
        if (length < 1 || length > 31) {
            add(Finding::Grade::Warning, u"odd-length"_s, m_event.line,
                Text::tr("The event lasts %1 days; its first day is taken.").arg(length),
                Text::tr("Check DTEND, which is the day after the last."));
            length = 1;
        }
        QList<QDate> starts = m_event.starts;
        if (!m_event.rule.isEmpty())
            starts += repeats(m_event.starts.first());
        for (const QDate &start : starts) {
            for (qint64 i = 0; i < length && !m_event.without.contains(start); ++i)
                insert(start.addDays(i));
        }
    }

    void insert(QDate day)
    {
        if (m_result.dates.size() < maximumDays || m_result.dates.contains(day)) {
            m_result.dates.insert(day);
            return;
        }
        if (!m_full)
            add(Finding::Grade::Fault, u"too-large"_s, m_event.line, Text::tr("There are more than %1 days.").arg(maximumDays),
                Text::tr("Shorten it."));
        m_full = true;
    }

    QList<QDate> repeats(QDate start)
    {
        QMap<QString, QString> rule;
        for (const QString &part : m_event.rule.split(u';', Qt::SkipEmptyParts))
            rule.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
        bool ok = rule.value(u"FREQ"_s) == u"YEARLY";
        static const QStringList known = {u"FREQ"_s,    u"INTERVAL"_s,   u"COUNT"_s, u"UNTIL"_s,
                                          u"BYMONTH"_s, u"BYMONTHDAY"_s, u"BYDAY"_s, u"WKST"_s};
        for (auto it = rule.cbegin(); it != rule.cend(); ++it)
            ok = ok && known.contains(it.key());
        const int interval = number(rule, u"INTERVAL"_s, 1, 1, 100, ok);
        int left = number(rule, u"COUNT"_s, 1000, 1, 1000, ok);
        const int month = number(rule, u"BYMONTH"_s, start.month(), 1, 12, ok);
        const int day = number(rule, u"BYMONTHDAY"_s, start.day(), 1, 31, ok);
        const QString weekday = rule.value(u"BYDAY"_s);
        const QDate until = rule.contains(u"UNTIL"_s) ? QDate::fromString(rule.value(u"UNTIL"_s).left(8), u"yyyyMMdd"_s)
                                                      : QDate(lastYear, 12, 31);
        ok = ok && until.isValid() && (weekday.isEmpty() || nthWeekday(start.year(), month, weekday).has_value());
        QList<QDate> days;
        if (!ok) {
            add(Finding::Grade::Warning, u"rule-not-understood"_s, m_event.line,
                Text::tr("The repetition \"%1\" is not understood; only the first day is taken.").arg(m_event.rule.left(80)),
                Text::tr("Use a yearly rule or list the days."));
            return days;
        }
        for (int year = start.year(); year <= lastYear && left > 0; year += interval) {
            const QDate next = weekday.isEmpty() ? QDate(year, month, day) : nthWeekday(year, month, weekday).value_or(QDate());
            if (!next.isValid() || next < start)
                continue;
            if (next > until)
                break;
            days.append(next);
            --left;
        }
        return days;
    }

    static int number(const QMap<QString, QString> &rule, const QString &key, int otherwise, int least, int most, bool &ok)
    {
        if (!rule.contains(key))
            return otherwise;
        bool read = false;
        const int n = rule.value(key).toInt(&read);
        ok = ok && read && n >= least && n <= most;
        return n;
    }

    /// "4TH", "-1MO": the fourth Thursday, the last Monday of the month.
    static std::optional<QDate> nthWeekday(int year, int month, const QString &text)
    {
        static const QStringList names = {u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
        bool ok = false;
        const int n = text.chopped(qMin(qsizetype(2), text.size())).toInt(&ok);
        const int weekday = int(names.indexOf(text.right(2))) + 1;
        if (!ok || n == 0 || n < -5 || n > 5 || weekday == 0)
            return std::nullopt;
        const QDate first(year, month, 1);
        const QDate last = first.addMonths(1).addDays(-1);
        const QDate day = n > 0 ? first.addDays((weekday - first.dayOfWeek() + 7) % 7 + (n - 1) * 7)
                                : last.addDays(-((last.dayOfWeek() - weekday + 7) % 7) + (n + 1) * 7);
        return day.month() == month ? std::optional(day) : QDate();
    }

    void add(Finding::Grade grade, const QString &code, int line, const QString &text, const QString &remedy)
    {
        if (m_result.findings.size() < 100)
            m_result.findings.append({grade, code, text, remedy, {}, m_file, line, 0});
    }

    QString m_file;
    HolidayCalendar m_result;
    Event m_event;
    bool m_inEvent = false;
    bool m_sawCalendar = false;
    bool m_full = false;
};

} // namespace

HolidayCalendar readHolidays(const QByteArray &bytes, const QString &fileName)
{
    return HolidayReader(fileName).read(bytes);
}

} // namespace fireline::process
