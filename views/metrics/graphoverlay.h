// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/graphpage.h"
#include "metrics/metricstore.h"
#include "metrics/plotlibrary.h"

#include <optional>

class QAbstractItemModel;

namespace fireline::views {

class Theme;
class TimeDisplay;

/// A series and where it is drawn.
struct GraphLine
{
    int series = -1;
    QCPGraph *graph = nullptr;
};

/// A field of axes, by its name in the store.
struct GraphArea
{
    QString key;
    QCPAxisRect *rect = nullptr;
    bool seen = false;   ///< there is room for it now
    int noticeLines = 0; ///< that what is to be known of it takes above its lines
};

/// What points at a time in the graph. A value.
struct GraphPointers
{
    std::optional<qint64> cursor;             ///< where values are read
    QString mark;                             ///< event id of the one that Enter opens
    std::optional<qint64> place;              ///< of the entry that is selected in the timeline
    QString placeName;                        ///< "E12"
    bool focused = false;                     ///< keys move the cursor now
    std::optional<models::MetricRange> brush; ///< the time that is selected
    QString brushName;                        ///< "09:00:00 to 09:05:00"
};

/// Marks of the timeline, cursor, markers and names over the lines: one drawing, so that many marks cost little. Drawn for a
/// plot that owns it; GUI thread.
class GraphOverlay : public QCPLayerable
{
    Q_OBJECT
public:
    /// What it draws; outlives it.
    struct Seen
    {
        const models::MetricStore &store;
        const QAbstractItemModel &marks;
        const Theme &theme;
        const TimeDisplay &times;
        const GraphPointers &pointers;
        const QList<GraphLine> &lines;
        const QList<GraphArea> &areas;
        const GraphPage &page;
    };
    GraphOverlay(QCustomPlot *plot, const Seen &seen);

    /// Height of the lane above the lines where marks have their words.
    [[nodiscard]] int laneHeight() const;
    /// Width that the names at the right end get.
    [[nodiscard]] int namesWidth(int whole) const;
    /// Lines of text that its notice takes where it stands above the lines of the graph, `most` of them; a field without values has room
    /// for it in itself.
    [[nodiscard]] int noticeLines(const GraphArea &area, int width, int most) const;
    /// Height of name and notice above a field.
    [[nodiscard]] int headHeight(const GraphArea &area) const;
    void setZoneName(const QString &name) { m_zoneName = name; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawMarks(QCPPainter *painter, const QRect &field) const;
    void drawPlace(QCPPainter *painter, const QRect &field) const;
    void drawBrush(QCPPainter *painter, const QRect &field) const;
    void drawCursor(QCPPainter *painter, const QRect &field) const;
    void drawMarkers(QCPPainter *painter, const GraphLine &line) const;
    void drawNames(QCPPainter *painter, QCPAxisRect *field) const;
    void drawHead(QCPPainter *painter, const GraphArea &area) const;
    void drawThreshold(QCPPainter *painter, const GraphArea &area) const;
    void drawInfinite(QCPPainter *painter, const GraphLine &line) const;
    void drawNotice(QCPPainter *painter, const GraphArea &area, int top) const;
    [[nodiscard]] QString headOf(const GraphArea &area) const;
    [[nodiscard]] QString noticeOf(const GraphArea &area) const;
    [[nodiscard]] bool hasValues(const GraphArea &area) const;
    [[nodiscard]] bool isSeen(const GraphLine &line) const;
    [[nodiscard]] bool isFirst(const GraphArea &area) const;
    void drawFlag(QCPPainter *painter, const QRect &field, int x, const QString &text, bool filled) const;
    [[nodiscard]] int xOf(qint64 atUs) const;
    [[nodiscard]] QRect wholeField() const;
    [[nodiscard]] QList<QCPAxisRect *> fields() const;

    const models::MetricStore &m_store;
    const QAbstractItemModel &m_marks;
    const Theme &m_theme;
    const GraphPointers &m_pointers;
    const TimeDisplay &m_times;
    const QList<GraphLine> &m_lines;
    const QList<GraphArea> &m_areas;
    const GraphPage &m_page;
    QString m_zoneName;
};

} // namespace fireline::views
