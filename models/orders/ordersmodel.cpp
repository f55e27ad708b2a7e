// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/ordersmodel.h"

#include "orders/worksentence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

/// Which roles of a row differ.
QList<int> changedRoles(const WorkRow &a, const WorkRow &b)
{
    ChangedRoles changed;
    changed.add(a.left != b.left, {orders::LeftRole});
    changed.add(a.dueSoon != b.dueSoon, {orders::DueSoonRole});
    changed.add(a.due != b.due, {orders::DueRole});
    changed.add(a.ackDue != b.ackDue, {orders::AckDueRole});
    changed.add(a.acked != b.acked || a.ackedBy != b.ackedBy || a.ackTypedBy != b.ackTypedBy
                    || a.ackedForOwner != b.ackedForOwner,
                {orders::AckedRole, orders::AckedByRole, orders::AckTypedByRole, orders::AckedForRole, Qt::AccessibleTextRole,
                 Qt::ToolTipRole});
    changed.add(a.ended != b.ended, {orders::EndedRole});
    changed.add(a.mine != b.mine, {orders::IsMineRole});
    const bool words = a.state != b.state || a.urgency != b.urgency || a.owner != b.owner || a.ownerRole != b.ownerRole
                       || a.text != b.text || a.result != b.result || a.actor != b.actor || a.breach != b.breach
                       || a.fields != b.fields || a.approved != b.approved || a.risk != b.risk || a.by != b.by;
    changed.add(words,
                {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole, orders::StateRole, orders::UrgencyRole,
                 orders::TextRole, orders::OwnerRole, orders::RoleNameRole, orders::ByRole, orders::ResultRole, orders::ActorRole,
                 orders::BreachRole, orders::OpenRole, orders::RiskRole, orders::FieldsRole, orders::ApprovedRole});
    changed.add(a.lights != b.lights,
                {orders::LightsRole, orders::ObjectionsRole, orders::SilentRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
    return changed.roles();
}

} // namespace

OrdersModel::OrdersModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

OrdersModel::~OrdersModel() = default;

int OrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(orders::ColumnCount);
}

void OrdersModel::sync()
{
    const QList<WorkRow> now = rowsNow();
    const auto sameRow = [](const WorkRow &a, const WorkRow &b) { return a.key() == b.key(); };
    if (std::equal(m_rows.begin(), m_rows.end(), now.begin(), now.end(), sameRow)) {
        // The usual tick: nothing moves, so that nothing is searched for.
        for (int row = 0; row < now.size(); ++row) {
            if (m_rows.at(row) == now.at(row))
                continue;
            const WorkRow before = std::exchange(m_rows[row], now.at(row));
            tellChanges(row, before);
        }
        return;
    }
    take(now);
}

void OrdersModel::tellChanges(int row, const WorkRow &before)
{
    emit dataChanged(index(row, 0), index(row, orders::ColumnCount - 1), changedRoles(before, m_rows.at(row)));
}

QVariant OrdersModel::timeData(const WorkRow &row, int role) const
{
    switch (role) {
    case orders::GivenRole: return row.given.us;
    case orders::DueRole: return row.due.us;
    case orders::LeftRole: return row.left.us;
    case orders::DueSoonRole: return row.dueSoon;
    case orders::AckDueRole: return row.ackDue.us;
    case orders::AckedRole: return row.acked.us;
    case orders::AckedByRole: return row.ackedBy;
    case orders::AckTypedByRole: return row.ackTypedBy;
    case orders::AckedForRole: return row.ackedForOwner;
    case orders::EndedRole: return row.ended.us;
    default: return changeData(row, role);
    }
}

QVariant OrdersModel::changeData(const WorkRow &row, int role) const
{
    switch (role) {
    case orders::BreachRole: return row.breach;
    case orders::RiskRole: return row.risk;
    case orders::FieldsRole: return row.fields;
    case orders::ApprovedRole: return row.approved;
    case orders::ActorRole: return row.actor;
    case orders::LightsRole: return QVariant::fromValue(row.lights);
    case orders::ObjectionsRole: return row.objections();
    case orders::SilentRole: return row.silent();
    default: return {};
    }
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorkRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == orders::WhatColumn)
            return u"%1 %2"_s.arg(row.ref, row.text);
        return index.column() == orders::OwnerColumn ? row.owner : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return workSentence(row);
    case orders::RefRole: return row.ref;
    case orders::EventRole: return row.eventId;
    case orders::KindRole: return int(row.kind);
    case orders::StateRole: return int(row.state);
    case orders::UrgencyRole: return int(row.urgency);
    case orders::TextRole: return row.text;
    case orders::OwnerRole: return row.owner;
    case orders::RoleNameRole: return row.ownerRole;
    case orders::IsMineRole: return row.mine;
    case orders::ByRole: return row.by;
    case orders::ResultRole: return row.result;
    case orders::OpenRole: return row.open();
    default: return timeData(row, role);
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case orders::WhatColumn: return tr("What");
    case orders::OwnerColumn: return tr("Who");
    case orders::DueColumn: return tr("Back in");
    case orders::StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace fireline::models
