// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips.h"

#include <QHash>

#include <algorithm>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kOtherYear = 180; ///< days: further apart is not the same incident
constexpr int kSameTime = 31;

/// One field differs, or one digit of the day.
bool oneSlipApart(QDate a, QDate b)
{
    const int years = a.year() != b.year();
    const int months = a.month() != b.month();
    const int days = a.day() != b.day();
    if (years + months + days != 1)
        return false;
    if (!days)
        return true;
    const int tens = a.day() / 10 != b.day() / 10;
    const int ones = a.day() % 10 != b.day() % 10;
    return tens + ones == 1;
}

class Finder
{
public:
    Finder(const QList<WrittenDay> &days, const QList<QDate> &titleDays) : m_days(days)
    {
        for (const WrittenDay &day : days)
            ++m_uses[day.date];
        // the title counts only when a row agrees with it: a title copied from an older report must not refuse all rows
        for (QDate title : titleDays) {
            for (auto it = m_uses.cbegin(); it != m_uses.cend(); ++it) {
                if (qAbs(it.key().daysTo(title)) <= kSameTime) {
                    m_titles += title;
                    break;
                }
            }
        }
        if (days.size() == 1)
            m_titles = titleDays;
    }

    QList<Slip> find()
    {
        QList<Slip> slips;
        QDate before; // of the last row that is no slip itself
        for (qsizetype i = 0; i < m_days.size(); ++i) {
            if (const auto likely = likelyDay(i, before))
                slips += Slip{m_days[i].row, m_days[i].date, *likely, isCertain(i, *likely)};
            else
                before = m_days[i].date;
        }
        return slips;
    }

private:
    [[nodiscard]] QDate next(qsizetype i) const { return i + 1 < m_days.size() ? m_days[i + 1].date : QDate(); }

    /// The same day and month in the year of a neighbour or the title.
    [[nodiscard]] std::optional<QDate> otherYear(QDate written, QDate before, QDate after) const
    {
        if (m_titles.isEmpty() && m_uses.value(written) > 1)
            return {}; // another row has this day too, and no title speaks against them
        QList<QDate> references;
        // a neighbour that is itself alone in its year proves nothing against this row
        for (QDate date : {before, after}) {
            if (date.isValid())
                references += date;
        }
        references += m_titles;
        int agree = 0;
        std::optional<QDate> likely;
        for (QDate reference : references) {
            if (qAbs(reference.daysTo(written)) <= kOtherYear) {
                ++agree;
                continue;
            }
            const QDate same(reference.year(), written.month(), written.day());
            if (same.isValid() && qAbs(same.daysTo(reference)) <= kSameTime)
                likely = same;
        }
        return agree == 0 ? likely : std::nullopt;
    }

    [[nodiscard]] std::optional<QDate> likelyDay(qsizetype i, QDate before) const
    {
        const QDate written = m_days[i].date;
        const QDate after = next(i);
        if (auto year = otherYear(written, before, after))
            return year;
        const bool goesBack = before.isValid() && written < before.addDays(-1);
        const bool nextGoesBack = after.isValid() && after < written.addDays(-1);
        if (goesBack && (!after.isValid() || after >= before.addDays(-1)))
            return fitting(written, before, after);
        if (nextGoesBack && !(before.isValid() && after < before.addDays(-1)))
            return fitting(written, before, after);
        // the last row of a list, on the same day of another month: no row or title knows that month
        const bool jumps = before.isValid() && !after.isValid() && before.daysTo(written) >= 25 && before.day() == written.day();
        if (jumps && m_uses.value(written) == 1 && oneSlipApart(written, before) && !m_titles.contains(written))
            return before;
        return {};
    }

    [[nodiscard]] std::optional<QDate> fitting(QDate written, QDate before, QDate after) const
    {
        QList<QDate> candidates;
        for (QDate date : {before, after}) {
            if (date.isValid())
                candidates += date;
        }
        candidates += m_titles;
        for (QDate candidate : candidates) {
            const bool fits = (!before.isValid() || candidate >= before) && (!after.isValid() || candidate <= after);
            if (fits && oneSlipApart(written, candidate) && m_uses.value(written) == 1)
                return candidate;
        }
        return {};
    }

    [[nodiscard]] bool isCertain(qsizetype i, QDate likely) const
    {
        if (i == 0 || i + 1 >= m_days.size() || !m_titles.contains(likely))
            return false;
        const WrittenDay &before = m_days[i - 1];
        const WrittenDay &after = m_days[i + 1];
        const bool sameDay = before.date == likely && after.date == likely;
        const bool timed = before.hasTime && after.hasTime && m_days[i].hasTime;
        return sameDay && timed && before.time <= m_days[i].time && m_days[i].time <= after.time;
    }

    const QList<WrittenDay> &m_days;
    QList<QDate> m_titles;
    QHash<QDate, int> m_uses;
};

} // namespace

QList<Slip> findSlips(const QList<WrittenDay> &days, const QList<QDate> &titleDays)
{
    return Finder(days, titleDays).find();
}

QList<QDate> daysOfBrokenYear(const QString &year, int month, int day)
{
    QList<QDate> found;
    if (year.size() != 5)
        return found;
    for (qsizetype i = 0; i < year.size(); ++i) {
        QString shorter = year;
        shorter.remove(i, 1);
        const QDate date(shorter.toInt(), month, day);
        if (date.isValid() && date.year() >= 1970 && !found.contains(date))
            found += date;
    }
    return found;
}

} // namespace fireline::exchange
