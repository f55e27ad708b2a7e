// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/checklists.h"
#include "feed/feedmodel.h"

#include <QAbstractItemModel>

namespace fireline::models {

/// A list with its steps. A value.
struct ChecklistRow
{
    Checklist list;
    quintptr serial = 0; ///< steps know their list by it, wherever that moves

    [[nodiscard]] QPair<QString, qsizetype> key() const { return list.key(); }
    bool operator==(const ChecklistRow &other) const { return list == other.list; }
};

/// The lists of the process that are offered or begun, and their steps. GUI thread; owned by the composition; the feed
/// outlives it.
class ChecklistModel : public FeedModel<QAbstractItemModel, ChecklistRow>
{
    Q_OBJECT
public:
    explicit ChecklistModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~ChecklistModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    using Row = ChecklistRow;

    [[nodiscard]] QList<Row> rowsNow() const override;
    [[nodiscard]] int rowOf(quintptr serial) const;
    [[nodiscard]] QVariant listData(const Checklist &list, int role) const;
    [[nodiscard]] QVariant stepData(const Row &row, int step, int role) const;
    [[nodiscard]] QString sentence(const Checklist &list) const;
    [[nodiscard]] QString sentence(const ChecklistStep &step) const;
    void sync() override;
    void tick() override;
    void tellChanges(int row, const Row &before) override;

    mutable quintptr m_lastSerial = 0;
    domain::Instant m_looked;
};

} // namespace fireline::models
