// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "metrics/metricstore.h"
#include "metrics/seriessource.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace fireline::models {

/// Queries that are asked again and again: what they say goes into the store, and what is to be known of them (nothing came, it is
/// stale, the source does not answer) stands in their field. A range is asked for as a whole, what follows it step by step, once a
/// second at the most; what came late or was said otherwise before is put right. One question of a query is under way at a time. GUI
/// thread; owned by the composition; store and sources outlive it.
class LiveGraphs : public QObject
{
    Q_OBJECT
public:
    using Now = std::function<domain::Instant()>;
    LiveGraphs(MetricStore &store, Now now, QObject *parent = nullptr);
    ~LiveGraphs() override;

    /// The name under which the store has it, which is its field too.
    QString add(SeriesSource &source, const QString &query, const QString &unit);
    /// One whose source, of that id, is not there: it says why until change() gives it one.
    QString addWithout(const QString &source, const QString &query, const QString &unit, const QString &why);
    /// Another query, or another unit, in the same place.
    void change(const QString &id, SeriesSource &source, const QString &query, const QString &unit);
    void remove(const QString &id);
    /// A source that goes is asked no more: its queries stay as they are.
    void forget(const SeriesSource &source);
    [[nodiscard]] bool isLive(const QString &id) const { return find(id) != nullptr; }
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] QString queryOf(const QString &id) const;
    [[nodiscard]] const SeriesSource *sourceOf(const QString &id) const;

    /// What is in sight. `following`: its end is now, and goes on. What was moved or zoomed is asked for with the next tick, however
    /// long the query would wait otherwise, or once what it was asked is answered; until then what there is stays.
    void setView(const MetricRange &range, bool following, int pixels);
    /// Nobody looks: nothing is asked.
    void setSeen(bool seen);
    /// Once a second, and soon after the view has changed: asks what is due, and looks whether it grew stale.
    void tick();

signals:
    /// A question was answered, or was not.
    void answered(const QString &id);

private:
    struct Query;

    void ask(Query &query);
    [[nodiscard]] bool isWholeDue(const Query &query, const MetricRange &wanted) const;
    [[nodiscard]] bool isViewDue(const Query &query) const;
    void take(const QString &id, int turn, bool whole, const SeriesQuestion &question,
              const domain::Outcome<SeriesAnswer> &outcome);
    void takeWhole(Query &query, const SeriesQuestion &question, const SeriesAnswer &answer);
    void takeNext(Query &query, const SeriesQuestion &question, const SeriesAnswer &answer);
    void tell(const Query &query);
    Query &make(const QString &query, const QString &unit);
    void begin(Query &query);
    void nameSource(const Query &query);
    [[nodiscard]] qint64 lastOf(const QString &id) const;
    [[nodiscard]] MetricRange wanted() const;
    [[nodiscard]] Query *find(const QString &id) const;

    MetricStore &m_store;
    Now m_now;
    std::vector<std::unique_ptr<Query>> m_queries;
    MetricRange m_view;
    bool m_following = true;
    int m_views = 0; ///< counts the views that a person chose
    int m_pixels = 1000;
    bool m_seen = true;
    int m_made = 0;
};

} // namespace fireline::models
