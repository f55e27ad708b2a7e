// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "guide/guideroles.h"
#include "process/guide.h"
#include "rules/guidestatus.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The steps of a guide, each ticked by what stands in the record. GUI thread; owned by the composition; the feed outlives it.
class GuideModel : public QAbstractListModel
{
    Q_OBJECT
public:
    GuideModel(IncidentFeed &feed, domain::Guide guide, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<domain::GuideStepStatus> statusNow() const;
    [[nodiscard]] QString sentence(int row) const;
    void sync();

    IncidentFeed &m_feed;
    const domain::Guide m_guide;
    QList<domain::GuideStepStatus> m_status;
};

} // namespace fireline::models
