// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

void collect(QList<const Cond *> &all, const Cond &cond)
{
    all.append(&cond);
    for (const Cond &inner : cond.any)
        collect(all, inner);
    for (const Cond &inner : cond.none)
        collect(all, inner);
}

void collectInside(QList<const Cond *> &all, const Process &process)
{
    for (const GateRule &gate : process.gates) {
        for (const GateNeed &need : gate.needs) {
            if (need.is)
                collect(all, *need.is);
        }
    }
    for (const DeadlineRule &deadline : process.deadlines) {
        if (deadline.sooner)
            collect(all, deadline.sooner->when);
    }
    for (const LintRule &lint : process.lints) {
        if (lint.unless)
            collect(all, *lint.unless);
    }
    for (const ListRule &list : process.lists) {
        if (list.start)
            collect(all, *list.start);
        for (const ListItem &item : list.items) {
            if (item.tick)
                collect(all, *item.tick);
        }
    }
}

/// The first row that can never be the first to match.
int deadRow(const TableRule &table)
{
    for (qsizetype later = 1; later < table.rows.size(); ++later) {
        for (qsizetype earlier = 0; earlier < later; ++earlier) {
            const auto &wide = table.rows.at(earlier).in;
            const auto &narrow = table.rows.at(later).in;
            bool covered = true;
            for (qsizetype i = 0; i < wide.size(); ++i)
                covered = covered && (wide.at(i).any || (!narrow.at(i).any && wide.at(i).value == narrow.at(i).value));
            if (covered)
                return int(later) + 1;
        }
    }
    return 0;
}

} // namespace

QList<const Cond *> conditionsOf(const Process &process)
{
    QList<const Cond *> all;
    for (const Envelope *rule : process.rules())
        collect(all, rule->when);
    for (const PhaseDef &phase : process.phases)
        collect(all, phase.when);
    collectInside(all, process);
    return all;
}

QList<const EffectSpec *> effectsOf(const Process &process)
{
    QList<const EffectSpec *> all;
    for (const DeadlineRule &deadline : process.deadlines) {
        for (const EffectSpec &effect : deadline.late)
            all.append(&effect);
    }
    for (const LadderRule &ladder : process.ladders) {
        for (const Rung &rung : ladder.rungs) {
            for (const EffectSpec &effect : rung.effects)
                all.append(&effect);
        }
    }
    return all;
}

void Checks::forms()
{
    for (const FormRule &form : m_process.forms) {
        const bool update = form.target.record == RecordKind::Update;
        const AudienceDef *audience = update ? m_process.audienceDef(form.target.arg) : nullptr;
        if (!form.states.isEmpty() && !audience)
            add(Grade::Fault, u"useless-states"_s, form.rule,
                tr("Only updates have states, \"%1\" is for %2.").arg(form.rule.id, form.target.toText()),
                tr("Remove \"states\"."));
        for (const QString &state : form.states) {
            if (audience && !audience->states.contains(state))
                add(Grade::Fault, u"unknown-state"_s, form.rule,
                    tr("\"%1\" is not a state of the audience \"%2\".").arg(state, audience->id),
                    tr("Write it as the audience does, or add it there."));
        }
        const bool asks = !form.fields.isEmpty() || !form.text.isEmpty() || !form.sections.isEmpty();
        if (!asks)
            add(Grade::Fault, u"empty-form"_s, form.rule,
                tr("The form \"%1\" asks for nothing and says nothing.").arg(form.rule.id), tr("Give fields, text or sections."));
    }
}

void Checks::tables()
{
    for (const TableRule &table : m_process.tables) {
        if (const int row = deadRow(table))
            add(Grade::Fault, u"dead-row"_s, table.rule,
                tr("Row %1 of \"%2\" is never reached: an earlier one matches all it does.").arg(row).arg(table.rule.id),
                tr("Move it up or remove it."));
        if (table.rows.isEmpty())
            add(Grade::Fault, u"empty-table"_s, table.rule, tr("The table \"%1\" has no rows.").arg(table.rule.id),
                tr("Add one."));
    }
}

bool Checks::listIsUsed(const ListRule &list) const
{
    if (list.forKind != ListRule::For::Nobody || list.start)
        return true;
    for (const EffectSpec *effect : effectsOf(m_process)) {
        if (effect->kind == EffectKind::Open && effect->text == list.rule.id)
            return true;
    }
    return std::any_of(m_process.reviews.cbegin(), m_process.reviews.cend(),
                       [&](const ReviewDef &review) { return review.agenda == list.rule.id; });
}

void Checks::lists()
{
    for (const ListRule &list : m_process.lists) {
        if (!listIsUsed(list))
            add(Grade::Warning, u"unused-list"_s, list.rule, tr("The list \"%1\" is never offered.").arg(list.rule.id),
                tr("Give \"for\" or \"start\", or open it by an effect."));
        const bool handover = list.forKind == ListRule::For::Act
                              && (list.forAct == Act::HandoverAccept || list.forAct == Act::HandoverOffer);
        for (const ListItem &item : list.items) {
            if (!handover && (item.by == u"incoming" || item.by == u"outgoing"))
                add(Grade::Warning, u"no-handover"_s, item.line, tr("\"%1\" exists only in a handover.").arg(item.by),
                    tr("Name a role, or write for: handover.accept."), list.rule.id);
        }
    }
}

} // namespace fireline::process
