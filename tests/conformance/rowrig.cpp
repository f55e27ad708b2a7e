// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowrig.h"

#include "rules/tables.h"

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::conformance {

namespace {

bool said(const Complaint &complaint)
{
    if (!complaint.isEmpty())
        qWarning().noquote() << complaint;
    return complaint.isEmpty();
}

} // namespace

RowRig::RowRig(const QString &processId, const Options &options) : m_rig(processId, options.start)
{
    m_rig.addHolidays(options.holidays);
    m_declared = m_rig.declare(u"Ana"_s, options.severity, options.declare);
}

bool RowRig::does(const QString &who, const QString &entry)
{
    return said(m_rig.taken(who, entry));
}
bool RowRig::refused(const QString &who, const QString &entry, const QString &rule)
{
    return said(m_rig.refused(who, entry, rule));
}
bool RowRig::warned(const QString &who, const QString &entry, const QString &rule)
{
    return said(m_rig.warned(who, entry, rule));
}
bool RowRig::quiet(const QString &who, const QString &entry, const QString &rule)
{
    return said(m_rig.quiet(who, entry, rule));
}

bool RowRig::refusedAs(const QString &who, const QString &entry, const QString &code)
{
    const Answer answer = m_rig.line(who, entry);
    const bool right = !answer.ok && answer.code == code;
    return said(right ? QString() : u"%1 \"%2\" should be refused as %3: %4"_s.arg(who, entry, code, answer.toText()));
}

std::optional<RunningClock> RowRig::clock(const QString &rule) const
{
    for (const RunningClock &clock : clocksApart(state(), process(), now())) {
        if (clock.rule == rule)
            return clock;
    }
    return std::nullopt;
}

bool RowRig::isLate(const QString &rule) const
{
    const auto found = clock(rule);
    return found && found->state == RunningClock::State::Late;
}

bool RowRig::isMet(const QString &rule) const
{
    const auto found = clock(rule);
    return found && found->state == RunningClock::State::Met;
}

qint64 RowRig::minutes(const QString &rule) const
{
    const auto found = clock(rule);
    return found ? (found->late - found->anchor).us / Span::minutes(1).us : -1;
}

QStringList RowRig::effects(const QString &ladder) const
{
    QStringList all;
    for (const RunningClock &clock : clocksApart(state(), process(), now())) {
        if (clock.rule != ladder)
            continue;
        if (const QString due = m_rig.effects(clock.id); !due.isEmpty())
            all.append(due.split(u"; "_s));
    }
    return all;
}

QStringList RowRig::offered(const QString &list) const
{
    QStringList labels;
    if (m_rig.items(list).isEmpty())
        return labels;
    for (const ListItem &item : process().list(list)->items)
        labels.append(item.label());
    return labels;
}

bool RowRig::ticked(const QString &list, int item) const
{
    const QString state = m_rig.items(list).value(item - 1, u"open"_s);
    return state != "open"_L1;
}

QString RowRig::proposed(const QString &table) const
{
    for (const TableRule &rule : process().tables) {
        if (rule.rule.id == table)
            return tableAnswer(rule, context()).value;
    }
    return {};
}

} // namespace fireline::conformance
