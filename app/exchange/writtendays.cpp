// SPDX-License-Identifier: GPL-3.0-or-later
#include "writtendays.h"

#include "slips.h"

#include <QCoreApplication>
#include <QSet>

#include <utility>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Days)
};

class DayReader
{
public:
    DayReader(const QList<TimedRow> &rows, const DocumentFacts &facts, QDate documentDay)
        : m_rows(rows)
        , m_facts(facts)
        , m_documentDay(documentDay)
        , m_days(rows.size())
    {
    }

    QList<RowDay> read(QStringList &warnings)
    {
        settleWritten(warnings);
        refuseSlips();
        return std::move(m_days);
    }

private:
    [[nodiscard]] bool isDated(qsizetype i) const { return m_days[i].date.isValid() && m_days[i].problem.isEmpty(); }

    void settleWritten(QStringList &warnings)
    {
        const int order = dateOrder(warnings);
        QDate reference = m_documentDay;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const Stamp &stamp = m_rows[i].stamp;
            RowDay &day = m_days[i];
            day.warnings = stamp.notes;
            if (stamp.state == Stamp::State::Placeholder)
                day.problem = Text::tr("a template's row that was never filled in");
            else if (m_rows[i].hasNoTime || stamp.state == Stamp::State::None)
                day.problem = Text::tr("no time");
            else if (stamp.date.isSet())
                settleDate(stamp.date, order, reference, day);
            if (day.problem.isEmpty() && stamp.state == Stamp::State::Unreadable && stamp.date.brokenYear.isEmpty())
                day.problem = stamp.problem;
            if (stamp.weekday && day.date.isValid() && day.date.dayOfWeek() != stamp.weekday && day.problem.isEmpty())
                day.problem = Text::tr("%1 is not the weekday that is written beside it").arg(day.date.toString(Qt::ISODate));
            if (isDated(i))
                reference = day.date;
        }
    }

    void settleDate(DateParts parts, int order, QDate reference, RowDay &day) const
    {
        if (!parts.brokenYear.isEmpty()) {
            settleBrokenYear(parts, day);
            return;
        }
        if (parts.orderUnknown) {
            if (!settleOrder(parts, order, reference, day))
                return;
        }
        if (!parts.year)
            parts.year = yearFor(parts, reference);
        if (!parts.year)
            day.problem = Text::tr("no year is given for this day; --year says it");
        else
            day.date = QDate(parts.year, parts.month, parts.day);
        if (parts.year && !day.date.isValid())
            day.problem = Text::tr("there is no such day in %1").arg(parts.year);
    }

    void settleBrokenYear(const DateParts &parts, RowDay &day) const
    {
        QSet<QDate> known(m_facts.titleDays.begin(), m_facts.titleDays.end());
        known.unite(QSet<QDate>(m_facts.statedDays.begin(), m_facts.statedDays.end()));
        QDate only;
        for (QDate date : daysOfBrokenYear(parts.brokenYear, parts.month, parts.day)) {
            if (!known.contains(date) && date.year() != m_facts.yearHint)
                continue;
            if (only.isValid())
                only = QDate();
            else
                only = date;
        }
        const QString written =
            u"%1-%2-%3"_s.arg(parts.brokenYear).arg(parts.month, 2, 10, QLatin1Char('0')).arg(parts.day, 2, 10, QLatin1Char('0'));
        if (!only.isValid()) {
            day.problem =
                Text::tr("the year in %1 has %2 digits; --year says which is meant").arg(written).arg(parts.brokenYear.size());
            return;
        }
        day.date = only;
        day.warnings += (known.contains(only) ? Text::tr("read %1 as %2, the day that the document names elsewhere")
                                              : Text::tr("read %1 as %2, in the year that was given"))
                            .arg(written, only.toString(Qt::ISODate));
    }

    /// 1 day first, 2 month first, 0 not known, by days that can be read one way only.
    int dateOrder(QStringList &warnings) const
    {
        bool dayFirst = false;
        bool monthFirst = false;
        bool open = false;
        for (const TimedRow &row : m_rows) {
            dayFirst = dayFirst || row.stamp.date.proves == 1;
            monthFirst = monthFirst || row.stamp.date.proves == 2;
            open = open || row.stamp.date.orderUnknown;
        }
        if (!open || dayFirst == monthFirst)
            return 0;
        warnings += dayFirst ? Text::tr("Days such as 3/4/2024 were read with the day first, as other rows must be.")
                             : Text::tr("Days such as 3/4/2024 were read with the month first, as other rows must be.");
        return dayFirst ? 1 : 2;
    }

    static bool settleOrder(DateParts &parts, int order, QDate reference, RowDay &day)
    {
        const int year = parts.year || !reference.isValid() ? parts.year : reference.year();
        const QDate dayFirst(year, parts.month, parts.day);
        const QDate monthFirst(year, parts.day, parts.month);
        const bool nearDay = reference.isValid() && qAbs(reference.daysTo(dayFirst)) <= 3;
        const bool nearMonth = reference.isValid() && qAbs(reference.daysTo(monthFirst)) <= 3;
        if (order == 0 && nearDay != nearMonth)
            order = nearDay ? 1 : 2;
        if (order == 0) {
            day.problem = Text::tr("which of the two numbers is the month cannot be told");
            return false;
        }
        if (order == 2)
            std::swap(parts.day, parts.month);
        return true;
    }

    [[nodiscard]] int yearFor(const DateParts &parts, QDate reference) const
    {
        if (!reference.isValid())
            return m_facts.yearHint;
        int best = 0;
        qint64 distance = 0;
        for (int year = reference.year() - 1; year <= reference.year() + 1; ++year) {
            const QDate date(year, parts.month, parts.day);
            if (!date.isValid())
                continue;
            const qint64 apart = qAbs(reference.daysTo(date));
            if (!best || apart < distance) {
                best = year;
                distance = apart;
            }
        }
        return best;
    }

    void refuseSlips()
    {
        for (qsizetype from = 0; from < m_rows.size();) {
            QList<WrittenDay> written;
            qsizetype to = from;
            for (; to < m_rows.size() && m_rows[to].group == m_rows[from].group; ++to) {
                const Stamp &stamp = m_rows[to].stamp;
                if (m_days[to].date.isValid() && stamp.date.isSet() && !m_rows[to].contextOnly)
                    written += WrittenDay{to, m_days[to].date, stamp.clock ? stamp.clock->time() : QTime(),
                                          stamp.clock.has_value()};
            }
            for (const Slip &slip : findSlips(written, m_facts.titleDays)) {
                if (m_days[slip.row].problem.isEmpty())
                    applySlip(slip);
            }
            from = to;
        }
    }

    void applySlip(const Slip &slip)
    {
        RowDay &day = m_days[slip.row];
        const QString written = slip.written.toString(Qt::ISODate);
        const QString likely = slip.likely.toString(Qt::ISODate);
        if (slip.certain) {
            day.date = slip.likely;
            day.warnings += Text::tr("the day is written %1; read as %2, which the title and the rows before and after it give")
                                .arg(written, likely);
        } else {
            day.date = QDate();
            day.problem = Text::tr("the day %1 contradicts the rows around it or the title (%2?)").arg(written, likely);
        }
    }

    const QList<TimedRow> &m_rows;
    const DocumentFacts &m_facts;
    QDate m_documentDay;
    QList<RowDay> m_days;
};

} // namespace

QList<RowDay> writtenDays(const QList<TimedRow> &rows, const DocumentFacts &facts, QDate documentDay, QStringList &warnings)
{
    return DayReader(rows, facts, documentDay).read(warnings);
}

} // namespace fireline::exchange
