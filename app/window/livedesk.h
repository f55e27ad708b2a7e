// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/delay.h"
#include "metrics/livegraphs.h"
#include "seriesshelf.h"

#include <QObject>

#include <memory>

namespace fireline::models {
class IncidentFeed;
} // namespace fireline::models

namespace fireline::views {
class MetricsPanel;
struct GraphQuery;
} // namespace fireline::views

namespace fireline::window {

class StateFiles;

/// Graphs of queries in one window: what the panel asks for is asked of the sources on the shelf, once a second of the incident's
/// time, and remembered for this incident. GUI thread; owned by the panel; feed, store, files and shelf outlive it.
class LiveDesk : public QObject
{
    Q_OBJECT
public:
    struct Context
    {
        models::IncidentFeed &feed;
        models::MetricStore &store;
        QString stateDir; ///< empty: nothing is remembered
        StateFiles &files;
        SeriesShelf &shelf;
        connectors::Delay *delay = nullptr; ///< how a move of the graph is waited for to end; null: by the machine's timers
    };
    LiveDesk(const Context &context, views::MetricsPanel &panel);
    ~LiveDesk() override;

    [[nodiscard]] const models::LiveGraphs &graphs() const { return m_live; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One graph as it is remembered.
    struct Entry
    {
        SeriesShelf::Graph graph;
        bool logarithmic = false;
        QString field; ///< empty: it is not shown yet
    };

    void take(const QString &field, const views::GraphQuery &query);
    void remove(const QString &field);
    void followShelf();
    void show(Entry &entry);
    void follow();
    void look();
    void lookLater();
    void takeField(const QString &field);
    void remember();
    [[nodiscard]] QByteArray written(qsizetype looks) const;
    void recall();
    void recalled(const QByteArray &bytes);
    [[nodiscard]] Entry *find(const QString &field);

    Context m_context;
    views::MetricsPanel &m_panel;
    models::LiveGraphs m_live;
    QList<Entry> m_entries;
    QString m_file; ///< where they are remembered; empty: nowhere
    QByteArray m_remembered;
    bool m_known = false;  ///< what was remembered is read
    bool m_given = false;  ///< a series got a look that is not remembered yet
    bool m_chosen = false; ///< by a person, now or before
    connectors::TimerDelay m_timers;
    std::unique_ptr<QObject> m_resting; ///< of the last move of the graph
    qint64 m_length = 0;                ///< that was looked at
};

} // namespace fireline::window
