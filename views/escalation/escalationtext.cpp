// SPDX-License-Identifier: GPL-3.0-or-later
#include "escalation/escalationtext.h"

#include "escalation/escalationroles.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/chippainter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace escalation = models::escalation;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Escalation)
};

escalation::State stateOf(const QModelIndex &rung)
{
    return escalation::State(rung.data(escalation::StateRole).toInt());
}

QString countOf(const QModelIndex &rung)
{
    return countdownText({rung.data(escalation::LeftRole).toLongLong()});
}

QString settledText(const QModelIndex &rung, const TimeDisplay &times)
{
    const auto minute = [&](int role) { return isolatedLtr(times.dayMinute({rung.data(role).toLongLong()})); };
    const QString by = isolated(rung.data(escalation::SettledByRole).toString());
    switch (stateOf(rung)) {
    case escalation::Called: return Text::tr("Called by %1 at %2, no answer yet").arg(by, minute(escalation::SettledAtRole));
    case escalation::Answered: {
        const QString said = rung.data(escalation::AnswerRole).toString();
        const QString at = minute(escalation::AnsweredAtRole);
        return said.isEmpty() ? Text::tr("Answered at %1").arg(at) : Text::tr("Answered at %1: %2").arg(at, isolated(said));
    }
    case escalation::Skipped:
        return Text::tr("Skipped by %1 at %2: %3")
            .arg(by, minute(escalation::SettledAtRole), isolated(rung.data(escalation::ReasonRole).toString()));
    default: return {};
    }
}

} // namespace

std::optional<Chip> rungChip(const QModelIndex &rung)
{
    switch (stateOf(rung)) {
    case escalation::Waiting: return std::nullopt;
    case escalation::Due: return Chip::Due;
    case escalation::Late: return Chip::Late;
    case escalation::Called: return Chip::Info;
    case escalation::Answered: return Chip::Ok;
    case escalation::Skipped: return Chip::Offline;
    }
    return std::nullopt;
}

QString rungTime(const QModelIndex &rung)
{
    switch (stateOf(rung)) {
    case escalation::Waiting: return Text::tr("in %1").arg(countOf(rung));
    case escalation::Due: return chipText(Chip::Due, Text::tr("now"));
    case escalation::Late: return chipText(Chip::Late, Text::tr("late %1").arg(countOf(rung)));
    case escalation::Called: return chipText(Chip::Info, Text::tr("called"));
    case escalation::Answered: return chipText(Chip::Ok, Text::tr("answered"));
    case escalation::Skipped: return u"⊘"_s + QChar(QChar::Nbsp) + Text::tr("skipped");
    }
    return {};
}

QString rungDetail(const QModelIndex &rung, const TimeDisplay &times)
{
    QStringList parts;
    if (const QString settled = settledText(rung, times); !settled.isEmpty())
        parts.append(settled);
    if (const int steps = rung.data(escalation::StepsRole).toInt(); steps > 1)
        parts.append(Text::tr("Step %1 of %2").arg(rung.data(escalation::StepRole).toInt()).arg(steps));
    const QStringList source = rung.data(escalation::SourceRole).toStringList();
    for (const QString &row : source.isEmpty() ? QStringList{rung.data(escalation::RuleRole).toString()} : source)
        parts.append(isolatedLtr(row));
    const QString ladder = rung.data(escalation::LadderRole).toString();
    if (ladder.contains(u'/'))
        parts.append(isolatedLtr(ladder.section(u'/', 1)));
    return parts.join(u" · "_s);
}

QString nextRungText(const QModelIndex &rung)
{
    const QString what = rung.data().toString();
    switch (stateOf(rung)) {
    case escalation::Waiting: return Text::tr("Next in %1: %2").arg(isolatedLtr(countOf(rung)), what);
    case escalation::Due: return Text::tr("▼ Now: %1").arg(what);
    case escalation::Late: return Text::tr("▲ Late %1: %2").arg(isolatedLtr(countOf(rung)), what);
    default: return {};
    }
}

} // namespace fireline::views
