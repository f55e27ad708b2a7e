// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/process.h"

#include <algorithm>

namespace fireline::domain {

namespace {

template<typename T>
const T *byId(const QList<T> &list, QStringView id)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [id](const T &item) { return item.id == id; });
    return found == list.cend() ? nullptr : &*found;
}

template<typename T>
const T *ruleById(const QList<T> &list, QStringView id)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [id](const T &item) { return item.rule.id == id; });
    return found == list.cend() ? nullptr : &*found;
}

template<typename T>
void collect(QList<const Envelope *> &all, const QList<T> &rules)
{
    for (const T &rule : rules)
        all.append(&rule.rule);
}

bool answersTo(const RoleDef &role, QStringView word)
{
    const auto same = [word](const QString &text) { return word.compare(text, Qt::CaseInsensitive) == 0; };
    return same(role.id) || same(role.name) || std::any_of(role.aliases.cbegin(), role.aliases.cend(), same);
}

} // namespace

const SeverityDef *Process::severity(QStringView severityId) const
{
    return byId(severities, severityId);
}
const RoleDef *Process::role(QStringView roleId) const
{
    return byId(roles, roleId);
}
const ContactDef *Process::contact(QStringView contactId) const
{
    return byId(contacts, contactId);
}
const AudienceDef *Process::audienceDef(QStringView audienceId) const
{
    return byId(audiences, audienceId);
}
const FlagDef *Process::flag(QStringView flagId) const
{
    return byId(flags, flagId);
}
const PhaseDef *Process::phase(QStringView phaseId) const
{
    return byId(phases, phaseId);
}
const FieldDef *Process::field(QStringView fieldId) const
{
    return byId(fields, fieldId);
}
const PatternDef *Process::pattern(QStringView patternId) const
{
    return byId(patterns, patternId);
}
const ReviewDef *Process::review(QStringView reviewId) const
{
    return byId(reviews, reviewId);
}
const MetricDef *Process::metric(QStringView metricId) const
{
    return byId(metrics, metricId);
}
const GateRule *Process::gate(QStringView ruleId) const
{
    return ruleById(gates, ruleId);
}
const LadderRule *Process::ladder(QStringView ruleId) const
{
    return ruleById(ladders, ruleId);
}
const FormRule *Process::form(QStringView ruleId) const
{
    return ruleById(forms, ruleId);
}
const ListRule *Process::list(QStringView ruleId) const
{
    return ruleById(lists, ruleId);
}

const RoleDef *Process::roleByWord(QStringView word) const
{
    if (const RoleDef *exact = role(word))
        return exact;
    const auto found = std::find_if(roles.cbegin(), roles.cend(), [word](const RoleDef &r) { return answersTo(r, word); });
    return found == roles.cend() ? nullptr : &*found;
}

const RoleDef *Process::commander() const
{
    const auto found = std::find_if(roles.cbegin(), roles.cend(), [](const RoleDef &r) { return r.commands; });
    return found == roles.cend() ? nullptr : &*found;
}

const PhaseDef *Process::firstPhase() const
{
    return phases.isEmpty() ? nullptr : &phases.first();
}

const SeverityDef *Process::worstSeverity() const
{
    const auto worst = std::min_element(severities.cbegin(), severities.cend(),
                                        [](const SeverityDef &a, const SeverityDef &b) { return a.rank < b.rank; });
    return worst == severities.cend() ? nullptr : &*worst;
}

QList<const Envelope *> Process::rules() const
{
    QList<const Envelope *> all;
    collect(all, authorities);
    collect(all, gates);
    collect(all, deadlines);
    collect(all, cadences);
    collect(all, ladders);
    collect(all, forms);
    collect(all, lints);
    collect(all, tables);
    collect(all, lists);
    return all;
}

const Envelope *Process::rule(QStringView ruleId) const
{
    for (const Envelope *envelope : rules()) {
        if (envelope->id == ruleId)
            return envelope;
    }
    return nullptr;
}

} // namespace fireline::domain
