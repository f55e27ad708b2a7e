// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/entryversions.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using domain::Event;

namespace {

/// Whether the event changed an entry; if so, how.
bool readChange(const Event &event, const QJsonObject &body, EntryChange &change)
{
    using Kind = EntryChange::Kind;
    if (event.type == "entry.corrected"_L1) {
        change.before = body.value(u"old").toString();
        change.after = body.value(u"new").toString();
        change.kind = body.value(u"field").toString() == "kind"_L1 ? Kind::KindOfRow : Kind::Text;
        if (change.kind == Kind::Text)
            change.diff = wordDiff(change.before, change.after);
        return true;
    }
    if (event.type == "entry.retimed"_L1) {
        change.kind = Kind::Time;
        change.from = {body.value(u"fromUs").toInteger()};
        change.to = {body.value(u"toUs").toInteger()};
        return true;
    }
    change.kind = event.type == "entry.retracted"_L1 ? Kind::Retracted : Kind::Restored;
    return event.type == "entry.retracted"_L1 || event.type == "entry.restored"_L1;
}

} // namespace

QList<EntryChange> changesOf(const QString &eventId, const QList<Event> &events)
{
    QList<EntryChange> changes;
    for (const Event &event : events) {
        const QJsonObject body = event.body();
        EntryChange change;
        change.recordedAt = event.recordedAt;
        const QString by = body.value(u"by").toString();
        change.who = by.isEmpty() ? event.recordedBy : by;
        change.recordedBy = change.who == event.recordedBy ? QString() : event.recordedBy;
        change.why = body.value(u"why").toString();
        if (event.id == eventId) {
            change.why.clear(); // its own text, not a reason for a change
            changes.prepend(change);
        } else if (body.value(u"entry").toString() == eventId && readChange(event, body, change)) {
            changes.append(change);
        }
    }
    return changes;
}

} // namespace fireline::models
