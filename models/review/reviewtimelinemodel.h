// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/feedmodel.h"
#include "report/reviewtimeline.h"

#include <QAbstractTableModel>

namespace fireline::models {

/// An entry as a review shows it. A value.
struct ReviewEntryRow
{
    QString eventId;
    domain::Instant at;
    QString kind;
    QString who;
    QString text;
    QString ref;
    QString why;
    int corrected = 0;
    bool pinned = false;
    bool retracted = false;

    [[nodiscard]] const QString &key() const { return eventId; }
    bool operator==(const ReviewEntryRow &) const = default;
};

/// The rows of the record that a review shows, as they stand now: time, kind, who, what. A correction in the record changes the
/// row here. Roles are those of timelineroles.h. GUI thread; owned by the composition; the feed outlives it.
class ReviewTimelineModel : public FeedModel<QAbstractTableModel, ReviewEntryRow>
{
    Q_OBJECT
public:
    enum Column { Time, Kind, Who, What };

    explicit ReviewTimelineModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// "pinned decision", as in a section's "{{timeline pinned decision}}"; empty: turning points and what was pinned.
    void setWords(const QString &words);
    [[nodiscard]] QString words() const { return m_words; }
    /// Kinds that the record has, each once, in the order of their first row.
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int rowsInRecord() const { return int(m_feed.state().entries.size()); }

private:
    using Row = ReviewEntryRow;

    [[nodiscard]] QList<Row> rowsNow() const override;
    [[nodiscard]] QVariant cell(const Row &row, int column) const;
    [[nodiscard]] QString sentence(const Row &row) const;
    void tellChanges(int row, const Row &before) override;
    void sync() override;
    void tick() override { } // time changes nothing

    QString m_words;
};

} // namespace fireline::models
