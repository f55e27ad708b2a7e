// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/chippainter.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace fireline::views {

namespace {

struct Measures
{
    int padding; ///< beside the text
    int margin;  ///< above and below it
    qreal radius;
    qreal line;
};

/// All lengths follow the font, and with it the chosen text size.
Measures measuresOf(const QFontMetrics &metrics)
{
    const int height = metrics.height();
    return {height / 2, std::max(2, height / 8), height / 5.0, std::max(1.0, height / 16.0)};
}

QRectF inset(const QRect &rect, qreal by)
{
    return QRectF(rect).adjusted(by, by, -by, -by);
}

void paintOutline(QPainter *painter, const QRect &rect, const ChipColours &colours, const Measures &measures)
{
    QPen pen(colours.border, measures.line);
    switch (colours.outline) {
    case ChipOutline::Thick: pen.setWidthF(measures.line * 3); break;
    case ChipOutline::Dashed: pen.setDashPattern({3, 3}); break;
    case ChipOutline::Plain:
    case ChipOutline::Double:
    case ChipOutline::Striped: break;
    }
    painter->setPen(pen);
    const QRectF outer = inset(rect, pen.widthF() / 2);
    painter->drawRoundedRect(outer, measures.radius, measures.radius);
    if (colours.outline == ChipOutline::Double)
        painter->drawRoundedRect(inset(rect, measures.line * 2.5), measures.radius, measures.radius);
}

} // namespace

QString chipText(Chip chip, const QString &word)
{
    return chipShape(chip) + QChar(QChar::Nbsp) + word;
}

QSize chipSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    const Measures measures = measuresOf(metrics);
    const int width = int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
    return {width + 2 * measures.padding, metrics.height() + 2 * measures.margin};
}

void paintChipBox(QPainter *painter, const QRect &rect, const ChipColours &colours, const QFont &font)
{
    const Measures measures = measuresOf(QFontMetrics(font));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(inset(rect, measures.line / 2), measures.radius, measures.radius);
    painter->fillPath(shape, colours.background);
    painter->setBrush(Qt::NoBrush);
    if (colours.outline == ChipOutline::Striped) {
        painter->save();
        painter->setClipPath(shape, Qt::IntersectClip);
        paintStripes(painter, QRect(rect.left(), rect.bottom() - measures.margin, rect.width(), measures.margin + 1), colours);
        paintStripes(painter, QRect(rect.left(), rect.top(), rect.width(), measures.margin), colours);
        painter->restore();
    }
    paintOutline(painter, rect, colours, measures);
    painter->restore();
}

void paintChip(QPainter *painter, const QRect &rect, const ChipColours &colours, const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int padding = measuresOf(metrics).padding;
    paintChipBox(painter, rect, colours, font);
    painter->save();
    painter->setFont(font);
    painter->setPen(colours.text);
    const QRect room = rect.adjusted(padding, 0, -padding, 0);
    // A pixel of rounding must not cost a letter.
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width() + 1);
    painter->drawText(room, int(Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip), shown);
    painter->restore();
}

void paintStripes(QPainter *painter, const QRect &rect, const ChipColours &colours)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(rect, Qt::IntersectClip);
    painter->fillRect(rect, colours.background);
    const int step = std::max(8, rect.height() * 2);
    painter->setPen(QPen(colours.text, step / 3.0));
    for (int x = rect.left() - rect.height() - step; x < rect.right() + step; x += step)
        painter->drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height(), rect.top()));
    painter->restore();
}

} // namespace fireline::views
