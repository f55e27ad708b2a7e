// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "playbooks/playbookrow.h"

#include <QAbstractListModel>

namespace fireline::models {

/// The playbooks at hand, what the incident asks for first; searched. GUI thread; owned by the composition; the feed outlives it.
class PlaybooksModel : public FeedModel<QAbstractListModel, PlaybookRow>
{
    Q_OBJECT
public:
    explicit PlaybooksModel(IncidentFeed &feed, QObject *parent = nullptr);
    ~PlaybooksModel() override;

    /// What the folder holds now. The feed's process knows their lists before.
    void setTexts(const QList<PlaybookText> &texts);
    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; }
    /// Of all, whatever is looked for.
    [[nodiscard]] int total() const { return int(m_all.size()); }

    [[nodiscard]] const QList<PlaybookRow> &all() const { return m_all; }

    /// What a key of KeyRole stands for, found or not; nothing where it is gone.
    [[nodiscard]] const PlaybookRow *row(const QString &key) const;
    [[nodiscard]] IncidentFeed &feed() const { return m_feed; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// The rows, or what stands behind a key, may be others.
    void situationChanged();

private:
    [[nodiscard]] QList<PlaybookRow> rowsNow() const override;
    void tellChanges(int row, const PlaybookRow &before) override;
    void sync() override;
    void tick() override;
    void reload() override;
    void look();
    [[nodiscard]] QString sentence(const PlaybookRow &row) const;

    QList<PlaybookText> m_texts;
    QString m_query;
    QList<PlaybookRow> m_all; ///< without a query
    domain::Instant m_looked;
};

} // namespace fireline::models
