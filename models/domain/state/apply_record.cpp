// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"
#include "state/impacttime.h"
#include "state/orderanswers.h"
#include "state/statements.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

void posted(const ApplyContext &c)
{
    const QString kind = c.text(u"kind");
    if (kind == "finding"_L1)
        c.moment(u"progress.finding"_s);
    c.takeFields();
}

void fieldSet(const ApplyContext &c)
{
    c.takeFields();
}

void rootCause(const ApplyContext &c)
{
    c.moment(u"progress.finding"_s);
    c.takeFields();
}

void alertFired(const ApplyContext &c)
{
    const QString fingerprint = c.text(u"fingerprint");
    for (Alert &known : c.state.alerts) {
        if (known.fingerprint == fingerprint && known.state != Alert::State::Cleared)
            return;
    }
    Alert alert;
    alert.id = nextShortId(QLatin1Char('L'), c.state.alerts);
    alert.eventId = c.event.id;
    alert.fingerprint = fingerprint;
    alert.name = c.text(u"name");
    alert.labels = c.body.value(u"labels").toObject();
    alert.firedAt = c.event.occurredAt;
    alert.source = c.text(u"source");
    c.state.alerts.append(alert);
    c.moment(u"alert.fired"_s, alert.id);
    c.moment(u"detected"_s);
}

template<Alert::State to>
void alertMoved(const ApplyContext &c)
{
    Alert *alert = findByEvent(c.state.alerts, c.text(u"alert"));
    if (!alert)
        return;
    alert->state = to;
    if (to == Alert::State::Acknowledged) {
        alert->acknowledged = true;
        c.moment(u"acknowledged"_s, alert->id);
        c.moment(u"response.begun"_s);
    }
    if (to == Alert::State::Cleared) {
        alert->endedAt = c.event.occurredAt;
        c.moment(u"alert.cleared"_s, alert->id);
    }
}

void reportReceived(const ApplyContext &c)
{
    c.state.reports.append({nextShortId(QLatin1Char('R'), c.state.reports), c.event.id, c.body.value(u"fields").toObject(),
                            c.text(u"text"), c.event.occurredAt, false});
    c.moment(u"report.received"_s);
}

Entry *target(const ApplyContext &c)
{
    const auto it = c.state.entryByEvent.constFind(c.text(u"entry"));
    return it == c.state.entryByEvent.constEnd() ? nullptr : &c.state.entries[it.value()];
}

void keepVersion(const ApplyContext &c, Entry &entry)
{
    entry.earlier.append({c.event.recordedAt, entry.at, entry.kind, entry.text});
}

// What a why or a factor says is what follows the words its row begins with.
void reword(const ApplyContext &c, Entry &entry)
{
    const QString said = c.text(u"new");
    if (!statedBy(c.state, entry.eventId)) {
        entry.text = said;
        return;
    }
    const QString lead = statementLead(c.state, entry);
    Statement *statement = findByEvent(c.state.statements, entry.eventId);
    statement->value = withoutLead(c.state, entry, said);
    entry.text = lead + statement->value;
    restateValues(c.state, *statement);
}

void corrected(const ApplyContext &c)
{
    if (Entry *entry = target(c)) {
        keepVersion(c, *entry);
        if (c.text(u"field") == "text"_L1)
            reword(c, *entry);
        else if (c.text(u"field") == "kind"_L1)
            entry->kind = c.text(u"new");
        entry->correctedBy.append(c.event.id);
    }
}

void retimed(const ApplyContext &c)
{
    if (Entry *entry = target(c)) {
        keepVersion(c, *entry);
        const bool saysOtherTime = happenedAt(c.state, *entry) != entry->at; // and the impact stands as it was said
        entry->at = c.instant(u"toUs");
        entry->correctedBy.append(c.event.id);
        if (saysOtherTime)
            return;
        c.state.moments.retime(entry->eventId, entry->at);
        if (entry->type == "impact.stated"_L1) {
            if (c.state.impactStart.isSet() && c.state.impactStart == c.instant(u"fromUs"))
                c.state.impactStart = entry->at;
            if (c.state.impactEnd.isSet() && c.state.impactEnd == c.instant(u"fromUs"))
                c.state.impactEnd = entry->at;
        }
    }
}

// What is taken back no longer stands: the statement before it does again.
void restate(const ApplyContext &c, const QString &moment, const QString &eventId, Instant &stated)
{
    const auto &hits = c.state.moments.hits(moment);
    const auto isIt = [&](const MomentLog::Hit &hit) { return hit.eventId == eventId; };
    if (std::none_of(hits.begin(), hits.end(), isIt))
        return;
    const auto standing = std::find_if(hits.rbegin(), hits.rend(), [](const MomentLog::Hit &hit) { return !hit.withdrawn; });
    stated = standing == hits.rend() ? Instant() : standing->at;
}

void restateWords(IncidentState &s, const QString &eventId, bool withdrawn)
{
    if (Statement *found = findByEvent(s.statements, eventId)) {
        found->withdrawn = withdrawn;
        restateValues(s, *found);
    }
}

void setWithdrawn(const ApplyContext &c, const QString &eventId, bool withdrawn)
{
    restateWords(c.state, eventId, withdrawn);
    withdrawAnswer(c.state, eventId, withdrawn);
    c.state.moments.setWithdrawn(eventId, withdrawn);
    restate(c, u"impact.start"_s, eventId, c.state.impactStart);
    restate(c, u"impact.end"_s, eventId, c.state.impactEnd);
    if (CustomerReport *report = findByEvent(c.state.reports, eventId))
        report->withdrawn = withdrawn;
}

void retracted(const ApplyContext &c)
{
    if (Entry *entry = target(c)) {
        entry->retracted = true;
        entry->retractedWhy = c.text(u"why");
        entry->correctedBy.append(c.event.id);
        setWithdrawn(c, entry->eventId, true);
    }
}

void restored(const ApplyContext &c)
{
    if (Entry *entry = target(c)) {
        entry->retracted = false;
        entry->retractedWhy.clear();
        entry->correctedBy.append(c.event.id);
        setWithdrawn(c, entry->eventId, false);
    }
}

void pinned(const ApplyContext &c)
{
    if (Entry *entry = target(c))
        entry->pinned = !entry->pinned;
}

void tagged(const ApplyContext &c)
{
    if (Entry *entry = target(c); entry && !entry->tags.contains(c.text(u"tag"))) {
        entry->tags.append(c.text(u"tag"));
        c.knowTag(c.text(u"tag"));
    }
}

} // namespace

QHash<QString, ApplyHandler> recordHandlers()
{
    return {
        {u"entry.posted"_s, posted},
        {u"field.set"_s, fieldSet},
        {u"finding.rootCause"_s, rootCause},
        {u"alert.fired"_s, alertFired},
        {u"alert.acknowledged"_s, alertMoved<Alert::State::Acknowledged>},
        {u"alert.silenced"_s, alertMoved<Alert::State::Silenced>},
        {u"alert.cleared"_s, alertMoved<Alert::State::Cleared>},
        {u"report.received"_s, reportReceived},
        {u"entry.corrected"_s, corrected},
        {u"entry.retimed"_s, retimed},
        {u"entry.retracted"_s, retracted},
        {u"entry.restored"_s, restored},
        {u"entry.pinned"_s, pinned},
        {u"entry.tagged"_s, tagged},
    };
}

} // namespace fireline::domain
