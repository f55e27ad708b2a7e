// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/entrythen.h"

#include "timeline/entryfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Entry;
using domain::EntryVersion;
using domain::IncidentState;
using domain::Instant;

namespace {

/// What stood there before the first later correction; null where there is none.
const EntryVersion *versionThen(const Entry &entry, Instant then)
{
    const auto &earlier = entry.earlier;
    const auto found = std::find_if(earlier.cbegin(), earlier.cend(), [then](const auto &v) { return v.until > then; });
    return found == earlier.cend() ? nullptr : &*found;
}

} // namespace

Entry entryThen(const IncidentState &state, const Entry &entry, Instant then)
{
    Entry known = entry;
    if (const EntryVersion *version = versionThen(entry, then)) {
        known.at = version->at;
        known.kind = version->kind;
        known.text = version->text;
    }
    known.correctedBy.removeIf([&](const QString &id) {
        const Entry *change = state.entry(id);
        return change && change->recordedAt > then;
    });
    known.retracted = false;
    for (const QString &id : std::as_const(known.correctedBy)) {
        if (const Entry *change = state.entry(id); change && change->type == "entry.retracted"_L1)
            known.retracted = true;
        else if (change && change->type == "entry.restored"_L1)
            known.retracted = false;
    }
    // Of several retractions the state keeps the reason of the last.
    if (!known.retracted || standingRetraction(state, known) != standingRetraction(state, entry))
        known.retractedWhy.clear();
    return known;
}

Instant timeThen(const Entry &entry, Instant then)
{
    const EntryVersion *version = versionThen(entry, then);
    return version ? version->at : entry.at;
}

bool isCorrectedAfter(const Entry &entry, Instant then)
{
    return versionThen(entry, then) != nullptr;
}

} // namespace fireline::models
