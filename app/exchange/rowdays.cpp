// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowdays.h"

#include "writtendays.h"

#include <QCoreApplication>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Days)
};

constexpr int kDay = 24 * 60;
constexpr int kOutOfOrder = 3 * 60; ///< a step back of at most this much is a row out of order, not another day
constexpr int kNight = 12 * 60;     ///< a new day may begin when at most this much lies between two rows

int minutesOf(const ClockParts &clock)
{
    return clock.hour * 60 + clock.minute;
}

class DaySettler
{
public:
    DaySettler(const QList<TimedRow> &rows, const DocumentFacts &facts) : m_rows(rows), m_facts(facts) { }

    QList<RowDay> settle(QStringList &warnings)
    {
        findDocumentDay(warnings);
        m_days = writtenDays(m_rows, m_facts, m_documentDay, warnings);
        readClockStyle();
        findNextDefinite();
        for (qsizetype from = 0; from < m_rows.size();) {
            qsizetype to = from;
            while (to < m_rows.size() && m_rows[to].group == m_rows[from].group)
                ++to;
            settleGroup(from, to);
            from = to;
        }
        return std::move(m_days);
    }

private:
    // --- the day of the document -------------------------------------------------------------------------------

    void findDocumentDay(QStringList &warnings)
    {
        const QList<QDate> &title = m_facts.titleDays;
        const QList<QDate> &name = m_facts.nameDays;
        if (!title.isEmpty()) {
            m_documentDay = title.first();
            if (!name.isEmpty() && !title.contains(name.first())) {
                m_documentDay = m_facts.statedDays.contains(title.first()) ? title.first() : QDate();
                m_noDay = Text::tr("the title says %1, but the file's name says %2")
                              .arg(title.first().toString(Qt::ISODate), name.first().toString(Qt::ISODate));
            }
        } else if (!m_facts.statedDays.isEmpty()) {
            m_documentDay = m_facts.statedDays.first();
        } else if (!name.isEmpty()) {
            m_documentDay = name.first();
            m_dayNote = Text::tr("The day %1 was taken from the file's name.").arg(m_documentDay.toString(Qt::ISODate));
        } else if (m_facts.proseDays.size() == 1) {
            m_documentDay = m_facts.proseDays.first();
            m_dayNote = Text::tr("The day %1 is the only one that the text names; times without a day were read on it.")
                            .arg(m_documentDay.toString(Qt::ISODate));
        } else if (!m_facts.matterDays.isEmpty()) {
            m_noDay = Text::tr("the only day, %1, stands in the front matter and may be the day of publication")
                          .arg(m_facts.matterDays.first().toString(Qt::ISODate));
        }
        if (!m_dayNote.isEmpty() && needsDocumentDay())
            warnings += m_dayNote;
    }

    [[nodiscard]] bool needsDocumentDay() const
    {
        return !m_rows.isEmpty() && !m_rows.first().stamp.date.isSet() && m_rows.first().stamp.clock;
    }

    // --- am and pm ---------------------------------------------------------------------------------------------

    void readClockStyle()
    {
        bool wraps = false;
        bool twentyFour = false;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const auto &clock = m_rows[i].stamp.clock;
            if (!clock)
                continue;
            m_meridiem = m_meridiem || clock->meridiem;
            twentyFour = twentyFour || clock->hour == 0 || clock->hour > 12 || clock->leadingZero;
            const auto &before = i > 0 && m_rows[i - 1].group == m_rows[i].group ? m_rows[i - 1].stamp.clock : std::nullopt;
            if (before && !m_rows[i].stamp.date.isSet())
                wraps = wraps || (before->hour >= 9 && clock->hour <= 8 && minutesOf(*before) - minutesOf(*clock) > kOutOfOrder);
        }
        m_twelveHour = wraps && !twentyFour && !m_meridiem;
    }

    [[nodiscard]] bool isDefinite(const ClockParts &clock) const
    {
        const bool openHour = clock.hour >= 1 && clock.hour <= 12 && !clock.leadingZero && !clock.meridiem;
        return !openHour || (!m_meridiem && !m_twelveHour);
    }

    /// For each row, the next one of the same day whose clock can be read one way only; -1 for none.
    void findNextDefinite()
    {
        m_nextDefinite.fill(-1, m_rows.size());
        for (qsizetype i = m_rows.size() - 2; i >= 0; --i) {
            const TimedRow &next = m_rows[i + 1];
            if (next.group != m_rows[i].group || (next.stamp.date.isSet() && m_days[i + 1].date != m_days[i].date))
                continue;
            m_nextDefinite[i] = next.stamp.clock && isDefinite(*next.stamp.clock) ? i + 1 : m_nextDefinite[i + 1];
        }
    }

    /// False, with a problem, when the half of the day stays open.
    bool settleHalf(qsizetype i, RowDay &day)
    {
        const Stamp &stamp = m_rows[i].stamp;
        if (isDefinite(day.clock))
            return true;
        const int morning = day.clock.hour % 12;
        const qsizetype next = m_nextDefinite[i];
        const int ceiling = next >= 0 ? minutesOf(*m_rows[next].stamp.clock) : kDay;
        const bool sameDay = !stamp.date.isSet() || day.date == m_day;
        const int floor = sameDay && m_clock >= 0 && m_clockDefinite ? m_clock : 0;
        const auto fits = [&](int hour) {
            const int minutes = hour * 60 + day.clock.minute;
            return minutes >= floor && minutes <= ceiling;
        };
        const bool am = fits(morning);
        const bool pm = fits(morning + 12);
        if (m_twelveHour || am == pm || (next < 0 && !(am != pm && floor > 0))) {
            day.problem = Text::tr("it is not said whether this is in the morning or the afternoon");
            return false;
        }
        day.clock.hour = am ? morning : morning + 12;
        day.warnings += Text::tr("%1 was read as %2: only that lies between the times around it")
                            .arg(stamp.written, day.clock.time().toString(u"HH:mm"_s));
        return true;
    }

    // --- the order of the rows ---------------------------------------------------------------------------------

    [[nodiscard]] bool runsBackwards(qsizetype from, qsizetype to) const
    {
        int up = 0;
        int down = 0;
        for (qsizetype i = from + 1; i < to; ++i) {
            const auto &a = m_rows[i - 1].stamp.clock;
            const auto &b = m_rows[i].stamp.clock;
            if (!a || !b || m_rows[i].stamp.date.isSet() != m_rows[i - 1].stamp.date.isSet())
                continue;
            const qint64 days = m_rows[i].stamp.date.isSet() ? m_days[i - 1].date.daysTo(m_days[i].date) : 0;
            qint64 step = days * kDay + minutesOf(*b) - minutesOf(*a);
            // without days, the shorter way round the clock
            if (!m_rows[i].stamp.date.isSet() && qAbs(step) > kNight)
                step += step > 0 ? -kDay : kDay;
            up += step > 0;
            down += step < 0;
        }
        return down >= 2 && down > 2 * up;
    }

    void settleGroup(qsizetype from, qsizetype to)
    {
        enterSection(from);
        if (runsBackwards(from, to)) {
            m_clock = -1;
            for (qsizetype i = to; i-- > from;)
                settleRow(i);
            m_clock = -1;
            return;
        }
        for (qsizetype i = from; i < to; ++i)
            settleRow(i);
    }

    /// Another section starts its own order; its day is clear only while the document has one day.
    void enterSection(qsizetype from)
    {
        if (m_rows[from].section == m_section)
            return;
        m_section = m_rows[from].section;
        m_clock = -1;
        m_lost = false;
        if (!m_manyDays)
            return;
        // a summary that names start and end is no order yet: the timeline begins on the document's day
        const QDate start = m_documentDay.isValid() ? m_documentDay : m_firstDay;
        m_lost = m_rowsSeen;
        if (m_lost)
            m_lostWhy = Text::tr("the document covers several days, and this section does not say which");
        else
            m_day = start;
    }

    void settleRow(qsizetype i)
    {
        const TimedRow &row = m_rows[i];
        RowDay &day = m_days[i];
        if (row.contextOnly) {
            enterDay(day);
            return;
        }
        if (row.stamp.exact || row.stamp.sinceStart)
            return;
        if (!day.problem.isEmpty() || !row.stamp.clock) {
            if (day.problem.isEmpty())
                day.problem = Text::tr("a day, but no time of day");
            if (row.stamp.date.isSet())
                enterDay(day);
            return;
        }
        day.clock = *row.stamp.clock;
        if (row.stamp.date.isSet()) {
            if (!settleHalf(i, day))
                return;
            day.settled = true;
        } else {
            settleUndated(i, day);
        }
        if (!day.settled)
            return;
        if (day.clock.endOfDay) {
            day.date = day.date.addDays(1);
            day.clock.endOfDay = false;
        }
        remember(day);
        m_rowsSeen = m_rowsSeen || !row.labelled;
    }

    void enterDay(const RowDay &day)
    {
        m_clock = -1;
        m_lost = !day.date.isValid();
        m_lostWhy = m_lost ? day.problem : QString();
        if (!m_lost) {
            m_manyDays = m_manyDays || (m_day.isValid() && m_day != day.date);
            m_day = day.date;
        }
    }

    void remember(const RowDay &day)
    {
        m_manyDays = m_manyDays || (m_day.isValid() && m_day != day.date);
        m_day = day.date;
        if (!m_firstDay.isValid())
            m_firstDay = m_day;
        m_clock = minutesOf(day.clock);
        m_clockDefinite = true;
        m_lost = false;
    }

    void settleUndated(qsizetype i, RowDay &day)
    {
        if (m_lost) {
            day.problem = m_lostWhy.isEmpty() ? Text::tr("a row before it leaves the day open") : m_lostWhy;
            return;
        }
        const QDate base = m_day.isValid() ? m_day : m_documentDay;
        if (!base.isValid()) {
            day.problem = m_noDay.isEmpty() ? Text::tr("the document does not say the day") : m_noDay;
            return;
        }
        day.date = base;
        if (!settleHalf(i, day))
            return;
        const int now = minutesOf(day.clock);
        const int back = m_clock < 0 ? 0 : m_clock - now;
        if (back > kOutOfOrder && kDay - back <= kNight) {
            day.date = base.addDays(1);
            day.warnings +=
                Text::tr("the clock starts again here, so it was placed on the next day, %1").arg(day.date.toString(Qt::ISODate));
        } else if (back > kOutOfOrder) {
            lose(day, Text::tr("it is earlier than the row before it; whether it is out of order or of another day is not said"));
            return;
        } else if (m_clock >= 0 && -back > kDay - kOutOfOrder) {
            lose(day, Text::tr("it is almost a day after the row before it; which day is meant is not said"));
            return;
        }
        day.settled = true;
    }

    void lose(RowDay &day, const QString &why)
    {
        day.date = QDate();
        day.problem = why;
        m_lost = true;
        m_lostWhy = Text::tr("a row before it leaves the day open");
    }

    const QList<TimedRow> &m_rows;
    const DocumentFacts &m_facts;
    QList<RowDay> m_days;
    QList<qsizetype> m_nextDefinite;
    QDate m_documentDay;
    QString m_noDay;
    QString m_dayNote;
    bool m_meridiem = false;
    bool m_twelveHour = false;
    // while walking
    QDate m_day;
    int m_clock = -1; ///< minutes of the last row placed; -1 at the start of an order
    bool m_clockDefinite = false;
    bool m_lost = false;
    bool m_manyDays = false;
    bool m_rowsSeen = false; ///< a row that is no label such as "Resolved: TIME"
    QDate m_firstDay;
    QString m_lostWhy;
    int m_section = -1;
};

} // namespace

QList<RowDay> settleDays(const QList<TimedRow> &rows, const DocumentFacts &facts, QStringList &warnings)
{
    return DaySettler(rows, facts).settle(warnings);
}

} // namespace fireline::exchange
