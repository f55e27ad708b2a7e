// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metriccanvas.h"
#include "metrics/metricplot.h"
#include "metrics/metricsroles.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>
#include <cstdlib>

// What keyboard and mouse do in the graph.
namespace fireline::views {

namespace metrics = models::metrics;

namespace {

constexpr double notch = 120; // of a wheel
constexpr double nearer = 0.8;
constexpr int stepPixels = 4;

} // namespace

/// To the next value, or a few pixels on where values are closer than that.
void MetricPlot::step(bool forward)
{
    if (!m_store.range())
        return;
    const models::MetricRange now = range();
    const qint64 start = reading().value_or(forward ? now.fromUs : now.toUs);
    const qint64 reach = now.length() * stepPixels / std::max(1, m_canvas->field().width());
    auto next = m_store.nextTime(start, forward);
    if (next && std::abs(*next - start) < reach)
        next = m_store.nextTime(forward ? start + reach - 1 : start - reach + 1, forward);
    if (!next)
        return;
    choose(-1);
    setReading(*next);
}

/// From where it was begun to there.
void MetricPlot::brushTo(qint64 atUs)
{
    if (!m_brushFrom)
        m_brushFrom = atUs;
    if (atUs == *m_brushFrom)
        return;
    setBrush(models::MetricRange{std::min(*m_brushFrom, atUs), std::max(*m_brushFrom, atUs)});
}

void MetricPlot::extend(bool forward)
{
    if (!brush())
        m_brushFrom = reading();
    step(forward);
    if (reading())
        brushTo(*reading());
}

void MetricPlot::keyPressEvent(QKeyEvent *event)
{
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (sideways && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier)
        return extend(event->key() == Qt::Key_Right);
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    // Time runs from left to right in every language.
    case Qt::Key_Left: step(false); return;
    case Qt::Key_Right: step(true); return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (const auto all = m_store.range()) {
            choose(-1);
            setReading(event->key() == Qt::Key_Home ? all->fromUs : all->toUs);
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!mark().isEmpty())
            emit markActivated(mark());
        else if (selection())
            emit brushActivated();
        return;
    case Qt::Key_Escape:
        if (!brush())
            return QWidget::keyPressEvent(event);
        setBrush({});
        return;
    default: QWidget::keyPressEvent(event);
    }
}

int MetricPlot::markNear(int x) const
{
    const int inCanvas = x - m_canvas->x();
    int best = -1;
    int away = m_theme.scaled(6) + 1;
    for (int row = 0; row < m_marks.rowCount(); ++row) {
        const int at = m_canvas->xOf(m_marks.index(row, 0).data(metrics::AtRole).toLongLong());
        if (std::abs(at - inCanvas) < away) {
            away = std::abs(at - inCanvas);
            best = row;
        }
    }
    return best;
}

void MetricPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_grabbed = event->pos().x();
    m_dragged = false;
    m_brushes = event->modifiers() == Qt::ShiftModifier;
    if (m_brushes) {
        m_brushFrom = m_canvas->timeAt(event->pos().x() - m_canvas->x());
        setFocus(Qt::MouseFocusReason);
    }
}

void MetricPlot::mouseMoveEvent(QMouseEvent *event)
{
    const int x = event->pos().x();
    if (m_grabbed) {
        if (!m_dragged && std::abs(x - *m_grabbed) < QApplication::startDragDistance())
            return;
        m_dragged = true;
        if (m_brushes)
            return brushTo(m_canvas->timeAt(x - m_canvas->x()));
        const int width = std::max(1, m_canvas->field().width());
        pan(double(*m_grabbed - x) / width);
        m_grabbed = x;
        return;
    }
    if (!m_hovers)
        m_kept = reading();
    m_hovers = true;
    const int inCanvas = x - m_canvas->x();
    const QRect field = m_canvas->field();
    showCursor(inCanvas >= field.left() && inCanvas <= field.right() ? std::optional(m_canvas->timeAt(inCanvas)) : m_kept);
    setCursor(markNear(x) >= 0 ? QCursor(Qt::PointingHandCursor) : QCursor(Qt::ArrowCursor));
}

void MetricPlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_grabbed)
        return;
    m_grabbed.reset();
    if (m_dragged)
        return;
    const int row = markNear(event->pos().x());
    choose(row);
    const qint64 at = row < 0 ? m_canvas->timeAt(event->pos().x() - m_canvas->x())
                              : m_marks.index(row, 0).data(metrics::AtRole).toLongLong();
    setReading(std::optional(at));
    if (row >= 0)
        emit markActivated(mark());
}

/// What keys pointed at is pointed at again.
void MetricPlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (std::exchange(m_hovers, false))
        showCursor(m_kept);
}

void MetricPlot::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / notch;
    if (event->modifiers() == Qt::ShiftModifier)
        pan(-notches / 10);
    else
        zoom(std::pow(nearer, notches));
    event->accept();
}

void MetricPlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_canvas->pointers().focused = true;
    if (!reading()) {
        if (const auto all = m_store.range())
            setReading(std::optional(std::min(all->toUs, range().toUs)));
    }
    m_canvas->showPointers();
    update();
}

void MetricPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_canvas->pointers().focused = false;
    m_canvas->showPointers();
    update();
}

} // namespace fireline::views
