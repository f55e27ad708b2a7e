// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/seriessource.h"

#include <QObject>

#include <memory>
#include <vector>

namespace fireline::window {

/// Whom the graphs of one window can ask: what is set up on this computer, or what a drill plays. GUI thread; owned by the war room,
/// outlives its panels.
class SeriesShelf : public QObject
{
    Q_OBJECT
public:
    using Sources = std::vector<std::shared_ptr<models::SeriesSource>>;

    explicit SeriesShelf(QObject *parent = nullptr);
    ~SeriesShelf() override;

    [[nodiscard]] const Sources &sources() const { return m_sources; }
    /// Null where there is none.
    [[nodiscard]] models::SeriesSource *find(const QString &id) const;
    /// In place of those there are.
    void setSources(Sources sources);

    /// A graph that a window begins with where nobody chose any.
    struct Graph
    {
        QString source;
        QString query;
        QString unit;
        std::optional<double> threshold;
    };
    [[nodiscard]] const QList<Graph> &first() const { return m_first; }
    void setFirst(const QList<Graph> &graphs) { m_first = graphs; }

signals:
    /// It is asked no more from now on.
    void leaving(const fireline::models::SeriesSource &source);
    void changed();

private:
    Sources m_sources;
    QList<Graph> m_first;
};

} // namespace fireline::window
