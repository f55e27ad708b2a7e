// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/excursions.h"

#include "detection/robust.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace fireline::models {

using domain::Instant;
using domain::Span;

namespace {

constexpr std::array habitsBack{1, 2, 3, 4, 5, 6, 7, 14, 21}; // days: each of the week before, and this weekday before that
constexpr Span habitAround = Span::minutes(30);
constexpr double habitPart = 0.8; // of how far it is away
constexpr double noSpread = 1e-9;
constexpr double riseFrom = 0.1; // of the way to the farthest value; what was odd before that was not yet the impact

/// The last so many values, in order of their size too.
class Recent
{
public:
    explicit Recent(int most) : m_most(size_t(most)) { }

    void add(double value)
    {
        m_values.push_back(value);
        m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), value), value);
        if (m_values.size() > m_most) {
            m_sorted.erase(std::lower_bound(m_sorted.begin(), m_sorted.end(), m_values.front()));
            m_values.pop_front();
        }
    }
    void forget()
    {
        m_values.clear();
        m_sorted.clear();
    }
    [[nodiscard]] int count() const { return int(m_values.size()); }
    /// What this part of them does not exceed. Precondition: there is one.
    [[nodiscard]] double part(double share) const
    {
        return m_sorted[std::min(m_sorted.size() - 1, size_t(share * double(m_sorted.size())))];
    }

private:
    size_t m_most;
    std::deque<double> m_values;
    std::vector<double> m_sorted;
};

/// How far the last so many values were away from what was usual then: above it, below it, and either.
class Distances
{
public:
    explicit Distances(int most) : m_either(most), m_above(most), m_below(most) { }

    void add(double distance)
    {
        m_either.add(std::abs(distance));
        m_above.add(std::max(distance, 0.0));
        m_below.add(std::max(-distance, 0.0));
    }
    void forget()
    {
        for (Recent *each : {&m_either, &m_above, &m_below})
            each->forget();
    }
    [[nodiscard]] int count() const { return m_either.count(); }
    /// To the side of that distance; 0: there was none. Precondition: there is a value.
    [[nodiscard]] double farthest(double towards) const { return (towards < 0 ? m_below : m_above).part(1); }
    /// As a standard deviation where values are normal; on the side of that distance at least half of what is rare there.
    [[nodiscard]] double spread(double towards, double rare) const
    {
        constexpr double ofNormal = 1.4826;
        return std::max(ofNormal * m_either.part(0.5), (towards < 0 ? m_below : m_above).part(rare) / 2);
    }

private:
    Recent m_either;
    Recent m_above;
    Recent m_below;
};

/// Walks along a series, inside an excursion or outside of one.
class Walk
{
public:
    Walk(const ExcursionRules &rules, Span step)
        : m_rules(rules)
        , m_usual(rules.memory)
        , m_distances(rules.habits)
        , m_step(step)
        , m_begins(rules.beginsAfter)
        , m_ends(rules.endsAfter)
    {
        if (step.us <= 0)
            return;
        const auto within = [&](Span time, int most) { return int(std::min<qint64>(most, (time.us + step.us - 1) / step.us)); };
        m_begins = std::max(m_begins, within(rules.beginsFor, rules.habits));
        m_ends = std::max(rules.endsFewest, within(rules.endsFor, rules.endsAfter));
    }

    void step(const MetricPoint &point)
    {
        m_past.push_back(point);
        if (m_usual.count() < m_rules.fewest)
            return m_usual.add(point.value);
        const double distance = point.value - m_usual.part(0.5);
        if (m_distances.count() < m_rules.fewest)
            return keep(point, distance);
        if (m_inside)
            inside(point, distance);
        else
            outside(point, distance);
    }
    [[nodiscard]] std::vector<Excursion> take()
    {
        if (m_inside && !m_back.empty())
            m_found.back().back = Instant{m_back.front().atUs};
        for (Excursion &each : m_found)
            each.start = riseOf(each);
        return std::move(m_found);
    }

private:
    [[nodiscard]] Instant riseOf(const Excursion &found) const
    {
        const double way = found.extreme - found.usual;
        const auto rise = std::find_if(firstFrom(m_past, found.start.us), m_past.end(), [&](const MetricPoint &point) {
            return (point.value - found.usual) * way >= riseFrom * way * way;
        });
        return rise == m_past.end() ? found.start : Instant{rise->atUs};
    }

    /// Now, of a usual value on that side.
    [[nodiscard]] double spread(double towards) const
    {
        return std::max({m_distances.spread(towards, m_rules.rare),
                         std::abs(m_usual.part(0.5)) * m_rules.leastPart / m_rules.begins, noSpread});
    }

    void keep(const MetricPoint &point, double distance)
    {
        m_distances.add(distance);
        m_usual.add(point.value);
    }

    // A value counts for what is usual once it is clear that no excursion began with it.
    void outside(const MetricPoint &point, double distance)
    {
        const double now = spread(distance);
        const bool odd = std::abs(distance) >= m_rules.begins * now && !isHabit(point);
        m_last.push_back({point, distance, odd});
        if (m_last.size() > size_t(m_begins) * 2) {
            keep(m_last.front().point, m_last.front().distance);
            m_last.pop_front();
        }
        const auto many = std::count_if(m_last.begin(), m_last.end(),
                                        [&](const Judged &one) { return one.odd && (one.distance < 0) == (distance < 0); });
        if (odd && (many >= m_begins || isEnough(distance, now)))
            begin(now, distance < 0 ? -1 : 1);
    }

    /// One value by itself: it stands for long and leaps, or it is worse than whatever was. How far what is always the same, such as
    /// no errors, may leap is not known.
    [[nodiscard]] bool isEnough(double distance, double now) const
    {
        if (now <= noSpread)
            return false;
        const double away = std::abs(distance);
        const bool leapt = m_step >= m_rules.sparse && away >= m_rules.leaps * now;
        return leapt
               || (m_step >= m_rules.beginsFor && m_distances.count() >= m_rules.known
                   && away >= m_rules.worse * m_distances.farthest(distance));
    }

    /// A nightly job and a weekly report are no impact: days before it was as far away, in the same direction, at about this time.
    [[nodiscard]] bool isHabit(const MetricPoint &point) const
    {
        if (m_rules.habitDays == 0)
            return false;
        const double usual = m_usual.part(0.5);
        const double away = (point.value - usual) * habitPart;
        int days = 0;
        for (const int back : habitsBack) {
            const qint64 at = point.atUs - Span::days(back).us;
            auto it = firstFrom(m_past, at - habitAround.us);
            const auto end = firstFrom(m_past, at + habitAround.us + 1);
            days += std::any_of(it, end,
                                [&](const MetricPoint &then) {
                                    return away > 0 ? then.value - usual >= away : then.value - usual <= away;
                                })
                        ? 1
                        : 0;
        }
        return days >= m_rules.habitDays;
    }

    void begin(double spread, int side)
    {
        m_inside = true;
        m_side = side;
        m_spread = spread;
        m_length = 0;
        m_back.clear();
        const auto first = std::find_if(m_last.begin(), m_last.end(),
                                        [side](const Judged &one) { return one.odd && one.distance * side > 0; });
        for (auto it = m_last.begin(); it != first; ++it)
            keep(it->point, it->distance);
        m_found.push_back({Instant{first->point.atUs}, {}, {}, m_usual.part(0.5), first->point.value, 0});
        for (auto it = first; it != m_last.end(); ++it) {
            look(it->point.value);
            m_distances.add(it->distance);
        }
        m_last.clear();
    }

    void look(double value)
    {
        Excursion &now = m_found.back();
        const double strength = (value - now.usual) * m_side / m_spread;
        if (strength >= now.strength) {
            now.strength = strength;
            now.extreme = value;
        }
    }

    void inside(const MetricPoint &point, double distance)
    {
        look(point.value);
        m_distances.add(distance);
        // By the spread of its beginning: what lasts long must not look usual for that. What swings over to the other side is not back.
        if (std::abs(distance) <= m_rules.ends * m_spread)
            m_back.push_back(point);
        else
            m_back.clear();
        if (int(m_back.size()) >= m_ends) {
            m_found.back().end = Instant{m_back.front().atUs};
            m_inside = false;
        } else if (++m_length >= m_rules.forgets) {
            m_inside = false;
            m_usual.forget();
            m_distances.forget();
        }
    }

    struct Judged
    {
        MetricPoint point;
        double distance = 0;
        bool odd = false;
    };

    const ExcursionRules &m_rules;
    MetricPoints m_past; ///< all of it
    Recent m_usual;
    Distances m_distances;
    Span m_step;
    int m_begins; ///< so many odd values of the last twice as many
    int m_ends;   ///< so many usual ones in a row
    std::vector<Excursion> m_found;
    std::deque<Judged> m_last; ///< outside of an excursion
    MetricPoints m_back;       ///< usual values at the end of one
    double m_spread = 1;       ///< when it began
    int m_side = 1;            ///< 1: above the usual, -1: below it
    bool m_inside = false;
    int m_length = 0;
};

} // namespace

std::vector<Excursion> findExcursions(const MetricPoints &points, const ExcursionRules &rules)
{
    const MetricPoints plain = plainPoints(points);
    Walk walk(rules, usualStep(plain));
    for (const MetricPoint &point : plain)
        walk.step(point);
    return walk.take();
}

std::vector<Excursion> findCrossings(const MetricPoints &points, double threshold, bool above, Span hold)
{
    std::vector<Excursion> found;
    const auto beyond = [&](double value) { return above ? value > threshold : value < threshold; };
    bool inside = false;
    std::optional<Instant> since; // when it went to the other side
    double extreme = threshold;
    for (const MetricPoint &point : plainPoints(points)) {
        const Instant at{point.atUs};
        const bool other = beyond(point.value) != inside;
        if (!other) {
            since.reset();
        } else if (!since) {
            since = at;
            extreme = inside ? extreme : point.value;
        }
        if (beyond(point.value))
            extreme = above ? std::max(extreme, point.value) : std::min(extreme, point.value);
        if (other && at - *since >= hold) {
            if (inside)
                found.back().end = since;
            else
                found.push_back({*since, {}, {}, threshold, extreme, 0});
            inside = !inside;
            since.reset();
        }
        if (inside)
            found.back().extreme = extreme;
    }
    if (inside)
        found.back().back = since;
    return found;
}

} // namespace fireline::models
