// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertitem.h"
#include "alerts/alertroles.h"
#include "feed/incidentfeed.h"

#include <QAbstractListModel>
#include <QSet>

namespace fireline::models {

/// What is due or late now, the most urgent first. GUI thread; the feed outlives it.
class AlertList : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit AlertList(IncidentFeed &feed, QObject *parent = nullptr);
    ~AlertList() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QList<AlertItem> &items() const { return m_items; }
    [[nodiscard]] int lateCount() const;
    /// Whether so much came at once that it is told as one: "4 things are late".
    [[nodiscard]] bool isMerged() const { return m_merged; }
    /// By when the texts that count with it have to be drawn anew.
    [[nodiscard]] domain::Instant now() const { return m_feed.now(); }

    /// Said by whoever acknowledged: the row stays, marked.
    void setAcknowledged(const QStringList &ids);

signals:
    /// Rows, counts or isMerged() changed, or a second passed.
    void looked();

private:
    void look();
    void begin();

    IncidentFeed &m_feed;
    QList<AlertItem> m_items;
    QSet<QString> m_acknowledged;
    bool m_merged = false;
};

} // namespace fireline::models
