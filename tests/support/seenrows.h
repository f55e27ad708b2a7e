// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelineroles.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QVariant>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// What a view has seen of a timeline that believes every signal and asks for nothing else.
class SeenRows : public QObject
{
public:
    explicit SeenRows(const QAbstractItemModel &model) : m_model(model)
    {
        connect(&model, &QAbstractItemModel::modelReset, this, &SeenRows::readAll);
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(row, read(row));
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { m_rows.remove(first, last - first + 1); });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int from, int last, const QModelIndex &, int to) {
                    Q_ASSERT(from == last);
                    m_rows.move(from, to > from ? to - 1 : to);
                });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                    for (int row = first.row(); row <= last.row(); ++row)
                        look(row, roles);
                });
        readAll();
    }

    /// Where the model says something else than was told; empty where it does not.
    [[nodiscard]] QString difference() const
    {
        if (m_rows.size() != m_model.rowCount())
            return u"%1 rows, seen %2"_s.arg(m_model.rowCount()).arg(m_rows.size());
        for (int row = 0; row < m_rows.size(); ++row) {
            const QList<QVariant> now = read(row);
            for (int i = 0; i < now.size(); ++i) {
                if (now.at(i) != m_rows.at(row).at(i))
                    return u"row %1, role %2: %3, seen %4"_s.arg(row).arg(First + i).arg(now.at(i).toString(),
                                                                                         m_rows.at(row).at(i).toString());
            }
        }
        return {};
    }

private:
    static constexpr int First = int(models::TimelineRole::At);
    static constexpr int Last = int(models::TimelineRole::Hit);

    [[nodiscard]] QList<QVariant> read(int row) const
    {
        QList<QVariant> values;
        for (int role = First; role <= Last; ++role)
            values.append(m_model.index(row, 0).data(role));
        return values;
    }
    void readAll()
    {
        m_rows.clear();
        for (int row = 0; row < m_model.rowCount(); ++row)
            m_rows.append(read(row));
    }
    void look(int row, const QList<int> &roles)
    {
        if (roles.isEmpty())
            m_rows[row] = read(row);
        for (const int role : roles) {
            if (role >= First && role <= Last)
                m_rows[row][role - First] = m_model.index(row, 0).data(role);
        }
    }

    const QAbstractItemModel &m_model;
    QList<QList<QVariant>> m_rows;
};

} // namespace fireline::test
