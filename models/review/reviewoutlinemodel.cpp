// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewoutlinemodel.h"

#include <algorithm>

namespace fireline::models {

namespace r = models::review;

ReviewOutlineModel::ReviewOutlineModel(QAbstractItemModel &review, QObject *parent) : RowModel(parent), m_review(review)
{
    m_rows = rowsNow();
    connect(&review, &QAbstractItemModel::dataChanged, this, &ReviewOutlineModel::sync);
    connect(&review, &QAbstractItemModel::rowsInserted, this, &ReviewOutlineModel::sync);
    connect(&review, &QAbstractItemModel::rowsRemoved, this, &ReviewOutlineModel::sync);
    connect(&review, &QAbstractItemModel::rowsMoved, this, &ReviewOutlineModel::sync);
    connect(&review, &QAbstractItemModel::modelReset, this, &ReviewOutlineModel::sync);
}

void ReviewOutlineModel::setHeadings(const QString &section, const QList<SectionHeading> &headings)
{
    m_open = section;
    m_headings = headings;
    sync();
}

QList<OutlineRow> ReviewOutlineModel::rowsNow() const
{
    QList<OutlineRow> rows;
    const auto highest = std::min_element(m_headings.begin(), m_headings.end(),
                                          [](const SectionHeading &a, const SectionHeading &b) { return a.level < b.level; });
    for (int row = 0; row < m_review.rowCount(); ++row) {
        const QModelIndex index = m_review.index(row, 0);
        if (index.data(r::KindRole).toInt() != r::Section)
            continue;
        const QString section = index.data(r::IdRole).toString();
        rows.append({section, -1, index.data().toString(), 0, 0, index.data(r::StateRole).toInt(),
                     index.data(r::RemarksRole).toStringList()});
        for (int i = 0; section == m_open && i < m_headings.size(); ++i) {
            const SectionHeading &heading = m_headings.at(i);
            rows.append({section, i, heading.text, heading.level - highest->level + 1, heading.line, r::Plain, {}});
        }
    }
    return rows;
}

void ReviewOutlineModel::sync()
{
    syncRows(m_rows, rowsNow(), rowSteps(), [this](int row, const OutlineRow &) { emit dataChanged(index(row), index(row)); });
}

int ReviewOutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReviewOutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const OutlineRow &row = m_rows.at(index.row());
    const bool heading = row.heading >= 0;
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleTextRole:
        if (heading)
            return tr("Heading in it: %1").arg(row.text);
        return row.state == r::Missing   ? tr("%1: to be written").arg(row.text)
               : row.state == r::Written ? tr("%1: written").arg(row.text)
                                         : tr("%1: may be left empty").arg(row.text);
    case r::KindRole: return heading ? r::Passage : r::Section;
    case r::IdRole: return row.section;
    case r::StateRole: return row.state;
    case r::RemarksRole: return row.remarks;
    case r::LevelRole: return row.level;
    case r::LineRole: return row.line;
    default: return {};
    }
}

} // namespace fireline::models
