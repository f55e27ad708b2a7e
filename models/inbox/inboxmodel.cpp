// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inboxmodel.h"

#include "decide/decide.h"
#include "inbox/alertmerge.h"
#include "inbox/alertoffers.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

inbox::State stateOf(InboxAlert::State state)
{
    switch (state) {
    case InboxAlert::State::Firing: return inbox::Firing;
    case InboxAlert::State::Acknowledged: return inbox::Acknowledged;
    case InboxAlert::State::Silenced: return inbox::Silenced;
    case InboxAlert::State::Cleared: return inbox::Cleared;
    }
    return inbox::Firing;
}

inbox::Before beforeOf(const std::optional<EarlierFirings> &earlier)
{
    if (!earlier)
        return inbox::NotAsked;
    switch (earlier->verdict) {
    case EarlierFirings::Verdict::FirstTime: return inbox::FirstTime;
    case EarlierFirings::Verdict::Repeating: return inbox::Repeating;
    case EarlierFirings::Verdict::Daily: return inbox::Daily;
    case EarlierFirings::Verdict::Weekly: return inbox::Weekly;
    }
    return inbox::NotAsked;
}

/// A label, or an annotation of that name.
QString word(const InboxAlert &alert, const QString &name)
{
    const QString label = alert.labels.value(name);
    return (label.isEmpty() ? alert.annotations.value(name) : label).simplified();
}

QStringList labelList(const AlertLabels &labels)
{
    QStringList list;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        list << it.key() << it.value();
    return list;
}

QVariant alertData(const InboxRow &row, int role)
{
    const InboxAlert &alert = row.alert;
    switch (role) {
    case Qt::DisplayRole: return alert.name;
    case inbox::StateRole: return stateOf(alert.state);
    case inbox::FingerprintRole: return alert.fingerprint;
    case inbox::RecordRole: return alert.record;
    case inbox::StartsAtRole: return alert.startsAt.us;
    case inbox::EndsAtRole: return alert.endsAt.us;
    case inbox::StaleRole: return alert.stale;
    case inbox::SummaryRole: return word(alert, u"summary"_s);
    case inbox::KindRole: return word(alert, u"type"_s);
    case inbox::CauseRole: return word(alert, u"cause"_s);
    case inbox::LabelsRole: return labelList(alert.labels);
    case inbox::SourcesRole: return alert.sources;
    case inbox::LinkRole: return alert.link;
    case inbox::GroupSizeRole: return row.groupSize;
    case inbox::BeforeRole: return beforeOf(row.earlier);
    case inbox::TimesRole: {
        const EarlierFirings earlier = row.earlier.value_or(EarlierFirings());
        return QVariant::fromValue(QList<int>{earlier.day, earlier.week, earlier.month, earlier.all});
    }
    case inbox::SameRole: {
        const EarlierFirings earlier = row.earlier.value_or(EarlierFirings());
        return QVariant::fromValue(QList<int>{earlier.sameHour, earlier.sameWeekHour});
    }
    case inbox::LastTimeRole: return row.earlier ? row.earlier->last.us : 0;
    case inbox::DueRole: return row.due.us;
    case inbox::LateRole: return row.late.us;
    case inbox::LeftRole: return row.left.us;
    case inbox::DueTextRole: return row.dueText;
    default: return {};
    }
}

} // namespace

InboxModel::InboxModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

InboxModel::~InboxModel() = default;

QList<InboxRow> InboxModel::rowsNow() const
{
    QList<InboxRow> rows;
    QSet<QString> known;
    for (const InboxGroup &group : groupAlerts(mergeAlerts(m_readings, m_feed.state().alerts))) {
        bool first = true;
        for (const InboxAlert &alert : group.alerts) {
            InboxRow row;
            // One that fired, cleared and fired again is in the record more than once.
            row.id = known.contains(alert.fingerprint) ? alert.fingerprint + u'/' + alert.record : alert.fingerprint;
            known.insert(alert.fingerprint);
            row.alert = alert;
            row.groupSize = std::exchange(first, false) ? int(group.alerts.size()) : 0;
            if (const auto earlier = m_earlier.constFind(alert.fingerprint); earlier != m_earlier.constEnd())
                row.earlier = earlierFirings(*earlier, alert.startsAt, endedBefore(alert));
            setDue(row);
            rows.append(row);
        }
    }
    return rows;
}

/// When it fired before in this incident: whoever was asked was asked once, and may not know it.
QList<Instant> InboxModel::endedBefore(const InboxAlert &alert) const
{
    QList<Instant> starts;
    for (const Alert &known : m_feed.state().alerts) {
        if (known.fingerprint == alert.fingerprint && known.endedAt.isSet() && known.endedAt <= alert.startsAt)
            starts.append(known.firedAt);
    }
    return starts;
}

/// What the process says of an alert that nobody has acknowledged: its clock, then its ladder.
void InboxModel::setDue(InboxRow &row) const
{
    if (row.alert.record.isEmpty() || row.alert.state == InboxAlert::State::Cleared)
        return;
    for (const RunningClock &clock : m_feed.clocks()) {
        if (clock.item != row.alert.record || !clock.running())
            continue;
        row.due = clock.due;
        row.late = clock.late;
        row.left = clock.due - m_feed.now();
        row.dueText = clock.text;
        return;
    }
}

void InboxModel::setReadings(const QList<SourceReading> &readings)
{
    m_readings = readings;
    sync();
}

void InboxModel::setEarlier(const QString &fingerprint, const QList<Instant> &firings)
{
    m_earlier.insert(fingerprint, firings);
    sync();
}

void InboxModel::tellChanges(int row, const InboxRow &before)
{
    const InboxRow &now = m_rows.at(row);
    ChangedRoles changed;
    const InboxAlert &a = before.alert;
    const InboxAlert &b = now.alert;
    changed.add(a.name != b.name, {Qt::DisplayRole});
    changed.add(a.state != b.state || a.record != b.record,
                {inbox::StateRole, inbox::RecordRole, inbox::LinkWhyNotRole, inbox::AcknowledgeWhyNotRole,
                 inbox::SilenceWhyNotRole, inbox::EndSilenceWhyNotRole});
    changed.add(a.startsAt != b.startsAt, {inbox::StartsAtRole});
    changed.add(a.endsAt != b.endsAt, {inbox::EndsAtRole});
    changed.add(a.stale != b.stale, {inbox::StaleRole});
    changed.add(a.labels != b.labels || a.annotations != b.annotations,
                {inbox::SummaryRole, inbox::KindRole, inbox::CauseRole, inbox::LabelsRole});
    changed.add(a.sources != b.sources, {inbox::SourcesRole});
    changed.add(a.silences != b.silences || a.stale != b.stale || a.sources != b.sources,
                {inbox::SilenceWhyNotRole, inbox::EndSilenceWhyNotRole});
    changed.add(before.due != now.due || before.late != now.late || before.dueText != now.dueText,
                {inbox::DueRole, inbox::LateRole, inbox::DueTextRole});
    changed.add(before.left != now.left, {inbox::LeftRole});
    changed.add(a.link != b.link, {inbox::LinkRole});
    changed.add(before.groupSize != now.groupSize, {inbox::GroupSizeRole});
    changed.add(before.earlier != now.earlier, {inbox::BeforeRole, inbox::TimesRole, inbox::SameRole, inbox::LastTimeRole});
    changed.add(sentence(before) != sentence(now), {Qt::AccessibleTextRole, Qt::ToolTipRole});
    if (!changed.isEmpty())
        emit dataChanged(index(row), index(row), changed.roles());
}

QString InboxModel::sentence(const InboxRow &row) const
{
    const QString name = row.alert.name;
    const QString text = [&] {
        switch (row.alert.state) {
        case InboxAlert::State::Firing: return tr("%1 fires.").arg(name);
        case InboxAlert::State::Acknowledged: return tr("%1 fires and is acknowledged.").arg(name);
        case InboxAlert::State::Silenced: return tr("%1 is silenced.").arg(name);
        case InboxAlert::State::Cleared: return tr("%1 has cleared.").arg(name);
        }
        return name;
    }();
    const QString summary = word(row.alert, u"summary"_s);
    const QString told = summary.isEmpty() ? text : tr("%1 %2", "what an alert does, what its source says").arg(text, summary);
    return row.alert.stale ? tr("%1 Its source has not answered since.").arg(told) : told;
}

/// What deciding it would answer now; empty where it would be done.
QString InboxModel::refusalOf(const Command &command) const
{
    const auto decision = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    return decision ? QString() : decision.problem().text;
}

/// Where a source has it, it is silenced there, linked or not; one of the record alone is marked in the record.
QString InboxModel::whyNotSilence(const InboxRow &row) const
{
    const InboxAlert &alert = row.alert;
    if (alert.state == InboxAlert::State::Cleared)
        return tr("It has cleared.");
    if (alert.state == InboxAlert::State::Silenced)
        return tr("It is silenced already. Shift+S ends that.");
    if (!alert.sources.isEmpty())
        return alert.stale ? tr("Its source does not answer. Try again when it does.") : QString();
    if (alert.record.isEmpty())
        return tr("Link it to this incident first: R.");
    Command command;
    command.verb = Verb::SilenceAlert;
    command.args = {{u"ref"_s, alert.record}};
    return refusalOf(command);
}

QString InboxModel::whyNotEndSilence(const InboxRow &row) const
{
    const InboxAlert &alert = row.alert;
    if (alert.state != InboxAlert::State::Silenced)
        return tr("It is not silenced.");
    if (alert.sources.isEmpty())
        return tr("No source has it: there is no silence to end.");
    if (alert.stale)
        return tr("Its source does not answer. Try again when it does.");
    return alert.silences.isEmpty() ? tr("Another alert holds it back. There is no silence to end.") : QString();
}

QString InboxModel::whyNot(const InboxRow &row, int role) const
{
    if (role == inbox::SilenceWhyNotRole)
        return whyNotSilence(row);
    if (role == inbox::EndSilenceWhyNotRole)
        return whyNotEndSilence(row);
    if (role == inbox::LinkWhyNotRole)
        return row.alert.record.isEmpty() ? refusalOf(models::linkCommand(row.alert))
                                          : tr("It is linked to this incident already.");
    if (row.alert.state == InboxAlert::State::Cleared)
        return tr("It has cleared.");
    if (row.alert.record.isEmpty())
        return tr("Link it to this incident first: R.");
    Command command;
    command.verb = Verb::AckAlert;
    command.args = {{u"ref"_s, row.alert.record}};
    return refusalOf(command);
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InboxRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    case inbox::LinkWhyNotRole:
    case inbox::AcknowledgeWhyNotRole:
    case inbox::SilenceWhyNotRole:
    case inbox::EndSilenceWhyNotRole: return whyNot(row, role);
    default: return alertData(row, role);
    }
}

std::optional<Command> InboxModel::linkCommand(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).alert.record.isEmpty())
        return {};
    return models::linkCommand(m_rows.at(index.row()).alert);
}

/// The last time that it is in the record; null where it never was.
const Alert *InboxModel::lastOf(const QString &fingerprint) const
{
    const QList<Alert> &all = m_feed.state().alerts;
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [&](const Alert &alert) { return alert.fingerprint == fingerprint; });
    return found == all.rend() ? nullptr : &*found;
}

QList<Command> InboxModel::followCommands() const
{
    QList<Command> commands;
    for (const InboxRow &row : m_rows) {
        const Alert *recorded = row.alert.record.isEmpty() ? lastOf(row.alert.fingerprint)
                                                           : m_feed.state().alert(row.alert.record);
        if (const auto command = recorded ? followCommand(row.alert, *recorded) : std::nullopt)
            commands.append(*command);
    }
    return commands;
}

QString InboxModel::eventOf(const QModelIndex &index) const
{
    const Alert *recorded = index.isValid() ? m_feed.state().alert(m_rows.at(index.row()).alert.record) : nullptr;
    return recorded ? recorded->eventId : QString();
}

QModelIndex InboxModel::indexOf(const QString &fingerprint) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).alert.fingerprint == fingerprint)
            return index(row);
    }
    return {};
}

InboxGroup InboxModel::groupOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    int first = index.row();
    while (m_rows.at(first).groupSize == 0)
        --first;
    QList<InboxAlert> alerts;
    for (int row = first; row < first + m_rows.at(first).groupSize; ++row)
        alerts.append(m_rows.at(row).alert);
    return groupAlerts(alerts).first();
}

} // namespace fireline::models
