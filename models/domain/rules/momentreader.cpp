// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/momentreader.h"

#include "rules/liststatus.h"
#include "rules/patterns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QStringList keysOf(const Moment &moment, const RuleContext &c)
{
    switch (moment.kind) {
    case MomentKind::Progress: {
        QStringList keys;
        for (const QString &kind : c.process.defaults.progress)
            keys.append(u"progress."_s + kind);
        keys.append(u"declared"_s); // nothing done yet: the incident itself is where the silence began
        return keys;
    }
    case MomentKind::Detected: return {u"alert.fired"_s, u"report.received"_s, u"declared"_s};
    default: return {moment.toText()};
    }
}

int rankOf(const QString &severity, const Process &process)
{
    const SeverityDef *def = process.severity(severity);
    return def ? def->rank : 99;
}

QList<Instant> severityRises(const RuleContext &c)
{
    QList<Instant> rises;
    const auto &log = c.state.severityLog;
    for (qsizetype i = 1; i < log.size(); ++i) {
        if (rankOf(log.at(i).first, c.process) < rankOf(log.at(i - 1).first, c.process))
            rises.append(log.at(i).second);
    }
    return rises;
}

Instant listDoneAt(const QString &id, const RuleContext &c)
{
    const ListRule *list = c.process.list(id);
    if (!list)
        return {};
    const ListStatus status = listStatus(*list, c);
    if (!status.done())
        return {};
    Instant at = c.state.declaredAt;
    for (const ItemStatus &item : status.items)
        at = std::max(at, item.at);
    return at;
}

// All instants of a moment that does not stand in the log as one key.
std::optional<QList<Instant>> derived(const Moment &moment, const RuleContext &c)
{
    const auto one = [](Instant t) { return t.isSet() ? QList<Instant>{t} : QList<Instant>(); };
    switch (moment.kind) {
    case MomentKind::SeverityRaised: return severityRises(c);
    case MomentKind::ListDone: return one(listDoneAt(moment.arg, c));
    case MomentKind::Pattern: {
        const PatternDef *pattern = c.process.pattern(moment.arg);
        return one(pattern ? patternComplete(*pattern, c.state) : Instant());
    }
    case MomentKind::ImpactStart: return one(c.state.impactStart);
    case MomentKind::ImpactEnd: return one(c.state.impactEnd);
    default: return std::nullopt;
    }
}

} // namespace

Instant latestMoment(const Moment &moment, const RuleContext &context)
{
    Instant best;
    if (const auto instants = derived(moment, context)) {
        for (Instant t : *instants)
            best = std::max(best, t);
        return best;
    }
    for (const QString &key : keysOf(moment, context)) {
        // What was detected is detected at the first sign, however many follow.
        if (moment.kind == MomentKind::Detected) {
            const Instant first = context.state.moments.earliest(key);
            best = !best.isSet() || (first.isSet() && first < best) ? first : best;
        } else {
            best = std::max(best, context.state.moments.latest(key));
        }
    }
    return best;
}

bool isItemMoment(MomentKind kind)
{
    switch (kind) {
    case MomentKind::OrderGiven:
    case MomentKind::OrderAcked:
    case MomentKind::ActionItemCreated:
    case MomentKind::ActionItemDone:
    case MomentKind::AlertFired:
    case MomentKind::AlertCleared:
    case MomentKind::ChangeExecuted: return true;
    default: return false;
    }
}

QList<MomentAt> itemMoments(const Moment &moment, const RuleContext &context)
{
    QList<MomentAt> items;
    QHash<QString, qsizetype> position;
    for (const QString &key : keysOf(moment, context)) {
        for (const MomentLog::Hit &hit : context.state.moments.hits(key)) {
            if (hit.withdrawn || hit.item.isEmpty())
                continue;
            const auto known = position.constFind(hit.item);
            if (known == position.constEnd()) {
                position.insert(hit.item, items.size());
                items.append({hit.at, hit.item});
            } else {
                items[*known].at = std::max(items.at(*known).at, hit.at);
            }
        }
    }
    return items;
}

Instant firstMomentSince(const Moment &moment, Instant since, const RuleContext &context, const QString &item)
{
    Instant best;
    const auto consider = [&](Instant t) {
        if (t.isSet() && t >= since && (!best.isSet() || t < best))
            best = t;
    };
    if (const auto instants = derived(moment, context)) {
        for (Instant t : *instants)
            consider(t);
        return best;
    }
    for (const QString &key : keysOf(moment, context)) {
        for (const MomentLog::Hit &hit : context.state.moments.hits(key)) {
            if (!hit.withdrawn && (item.isEmpty() || hit.item.isEmpty() || hit.item == item))
                consider(hit.at);
        }
    }
    return best;
}

} // namespace fireline::domain
