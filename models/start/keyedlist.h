// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QSet>

namespace fireline::models {

/// A list whose rows have a key, brought to a new content by inserts, moves, changes and removals, so that selection and
/// focus of a view stay where they were. Base of the start window's models; GUI thread.
template<typename Row>
class KeyedList : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    /// Keys within `rows` must differ.
    void bringTo(const QList<Row> &rows)
    {
        removeAbsent(rows);
        for (int to = 0; to < rows.size(); ++to) {
            const int from = rowOf(rows.at(to).key(), to);
            if (from < 0) {
                beginInsertRows({}, to, to);
                m_rows.insert(to, rows.at(to));
                endInsertRows();
                continue;
            }
            if (from != to && beginMoveRows({}, from, from, {}, to)) {
                m_rows.move(from, to);
                endMoveRows();
            }
            if (m_rows.at(to) != rows.at(to)) {
                m_rows[to] = rows.at(to);
                emit dataChanged(index(to), index(to));
            }
        }
    }
    const Row &row(const QModelIndex &index) const { return m_rows.at(index.row()); }

private:
    void removeAbsent(const QList<Row> &rows)
    {
        QSet<QString> keys;
        for (const Row &row : rows)
            keys.insert(row.key());
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (keys.contains(m_rows.at(i).key()))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }
    int rowOf(const QString &key, int from) const
    {
        for (int i = from; i < m_rows.size(); ++i) {
            if (m_rows.at(i).key() == key)
                return i;
        }
        return -1;
    }

    QList<Row> m_rows;
};

} // namespace fireline::models
