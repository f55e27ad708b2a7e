// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/runningclock.h"
#include "core/canonicaljson.h"
#include "decide/decide.h"
#include "decide/stamper.h"
#include "figures.h"
#include "processlibrary.h"
#include "state/incidentstate.h"

using namespace fireline::domain;
using namespace Qt::StringLiterals;

namespace {

QList<Event> record(const Process &process, int notes)
{
    UuidV7Source ids(1);
    const Instant start = *Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s);
    EventStamper stamper(ids, ids.next(start), u"ana"_s);
    stamper.setIncident(ids.next(start));
    QList<EventDraft> drafts{
        {u"incident.declared"_s,
         {{u"title"_s, u"Bench"_s}, {u"process"_s, process.id}, {u"processHash"_s, process.sha256}, {u"processText"_s, u""_s}},
         start}};
    for (int i = 0; i < notes; ++i)
        drafts.append({u"entry.posted"_s,
                       {{u"kind"_s, i % 5 ? u"note"_s : u"finding"_s},
                        {u"text"_s, u"Observation %1: the error rate moves on two hosts of the pool"_s.arg(i)}},
                       start + Span::seconds(i)});
    return stamper.stamp(drafts, start).value();
}

} // namespace

int main()
{
    const Process process = fireline::process::ProcessLibrary({}).process(u"severity-ladder"_s).value();
    constexpr int entries = 100000;
    QList<Event> events;
    const double stamping = secondsOf([&] { events = record(process, entries); });
    figure("stamp: events/s (payload, hash, chain)", QString::number(entries / stamping, 'f', 0), "-");
    const qint64 before = residentKiB();
    IncidentState state;
    const double replay = secondsOf([&] {
        for (const Event &event : events)
            apply(state, event);
    });
    figure("replay: events/s", QString::number(entries / replay, 'f', 0), "-");
    figure("memory of the state: bytes per entry", QString::number((residentKiB() - before) * 1024 / entries), "-");
    const Instant now = *Instant::fromRfc3339(u"2025-03-05T09:00:00Z"_s);
    const double clocks = secondsOf([&] { (void)runningClocks(state, process, now); });
    figure("all clocks over 100,000 entries: ms", QString::number(clocks * 1000, 'f', 2), "16", clocks < 0.016);
    const Command note{Verb::Note, {}, {}, {{u"text"_s, u"one more"_s}}};
    const double decides = secondsOf([&] {
        for (int i = 0; i < 1000; ++i)
            (void)decide({state, process, now, u"ana"_s}, note);
    });
    figure("decide a note over 100,000 entries: us", QString::number(decides * 1000, 'f', 2), "1000", decides < 1);
    return exitCode();
}
