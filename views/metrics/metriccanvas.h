// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/graphoverlay.h"
#include "metrics/metricstore.h"
#include "metrics/plotlibrary.h"

class QAbstractItemModel;

namespace fireline::views {

class GraphTimeTicker;
class Theme;
class TimeDisplay;

/// The drawing itself: one field of axes for each query and each unit, one above the other over the same time, a line per series, and
/// over it marks, cursor and names. Where it is too low for all fields, it draws as many as can be read. It takes no input: MetricPlot
/// does. GUI thread; owned by it.
class MetricCanvas : public QCustomPlot
{
    Q_OBJECT
public:
    MetricCanvas(models::MetricStore &store, QAbstractItemModel &marks, Theme &theme, TimeDisplay &times, QWidget *parent);
    ~MetricCanvas() override;

    void setRange(const models::MetricRange &range);
    [[nodiscard]] const models::MetricRange &range() const { return m_range; }
    [[nodiscard]] GraphPointers &pointers() { return m_pointers; }
    /// What points at a time was changed.
    void showPointers();

    [[nodiscard]] qint64 timeAt(int x) const;
    [[nodiscard]] int xOf(qint64 atUs) const;
    /// From left to right where lines can be; empty while there are none.
    [[nodiscard]] QRect field() const;
    /// Series in the order of their fields.
    [[nodiscard]] const QList<GraphLine> &lines() const { return m_lines; }

    /// Fields and lines anew: series came, went, or were shown or hidden.
    void rebuild();
    void showTheme();

    /// That field is in sight as a whole; the others as far as they can be read beside it.
    void showField(const QString &key);
    [[nodiscard]] const GraphPage &page() const { return m_page; }
    /// At which so many fields can be read.
    [[nodiscard]] int heightFor(int fields) const;
    /// At which there is one, though it is low.
    [[nodiscard]] int leastHeight() const;

signals:
    void pageChanged();

private:
    void arrange();
    void place(GraphArea &area, bool seen, bool last);
    void showHeads();
    [[nodiscard]] int edges() const;
    void addField(const QString &key);
    void addLine(int series, QCPAxisRect *field);
    void fill(int series);
    void append(int series, qsizetype first, bool inOrder);
    void scaleValues();
    void scale(const GraphArea &area);
    [[nodiscard]] bool isLogarithmic(int series) const;

    models::MetricStore &m_store;
    Theme &m_theme;
    TimeDisplay &m_times;
    models::MetricRange m_range;
    QSharedPointer<GraphTimeTicker> m_ticker;
    GraphPointers m_pointers;
    GraphOverlay *m_overlay; ///< owned by the plot
    QList<GraphLine> m_lines;
    QList<GraphArea> m_areas;
    GraphPage m_page;
    QString m_chosen;       ///< name of the field that has to be in sight
    int m_first = 0;        ///< the one that was first when it was chosen
    QCPMarginGroup *m_left; ///< owned by the plot
    bool m_grown = false;   ///< values came, and the axes of values do not know them yet
};

} // namespace fireline::views
