// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricstore.h"

#include <QImage>
#include <QWidget>

class QAbstractItemModel;

namespace fireline::views {

class MetricCanvas;
struct GraphPage;
class Theme;
class TimeDisplay;

/// The graph as a person uses it: a cursor that arrows move, zoom and pan, marks that are clicked. What it shows is told by
/// signals; what is drawn is the canvas's. GUI thread; owned by the panel; store, marks, theme and times outlive it.
class MetricPlot : public QWidget
{
    Q_OBJECT
public:
    MetricPlot(models::MetricStore &store, QAbstractItemModel &marks, Theme &theme, TimeDisplay &times,
               QWidget *parent = nullptr);
    ~MetricPlot() override;

    [[nodiscard]] models::MetricRange range() const;
    void setRange(models::MetricRange range);
    /// All that is shown.
    void showAll();
    /// The time up to now, that long, and on with it; 0: as long as what is in sight.
    void follow(qint64 lengthUs = 0);
    [[nodiscard]] bool isFollowing() const { return m_follows; }
    void setNow(qint64 nowUs);
    /// Of the time that is in sight.
    [[nodiscard]] int pixels() const;
    /// Around the cursor where it is in sight; below 1 is nearer.
    void zoom(double factor);
    /// By that share of what is in sight; below 0 is back in time.
    void pan(double share);

    [[nodiscard]] std::optional<qint64> reading() const;
    void setReading(std::optional<qint64> atUs);
    /// The time that is selected, from one value to another; nothing: none.
    [[nodiscard]] std::optional<models::MetricRange> brush() const;
    void setBrush(std::optional<models::MetricRange> range);
    /// Marks it like that; nothing: what is proposed is no more, and what a person selected stays.
    void setProposed(std::optional<models::MetricRange> range);
    /// What a person selected, not what is only proposed.
    [[nodiscard]] std::optional<models::MetricRange> selection() const;
    /// To the mark after or before the cursor; false where there is none.
    bool goToMark(bool forward);
    [[nodiscard]] QString mark() const;
    /// Shows where an entry of the timeline is: chosen where it is marked. `atUs` 0: nothing is selected there.
    void setPlace(const QString &eventId, const QString &name, qint64 atUs);
    /// That field is in sight, as a whole.
    void showField(const QString &key);
    [[nodiscard]] const GraphPage &page() const;
    /// All that is shown over this time, as it is drawn now; large enough that every field can be read, also where it is out of sight.
    [[nodiscard]] QImage picture();

signals:
    void rangeChanged();
    /// Other fields are in sight, or there are others.
    void pageChanged();
    void readingChanged();
    /// Go to this entry of the timeline.
    void markActivated(const QString &eventId);
    void brushChanged();
    /// What is selected is to be kept.
    void brushActivated();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followStore();
    void showSize();
    void place(models::MetricRange range);
    void step(bool forward);
    void extend(bool forward);
    void brushTo(qint64 atUs);
    void showCursor(std::optional<qint64> atUs);
    void bringIntoSight(qint64 atUs);
    /// Row of the mark that somebody points at; -1 where none is near.
    [[nodiscard]] int markNear(int x) const;
    void choose(int markRow);
    void tellReader();
    void showTip();
    [[nodiscard]] QString fieldName(const QString &key) const;

    models::MetricStore &m_store;
    QAbstractItemModel &m_marks;
    Theme &m_theme;
    TimeDisplay &m_times;
    MetricCanvas *m_canvas;
    bool m_all = true;            ///< nobody zoomed: it grows with what comes
    bool m_follows = false;       ///< it ends now
    qint64 m_now = 0;             ///< as it was told; 0: not yet
    bool m_hovers = false;        ///< the cursor is the mouse's
    std::optional<qint64> m_kept; ///< where keys had it before
    std::optional<int> m_grabbed; ///< x that is dragged
    bool m_dragged = false;
    std::optional<qint64> m_brushFrom; ///< where it was begun
    bool m_isProposed = false;         ///< what is selected
    bool m_brushes = false;            ///< the mouse does
};

} // namespace fireline::views
