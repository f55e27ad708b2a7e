// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "feed/incidentfeed.h"
#include "log/logroles.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace fireline::models {

/// Every event of the record in recorded order, as it is stored: for auditors. It knows how many there are on the disk, and
/// holds only the pages that were looked at last; a page that is looked at is asked for by pageWanted(), and take() brings it.
/// GUI thread; owned by the composition, which reads the pages elsewhere.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int pageSize = 256;

    explicit LogModel(IncidentFeed &feed, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// The events behind `afterSeq`, as many as were asked for or as there are; none where the file could not be read.
    void take(qint64 afterSeq, const QList<domain::Event> &events);

signals:
    void pageWanted(qint64 afterSeq, int count);

private:
    using Page = QList<domain::Event>;

    void begin();
    void grow();
    void ask();
    [[nodiscard]] int onDisk() const;
    [[nodiscard]] const domain::Event *event(int row) const;
    [[nodiscard]] QVariant shown(const domain::Event &event, int column) const;
    [[nodiscard]] QVariant value(const domain::Event &event, int role) const;

    IncidentFeed &m_feed;
    int m_count = 0;
    QCache<int, Page> m_pages;
    mutable QSet<int> m_wanted; ///< looked at, and not asked for yet
    QSet<int> m_asked;
    mutable QTimer m_askSoon;
};

} // namespace fireline::models
