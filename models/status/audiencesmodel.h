// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "status/audience.h"

#include <QAbstractListModel>

namespace fireline::models {

/// Who is told something, when the next word to them is due, and what is being written for them. Rows stay in the order of
/// the process. GUI thread; owned by the composition; the feed outlives it.
class AudiencesModel : public FeedModel<QAbstractListModel, Audience>
{
    Q_OBJECT
public:
    explicit AudiencesModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<Audience> rowsNow() const override;
    [[nodiscard]] QString sentence(const Audience &audience) const;
    void tellChanges(int row, const Audience &before) override;
    void tick() override;
};

} // namespace fireline::models
