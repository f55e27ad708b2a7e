// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagedelegate.h"

#include "core/instant.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"
#include "theme/theme.h"
#include "triage/triageroles.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace t = models::triage;

namespace {

QString said(const QModelIndex &index, int role)
{
    const QString text = index.data(role).toString();
    return text.isEmpty() ? text : isolated(text);
}

QStringList list(const QModelIndex &index, int role)
{
    return index.data(role).toStringList();
}

t::State stateOf(const QModelIndex &index)
{
    return t::State(index.data(t::StateRole).toInt());
}

/// The choices of a question as a person reads them.
QString choicesText(const QModelIndex &index)
{
    const QStringList choices = list(index, t::ChoicesRole);
    QStringList texts;
    for (qsizetype i = 0; i + 1 < choices.size(); i += 2)
        texts.append(isolated(choices.at(i + 1)));
    return texts.join(u" · "_s);
}

/// What a report or an alert tells beside its words.
QString detailsText(const QModelIndex &index)
{
    const QStringList details = list(index, t::DetailsRole);
    QStringList more;
    for (qsizetype i = 0; i + 1 < details.size(); i += 2)
        more.append(
            TriageDelegate::tr("%1: %2", "a question and its answer").arg(isolated(details.at(i)), isolated(details.at(i + 1))));
    return more.join(u" · "_s);
}

} // namespace

QString severityText(int rank, const QString &id, const QString &name)
{
    const QString shape = chipShape(rankChip(rank));
    return name.isEmpty() || name == id ? u"%1 %2"_s.arg(shape, isolated(id))
                                        : u"%1 %2 %3"_s.arg(shape, isolated(id), isolated(name));
}

QString patternText(const QModelIndex &index)
{
    const int kindsNeeded = index.data(t::KindsNeededRole).toInt();
    const QString within = domain::toShortText({index.data(t::WithinRole).toLongLong()});
    const QString alike = TriageDelegate::tr("%1 of %2 alike within %3")
                              .arg(index.data(t::AlikeRole).toInt())
                              .arg(index.data(t::AlikeNeededRole).toInt())
                              .arg(isolatedLtr(within));
    if (kindsNeeded < 2)
        return alike;
    return TriageDelegate::tr("%1, or %2 of %3 that differ in: %4")
        .arg(alike)
        .arg(index.data(t::KindsRole).toInt())
        .arg(kindsNeeded)
        .arg(isolated(list(index, t::DistinctRole).join(u", "_s)));
}

TriageDelegate::TriageDelegate(Theme &theme, TimeDisplay &times, QObject *parent) : LinesDelegate(theme, parent), m_times(times)
{
}

bool TriageDelegate::isHeading(const QModelIndex &index) const
{
    return index.data(t::KindRole).toInt() == t::Heading;
}

TriageDelegate::Line TriageDelegate::plain(const QString &text, Ink ink) const
{
    return {text, theme().textFont(), ink};
}

TriageDelegate::Line TriageDelegate::bold(const QString &text, Ink ink) const
{
    QFont font = theme().textFont();
    font.setWeight(QFont::DemiBold);
    return {text, font, ink};
}

TriageDelegate::Line TriageDelegate::small(const QString &text, Ink ink) const
{
    return {text, theme().captionFont(), ink};
}

QString TriageDelegate::minute(const QModelIndex &index, int role) const
{
    const domain::Instant at{index.data(role).toLongLong()};
    return at.isSet() ? isolatedLtr(m_times.dayMinute(at)) : QString();
}

void TriageDelegate::addQuestion(QList<Line> &lines, const QModelIndex &index) const
{
    const QString name = said(index, Qt::DisplayRole);
    const QString source = index.data(t::SourceRole).toString();
    const QString value = said(index, t::ValueRole);
    switch (stateOf(index)) {
    case t::Answered:
        lines.append(
            plain(index.data(t::KindRole).toInt() == t::Confirmation ? tr("✓ %1").arg(value) : tr("✓ %1: %2").arg(name, value)));
        break;
    case t::FalseAlarm: lines.append(plain(tr("✕ %1").arg(value), Ink::Warn)); break;
    default:
        if (index.data(t::NeededRole).toBool())
            lines.append(bold(tr("▼ %1").arg(name), Ink::Warn));
        else
            lines.append(plain(tr("○ %1").arg(name)));
        if (const QString choices = choicesText(index); !choices.isEmpty())
            lines.append(small(choices, Ink::Text));
        lines.append(small(source.isEmpty() ? tr("Not answered yet") : tr("Not answered yet (%1)").arg(isolatedLtr(source))));
        return;
    }
    if (const QString reason = said(index, t::ReasonRole); !reason.isEmpty())
        lines.append(small(tr("%1, %2", "what was said and when").arg(minute(index, t::AtRole), reason)));
}

void TriageDelegate::addRecord(QList<Line> &lines, const QModelIndex &index) const
{
    const QString source = isolatedLtr(index.data(t::SourceRole).toString());
    switch (stateOf(index)) {
    case t::Answered: lines.append(plain(tr("✓ Triage record (%1): written, %2").arg(source, minute(index, t::AtRole)))); return;
    case t::Ready: lines.append(bold(tr("▷ Triage record (%1): complete, Enter writes it").arg(source), Ink::Link)); return;
    default: break;
    }
    lines.append(index.data(t::NeededRole).toBool() ? bold(tr("▼ Triage record (%1): Enter fills it in").arg(source), Ink::Warn)
                                                    : plain(tr("○ Triage record (%1): Enter fills it in").arg(source)));
    for (const QString &missing : list(index, t::MissingRole))
        lines.append(small(isolated(missing)));
}

void TriageDelegate::addProposal(QList<Line> &lines, const QModelIndex &index) const
{
    const QString source = isolatedLtr(index.data(t::SourceRole).toString());
    const QString reason = said(index, t::ReasonRole);
    const QString id = index.data(t::IdRole).toString();
    const QString missing = list(index, t::MissingRole).join(u", "_s);
    const int rank = index.data(t::RankRole).toInt();
    const QString severity = severityText(rank, id, index.data().toString());
    switch (stateOf(index)) {
    case t::Waiting:
        lines.append(plain(tr("○ No proposal yet (%1)").arg(source), Ink::Muted));
        lines.append(small(tr("It needs: %1").arg(isolated(missing))));
        return;
    case t::Current: lines.append(plain(tr("✓ The process proposes the same: %1 (%2)").arg(severity, source), Ink::Ok)); break;
    default:
        if (index.data(t::ProposesRole).toString() == "severity"_L1)
            lines.append(bold(tr("▶ Proposed: %1 (%2)").arg(severity, source), Ink::Link));
        else if (index.data(t::ProposesRole).toString() == "phase"_L1)
            lines.append(bold(tr("▶ Proposed phase: %1 (%2)").arg(said(index, Qt::DisplayRole), source), Ink::Link));
        else
            lines.append(bold(tr("▶ Proposed: %1 (%2)").arg(said(index, t::ValueRole), source), Ink::Link));
        break;
    }
    if (!reason.isEmpty())
        lines.append(small(tr("Why: %1").arg(reason)));
    if (!missing.isEmpty())
        lines.append(small(tr("Not answered yet: %1").arg(isolated(missing))));
}

void TriageDelegate::addSeverity(QList<Line> &lines, const QModelIndex &index) const
{
    const QString severity = severityText(index.data(t::RankRole).toInt(), index.data(t::IdRole).toString(),
                                          index.data().toString());
    switch (stateOf(index)) {
    case t::Current: lines.append(bold(tr("%1 · ✓ set now").arg(severity))); break;
    case t::Proposed: lines.append(bold(tr("%1 · ▶ proposed").arg(severity), Ink::Link)); break;
    default: lines.append(bold(severity)); break;
    }
    if (const QStringList definition = list(index, t::DefinitionRole); !definition.isEmpty())
        lines.append(plain(isolated(definition.join(u' '))));
    if (const QStringList examples = list(index, t::ExamplesRole); !examples.isEmpty())
        lines.append(small(tr("For example: %1").arg(isolated(examples.join(u"; "_s)))));
}

void TriageDelegate::addImpact(QList<Line> &lines, const QModelIndex &index) const
{
    const QString name = said(index, Qt::DisplayRole);
    if (stateOf(index) == t::Open) {
        lines.append(plain(tr("○ %1: not stated").arg(name), Ink::Muted));
        return;
    }
    const QString value = said(index, t::ValueRole);
    lines.append(plain(tr("✓ %1: %2").arg(name, value.isEmpty() ? minute(index, t::AtRole) : value)));
}

void TriageDelegate::addFlag(QList<Line> &lines, const QModelIndex &index) const
{
    const bool set = stateOf(index) == t::Set;
    const QString name = said(index, Qt::DisplayRole);
    lines.append(set ? bold(tr("● %1: set, %2").arg(name, minute(index, t::AtRole)), Ink::Warn)
                     : plain(tr("○ %1: not set").arg(name)));
    const QStringList effects = list(index, t::SetsOffRole);
    if (effects.isEmpty())
        return;
    lines.append(small(set ? tr("It set off:") : tr("It would set off:")));
    for (const QString &effect : effects)
        lines.append(small(u"– "_s + isolated(effect), Ink::Text));
}

void TriageDelegate::addPattern(QList<Line> &lines, const QModelIndex &index) const
{
    const QString name = said(index, Qt::DisplayRole);
    const QString items = isolatedLtr(list(index, t::ItemsRole).join(u", "_s));
    const bool waits = index.data(t::NeededRole).toBool();
    switch (stateOf(index)) {
    case t::Complete:
        lines.append(waits ? bold(tr("▲ %1 since %2: %3").arg(name, minute(index, t::AtRole), items), Ink::Error)
                           : plain(tr("✓ %1 since %2: %3").arg(name, minute(index, t::AtRole), items)));
        break;
    case t::Growing: lines.append(bold(tr("▼ %1: %2").arg(name, items), Ink::Warn)); break;
    default: lines.append(plain(tr("○ %1: none").arg(name), Ink::Muted)); break;
    }
    if (stateOf(index) != t::Complete)
        lines.append(small(patternText(index)));
    for (const QString &effect : list(index, t::SetsOffRole))
        lines.append(small(stateOf(index) == t::Complete ? tr("The process says: %1").arg(isolated(effect))
                                                         : tr("Then the process says: %1").arg(isolated(effect)),
                           stateOf(index) == t::Complete && waits ? Ink::Error : Ink::Muted));
}

void TriageDelegate::addReport(QList<Line> &lines, const QModelIndex &index) const
{
    const bool retracted = stateOf(index) == t::Retracted;
    const QString id = isolatedLtr(index.data(t::IdRole).toString());
    const QString at = minute(index, t::AtRole);
    lines.append(small(retracted ? tr("%1 · %2 · ✕ taken out of the record").arg(id, at) : tr("%1 · %2").arg(id, at)));
    Line words = plain(index.data().toString(), retracted ? Ink::Muted : Ink::Text);
    words.struck = retracted;
    lines.append(words);
    if (const QString more = detailsText(index); !more.isEmpty() && !retracted)
        lines.append(small(more));
    if (retracted)
        lines.append(small(tr("Because: %1").arg(said(index, t::ReasonRole))));
}

void TriageDelegate::addAlert(QList<Line> &lines, const QModelIndex &index) const
{
    const QString name = tr("%1 %2", "the number of an alert and its name")
                             .arg(isolatedLtr(index.data(t::IdRole).toString()), said(index, Qt::DisplayRole));
    const QString at = minute(index, t::AtRole);
    switch (stateOf(index)) {
    case t::Answered: lines.append(plain(tr("✓ %1: acknowledged, fired %2").arg(name, at))); break;
    case t::Waiting: lines.append(plain(tr("◌ %1: silenced, fired %2").arg(name, at), Ink::Muted)); break;
    case t::Complete: lines.append(plain(tr("○ %1: over since %2").arg(name, minute(index, t::EndsRole)), Ink::Muted)); break;
    default: lines.append(bold(tr("▲ %1: firing since %2").arg(name, at), Ink::Warn)); break;
    }
    if (const QString more = detailsText(index); !more.isEmpty())
        lines.append(small(more, stateOf(index) == t::Complete ? Ink::Muted : Ink::Text));
}

void TriageDelegate::addNext(QList<Line> &lines, const QModelIndex &index) const
{
    const QString name = said(index, Qt::DisplayRole);
    const QStringList missing = list(index, t::MissingRole);
    if (stateOf(index) == t::Blocked)
        lines.append(plain(tr("✕ %1: not yet").arg(name), Ink::Muted));
    else if (missing.isEmpty())
        lines.append(bold(tr("▷ %1: nothing is in the way").arg(name), Ink::Ok));
    else
        lines.append(plain(tr("▷ %1: possible, something is open").arg(name)));
    for (const QString &what : missing)
        lines.append(small(isolated(what), stateOf(index) == t::Blocked ? Ink::Warn : Ink::Muted));
}

void TriageDelegate::addNeed(QList<Line> &lines, const QModelIndex &index) const
{
    const QString what = said(index, Qt::DisplayRole);
    const QString source = isolatedLtr(index.data(t::SourceRole).toString());
    const QString whose = said(index, t::ValueRole);
    const int state = stateOf(index);
    if (state == t::Answered) {
        lines.append(index.data(t::ReasonRole).toString().isEmpty() ? plain(tr("✓ %1").arg(what))
                                                                    : plain(tr("✓ %1: confirmed").arg(what)));
        return;
    }
    const bool byHand = index.data(t::NeededRole).toBool();
    if (state == t::Blocked)
        lines.append(byHand ? bold(tr("▼ %1: Enter confirms it").arg(what), Ink::Warn) : plain(tr("✕ %1: not yet").arg(what)));
    else
        lines.append(byHand ? plain(tr("○ %1: Enter confirms it").arg(what)) : plain(tr("○ %1: not yet").arg(what)));
    if (const QString deed = index.data(t::ReasonRole).toString(); !byHand && !deed.isEmpty())
        lines.append(small(tr("%1, with %2", "a rule, the command that makes it so").arg(source, isolatedLtr(deed))));
    else
        lines.append(small(
            !byHand || whose.isEmpty() ? source : tr("%1, for %2", "a rule and whose word it asks for").arg(source, whose)));
}

QList<LinesDelegate::Line> TriageDelegate::linesOf(const QModelIndex &index) const
{
    QList<Line> lines;
    switch (t::Kind(index.data(t::KindRole).toInt())) {
    case t::Heading: return {bold(index.data().toString())};
    case t::Confirmation:
    case t::Question: addQuestion(lines, index); break;
    case t::Record: addRecord(lines, index); break;
    case t::Proposal: addProposal(lines, index); break;
    case t::Severity: addSeverity(lines, index); break;
    case t::Impact: addImpact(lines, index); break;
    case t::Flag: addFlag(lines, index); break;
    case t::Inside: lines.append(bold(tr("⊘ %1").arg(said(index, Qt::DisplayRole)), Ink::Warn)); break;
    case t::Pattern: addPattern(lines, index); break;
    case t::Report: addReport(lines, index); break;
    case t::Next: addNext(lines, index); break;
    case t::Need: addNeed(lines, index); break;
    case t::Alert: addAlert(lines, index); break;
    }
    return lines;
}

} // namespace fireline::views
