// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/componentrow.h"
#include "feed/feedmodel.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The components of the service: how much of each works as far as is known here, and what was last told of it to whom. GUI
/// thread; owned by the composition; the feed outlives it.
class ComponentsModel : public FeedModel<QAbstractListModel, ComponentRow>
{
    Q_OBJECT
public:
    explicit ComponentsModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<ComponentRow> rowsNow() const override { return componentRows(m_feed.state(), m_feed.process()); }
    [[nodiscard]] QString sentence(const ComponentRow &row) const;
    [[nodiscard]] QString whyNot(const ComponentRow &row) const;
    void tellChanges(int row, const ComponentRow &before) override;
    void tick() override { } // time changes nothing
};

} // namespace fireline::models
