// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/audience.h"

#include "decide/restriction.h"
#include "rules/facts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Audience)
};

/// The kinds of messages beside updates and answers: some have one form for all, some a form each.
bool hasOneTarget(RecordKind record)
{
    return record == RecordKind::Ack || record == RecordKind::Ticket;
}

bool hasTargets(RecordKind record)
{
    return record == RecordKind::Announcement || record == RecordKind::Script;
}

QString kindName(const QString &record)
{
    if (record == wordOf(RecordKind::Ack))
        return Text::tr("Acknowledgement");
    if (record == wordOf(RecordKind::Ticket))
        return Text::tr("Ticket");
    return record == wordOf(RecordKind::Script) ? Text::tr("Script") : Text::tr("Announcement");
}

/// The target of the messages that this form is for; empty where it is for updates, or for nothing that is read.
QString targetOf(const FormRule &form)
{
    if (form.target.record == RecordKind::Reply || hasOneTarget(form.target.record))
        return form.target.toText();
    return hasTargets(form.target.record) ? wordOf(form.target.record) + u'/' + form.rule.id : QString();
}

struct DueNow
{
    status::Due due = status::NoClock;
    Instant at;
    QString rule;
};

// A snooze silences a clock; what is late stays late.
DueNow dueOf(const RunningClock &clock, Instant now)
{
    const Instant at = clock.late.isSet() ? clock.late : clock.due;
    const QString rule = clock.promised ? QString() : clock.rule;
    if (now > at)
        return {status::Late, at, rule};
    if (clock.state == RunningClock::State::Snoozed)
        return {status::Snoozed, at, rule};
    return {clock.state == RunningClock::State::Due ? status::Soon : status::Running, at, rule};
}

void takeClock(Audience &audience, const QString &id, const AudienceInput &in)
{
    for (const RunningClock &clock : in.clocks) {
        if (!clock.running() || clock.audience != id)
            continue;
        const DueNow due = dueOf(clock, in.now);
        if (audience.dueAt.isSet() && audience.dueAt <= due.at)
            continue;
        audience.due = due.due;
        audience.dueAt = due.at;
        audience.dueRule = due.rule;
    }
}

void takeUpdates(Audience &audience, const IncidentState &state)
{
    if (const Update *last = lastSentUpdate(state, audience.target)) {
        audience.lastSent = last->sentAt;
        audience.lastWord = last->word;
    }
    if (const Update *open = openUpdate(state, audience.target)) {
        audience.open = open->id;
        audience.openState = int(open->state);
    }
}

} // namespace

const Update *openUpdate(const IncidentState &state, const QString &target)
{
    const auto it = std::find_if(state.updates.rbegin(), state.updates.rend(), [&](const Update &update) {
        return update.target == target && update.state != Update::State::Sent;
    });
    return it == state.updates.rend() ? nullptr : &*it;
}

const Update *lastSentUpdate(const IncidentState &state, const QString &target)
{
    const Update *last = nullptr;
    for (const Update &update : state.updates) {
        if (update.target == target && update.state == Update::State::Sent && (!last || update.sentAt >= last->sentAt))
            last = &update;
    }
    return last;
}

int entriesSince(const IncidentState &state, const Update &update)
{
    int count = 0;
    for (qsizetype i = update.entriesWhenDrafted; i < state.entries.size(); ++i) {
        const Entry &entry = state.entries.at(i);
        count += !entry.machine && !entry.imported && !entry.retracted && entry.kind != "status"_L1;
    }
    return count;
}

QString messageTarget(const FormRule &form)
{
    return form.target.record == RecordKind::Update ? form.target.toText() : targetOf(form);
}

QString messageName(const QString &target, const Process &process)
{
    const QString record = target.section(u'/', 0, 0);
    const QString id = target.section(u'/', 1);
    if (const AudienceDef *audience = process.audienceDef(id))
        return record == wordOf(RecordKind::Reply) ? Text::tr("Answers to %1").arg(audience->name) : audience->name;
    const auto same = std::count_if(process.forms.begin(), process.forms.end(),
                                    [&](const FormRule &form) { return wordOf(form.target.record) == record; });
    return same > 1 && !id.isEmpty() ? Text::tr("%1 (%2)").arg(kindName(record), id) : kindName(record);
}

bool isMessage(const QString &target)
{
    const auto record = fromWord<RecordKind>(target.section(u'/', 0, 0));
    return record
           && (*record == RecordKind::Update || *record == RecordKind::Reply || hasOneTarget(*record) || hasTargets(*record));
}

QList<Audience> audiencesNow(const AudienceInput &in)
{
    const RuleContext context{in.state, in.process, in.now};
    const auto kept = keptInside(context);
    QList<Audience> all;
    const auto add = [&](const QString &target, const AudienceDef *def, bool posted) {
        Audience audience;
        audience.target = target;
        audience.name = messageName(target, in.process);
        audience.posted = posted;
        audience.outside = def && def->outside;
        audience.via = def ? def->via : QString();
        if (audience.outside && kept)
            audience.keptInside = kept->text;
        if (!posted)
            takeClock(audience, def->id, in);
        takeUpdates(audience, in.state);
        all.append(audience);
    };
    for (const AudienceDef &def : in.process.audiences)
        add(u"update/"_s + def.id, &def, false);
    QStringList targets;
    for (const FormRule &form : in.process.forms) {
        const QString target = targetOf(form);
        if (target.isEmpty() || targets.contains(target) || !holds(form.rule.when, context))
            continue;
        targets.append(target);
        add(target, in.process.audienceDef(form.target.arg), true);
    }
    return all;
}

} // namespace fireline::models
