// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "escalation/rungrow.h"
#include "feed/feedmodel.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The steps of all ladders that stand now: whom to call, when, and what became of it. It calls nobody. GUI thread; owned by
/// the composition; the feed outlives it.
class EscalationModel : public FeedModel<QAbstractListModel, RungRow>
{
    Q_OBJECT
public:
    explicit EscalationModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~EscalationModel() override;

    /// How people are reached by the notes of whoever sits here: shown, and never part of a command.
    void setContacts(const domain::ContactBook &book);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QList<RungRow> rowsNow() const override { return rungRows(m_feed, m_book); }
    void tellChanges(int row, const RungRow &before) override;
    [[nodiscard]] QString sentence(const RungRow &row) const;
    [[nodiscard]] QString callText(const RungRow &row) const;
    [[nodiscard]] QVariant rowData(const RungRow &row, int role) const;
    [[nodiscard]] QString whyNot(const RungRow &row, int role) const;
    [[nodiscard]] QString refusalOf(domain::Verb verb, const QJsonObject &args) const;

    domain::ContactBook m_book;
};

} // namespace fireline::models
