// SPDX-License-Identifier: GPL-3.0-or-later
#include "paletteproviders.h"

#include "entry/entrytime.h"
#include "entry/staterefs.h"
#include "palette/commandpalette.h"
#include "palette/incidentfinds.h"
#include "palettefinds.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::PaletteItem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PaletteProviders)
};

/// What all of them look into and lead to.
class Provider : public views::PaletteProvider
{
public:
    Provider(const models::IncidentFeed &feed, const views::TimeDisplay &times, const PaletteWays &ways)
        : m_feed(feed)
        , m_times(times)
        , m_ways(ways)
    {
    }

protected:
    const models::IncidentFeed &m_feed;
    const views::TimeDisplay &m_times;
    PaletteWays m_ways;
};

class Objects : public Provider
{
public:
    using Provider::Provider;
    QString prefix() const override { return u"#"_s; }
    QString title() const override { return Text::tr("Actions, hypotheses and other things by their number"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        PaletteFinds finds(pattern);
        for (const models::IncidentObject &object : models::incidentObjects(m_feed.state(), pattern)) {
            PaletteItem item{u"#%1  %2"_s.arg(object.ref, object.text)};
            item.detail = !object.state.isEmpty() ? object.state : object.at.isSet() ? m_times.dayMinute(object.at) : QString();
            item.run = [this, ref = object.ref, eventId = object.eventId] {
                if (!m_ways.toWork(ref))
                    m_ways.toEntry(eventId);
            };
            finds.add(item, object.ref.compare(pattern, Qt::CaseInsensitive) == 0);
        }
        return finds.items();
    }
};

/// "@ana", or "@\"Ana Lopez\"" where a name has blanks.
QString mentionOf(const QString &word)
{
    return word.contains(u' ') ? u"@\"%1\""_s.arg(word) : u'@' + word;
}

class People : public Provider
{
public:
    using Provider::Provider;
    QString prefix() const override { return u"@"_s; }
    QString title() const override { return Text::tr("People and roles: ask them, copy their number, see what they wrote"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        PaletteFinds finds(pattern);
        for (const EntryName &name : whoNames(m_feed.state(), m_feed.process())) {
            const QString who = name.text.isEmpty() ? u'@' + name.word : u"@%1  %2"_s.arg(name.word, name.text);
            PaletteItem ask{who};
            ask.detail = Text::tr("ask");
            ask.run = [this, word = name.word] { m_ways.prepareEntry(u"/ask %1 "_s.arg(mentionOf(word))); };
            finds.add(ask, name.word.compare(pattern, Qt::CaseInsensitive) == 0);
            addWays(finds, who, name.word, pattern);
            if (!m_feed.state().people.contains(name.word))
                continue;
            PaletteItem rows{who};
            rows.detail = Text::tr("show what they wrote");
            rows.run = [this, word = name.word] { m_ways.toPerson(word); };
            finds.add(rows, name.word.compare(pattern, Qt::CaseInsensitive) == 0);
        }
        return finds.items();
    }

private:
    /// A number is dialled elsewhere: it is told, and Enter copies it.
    void addWays(PaletteFinds &finds, const QString &who, const QString &word, const QString &pattern) const
    {
        const ContactWays ways = m_ways.waysTo(word, m_feed.process());
        for (const auto &[value, detail] :
             {std::pair(ways.phone, Text::tr("copy phone %1")), std::pair(ways.mail, Text::tr("copy mail %1")),
              std::pair(ways.handle, Text::tr("copy handle %1"))}) {
            if (value.isEmpty())
                continue;
            PaletteItem copy{who};
            copy.detail = detail.arg(value);
            copy.run = [this, value = value] { m_ways.copy(value); };
            finds.add(copy, word.compare(pattern, Qt::CaseInsensitive) == 0);
        }
    }
};

class Times : public Provider
{
public:
    using Provider::Provider;
    QString prefix() const override { return u":"_s; }
    QString title() const override { return Text::tr("A time in the timeline: 10:43, -20m, resolved"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        const Instant now = m_feed.now();
        const TimeReading reading = readTime(pattern, {now, now, m_times.zone(), m_times.local(), false});
        if (reading.kind == TimeReading::Kind::Good)
            return {wayTo(Text::tr("Go to %1").arg(m_times.full(reading.at)), reading.at)};
        PaletteFinds finds(pattern);
        for (const models::IncidentTime &time : models::incidentTimes(m_feed.state(), m_feed.process())) {
            PaletteItem item = wayTo(time.text, time.at);
            item.detail = m_times.dayMinute(time.at);
            finds.add(item);
        }
        QList<PaletteItem> items = finds.items();
        if (items.isEmpty() && reading.kind == TimeReading::Kind::Bad)
            items.append({Text::tr("Go to %1").arg(pattern), {}, reading.problem});
        return items;
    }

private:
    [[nodiscard]] PaletteItem wayTo(const QString &text, Instant at) const
    {
        PaletteItem item{text};
        item.run = [this, at] { m_ways.toTime(at); };
        return item;
    }
};

/// By the time it is due, in the zone that is shown, by its name, its rule or its paragraph: "due 03:10", "due HDF-17".
class Clocks : public Provider
{
public:
    using Provider::Provider;
    QString prefix() const override { return u"due "_s; }
    QString title() const override { return Text::tr("Clocks: due 03:10, due HDF-17, due update"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        QList<PaletteItem> items;
        for (const RunningClock &clock : m_feed.clocks()) {
            const QString at = m_times.dayMinute(clock.late.isSet() ? clock.late : clock.due);
            const QStringList words{at, clock.text, clock.rule, clock.source.join(u' ')};
            const bool fits = std::any_of(words.begin(), words.end(),
                                          [&](const QString &word) { return word.contains(pattern, Qt::CaseInsensitive); });
            if (!clock.running() || !fits || items.size() >= PaletteFinds::Most)
                continue;
            PaletteItem item{Text::tr("Due %1  %2", "time, what is due").arg(at, clock.text)};
            item.detail = clock.source.value(0, clock.rule);
            item.run = [this, id = clock.id] { m_ways.toClock(id); };
            items.append(item);
        }
        return items;
    }
};

/// What the process has ready to be said, as "Please direct questions to …": filled in as far as the record goes.
class ReadyTexts : public Provider
{
public:
    using Provider::Provider;
    QString prefix() const override { return u"say "_s; }
    QString title() const override { return Text::tr("Ready texts of the process: say, then a word of it"); }
    QList<PaletteItem> items(const QString &pattern) const override
    {
        PaletteFinds finds(pattern);
        for (const models::ReadyText &text : models::readyTexts(m_feed.state(), m_feed.process(), m_feed.now())) {
            PaletteItem item{text.text};
            item.detail = text.source;
            item.run = [this, line = text.line] { m_ways.prepareEntry(line); };
            finds.add(item);
        }
        return finds.items();
    }
};

} // namespace

void addPaletteProviders(views::CommandPalette &palette, const models::IncidentFeed &feed, const views::TimeDisplay &times,
                         const PaletteWays &ways)
{
    palette.addProvider(std::make_unique<Objects>(feed, times, ways));
    palette.addProvider(std::make_unique<People>(feed, times, ways));
    palette.addProvider(std::make_unique<Times>(feed, times, ways));
    palette.addProvider(std::make_unique<Clocks>(feed, times, ways));
    palette.addProvider(std::make_unique<ReadyTexts>(feed, times, ways));
}

} // namespace fireline::window
