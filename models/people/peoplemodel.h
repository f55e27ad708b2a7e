// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// Somebody, or a role or contact, and the words for it. A value.
struct PersonRow
{
    int kind = 0;
    QStringList words;
    QString name;
    QStringList holders;

    [[nodiscard]] QPair<int, QString> key() const { return {kind, words.value(0)}; }
    bool operator==(const PersonRow &) const = default;
};

/// People, roles and contacts with the words that a line of quick entry names them by. Follows the incident row by row. GUI
/// thread; owned by the composition.
class PeopleModel : public FeedModel<QAbstractTableModel, PersonRow>
{
    Q_OBJECT
public:
    explicit PeopleModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~PeopleModel() override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Row = PersonRow;

    [[nodiscard]] QList<Row> rowsNow() const override;
    [[nodiscard]] QString sentence(const Row &row) const;
    void tellChanges(int row, const Row &before) override;
    void tick() override { } // time changes nothing
};

} // namespace fireline::models
