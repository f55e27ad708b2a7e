// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/facts.h"

#include "process/calendar.h"
#include "rules/fieldtext.h"
#include "rules/liststatus.h"
#include "rules/who.h"
#include "state/withdrawn.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

FactValue word(const QString &text)
{
    return {text.isEmpty() ? QStringList() : QStringList{text}, std::nullopt};
}
FactValue truth(bool value)
{
    return {{value ? u"true"_s : u"false"_s}, std::nullopt};
}
FactValue count(qsizetype n)
{
    return {{QString::number(n)}, double(n)};
}
FactValue hours(Span span)
{
    return {{}, double(span.us) / 3.6e9};
}

FactValue fromJson(const QJsonValue &value)
{
    if (value.isArray())
        return count(value.toArray().size());
    if (value.isBool())
        return truth(value.toBool());
    const QString text = value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString().trimmed();
    if (text.isEmpty())
        return {};
    FactValue fact{{text}, std::nullopt};
    if (text.compare("yes"_L1, Qt::CaseInsensitive) == 0)
        fact.words.append(u"true"_s);
    if (text.compare("no"_L1, Qt::CaseInsensitive) == 0)
        fact.words.append(u"false"_s);
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber)
        fact.number = number;
    return fact;
}

FactValue field(const QString &id, const RuleContext &c)
{
    const FieldDef *def = c.process.field(id);
    const QJsonValue value = c.act.fields.contains(id) ? c.act.fields.value(id) : c.state.fields.value(id);
    if (def && def->type == FieldType::List)
        return count(listEntries(value).size());
    if (!value.isUndefined())
        return fromJson(value);
    return def && def->type == FieldType::Flag ? truth(false) : FactValue();
}

FactValue alertLabels(const QString &key, const RuleContext &c)
{
    FactValue fact;
    for (const Alert &alert : c.state.alerts) {
        for (const QString &label : {key, QString(key + u's')}) {
            for (const QString &part : alert.labels.value(label).toString().split(u',', Qt::SkipEmptyParts))
                fact.words.append(part.trimmed());
        }
    }
    return fact;
}

const Holding *longestHolding(const QString &role, const RuleContext &c)
{
    const Holding *longest = nullptr;
    for (const Holding &holding : c.state.holdings) {
        if (holding.role == role && (!longest || holding.since < longest->since))
            longest = &holding;
    }
    return longest;
}

// Night is 22:00 to 07:00 where the person is; the assignment's note may name their zone, else the process's calendar counts.
FactValue isNight(const QString &role, const RuleContext &c)
{
    const Holding *holding = longestHolding(role, c);
    if (!holding)
        return truth(false);
    QTimeZone zone(holding->note.toLatin1());
    if (holding->note.isEmpty() || !zone.isValid())
        zone = QTimeZone(c.process.calendar.zone.toLatin1());
    const int hour = c.now.toUtc().toTimeZone(zone).time().hour();
    return truth(hour >= 22 || hour < 7);
}

FactValue systemFact(const QString &key, const RuleContext &c)
{
    const auto it = c.state.systems.constFind(key);
    if (it == c.state.systems.constEnd())
        return truth(false);
    const bool failed = it->outcome == "failed"_L1 || it->outcome == "false"_L1;
    FactValue fact{{it->outcome, failed ? u"false"_s : u"true"_s}, std::nullopt};
    const auto &handover = c.state.handover;
    if (handover && !failed && (it->byHand || it->outcome.compare(handover->to, Qt::CaseInsensitive) == 0)
        && it->at >= handover->offeredAt)
        fact.words.append(u"incoming"_s);
    return fact;
}

FactValue reviewState(const QString &id, const RuleContext &c)
{
    const ReviewRecord review = c.state.reviews.value(id);
    if (review.closedAt.isSet())
        return word(u"closed"_s);
    if (review.heldAt.isSet())
        return word(u"held"_s);
    FactValue fact = word(review.draftedAt.isSet() ? u"drafted"_s : u"none"_s);
    if (review.scheduledAt.isSet())
        fact.words.append(u"scheduled"_s);
    return fact;
}

FactValue exportedSystems(const RuleContext &c)
{
    FactValue fact;
    for (auto it = c.state.systems.begin(); it != c.state.systems.end(); ++it) {
        if (it.key().endsWith(".exported"_L1) && it->outcome != "failed"_L1)
            fact.words.append(it.key().chopped(9));
    }
    return fact;
}

FactValue calendarNow(const RuleContext &c)
{
    const Calendar calendar(c.process.calendar, c.process.defaults);
    FactValue fact{{calendar.isOpen(c.now) ? u"open"_s : u"closed"_s}, std::nullopt};
    if (calendar.isFreeze(c.now))
        fact.words.append(u"freeze"_s);
    return fact;
}

template<typename Predicate>
FactValue countItems(const RuleContext &c, Predicate counts)
{
    return count(std::count_if(c.state.actionItems.begin(), c.state.actionItems.end(), [&](const ActionItemRecord &item) {
        return !isWithdrawn(c.state, item.eventId) && counts(item);
    }));
}

FactValue filledRoles(const RuleContext &c)
{
    FactValue fact;
    for (const Holding &holding : c.state.holdings)
        fact.words.append(holding.role);
    return fact;
}

FactValue actorRoles(const RuleContext &c)
{
    FactValue fact{c.state.rolesOf(c.act.actor), std::nullopt};
    if (isOneOf(c.act.actor, {u"commander"_s}, c))
        fact.words.append(u"commander"_s);
    return fact;
}

FactValue currentPhase(const RuleContext &c)
{
    const PhaseDef *first = c.process.firstPhase();
    return word(c.state.phase.isEmpty() && first ? first->id : c.state.phase);
}

} // namespace

FactValue readFact(const FactRef &ref, const RuleContext &c)
{
    const IncidentState &s = c.state;
    switch (ref.fact) {
    case Fact::Severity: return word(s.severity);
    case Fact::Phase: return currentPhase(c);
    case Fact::Flag: return {s.flags.keys(), std::nullopt};
    case Fact::Audience: return word(c.act.audience);
    case Fact::ActorRole: return actorRoles(c);
    case Fact::RoleFilled: return filledRoles(c);
    case Fact::PeopleActive: return count(s.people.size());
    case Fact::ImpactEnded: return truth(s.impactEnd.isSet());
    case Fact::ImpactSpreading: return truth(fromJson(s.impact.value(u"spreading"_s)).words.contains(u"true"_s));
    case Fact::AlertsFiring:
        return count(
            std::count_if(s.alerts.begin(), s.alerts.end(), [](const Alert &a) { return a.state != Alert::State::Cleared; }));
    case Fact::AlertsReceived: return count(s.alerts.size());
    case Fact::AlertTag: return alertLabels(u"tag"_s, c);
    case Fact::AlertType: return alertLabels(u"type"_s, c);
    case Fact::ReportsCustomer:
        return count(std::count_if(s.reports.begin(), s.reports.end(), [](const CustomerReport &r) { return !r.withdrawn; }));
    case Fact::IncidentHours: return hours(s.declared() ? c.now - s.declaredAt : Span());
    case Fact::RoleHours: {
        const Holding *holding = longestHolding(ref.arg, c);
        return hours(holding ? c.now - holding->since : Span());
    }
    case Fact::RoleNight: return isNight(ref.arg, c);
    case Fact::Field: return field(ref.arg, c);
    case Fact::ListDone: return {}; // asked list by list in holds()
    case Fact::FormDone: return {s.forms.keys(), std::nullopt};
    case Fact::System: return systemFact(ref.arg, c);
    case Fact::HypothesisVerified:
        return truth(std::any_of(s.hypotheses.begin(), s.hypotheses.end(),
                                 [](const Hypothesis &h) { return h.state == Hypothesis::State::Confirmed; }));
    case Fact::MitigationResult: return s.mitigations.isEmpty() ? FactValue() : word(s.mitigations.last().result);
    case Fact::MitigationTemporary: return truth(!s.mitigations.isEmpty() && s.mitigations.last().temporary);
    case Fact::ChangeKind: return word(c.act.changeKind);
    case Fact::ChangeRisk: return word(c.act.changeRisk);
    case Fact::ChangeStaged: return word(c.act.changeStaged);
    case Fact::EntryHandsOn: return truth(c.act.handsOn);
    case Fact::ReviewState: return reviewState(ref.arg, c);
    case Fact::ActionItemsTagged:
        return countItems(
            c, [&](const ActionItemRecord &i) { return i.fields.value(u"tag").toString().split(u',').contains(ref.arg); });
    case Fact::ActionItemsUnlinked:
        return countItems(c, [](const ActionItemRecord &i) { return i.fields.value(u"ticket").toString().isEmpty(); });
    case Fact::ActionItemsOpen: return countItems(c, [](const ActionItemRecord &i) { return !i.doneAt.isSet(); });
    case Fact::Exported: return exportedSystems(c);
    case Fact::Calendar: return calendarNow(c);
    }
    return {};
}

namespace {

bool listDone(const FactTest &test, const RuleContext &c)
{
    constexpr int deepest = 8;
    if (c.depth >= deepest)
        return false;
    RuleContext inner = c;
    ++inner.depth;
    return std::any_of(test.values.begin(), test.values.end(), [&](const QString &id) {
        const ListRule *list = c.process.list(id);
        return list && listStatus(*list, inner).done();
    });
}

bool sameNumber(const QString &text, double number)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && qAbs(value - number) < 1e-9;
}

} // namespace

bool holds(const FactTest &test, const RuleContext &context)
{
    if (test.fact.fact == Fact::ListDone)
        return listDone(test, context);
    const FactValue value = readFact(test.fact, context);
    if (test.isRange())
        return value.number && (!test.min || *value.number >= *test.min) && (!test.max || *value.number <= *test.max);
    return std::any_of(test.values.begin(), test.values.end(), [&](const QString &wanted) {
        return value.words.contains(wanted, Qt::CaseInsensitive) || (value.number && sameNumber(wanted, *value.number));
    });
}

bool holds(const Cond &cond, const RuleContext &context)
{
    const auto met = [&](const Cond &c) { return holds(c, context); };
    return std::all_of(cond.tests.begin(), cond.tests.end(), [&](const FactTest &t) { return holds(t, context); })
           && (cond.any.isEmpty() || std::any_of(cond.any.begin(), cond.any.end(), met))
           && std::none_of(cond.none.begin(), cond.none.end(), met);
}

} // namespace fireline::domain
