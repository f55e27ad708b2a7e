// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricsroles.h"
#include "metrics/metricstore.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// A number as people read it: at most six digits that count.
[[nodiscard]] QString metricNumberText(double value);

/// One row per series: name, value at the cursor, unit. Checking a row shows the series. GUI thread; owned by the composition;
/// the store outlives it.
class MetricSeriesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit MetricSeriesModel(MetricStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] MetricStore &store() const { return m_store; }
    /// Values are those of this time; nothing: no values.
    void setCursor(std::optional<qint64> atUs);

private:
    [[nodiscard]] QString sentence(int row) const;
    [[nodiscard]] QString tip(int row) const;
    [[nodiscard]] QVariant text(int row, int column) const;

    MetricStore &m_store;
    std::optional<qint64> m_cursor;
};

} // namespace fireline::models
