// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/clocksmodel.h"

#include "decide/decide.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

qint64 minutes(Span span)
{
    return std::abs(span.us) / Span::minutes(1).us;
}

} // namespace

ClocksModel::ClocksModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

ClocksModel::~ClocksModel() = default;

void ClocksModel::setAdherence(const QList<Adherence> &lines)
{
    m_adherence = lines;
    m_kept.clear();
    for (const Adherence &line : lines)
        m_kept.insert(line.rule, line);
    sync();
    emit adherenceChanged();
}

void ClocksModel::reload()
{
    m_adherence.clear();
    m_kept.clear();
    FeedModel::reload();
    emit adherenceChanged();
}

void ClocksModel::tellChanges(int row, const ClockRow &before)
{
    const ClockRow &now = m_rows.at(row);
    ChangedRoles changed;
    changed.add(before.text != now.text, {Qt::DisplayRole});
    changed.add(before.left != now.left, {clocks::LeftRole});
    changed.add(before.state != now.state, {clocks::StateRole});
    changed.add(before.ended != now.ended, {clocks::EndedRole});
    changed.add(before.owner != now.owner, {clocks::OwnerRole});
    changed.add(before.anchor != now.anchor, {clocks::AnchorRole, clocks::OriginRole});
    changed.add(before.due != now.due || before.late != now.late, {clocks::DueRole, clocks::LateRole});
    changed.add(before.snooze.until != now.snooze.until || before.snooze.why != now.snooze.why,
                {clocks::SnoozedUntilRole, clocks::SnoozeReasonRole, clocks::SnoozedByRole});
    changed.add(before.kept.rounds != now.kept.rounds || before.kept.inTime != now.kept.inTime
                    || before.kept.longestSilence != now.kept.longestSilence,
                {clocks::RoundsRole, clocks::InTimeRole, clocks::SilenceRole});
    // Of a time that moves a screen reader hears whole minutes.
    changed.add(sentence(before) != sentence(now), {Qt::AccessibleTextRole, Qt::ToolTipRole});
    emit dataChanged(index(row), index(row), changed.roles());
}

QString ClocksModel::sentence(const ClockRow &row) const
{
    const int n = int(minutes(row.left));
    if (row.kind == clocks::Stopwatch)
        return tr("%1: %n minutes.", nullptr, n).arg(row.text);
    if (row.ended)
        return tr("%1, late by %n minutes when the incident was resolved, and not done.", nullptr, n).arg(row.text);
    const bool over = row.left.us < 0 || row.state == RunningClock::State::Late;
    QString text = !over              ? tr("%1, due in %n minutes.", nullptr, n).arg(row.text)
                   : row.late.isSet() ? tr("%1, late by %n minutes.", nullptr, n).arg(row.text)
                                      : tr("%1, due for %n minutes.", nullptr, n).arg(row.text);
    if (!row.owner.isEmpty())
        text = tr("%1 Owed by %2.", "a whole sentence, then who").arg(text, row.owner);
    return row.snooze.until.isSet() ? tr("%1 Snoozed: %2.", "a whole sentence, then why").arg(text, row.snooze.why) : text;
}

/// What deciding such a command would answer now; empty where it would be done.
QString ClocksModel::refusalOf(Verb verb, const QJsonObject &args) const
{
    Command command;
    command.verb = verb;
    command.args = args;
    const auto decision = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    return decision ? QString() : decision.problem().text;
}

QVariant ClocksModel::rowData(const ClockRow &row, int role) const
{
    switch (role) {
    case clocks::IdRole: return row.id;
    case clocks::KindRole: return int(row.kind);
    case clocks::AboutRole: return int(row.about);
    case clocks::StateRole: return int(row.state);
    case clocks::LeftRole: return row.left.us;
    case clocks::AnchorRole: return row.anchor.us;
    case clocks::DueRole: return row.due.us;
    case clocks::LateRole: return row.late.us;
    case clocks::OwnerRole: return row.owner;
    case clocks::RuleRole: return row.rule;
    case clocks::SourceRole: return row.source;
    case clocks::AssumedRole: return row.assumed;
    case clocks::OriginRole: return row.origin;
    case clocks::LineRole: return row.line;
    case clocks::SnoozedUntilRole: return row.snooze.until.us;
    case clocks::SnoozeReasonRole: return row.snooze.why;
    case clocks::SnoozedByRole: return row.snooze.by;
    case clocks::RoundsRole: return row.kept.rounds;
    case clocks::InTimeRole: return row.kept.inTime;
    case clocks::SilenceRole: return row.kept.longestSilence.us;
    case clocks::CadenceRole: return row.cadence;
    case clocks::EndedRole: return row.ended;
    default: return {};
    }
}

QVariant ClocksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClockRow &row = m_rows.at(index.row());
    const qint64 minute = Span::minutes(1).us;
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    case clocks::SnoozeWhyNotRole:
        if (row.kind == clocks::Stopwatch)
            return tr("Only what runs out can be snoozed.");
        if (row.ended)
            return tr("It ended with the incident.");
        return refusalOf(Verb::Snooze, {{u"id"_s, row.id}, {u"spanUs"_s, minute}, {u"why"_s, u"?"_s}});
    case clocks::CadenceWhyNotRole:
        if (row.cadence.isEmpty())
            return tr("This clock runs once. Only what comes round again has a cadence.");
        return refusalOf(Verb::Cadence, {{u"item"_s, row.cadence}, {u"spanUs"_s, minute}});
    default: return rowData(row, role);
    }
}

} // namespace fireline::models
