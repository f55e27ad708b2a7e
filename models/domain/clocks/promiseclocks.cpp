// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clockcontext.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString audienceOf(const CadenceRule &rule)
{
    return rule.item == CadenceKind::Update ? rule.arg : QString();
}

QString audienceOf(const DeadlineRule &rule)
{
    return rule.done.kind == MomentKind::UpdateSent ? rule.done.arg : QString();
}

/// Who owes updates to this audience: as the process's clocks for it say, then as those for others; at last who commands.
QStringList ownerOf(const QString &audience, const Process &process)
{
    QStringList other;
    const auto look = [&](const auto &rules) {
        for (const auto &rule : rules) {
            const QString its = audienceOf(rule);
            if (!its.isEmpty() && its == audience && !rule.owner.isEmpty())
                return rule.owner;
            if (!its.isEmpty() && other.isEmpty())
                other = rule.owner;
        }
        return QStringList();
    };
    for (const QStringList &owner : {look(process.cadences), look(process.deadlines)}) {
        if (!owner.isEmpty())
            return owner;
    }
    return other.isEmpty() ? QStringList{u"commander"_s} : other;
}

QMap<QString, const Update *> lastSent(const IncidentState &state)
{
    QMap<QString, const Update *> last;
    for (const Update &update : state.updates) {
        if (update.state != Update::State::Sent || update.audience.isEmpty())
            continue;
        const Update *&known = last[update.audience];
        if (!known || update.sentAt >= known->sentAt)
            known = &update;
    }
    return last;
}

Instant endOf(const RunningClock &clock)
{
    return clock.late.isSet() ? clock.late : clock.due;
}

} // namespace

QList<RunningClock> promiseClocks(const ClockContext &context)
{
    const IncidentState &state = context.state();
    if (state.resolvedAt.isSet() || !state.open())
        return {};
    QList<RunningClock> clocks;
    const auto last = lastSent(state);
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        const Update &update = *it.value();
        if (!update.nextUpdateAt.isSet())
            continue;
        const AudienceDef *audience = context.rules.process.audienceDef(it.key());
        RunningClock clock;
        clock.id = u"promise/"_s + it.key();
        clock.kind = RunningClock::Kind::Promise;
        clock.audience = it.key();
        clock.promised = true;
        clock.text = QCoreApplication::translate("Clocks", "Promised update: %1").arg(audience ? audience->name : it.key());
        clock.owner = ownerOf(it.key(), context.rules.process);
        clock.anchor = update.sentAt;
        clock.late = update.nextUpdateAt;
        clock.due = std::max(update.sentAt, update.nextUpdateAt - context.rules.process.defaults.dueSoon);
        settle(clock, context);
        clocks.append(clock);
    }
    return clocks;
}

QList<RunningClock> withPromises(QList<RunningClock> clocks, const ClockContext &context)
{
    for (const RunningClock &promise : promiseClocks(context)) {
        // The earliest that waits for the same deed.
        RunningClock *same = nullptr;
        for (RunningClock &clock : clocks) {
            if (clock.running() && clock.audience == promise.audience && (!same || endOf(clock) < endOf(*same)))
                same = &clock;
        }
        if (same && endOf(*same) <= promise.late)
            continue;
        if (!same || same->kind != RunningClock::Kind::Cadence) {
            clocks.append(promise);
            continue;
        }
        same->due = std::min(same->due, promise.due);
        same->late = promise.late;
        same->promised = true;
        settle(*same, context);
    }
    return clocks;
}

} // namespace fireline::domain
