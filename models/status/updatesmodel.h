// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"

#include <QAbstractListModel>

namespace fireline::models {

/// A text for others, and how far the incident went on since. A value.
struct UpdateRow
{
    domain::Update update;
    int behind = 0;
    QString keptInside; ///< why it may go nowhere outside now

    [[nodiscard]] QString key() const { return update.eventId; }
    bool operator==(const UpdateRow &other) const;
};

/// Everything that was written for others, the latest first: what is not out yet and what was said. GUI thread; owned by the
/// composition; the feed outlives it.
class UpdatesModel : public FeedModel<QAbstractListModel, UpdateRow>
{
    Q_OBJECT
public:
    explicit UpdatesModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Row = UpdateRow;

    [[nodiscard]] QList<Row> rowsNow() const override;
    [[nodiscard]] bool isOutside(const domain::Update &update) const;
    [[nodiscard]] QString sentence(const domain::Update &update) const;
    [[nodiscard]] QVariant updateData(const Row &row, int role) const;
    void tellChanges(int row, const Row &before) override;
    void tick() override { } // time changes nothing
};

} // namespace fireline::models
