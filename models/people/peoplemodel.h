// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// People, roles and contacts with the words that a line of quick entry names them by. Follows the incident row by row. GUI
/// thread; owned by the composition.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit PeopleModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~PeopleModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        int kind = 0;
        QStringList words;
        QString name;
        QStringList holders;

        [[nodiscard]] QPair<int, QString> key() const { return {kind, words.value(0)}; }
        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] QList<Row> rowsNow() const;
    [[nodiscard]] QString sentence(const Row &row) const;
    void sync();

    IncidentFeed &m_feed;
    QList<Row> m_rows;
};

} // namespace fireline::models
