// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportnote.h"

#include "clocks/processnames.h"
#include "exportdocument.h"
#include "report/reviewstatus.h"

using namespace Qt::StringLiterals;

namespace fireline::session {

using namespace domain;

namespace {

Command systemDid(const QString &id, const QJsonObject &fields = {})
{
    Command command;
    command.verb = Verb::System;
    command.args = {{u"id"_s, id}, {u"outcome"_s, u"done"_s}};
    if (!fields.isEmpty())
        command.args.insert(u"fields"_s, fields);
    return command;
}

} // namespace

std::optional<Command> exportNote(const QString &part, const IncidentState &state, const Process &process, Instant now)
{
    if (!process.review(part))
        return {};
    for (const ClosingNeed &need : closingNeeds(Act::Close, {state, process, now})) {
        if (!need.met && need.system == "review.exported"_L1)
            return systemDid(need.system);
    }
    return {};
}

Command bundleNote(const bundle::BundleMade &made)
{
    return systemDid(u"bundle.exported"_s, {{u"manifest"_s, made.manifestHash}});
}

Outcome<bundle::BundleMade> exportBundle(const EventStore &store, const Process &process, const QString &exporter,
                                         bundle::ZipWriter::Sink sink)
{
    const auto report = [&process, &store](const QList<Event> &events) {
        IncidentState state;
        const ProcessNames names(process);
        for (const Event &event : events)
            apply(state, event, &names);
        // As of the last event, not of the export: the same record gives the same page.
        const Instant asOf = events.isEmpty() ? Instant() : events.last().recordedAt;
        return exportBytes(exportDocument(state, process, events, asOf, {}, picturesOf(store, state)), u"html"_s);
    };
    const auto inOrder = sharedEvents(store);
    if (!inOrder)
        return inOrder.problem();
    QStringList shared;
    for (const Event &event : inOrder.value())
        shared.append(event.id);
    return bundle::writeBundle(store, report, exporter, std::move(sink), shared);
}

} // namespace fireline::session
