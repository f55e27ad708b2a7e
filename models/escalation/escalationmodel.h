// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "escalation/rungrow.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The steps of all ladders that stand now: whom to call, when, and what became of it. It calls nobody. GUI thread; owned by
/// the composition; the feed outlives it.
class EscalationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit EscalationModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~EscalationModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void sync();
    void tellChanges(int row, const RungRow &before);
    [[nodiscard]] QString sentence(const RungRow &row) const;
    [[nodiscard]] QString callText(const RungRow &row) const;
    [[nodiscard]] QVariant rowData(const RungRow &row, int role) const;
    [[nodiscard]] QString whyNot(const RungRow &row, int role) const;
    [[nodiscard]] QString refusalOf(domain::Verb verb, const QJsonObject &args) const;

    IncidentFeed &m_feed;
    QList<RungRow> m_rows;
};

} // namespace fireline::models
