// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "handover/handoverboard.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The steps of the handover, and around them who has command. GUI thread; owned by the composition; the feed outlives it.
class HandoverModel : public FeedModel<QAbstractListModel, HandoverRow>
{
    Q_OBJECT
public:
    explicit HandoverModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~HandoverModel() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const HandoverBoard &board() const { return m_board; }
    /// The step that is to be done or waited for now; -1 when no handover runs.
    [[nodiscard]] int nextRow() const;
    [[nodiscard]] const HandoverRow &step(int row) const { return m_rows.at(row); }
    /// Why the command would be refused now; empty when it would be done.
    [[nodiscard]] QString whyNot(const domain::Command &command) const { return refusalOf(command, m_feed); }
    /// A situation report as the record gives it now.
    [[nodiscard]] QString sitrepDraft() const;
    [[nodiscard]] QStringList people() const;
    [[nodiscard]] QString profile() const { return m_feed.profile(); }
    /// How many rows the timeline has got since then.
    [[nodiscard]] int entriesSince(domain::Instant at) const;

signals:
    /// board() is another.
    void boardChanged();

private:
    [[nodiscard]] QList<HandoverRow> rowsNow() const override { return handoverRows(m_feed); }
    void tellChanges(int row, const HandoverRow &before) override;
    void sync() override;
    void reload() override;
    [[nodiscard]] QString sentence(const HandoverRow &row) const;

    HandoverBoard m_board;
};

} // namespace fireline::models
