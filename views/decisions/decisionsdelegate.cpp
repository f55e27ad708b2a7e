// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisions/decisionsdelegate.h"

#include "decisions/decisionsroles.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace d = models::decisions;

namespace {

Ink inkOf(int state)
{
    switch (d::State(state)) {
    case d::Late:
    case d::NoEffect: return Ink::Error;
    case d::Applied:
    case d::Partial: return Ink::Warn;
    case d::Confirmed:
    case d::Restored: return Ink::Ok;
    case d::Testing: return Ink::Link;
    case d::RuledOut:
    case d::Replaced: return Ink::Muted;
    default: return Ink::Text;
    }
}

QString said(const QModelIndex &index, int role)
{
    return isolated(index.data(role).toString());
}

} // namespace

QString decisionStateText(int state)
{
    switch (d::State(state)) {
    case d::Open: return DecisionsDelegate::tr("○ open");
    case d::Testing: return DecisionsDelegate::tr("◐ testing");
    case d::Confirmed: return DecisionsDelegate::tr("✓ confirmed");
    case d::RuledOut: return DecisionsDelegate::tr("✕ ruled out");
    case d::Stands: return DecisionsDelegate::tr("◆ decided");
    case d::Late: return DecisionsDelegate::tr("▲ look at it again now");
    case d::Replaced: return DecisionsDelegate::tr("↷ replaced");
    case d::Applied: return DecisionsDelegate::tr("▼ effect not judged");
    case d::Restored: return DecisionsDelegate::tr("✓ restored");
    case d::Partial: return DecisionsDelegate::tr("◑ helped in part");
    case d::NoEffect: return DecisionsDelegate::tr("✕ no effect");
    case d::Offered: return DecisionsDelegate::tr("▷ possible");
    }
    return {};
}

DecisionsDelegate::DecisionsDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : LinesDelegate(theme, parent)
    , m_times(times)
{
}

bool DecisionsDelegate::isHeading(const QModelIndex &index) const
{
    return index.data(d::KindRole).toInt() == d::Heading;
}

DecisionsDelegate::Line DecisionsDelegate::small(const QString &text, Ink ink) const
{
    return {text, theme().captionFont(), ink};
}

QString DecisionsDelegate::minute(const QModelIndex &index, int role) const
{
    const domain::Instant at{index.data(role).toLongLong()};
    return at.isSet() ? isolatedLtr(m_times.dayMinute(at)) : QString();
}

void DecisionsDelegate::addHypothesis(QList<Line> &lines, const QModelIndex &index) const
{
    const int state = index.data(d::StateRole).toInt();
    if (const QString how = index.data(d::HowRole).toString(); state == d::Testing)
        lines.append(small(how.isEmpty() ? tr("Tested by %1").arg(said(index, d::TesterRole))
                                         : tr("Tested by %1: %2").arg(said(index, d::TesterRole), isolated(how))));
    if (state == d::Confirmed)
        lines.append(small(tr("It shows in: %1").arg(said(index, d::EvidenceRole)), Ink::Ok));
    if (state == d::RuledOut && !index.data(d::WhyRole).toString().isEmpty())
        lines.append(small(tr("Because: %1").arg(said(index, d::WhyRole))));
    if (const QString ref = index.data(d::EvidenceRefRole).toString(); !ref.isEmpty())
        lines.append(small(tr("Evidence %1: %2").arg(isolatedLtr(ref), said(index, d::EvidenceTextRole)), Ink::Link));
}

void DecisionsDelegate::addDecision(QList<Line> &lines, const QModelIndex &index) const
{
    const int state = index.data(d::StateRole).toInt();
    const QString again = minute(index, d::RevisitRole);
    if (state == d::Late)
        lines.append(small(tr("▲ To be looked at again since %1").arg(again), Ink::Error));
    else if (!again.isEmpty() && state == d::Stands)
        lines.append(small(tr("▼ Look at it again at %1").arg(again)));
    if (state == d::Replaced)
        lines.append(small(tr("Replaced by %1").arg(isolatedLtr(index.data(d::ReplacedByRole).toString()))));
    if (const QString earlier = index.data(d::ReplacesRole).toString(); !earlier.isEmpty())
        lines.append(small(tr("Replaces %1").arg(isolatedLtr(earlier))));
    if (index.data(d::IrreversibleRole).toBool())
        lines.append(small(tr("⚠ It cannot be taken back"), Ink::Warn));
    const QStringList objections = index.data(d::ObjectionsRole).toStringList();
    for (qsizetype i = 0; i + 1 < objections.size(); i += 2)
        lines.append(small(tr("✕ %1 objects: %2").arg(isolated(objections.at(i)), isolated(objections.at(i + 1))), Ink::Error));
    if (const QString poll = index.data(d::PollRole).toString(); !poll.isEmpty() && objections.isEmpty())
        lines.append(small(tr("✓ No objection from %n people asked", nullptr, index.data(d::AnsweredRole).toInt()), Ink::Ok));
}

void DecisionsDelegate::addMitigation(QList<Line> &lines, const QModelIndex &index) const
{
    if (index.data(d::TemporaryRole).toBool())
        lines.append(small(tr("⚠ Temporary: it needs a permanent fix"), Ink::Warn));
    if (const QString rests = index.data(d::HypothesisRole).toString(); !rests.isEmpty())
        lines.append(small(tr("Rests on %1").arg(isolatedLtr(rests))));
}

void DecisionsDelegate::addOption(QList<Line> &lines, const QModelIndex &index) const
{
    if (const QString speed = index.data(d::SpeedRole).toString(); !speed.isEmpty())
        lines.append(small(tr("Takes: %1").arg(isolated(speed)), Ink::Text));
    if (const QString when = index.data(d::UseWhenRole).toString(); !when.isEmpty())
        lines.append(small(tr("When: %1").arg(isolated(when))));
    if (const QString run = index.data(d::RunRole).toString(); !run.isEmpty())
        lines.append({run, theme().idFont(), Ink::Text, true});
}

QList<LinesDelegate::Line> DecisionsDelegate::linesOf(const QModelIndex &index) const
{
    QList<Line> lines;
    QFont bold = theme().textFont();
    bold.setWeight(QFont::DemiBold);
    const QString text = index.data().toString();
    const int kind = index.data(d::KindRole).toInt();
    if (kind == d::Heading)
        return {{text, bold}};
    const QString id = isolatedLtr(index.data(d::IdRole).toString());
    if (kind == d::Option) {
        lines.append({u"%1. %2"_s.arg(id, isolated(text)), theme().textFont()});
        addOption(lines, index);
        return lines;
    }
    const int state = index.data(d::StateRole).toInt();
    const bool retracted = index.data(d::RetractedRole).toBool();
    const bool over = retracted || state == d::RuledOut || state == d::Replaced;
    const QString who = said(index, d::WhoRole);
    const QString shape = retracted ? tr("✕ taken out of the record") : decisionStateText(state);
    lines.append(
        small(tr("%1 · %2 · %3, %4").arg(id, shape, who, minute(index, d::AtRole)), retracted ? Ink::Muted : inkOf(state)));
    lines.append({text, theme().textFont(), over ? Ink::Muted : Ink::Text, false, retracted});
    if (retracted)
        lines.append(small(tr("Because: %1").arg(said(index, d::WhyRole))));
    else if (kind == d::Hypothesis)
        addHypothesis(lines, index);
    else if (kind == d::Decision)
        addDecision(lines, index);
    else
        addMitigation(lines, index);
    return lines;
}

} // namespace fireline::views
