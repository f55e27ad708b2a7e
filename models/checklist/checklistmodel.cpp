// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklistmodel.h"

#include "rules/tickline.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

constexpr quintptr noParent = 0;

/// Which roles of a step differ; empty where it looks the same.
QList<int> changedRoles(const ChecklistStep &a, const ChecklistStep &b)
{
    ChangedRoles changed;
    changed.add(a.text != b.text, {Qt::DisplayRole});
    changed.add(a.state != b.state, {checklist::StateRole, Qt::CheckStateRole});
    changed.add(a.actor != b.actor, {checklist::ActorRole});
    changed.add(a.reason != b.reason, {checklist::ReasonRole});
    changed.add(a.at != b.at, {checklist::AtRole});
    changed.add(a.owner != b.owner, {checklist::OwnerRole});
    changed.add(a.line != b.line, {checklist::LineRole});
    changed.add(a.form != b.form, {checklist::FormRole});
    changed.add(a.next != b.next, {checklist::NextRole});
    changed.add(!changed.isEmpty() || !(a == b), {Qt::AccessibleTextRole});
    return changed.roles();
}

} // namespace

ChecklistModel::ChecklistModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

ChecklistModel::~ChecklistModel() = default;

QList<ChecklistModel::Row> ChecklistModel::rowsNow() const
{
    QList<Row> rows;
    const RuleContext context{m_feed.state(), m_feed.process(), m_feed.now()};
    for (const Checklist &list : checklistsNow(context, m_feed.profile()))
        rows.append({list, ++m_lastSerial});
    return rows;
}

int ChecklistModel::rowOf(quintptr serial) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).serial == serial)
            return row;
    }
    return -1;
}

QModelIndex ChecklistModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_rows.at(parent.row()).serial : noParent);
}

QModelIndex ChecklistModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == noParent)
        return {};
    const int row = rowOf(child.internalId());
    return row < 0 ? QModelIndex() : createIndex(row, 0, noParent);
}

int ChecklistModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    return parent.internalId() == noParent ? int(m_rows.at(parent.row()).list.steps.size()) : 0;
}

int ChecklistModel::columnCount(const QModelIndex &) const
{
    return 1;
}

void ChecklistModel::tellChanges(int row, const Row &old)
{
    // The steps of a list that stays keep their places.
    m_rows[row].serial = old.serial;
    const Checklist &before = old.list;
    const Checklist &now = m_rows.at(row).list;
    const QModelIndex list = index(row, 0);
    emit dataChanged(list, list);
    for (int i = 0; i < now.steps.size(); ++i) {
        QList<int> roles = changedRoles(before.steps.at(i), now.steps.at(i));
        if (before.mine != now.mine)
            roles.append(checklist::MineRole);
        if (!roles.isEmpty())
            emit dataChanged(index(i, 0, list), index(i, 0, list), roles);
    }
}

void ChecklistModel::sync()
{
    m_looked = m_feed.now();
    FeedModel::sync();
}

// Some conditions rest on time alone; none of them is finer than a minute.
void ChecklistModel::tick()
{
    if (m_feed.now() - m_looked >= Span::minutes(1) || m_feed.now() < m_looked)
        sync();
}

QString ChecklistModel::sentence(const Checklist &list) const
{
    if (list.canStart)
        return tr("%1: offered, not started.").arg(list.title);
    return tr("%1: %2 of %n steps are settled.", nullptr, int(list.steps.size())).arg(list.title).arg(list.settled());
}

QString ChecklistModel::sentence(const ChecklistStep &step) const
{
    switch (step.state) {
    case checklist::Open: {
        const QString said = step.next ? tr("Next: %1").arg(step.text) : tr("Open: %1").arg(step.text);
        if (!step.form.isEmpty())
            return tr("%1. Enter opens its form.", "a step that is a record").arg(said);
        return step.line.isEmpty() ? said : tr("%1. Type %2.", "a step, the command for it").arg(said, namedLine(step.line));
    }
    case checklist::Ticked: return tr("Done by itself, %1: %2").arg(step.reason, step.text);
    case checklist::Checked: return tr("Done by %1: %2").arg(step.actor, step.text);
    case checklist::Skipped: return tr("Skipped by %1, %2: %3").arg(step.actor, step.reason, step.text);
    }
    return step.text;
}

QVariant ChecklistModel::listData(const Checklist &list, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return list.title;
    case Qt::AccessibleTextRole: return sentence(list);
    case checklist::ListIdRole: return list.id;
    case checklist::NumberRole: return 0;
    case checklist::OwnerRole: return list.owner;
    case checklist::MineRole: return list.mine;
    case checklist::CountRole: return int(list.steps.size());
    case checklist::SettledRole: return list.settled();
    case checklist::CanStartRole: return list.canStart;
    case checklist::OfferedRole: return list.offered;
    case checklist::StartedRole: return list.startedAt.us;
    case checklist::SourceRole: return list.source;
    default: return {};
    }
}

QVariant ChecklistModel::stepData(const Row &row, int number, int role) const
{
    const ChecklistStep &step = row.list.steps.at(number);
    const bool done = step.state == checklist::Ticked || step.state == checklist::Checked;
    switch (role) {
    case Qt::DisplayRole: return step.text;
    case Qt::CheckStateRole: return done ? Qt::Checked : step.state == checklist::Skipped ? Qt::PartiallyChecked : Qt::Unchecked;
    case Qt::AccessibleTextRole: return sentence(step);
    case checklist::ListIdRole: return row.list.id;
    case checklist::NumberRole: return number + 1;
    case checklist::StateRole: return int(step.state);
    case checklist::ActorRole: return step.actor;
    case checklist::ReasonRole: return step.reason;
    case checklist::AtRole: return step.at.us;
    case checklist::OwnerRole: return step.owner;
    case checklist::NextRole: return step.next;
    case checklist::MineRole: return row.list.mine;
    case checklist::RunRole: return step.run;
    case checklist::SayRole: return step.say;
    case checklist::UseWhenRole: return step.useWhen;
    case checklist::SpeedRole: return step.speed;
    case checklist::MinutesRole: return step.minutes;
    case checklist::SectionRole: return step.section;
    case checklist::LineRole: return step.line;
    case checklist::FormRole: return step.form;
    case checklist::SourceRole: return row.list.source;
    default: return {};
    }
}

QVariant ChecklistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == noParent)
        return listData(m_rows.at(index.row()).list, role);
    const int row = rowOf(index.internalId());
    return row < 0 ? QVariant() : stepData(m_rows.at(row), index.row(), role);
}

QVariant ChecklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section != 0 || orientation != Qt::Horizontal)
        return {};
    if (role != checklist::ToStartRole)
        return role == Qt::DisplayRole ? tr("Step") : QVariant();
    QStringList lists;
    for (const auto &[id, title] : listsToStart({m_feed.state(), m_feed.process(), m_feed.now()}))
        lists << id << title;
    return lists;
}

Qt::ItemFlags ChecklistModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || index.internalId() == noParent)
        return flags;
    flags |= Qt::ItemNeverHasChildren | Qt::ItemIsUserCheckable;
    if (index.data(checklist::StateRole).toInt() == checklist::Open)
        flags |= Qt::ItemIsEditable; // why it is skipped
    return flags;
}

} // namespace fireline::models
