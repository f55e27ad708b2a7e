// SPDX-License-Identifier: GPL-3.0-or-later
#include "aside/asidemodel.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

AsideModel::AsideModel(QObject *parent) : RowModel(parent) { }

void AsideModel::setRows(const QList<AsideRow> &rows)
{
    syncRows(m_rows, rows, rowSteps(),
             [this](int row, const AsideRow &) { emit dataChanged(index(row, 0), index(row, aside::ColumnCount - 1)); });
}

int AsideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AsideModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(aside::ColumnCount);
}

QVariant AsideModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AsideRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case aside::Who: return row.who;
        case aside::What: return row.what;
        case aside::Why: return row.why;
        default: return row.at.toRfc3339();
        }
    case Qt::AccessibleTextRole:
        //: Read out by a screen reader: who, what, why it does not count
        return tr("%1: %2. %3").arg(row.who, row.what, row.isSettled ? tr("%1 It is dealt with.").arg(row.why) : row.why);
    case aside::IdRole: return row.id;
    case aside::AtRole: return row.at.us;
    case aside::WhoRole: return row.who;
    case aside::WhatRole: return row.what;
    case aside::WhyRole: return row.why;
    case aside::SettledRole: return row.isSettled;
    default: return {};
    }
}

QVariant AsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case aside::Happened: return tr("Happened");
    case aside::Who: return tr("Who");
    case aside::What: return tr("What");
    case aside::Why: return tr("Why");
    default: return {};
    }
}

} // namespace fireline::models
