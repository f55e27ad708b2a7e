// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/controlpainter.h"

#include <QPainter>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace fireline::views {

namespace {

constexpr int ringWidth = 2;
constexpr qreal corner = 3;
constexpr int arrowSide = 8;
constexpr int barInset = 3;
constexpr int barWidth = 3;

struct MarkColours
{
    QColor edge;
    QColor fill;
    QColor mark;
};

MarkColours markColours(const Look &look, QStyle::State state)
{
    const bool set = state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor base = look.ink(Ink::Base);
    if (!(state & QStyle::State_Enabled))
        return {look.ink(Ink::Disabled), base, look.ink(Ink::Disabled)};
    if (state & QStyle::State_Selected) // on the selection's colour, where a filling would look like a mark
        return {look.ink(Ink::SelectionText), look.ink(Ink::Selection), look.ink(Ink::SelectionText)};
    const QColor link = look.ink(Ink::Link);
    if (set)
        return {link, link, base};
    return {look.ink(state & QStyle::State_MouseOver ? Ink::Link : Ink::Muted), base, base};
}

QRect squareIn(const QRect &rect)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square;
}

} // namespace

void ControlPainter::checkBox(const QRect &rect, QStyle::State state)
{
    const QRect box = squareIn(rect);
    const MarkColours colours = markColours(m_look, state);
    m_painter->save();
    // A cosmetic pen without antialiasing: all four edges are whole device pixels of the full colour, at any scale.
    QPen edge(colours.edge, std::max(1.0, std::round(m_look.scaled(10) / 10.0 * m_painter->device()->devicePixelRatioF())),
              Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin);
    edge.setCosmetic(true);
    m_painter->setRenderHint(QPainter::Antialiasing, false);
    m_painter->setPen(edge);
    m_painter->setBrush(colours.fill);
    m_painter->drawRect(box.adjusted(0, 0, -1, -1));
    m_painter->setRenderHint(QPainter::Antialiasing);
    const qreal side = box.width();
    const QPointF origin = box.topLeft();
    if (state & QStyle::State_NoChange) {
        m_painter->fillRect(QRectF(origin.x() + side * 0.25, origin.y() + side * 0.42, side * 0.5, side * 0.18), colours.mark);
    } else if (state & QStyle::State_On) {
        m_painter->setPen(QPen(colours.mark, std::max(2.0, side / 7), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[]{origin + QPointF(side * 0.24, side * 0.53), origin + QPointF(side * 0.43, side * 0.71),
                               origin + QPointF(side * 0.77, side * 0.3)};
        m_painter->drawPolyline(points, 3);
    }
    m_painter->restore();
}

void ControlPainter::radioButton(const QRect &rect, QStyle::State state)
{
    const QRectF circle = squareIn(rect);
    const MarkColours colours = markColours(m_look, state);
    const qreal line = std::max(1.5, m_look.scaled(15) / 10.0);
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(QPen(colours.edge, line));
    m_painter->setBrush(colours.fill);
    m_painter->drawEllipse(circle.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    if (state & QStyle::State_On) {
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(colours.mark);
        const qreal inset = circle.width() * 0.3;
        m_painter->drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    m_painter->restore();
}

void ControlPainter::outline(const QRect &rect, Ink ink)
{
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(m_look.ink(ink));
    m_painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    m_painter->restore();
}

void ControlPainter::panel(const QRect &rect, Ink surface)
{
    m_painter->fillRect(rect, m_look.ink(Ink::Border));
    m_painter->fillRect(rect.adjusted(1, 1, -1, -1), m_look.ink(surface));
}

void ControlPainter::button(const QRect &rect, QStyle::State state, bool isDefault)
{
    const bool enabled = state & QStyle::State_Enabled;
    const bool down = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && state & QStyle::State_MouseOver;
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_look.ink(down ? Ink::Alternate : hovered ? Ink::Base : Ink::Window));
    m_painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    m_painter->restore();
    const Ink line = enabled ? Ink::Link : Ink::Disabled;
    outline(rect, isDefault || hovered || down ? line : Ink::Border);
    if (!(state & QStyle::State_On))
        return;
    // A bar, as under the current tab: a second line all around would be taken for the focus.
    m_painter->fillRect(
        QRect(rect.left() + barInset, rect.bottom() - barInset - barWidth + 1, rect.width() - 2 * barInset, barWidth),
        m_look.ink(line));
}

void ControlPainter::arrow(const QRect &rect, Qt::ArrowType type, QStyle::State state)
{
    const qreal half = std::min(m_look.scaled(arrowSide), std::max(rect.width(), rect.height())) / 2.0;
    const bool selected = state & QStyle::State_Selected;
    const Ink ink = !(state & QStyle::State_Enabled) ? Ink::Disabled : selected ? Ink::SelectionText : Ink::Text;
    QTransform turn = QTransform::fromTranslate(rect.center().x() + 0.5, rect.center().y() + 0.5);
    turn.rotate(type == Qt::UpArrow ? 180 : type == Qt::LeftArrow ? 90 : type == Qt::RightArrow ? -90 : 0);
    const QPolygonF down({{-half, -half / 2}, {half, -half / 2}, {0, half / 2}});
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_look.ink(ink));
    m_painter->drawPolygon(turn.map(down));
    m_painter->restore();
}

void ControlPainter::grip(const QRect &rect, bool vertical, bool hovered)
{
    m_painter->fillRect(rect, m_look.ink(Ink::Window));
    QRect line = rect;
    const int thickness = 2;
    const int length = m_look.scaled(32);
    line.setSize(vertical ? QSize(thickness, std::min(length, rect.height())) : QSize(std::min(length, rect.width()), thickness));
    line.moveCenter(rect.center());
    m_painter->fillRect(line, m_look.ink(hovered ? Ink::Link : Ink::Border));
}

void ControlPainter::focusRing(const QRect &rect)
{
    ring(rect, m_look.ink(Ink::Link));
}

void ControlPainter::focusCell(const QRect &rect, bool selected)
{
    ring(rect, m_look.ink(selected ? Ink::SelectionText : Ink::Link));
}

void ControlPainter::ring(const QRect &rect, const QColor &colour)
{
    m_painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), ringWidth), colour);
    m_painter->fillRect(QRect(rect.left(), rect.bottom() - ringWidth + 1, rect.width(), ringWidth), colour);
    m_painter->fillRect(QRect(rect.left(), rect.top(), ringWidth, rect.height()), colour);
    m_painter->fillRect(QRect(rect.right() - ringWidth + 1, rect.top(), ringWidth, rect.height()), colour);
}

} // namespace fireline::views
