// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/applycontext.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

void setSeverity(const ApplyContext &c, const QString &severity)
{
    c.state.severity = severity;
    c.state.severityLog.append({severity, c.event.occurredAt});
    c.moment(u"severity.set"_s);
}

void declared(const ApplyContext &c)
{
    IncidentState &s = c.state;
    if (s.declared())
        return;
    s.id = c.event.incident;
    s.title = c.text(u"title");
    s.processId = c.text(u"process");
    s.processHash = c.text(u"processHash");
    s.processText = c.text(u"processText");
    s.declaration = c.body;
    s.declaration.remove(u"processText"_s);
    s.drill = c.body.value(u"drill").toBool();
    s.isPrivate = c.body.value(u"private").toBool();
    s.declaredAt = c.event.occurredAt;
    s.declaredBy = c.actor;
    if (s.isPrivate)
        s.members = {c.event.recordedBy};
    c.moment(u"declared"_s);
    c.moment(u"detected"_s);
    if (const QString severity = c.text(u"severity"); !severity.isEmpty())
        setSeverity(c, severity);
    for (const QString &key : {u"source"_s, u"detectedBy"_s, u"class"_s, u"service"_s}) {
        if (!c.text(key).isEmpty())
            s.fields.insert(key == "detectedBy"_L1 ? u"detected_by"_s : key, c.text(key));
    }
    c.takeFields();
}

void withdrawn(const ApplyContext &c)
{
    c.state.withdrawnAt = c.event.occurredAt;
}

void confirmed(const ApplyContext &c)
{
    c.state.real = c.body.value(u"real").toBool();
    if (*c.state.real)
        c.moment(u"confirmed"_s);
}

void begun(const ApplyContext &c)
{
    c.state.begunAt = c.event.occurredAt;
    c.moment(u"begun"_s);
}

void severitySet(const ApplyContext &c)
{
    setSeverity(c, c.text(u"to"));
}

void phaseMoved(const ApplyContext &c)
{
    c.state.phase = c.text(u"to");
    c.moment(u"phase.entered/"_s + c.state.phase);
}

void impactStated(const ApplyContext &c)
{
    const QString field = c.text(u"field");
    const Instant at = c.body.contains(u"atUs"_s) ? c.instant(u"atUs") : c.event.occurredAt;
    if (field == "start"_L1) {
        c.state.impactStart = at;
        c.moment(u"impact.start"_s, at);
    } else if (field == "end"_L1) {
        c.state.impactEnd = at;
        c.moment(u"impact.end"_s, at);
    } else {
        c.state.impact.insert(field, c.text(u"value"));
        c.state.statements.append({c.event.id, u"impact/"_s + field, c.text(u"value"), false});
    }
}

void flagSet(const ApplyContext &c)
{
    c.state.flags.insert(c.text(u"flag"), c.event.occurredAt);
    c.moment(u"flag.set/"_s + c.text(u"flag"));
}

void flagCleared(const ApplyContext &c)
{
    c.state.flags.remove(c.text(u"flag"));
}

void resolved(const ApplyContext &c)
{
    c.state.resolvedAt = c.event.occurredAt;
    c.moment(u"resolved"_s);
    c.takeForms();
}

void reopened(const ApplyContext &c)
{
    c.state.resolvedAt = {};
    c.state.closedAt = {};
    // It was not over after all: what was checked and stated for that resolution has to be so again for the next.
    c.state.impactEnd = {};
    c.state.gates.clear();
    c.moment(u"reopened"_s);
}

void closed(const ApplyContext &c)
{
    c.state.closedAt = c.event.occurredAt;
    c.moment(u"closed"_s);
    c.takeForms();
}

void addMember(const ApplyContext &c, const QString &person)
{
    if (!person.isEmpty() && !c.state.members.contains(person, Qt::CaseInsensitive))
        c.state.members.append(person);
}

// Whoever makes it private goes on seeing it, named or not.
void restricted(const ApplyContext &c)
{
    c.state.isPrivate = true;
    for (const QString &person : c.texts(u"members"))
        addMember(c, person);
    addMember(c, c.event.recordedBy);
}

void memberAdded(const ApplyContext &c)
{
    addMember(c, c.text(u"person"));
}

void memberRemoved(const ApplyContext &c)
{
    const QString person = c.text(u"person");
    c.state.members.removeIf([&](const QString &member) { return member.compare(person, Qt::CaseInsensitive) == 0; });
}

void processAdopted(const ApplyContext &c)
{
    c.state.processId = c.text(u"process");
    c.state.processHash = c.text(u"processHash");
    c.state.processText = c.text(u"processText");
}

} // namespace

QHash<QString, ApplyHandler> lifeHandlers()
{
    return {
        {u"incident.declared"_s, declared},     {u"incident.withdrawn"_s, withdrawn},
        {u"incident.confirmed"_s, confirmed},   {u"incident.begun"_s, begun},
        {u"severity.set"_s, severitySet},       {u"phase.moved"_s, phaseMoved},
        {u"impact.stated"_s, impactStated},     {u"flag.set"_s, flagSet},
        {u"flag.cleared"_s, flagCleared},       {u"incident.resolved"_s, resolved},
        {u"incident.reopened"_s, reopened},     {u"incident.closed"_s, closed},
        {u"process.adopted"_s, processAdopted}, {u"incident.restricted"_s, restricted},
        {u"member.added"_s, memberAdded},       {u"member.removed"_s, memberRemoved},
    };
}

} // namespace fireline::domain
