// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "orders/workrow.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// Orders, questions, reminders, changes and polls, the most urgent first. Time alone changes only the rows whose words it
/// changes. GUI thread; owned by the composition; the feed outlives it.
class OrdersModel : public FeedModel<QAbstractTableModel, WorkRow>
{
    Q_OBJECT
public:
    explicit OrdersModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~OrdersModel() override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant timeData(const WorkRow &row, int role) const;
    [[nodiscard]] QVariant changeData(const WorkRow &row, int role) const;
    [[nodiscard]] QList<WorkRow> rowsNow() const override { return workRows(m_feed); }
    void sync() override;
    void tellChanges(int row, const WorkRow &before) override;
};

} // namespace fireline::models
