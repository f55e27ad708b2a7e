// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricsroles.h"
#include "metrics/metricstore.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// What the graph shows, as a table: one row per time in the range, one column per shown series behind the time. It is filled
/// while somebody wants it. GUI thread; owned by the composition; the store outlives it.
class MetricTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit MetricTableModel(MetricStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What is wanted; nothing: no rows.
    void setRange(std::optional<MetricRange> range);
    /// The row of that time, or the nearest; -1 where there is none.
    [[nodiscard]] int rowAt(qint64 atUs) const;

private:
    /// A time that a series has twice has two rows.
    struct Row
    {
        qint64 atUs = 0;
        int repeat = 0;
    };

    [[nodiscard]] std::vector<Row> rowsOf(const MetricRange &range) const;
    [[nodiscard]] std::optional<double> number(int row, int column) const;
    void refill();
    void takeAppended(int series, qsizetype first, bool inOrder);

    MetricStore &m_store;
    std::optional<MetricRange> m_range;
    std::vector<int> m_columns; ///< series behind the time
    std::vector<Row> m_rows;
};

} // namespace fireline::models
