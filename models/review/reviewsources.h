// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>

namespace fireline::models {

class IncidentFeed;

/// One thing of the record that a section can show. A value.
struct ReviewSource
{
    enum Kind { Bound, Frozen, Evidence, Row };
    Kind kind = Row;
    QString text;     ///< for people
    QString markdown; ///< what stands in the section for it
};

/// What of the record can be put into a section of a review: pieces that stay bound to it, the same to write in, pictures and
/// other evidence, rows of the timeline; the newest first, pinned ones before the others. Says how it was when refresh() was
/// called. GUI thread; owned by the review's model; the feed outlives it.
class ReviewSourcesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole + 1, MarkdownRole };

    explicit ReviewSourcesModel(const IncidentFeed &feed, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// What stands in a section for the picture with this SHA-256 that was attached last; empty where there is none.
    [[nodiscard]] QString pictureOf(const QString &sha256) const;

    /// "the timeline": the name of what {{timeline}} shows.
    [[nodiscard]] static QString blockName(const QString &block);

private:
    void addBlocks();
    void addRows();

    const IncidentFeed &m_feed;
    QList<ReviewSource> m_rows;
};

} // namespace fireline::models
