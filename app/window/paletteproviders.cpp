// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletteproviders.h"

#include "entry/entrytime.h"
#include "entry/fuzzymatch.h"
#include "entry/staterefs.h"
#include "palette/commandpalette.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::PaletteItem;

namespace {

constexpr qsizetype mostItems = 50;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PaletteProviders)
};

/// Names that fit, the best first; equal ones as they came.
QList<PaletteItem> matching(const QList<EntryName> &names, const QString &pattern, const QString &prefix,
                            const std::function<void(const QString &word)> &go)
{
    QList<QPair<int, PaletteItem>> found;
    for (const EntryName &name : names) {
        PaletteItem item{prefix + name.word + (name.text.isEmpty() ? QString() : u"  "_s + name.text)};
        const auto match = models::fuzzyMatch(pattern, item.text);
        if (!match)
            continue;
        item.marks = match->positions;
        item.run = [go, word = name.word] { go(word); };
        found.append({match->score, item});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<PaletteItem> items;
    for (const auto &[score, item] : found.mid(0, mostItems))
        items.append(item);
    return items;
}

/// The event that made an object: "A12", "H1", or a row of the timeline, "E104".
QString eventOf(const IncidentState &state, const QString &ref)
{
    if (const auto *found = state.order(ref))
        return found->eventId;
    if (const auto *found = state.hypothesis(ref))
        return found->eventId;
    if (const auto *found = state.change(ref))
        return found->eventId;
    if (const auto *found = state.mitigation(ref))
        return found->eventId;
    if (const auto *found = state.poll(ref))
        return found->eventId;
    if (const auto *found = state.update(ref))
        return found->eventId;
    if (const auto *found = state.alert(ref))
        return found->eventId;
    if (const auto *found = state.actionItem(ref))
        return found->eventId;
    const auto *entry = state.entry(ref);
    return entry ? entry->eventId : QString();
}

class Objects : public views::PaletteProvider
{
public:
    Objects(const models::IncidentFeed &feed, PaletteWays ways) : m_feed(feed), m_ways(std::move(ways)) { }
    QString prefix() const override { return u"#"_s; }
    QString title() const override { return Text::tr("Actions, hypotheses and other things by their number"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        return matching(refNames(m_feed.state(), Verb::Note), pattern, prefix(), [this](const QString &word) {
            if (!m_ways.toWork(word))
                m_ways.toEntry(eventOf(m_feed.state(), word));
        });
    }

private:
    const models::IncidentFeed &m_feed;
    PaletteWays m_ways;
};

class People : public views::PaletteProvider
{
public:
    People(const models::IncidentFeed &feed, PaletteWays ways) : m_feed(feed), m_ways(std::move(ways)) { }
    QString prefix() const override { return u"@"_s; }
    QString title() const override { return Text::tr("People and roles: ask them something"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        return matching(whoNames(m_feed.state(), m_feed.process()), pattern, prefix(),
                        [this](const QString &word) { m_ways.prepareEntry(u"/ask @%1 "_s.arg(word)); });
    }

private:
    const models::IncidentFeed &m_feed;
    PaletteWays m_ways;
};

class Times : public views::PaletteProvider
{
public:
    Times(const models::IncidentFeed &feed, const views::TimeDisplay &times, PaletteWays ways)
        : m_feed(feed)
        , m_times(times)
        , m_ways(std::move(ways))
    {
    }
    QString prefix() const override { return u":"_s; }
    QString title() const override { return Text::tr("A time in the timeline: 10:43, -20m"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        const Instant now = m_feed.now();
        const TimeReading reading = readTime(pattern, {now, now, m_times.zone(), m_times.local(), false});
        if (reading.kind != TimeReading::Kind::Good)
            return {};
        PaletteItem item{Text::tr("Go to %1").arg(m_times.full(reading.at))};
        item.run = [this, at = reading.at] { m_ways.toTime(at); };
        return {item};
    }

private:
    const models::IncidentFeed &m_feed;
    const views::TimeDisplay &m_times;
    PaletteWays m_ways;
};

/// By the time it is due, in the zone that is shown, by its name, its rule or its paragraph: "due 03:10", "due HDF-17".
class Clocks : public views::PaletteProvider
{
public:
    Clocks(const models::IncidentFeed &feed, const views::TimeDisplay &times, PaletteWays ways)
        : m_feed(feed)
        , m_times(times)
        , m_ways(std::move(ways))
    {
    }
    QString prefix() const override { return u"due "_s; }
    QString title() const override { return Text::tr("Clocks: due 03:10, due HDF-17, due update"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        QList<PaletteItem> items;
        for (const RunningClock &clock : m_feed.clocks()) {
            const QString at = m_times.minute(clock.late.isSet() ? clock.late : clock.due);
            const QStringList words{at, clock.text, clock.rule, clock.source.join(u' ')};
            const bool fits = std::any_of(words.begin(), words.end(),
                                          [&](const QString &word) { return word.contains(pattern, Qt::CaseInsensitive); });
            if (!clock.running() || !fits || items.size() >= mostItems)
                continue;
            PaletteItem item{Text::tr("Due %1  %2", "time, what is due").arg(at, clock.text)};
            item.detail = clock.source.value(0, clock.rule);
            item.run = [this, id = clock.id] { m_ways.toClock(id); };
            items.append(item);
        }
        return items;
    }

private:
    const models::IncidentFeed &m_feed;
    const views::TimeDisplay &m_times;
    PaletteWays m_ways;
};

} // namespace

void addPaletteProviders(views::CommandPalette &palette, const models::IncidentFeed &feed, const views::TimeDisplay &times,
                         const PaletteWays &ways)
{
    palette.addProvider(std::make_unique<Objects>(feed, ways));
    palette.addProvider(std::make_unique<People>(feed, ways));
    palette.addProvider(std::make_unique<Times>(feed, times, ways));
    palette.addProvider(std::make_unique<Clocks>(feed, times, ways));
}

} // namespace fireline::window
