// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <QAbstractListModel>

namespace fireline::models {

/// Everything that was written for others, the latest first: what is not out yet and what was said. GUI thread; owned by the
/// composition; the feed outlives it.
class UpdatesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit UpdatesModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        domain::Update update;
        int behind = 0;

        [[nodiscard]] QString key() const { return update.eventId; }
        bool operator==(const Row &other) const;
    };

    [[nodiscard]] QList<Row> rowsNow() const;
    [[nodiscard]] bool isOutside(const domain::Update &update) const;
    [[nodiscard]] QString sentence(const domain::Update &update) const;
    [[nodiscard]] QVariant updateData(const Row &row, int role) const;
    void sync();

    IncidentFeed &m_feed;
    QList<Row> m_rows;
};

} // namespace fireline::models
