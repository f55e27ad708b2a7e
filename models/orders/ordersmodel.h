// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/workrow.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// Orders, questions, reminders, changes and polls, the most urgent first. Time alone changes only the rows whose words it
/// changes. GUI thread; owned by the composition; the feed outlives it.
class OrdersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit OrdersModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~OrdersModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant timeData(const WorkRow &row, int role) const;
    [[nodiscard]] QVariant changeData(const WorkRow &row, int role) const;
    void sync();
    void tellChanges(int row, const WorkRow &before);

    IncidentFeed &m_feed;
    QList<WorkRow> m_rows;
};

} // namespace fireline::models
