// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricseries.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace fireline::models {

/// From when to when. A value.
struct MetricRange
{
    qint64 fromUs = 0;
    qint64 toUs = 0;

    bool operator==(const MetricRange &) const = default;
    [[nodiscard]] qint64 length() const { return toUs - fromUs; }
};

/// Every series that graph and table show, by source. A file comes as a whole; a source that goes on appends. GUI thread; owned
/// by the composition, outlives models and views over it.
class MetricStore : public QObject
{
    Q_OBJECT
public:
    struct Series
    {
        QString source;
        MetricSeries data;
        qint64 joinUs = 0; ///< longestJoin() of the points
        int look = 0;      ///< the lowest that no other series had when it came
        bool shown = true;
    };

    explicit MetricStore(QObject *parent = nullptr);
    ~MetricStore() override;

    [[nodiscard]] int count() const { return int(m_series.size()); }
    [[nodiscard]] const Series &at(int series) const { return m_series[size_t(series)]; }
    /// Its name, without what all have in common: pod="a" of up{pod="a"}.
    [[nodiscard]] QString label(int series) const;
    /// -1 where there is none.
    [[nodiscard]] int find(const QString &source, const QString &name) const;
    [[nodiscard]] QStringList sources() const; ///< in the order they came

    /// A source that is there already is replaced; what is shown of it stays shown, and hidden hidden.
    void setSource(const QString &source, std::vector<MetricSeries> series);
    void removeSource(const QString &source);
    /// Precondition: the points are by time. Late ones are put in their place.
    void append(int series, const MetricPoints &points);
    void setShown(int series, bool shown);

    /// Of all that is shown; nothing where nothing is.
    [[nodiscard]] std::optional<MetricRange> range() const;
    /// Of one series at that time, where it has a value near enough to stand for it.
    [[nodiscard]] std::optional<double> valueAt(int series, qint64 atUs) const;
    /// The next time at which any shown series has a value, before or after that time.
    [[nodiscard]] std::optional<qint64> nextTime(qint64 atUs, bool forward) const;

signals:
    void aboutToAdd(int first, int last);
    void added(int first, int last);
    void aboutToRemove(int first, int last);
    void removed(int first, int last);
    /// From that place on its points are other ones; inOrder: they are all new, and later than what was there.
    void appended(int series, qsizetype first, bool inOrder);
    void shownChanged(int series);

private:
    [[nodiscard]] int freeLook() const;

    std::vector<Series> m_series;
};

} // namespace fireline::models
