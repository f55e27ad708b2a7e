// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "metrics/metricsroles.h"

#include <QAbstractListModel>
#include <QTimer>

namespace fireline::models {

/// Entries of the timeline that a graph is read beside, by when they happened: what began, changed or ended something, and
/// whatever is marked as key. Notes, checks and talk are left out, as are rows that were retracted. GUI thread; owned by the
/// composition; the feed outlives it.
class MetricMarksModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit MetricMarksModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// -1 where it is not marked.
    [[nodiscard]] int rowOf(const QString &eventId) const;
    /// When an entry happened, marked or not; 0 where there is none.
    [[nodiscard]] qint64 timeOf(const QString &eventId) const;
    /// Up to date now, also where nobody sees the graphs and their feed rests.
    void catchUp();

private:
    struct Mark
    {
        QString eventId;
        QString ref;
        QString kind;
        QString text;
        qint64 atUs = 0;

        bool operator==(const Mark &) const = default;
    };

    [[nodiscard]] QList<Mark> marks() const;
    void load();
    void take(const QList<domain::Event> &events);
    void follow();

    IncidentFeed &m_feed;
    QList<Mark> m_marks;
    qsizetype m_seen = 0; ///< entries looked at
    QTimer m_later;       ///< bursts are taken at once
};

} // namespace fireline::models
