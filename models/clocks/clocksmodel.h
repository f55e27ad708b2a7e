// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/clockrow.h"
#include "command/command.h"
#include "feed/feedmodel.h"

#include <QAbstractListModel>

namespace fireline::models {

/// Every clock that runs, the most urgent first, then the times that count up. Times are differences of wall times: what was
/// slept through is counted, and nothing is told twice. GUI thread; owned by the composition; the feed outlives it.
class ClocksModel : public FeedModel<QAbstractListModel, ClockRow>
{
    Q_OBJECT
public:
    explicit ClocksModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~ClocksModel() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// How each rule was kept so far, as clockHistory() and adherence() tell it from the whole record.
    void setAdherence(const QList<domain::Adherence> &lines);
    [[nodiscard]] const QList<domain::Adherence> &adherence() const { return m_adherence; }

signals:
    void adherenceChanged();

private:
    [[nodiscard]] QList<ClockRow> rowsNow() const override { return clockRows(m_feed, m_kept); }
    void tellChanges(int row, const ClockRow &before) override;
    void reload() override;
    [[nodiscard]] QString sentence(const ClockRow &row) const;
    [[nodiscard]] QVariant rowData(const ClockRow &row, int role) const;
    [[nodiscard]] QString refusalOf(domain::Verb verb, const QJsonObject &args) const;

    QList<domain::Adherence> m_adherence;
    QHash<QString, domain::Adherence> m_kept; ///< by rule
};

} // namespace fireline::models
