// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/markerpainter.h"

#include <QPainter>
#include <QPolygonF>

namespace fireline::views {

void paintMarker(QPainter *painter, const SeriesLook &look, const QPointF &centre, qreal size)
{
    const qreal r = size / 2;
    const auto at = [&](qreal x, qreal y) { return centre + QPointF(x * r, y * r); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(look.colour, std::max(1.0, size / 5)));
    painter->setBrush(look.colour);
    switch (look.marker) {
    case SeriesMarker::Circle: painter->drawEllipse(centre, r * 0.8, r * 0.8); break;
    case SeriesMarker::Square: painter->drawRect(QRectF(at(-0.75, -0.75), at(0.75, 0.75))); break;
    case SeriesMarker::TriangleUp: painter->drawPolygon(QPolygonF({at(0, -0.9), at(0.9, 0.7), at(-0.9, 0.7)})); break;
    case SeriesMarker::TriangleDown: painter->drawPolygon(QPolygonF({at(0, 0.9), at(0.9, -0.7), at(-0.9, -0.7)})); break;
    case SeriesMarker::Diamond: painter->drawPolygon(QPolygonF({at(0, -1), at(1, 0), at(0, 1), at(-1, 0)})); break;
    case SeriesMarker::Cross:
        painter->drawLine(at(-0.8, -0.8), at(0.8, 0.8));
        painter->drawLine(at(-0.8, 0.8), at(0.8, -0.8));
        break;
    case SeriesMarker::Plus:
        painter->drawLine(at(-1, 0), at(1, 0));
        painter->drawLine(at(0, -1), at(0, 1));
        break;
    case SeriesMarker::Ring:
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(centre, r * 0.8, r * 0.8);
        break;
    }
    painter->restore();
}

} // namespace fireline::views
