// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricfield.h"
#include "metrics/metricseries.h"
#include "metrics/serieslooks.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace fireline::models {

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
        qint64 joinUs = 0; ///< longestJoin() of the points, as of the last time that they had grown much
        int look = 0;      ///< of SeriesLooks
        bool shown = true;
        MetricOddities odd = {};
        size_t joinedOf = 0; ///< points that joinUs was told of
        QString label = {};  ///< its name, without what all have in common: pod="a" of up{pod="a"}
    };

    explicit MetricStore(QObject *parent = nullptr);
    ~MetricStore() override;

    [[nodiscard]] int count() const { return int(m_series.size()); }
    [[nodiscard]] const Series &at(int series) const { return m_series[size_t(series)]; }
    [[nodiscard]] const QString &label(int series) const { return at(series).label; }
    /// Label and name where several fields stand beside each other: with the mark of theirs.
    [[nodiscard]] QString markedLabel(int series) const;
    [[nodiscard]] QString markedName(int series) const;
    [[nodiscard]] int find(const QString &source, const QString &name) const; ///< -1: there is none
    [[nodiscard]] QStringList sources() const;                                ///< in the order they came

    /// A source that is there already is replaced; what is shown of it stays shown, and hidden hidden.
    void setSource(const QString &source, std::vector<MetricSeries> series);
    void removeSource(const QString &source);
    /// Precondition: the points are by time. Late ones are put in their place.
    void append(int series, const MetricPoints &points);
    /// What a source that goes on has in a time as a whole: series that stay keep place and look, others come and go. Where it has
    /// none, an empty one of `title` holds the place.
    void refresh(const QString &source, std::vector<MetricSeries> series, const QString &title);
    /// What a source that goes on says of the time from `fromUs` on: it takes the place of what was said before, and counts as new
    /// where it is later than that. What is before `keepUs` goes, now and then.
    void extend(const QString &source, const std::vector<MetricSeries> &series, qint64 fromUs, qint64 keepUs);
    void setShown(int series, bool shown);

    /// The field of axes in which a series is drawn: its source, its unit, or its file where it has neither.
    [[nodiscard]] QString fieldOf(int series) const;
    /// Those of what is shown: queries as they came, then units.
    [[nodiscard]] QStringList fields() const;
    [[nodiscard]] MetricField field(const QString &key) const { return m_fields.value(key); }
    void setField(const QString &key, const MetricField &field);
    void setNotice(const QString &key, const MetricNotice &notice);
    [[nodiscard]] bool isLive() const;                         ///< some of it goes on with the time
    [[nodiscard]] QString fieldUnit(const QString &key) const; ///< empty where it has none
    [[nodiscard]] SeriesLooks &looks() { return m_looks; }

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
    /// Others came or went, and so their names are longer or shorter.
    void labelsChanged();
    /// How it is drawn.
    void fieldChanged(const QString &key);
    /// Its first values came, and nothing that was asked so had its name before: it is to look so from now on.
    void lookGiven(int series);
    /// What is to be known of it.
    void noticeChanged(const QString &key);

private:
    [[nodiscard]] int lookFor(const QString &source, const QString &name) const;
    [[nodiscard]] SeriesAsked askedOf(const QString &source) const;
    void add(const QString &source, MetricSeries data);
    void remove(int first, int last);
    void put(Series &series, MetricSeries data);
    void keepLook(int series);
    void overwrite(int series, const MetricSeries &data, qint64 fromUs, qint64 keepUs);
    void tellJoin(Series &series, bool anew);
    [[nodiscard]] QString labelOf(const Series &series) const;
    void relabel();

    std::vector<Series> m_series;
    QHash<QString, MetricField> m_fields;
    QStringList m_order; ///< names of fields as they came
    SeriesLooks m_looks;
};

} // namespace fireline::models
