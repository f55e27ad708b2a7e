// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/alerttrend.h"

#include <QWidget>

namespace fireline::views {

class Theme;

/// An alert's expression now and over the same time a day and a week earlier: one line each, told apart by dashes and by words
/// with their last values beside them, with the threshold, the least and the greatest value, and the time (HDF-9). What it draws
/// it also says in its accessible name. Out of sight where there is nothing to draw or to say. GUI thread; owned by the inbox;
/// the theme outlives it.
class TrendView : public QWidget
{
    Q_OBJECT
public:
    explicit TrendView(Theme &theme, QWidget *parent = nullptr);

    void setTrend(const models::AlertTrend &trend);
    /// "errors: now 7, a day before 0.2, a week before 0.3. Threshold 5."
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Range
    {
        double low = 0;
        double high = 1;
    };
    [[nodiscard]] Range range() const;
    [[nodiscard]] QPen penOf(models::TrendLine::When when) const;
    void paintLine(QPainter &painter, const QRectF &plot, const Range &range, const models::TrendLine &line) const;
    void paintThreshold(QPainter &painter, const QRectF &plot, const Range &range) const;
    void paintScales(QPainter &painter, const QRect &plot, const Range &range) const;
    /// What the lines are, beside the plot where there is room, else below it.
    void paintLegend(QPainter &painter, const QRect &room) const;
    [[nodiscard]] QString legendOf(const models::TrendLine &line) const;
    [[nodiscard]] int legendWidth() const;

    Theme &m_theme;
    models::AlertTrend m_trend; ///< its lines from now on backwards
};

} // namespace fireline::views
