// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphoverlay.h"

#include "metrics/markerpainter.h"
#include "metrics/metricsroles.h"
#include "metrics/seriesnames.h"
#include "theme/theme.h"
#include "timeline/kindwords.h"

#include <QAbstractItemModel>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace metrics = models::metrics;
using models::MetricPoint;

namespace {

constexpr double perSecond = 1e6;

QPen thin(const QColor &colour, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(colour, 1, style);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

GraphOverlay::GraphOverlay(QCustomPlot *plot, const Seen &seen)
    : QCPLayerable(plot, u"overlay"_s)
    , m_store(seen.store)
    , m_marks(seen.marks)
    , m_theme(seen.theme)
    , m_pointers(seen.pointers)
    , m_times(seen.times)
    , m_lines(seen.lines)
    , m_areas(seen.areas)
    , m_page(seen.page)
{
}

void GraphOverlay::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

int GraphOverlay::laneHeight() const
{
    return QFontMetrics(m_theme.captionFont()).height() + m_theme.scaled(4);
}

int GraphOverlay::namesWidth(int whole) const
{
    const QFontMetrics letters(m_theme.captionFont());
    int widest = 0;
    for (const GraphLine &line : m_lines)
        widest = std::max(widest, letters.horizontalAdvance(m_store.label(line.series).left(40)));
    return m_lines.isEmpty() ? m_theme.scaled(8) : std::min(widest + m_theme.scaled(22), std::max(whole / 5, m_theme.scaled(64)));
}

QList<QCPAxisRect *> GraphOverlay::fields() const
{
    QList<QCPAxisRect *> all;
    for (const GraphArea &area : m_areas) {
        if (area.seen)
            all.append(area.rect);
    }
    return all;
}

QRect GraphOverlay::wholeField() const
{
    QRect whole;
    for (const QCPAxisRect *field : fields())
        whole |= field->rect();
    return whole;
}

bool GraphOverlay::isSeen(const GraphLine &line) const
{
    return line.graph->keyAxis()->axisRect()->visible();
}

int GraphOverlay::xOf(qint64 atUs) const
{
    return int(std::lround(fields().first()->axis(QCPAxis::atBottom)->coordToPixel(double(atUs) / perSecond)));
}

void GraphOverlay::draw(QCPPainter *painter)
{
    const QRect whole = wholeField();
    if (whole.isEmpty())
        return;
    painter->setFont(m_theme.captionFont());
    drawBrush(painter, whole);
    for (const GraphLine &line : m_lines) {
        if (!isSeen(line))
            continue;
        drawMarkers(painter, line);
        drawInfinite(painter, line);
    }
    for (const GraphArea &area : m_areas) {
        if (!area.seen)
            continue;
        drawThreshold(painter, area);
        drawNames(painter, area.rect);
    }
    drawMarks(painter, whole);
    drawPlace(painter, whole);
    drawCursor(painter, whole);
    for (const GraphArea &area : m_areas) {
        if (area.seen)
            drawHead(painter, area); // above all else: it says whether that can be believed
    }
    painter->setPen(m_theme.ink(Ink::Muted));
    const QRect corner(whole.right() + m_theme.scaled(4), whole.bottom(), parentPlot()->width() - whole.right(), laneHeight());
    painter->drawText(corner, Qt::AlignLeft | Qt::AlignBottom, m_zoneName);
}

/// On a box of its own where it is the one that is chosen.
void GraphOverlay::drawFlag(QCPPainter *painter, const QRect &field, int x, const QString &text, bool filled) const
{
    const QFontMetrics letters(painter->font());
    const int width = letters.horizontalAdvance(text) + m_theme.scaled(6);
    QRect box(x - m_theme.scaled(3), field.top() - laneHeight(), width, laneHeight());
    box.moveRight(std::min(box.right(), parentPlot()->width() - 1));
    if (filled)
        painter->fillRect(box, m_theme.ink(Ink::Selection));
    painter->setPen(m_theme.ink(filled ? Ink::SelectionText : Ink::Text));
    painter->drawText(box, Qt::AlignCenter, text);
}

/// A line for each; a word where it has room, else the sign alone; marks on the same pixel are one.
void GraphOverlay::drawMarks(QCPPainter *painter, const QRect &field) const
{
    const QFontMetrics letters(painter->font());
    int free = field.left() - m_theme.scaled(4);
    int lastLine = -1;
    int chosen = -1;
    for (int row = 0; row < m_marks.rowCount(); ++row) {
        const QModelIndex mark = m_marks.index(row, 0);
        const int x = xOf(mark.data(metrics::AtRole).toLongLong());
        if (x < field.left() || x > field.right())
            continue;
        if (mark.data(metrics::EventIdRole).toString() == m_pointers.mark) {
            chosen = row;
            continue;
        }
        if (x == lastLine)
            continue;
        lastLine = x;
        painter->setPen(thin(m_theme.ink(Ink::Muted), Qt::DashLine));
        painter->drawLine(QLineF(x, field.top(), x, field.bottom()));
        QString text = u"▼ "_s + models::kindWord(mark.data(metrics::KindRole).toString());
        const int next = row + 1 < m_marks.rowCount() ? xOf(m_marks.index(row + 1, 0).data(metrics::AtRole).toLongLong())
                                                      : parentPlot()->width();
        if (x + letters.horizontalAdvance(text) + m_theme.scaled(6) > std::min(next, parentPlot()->width()))
            text = u"▼"_s;
        if (x < free)
            continue;
        drawFlag(painter, field, x, text, false);
        free = x + letters.horizontalAdvance(text) + m_theme.scaled(4);
    }
    if (chosen < 0)
        return;
    const QModelIndex mark = m_marks.index(chosen, 0);
    const int x = xOf(mark.data(metrics::AtRole).toLongLong());
    painter->fillRect(QRect(x - 1, field.top(), m_theme.scaled(3), field.height()), m_theme.ink(Ink::Link));
    drawFlag(painter, field, x,
             u"▼ %1 %2"_s.arg(mark.data(metrics::RefRole).toString(), models::kindWord(mark.data(metrics::KindRole).toString())),
             true);
}

void GraphOverlay::drawPlace(QCPPainter *painter, const QRect &field) const
{
    if (!m_pointers.place)
        return;
    const int x = xOf(*m_pointers.place);
    if (x < field.left() || x > field.right())
        return;
    painter->setPen(thin(m_theme.ink(Ink::Link), Qt::DashDotLine));
    painter->drawLine(QLineF(x, field.top(), x, field.bottom()));
    drawFlag(painter, field, x, u"◆ "_s + m_pointers.placeName, true);
}

void GraphOverlay::drawCursor(QCPPainter *painter, const QRect &field) const
{
    if (!m_pointers.cursor)
        return;
    const int x = xOf(*m_pointers.cursor);
    if (x < field.left() || x > field.right())
        return;
    painter->setPen(thin(m_theme.ink(m_pointers.focused ? Ink::Text : Ink::Muted)));
    painter->drawLine(QLineF(x, field.top(), x, field.bottom()));
    for (const GraphLine &line : m_lines) {
        const auto value = isSeen(line) ? m_store.valueAt(line.series, *m_pointers.cursor) : std::nullopt;
        if (!value)
            continue;
        const double y = line.graph->valueAxis()->coordToPixel(*value);
        const MetricPoint *near = models::nearestTo(m_store.at(line.series).data.points, *m_pointers.cursor);
        paintMarker(painter, seriesLook(m_theme.scheme(), m_store.at(line.series).look), QPointF(xOf(near->atUs), y),
                    m_theme.scaled(9));
    }
}

/// Now and then along the line, whatever its length: enough to tell it from another.
void GraphOverlay::drawMarkers(QCPPainter *painter, const GraphLine &line) const
{
    const auto &series = m_store.at(line.series);
    const SeriesLook look = seriesLook(m_theme.scheme(), series.look);
    const QRect field = line.graph->keyAxis()->axisRect()->rect();
    const int every = m_theme.scaled(90);
    painter->save();
    painter->setClipRect(field);
    // Those of several series do not stand above each other.
    for (int x = field.left() + every / 4 + series.look % 5 * every / 5; x < field.right(); x += every) {
        const double at = line.graph->keyAxis()->pixelToCoord(x) * perSecond;
        const MetricPoint *point = models::nearestTo(series.data.points, qint64(at));
        if (!point || models::isGap(*point) || std::abs(xOf(point->atUs) - x) > every / 2)
            continue;
        paintMarker(painter, look, QPointF(xOf(point->atUs), line.graph->valueAxis()->coordToPixel(point->value)),
                    m_theme.scaled(6));
    }
    painter->restore();
}

/// At the height where each line leaves the picture, moved apart where they would cover each other.
void GraphOverlay::drawNames(QCPPainter *painter, QCPAxisRect *field) const
{
    struct Name
    {
        double y;
        const GraphLine *line;
    };
    QList<Name> names;
    const double right = field->axis(QCPAxis::atBottom)->range().upper * perSecond;
    for (const GraphLine &line : m_lines) {
        const auto &points = m_store.at(line.series).data.points;
        if (line.graph->keyAxis()->axisRect() != field || points.empty())
            continue;
        auto last = models::firstFrom(points, qint64(right) + 1);
        while (last != points.begin() && models::isGap(*(last - 1)) && points.end() - last < 1000)
            --last;
        const double value = last == points.begin() ? points.front().value : (last - 1)->value;
        const double y = std::isfinite(value) ? line.graph->valueAxis()->coordToPixel(value) : double(field->bottom());
        names.append({std::clamp(y, double(field->top()), double(field->bottom())), &line});
    }
    std::sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.y < b.y; });
    const QFontMetrics letters(painter->font());
    const int height = letters.height();
    const int room = std::max(1, (field->height() + height) / height);
    const qsizetype count = std::min<qsizetype>(names.size(), room);
    const int side = m_theme.scaled(8);
    const int x = field->right() + side;
    const int width = parentPlot()->width() - x - side;
    QStringList labels;
    for (const Name &name : std::as_const(names))
        labels.append(m_store.label(name.line->series).simplified());
    labels = shortNames(labels, letters, width); // told apart from those in the same field
    double above = field->top() - height;
    for (qsizetype i = 0; i < count; ++i) {
        const double lowest = field->bottom() + height / 2.0 - double(count - i) * height;
        const double top = std::max(above + height, std::min(names.at(i).y - height / 2.0, lowest));
        above = top;
        const auto &series = m_store.at(names.at(i).line->series);
        const SeriesLook look = seriesLook(m_theme.scheme(), series.look);
        paintMarker(painter, look, QPointF(x, top + height / 2.0), m_theme.scaled(7));
        painter->setPen(look.colour);
        painter->drawText(QRect(x + side, int(top), width, height), Qt::AlignLeft | Qt::AlignVCenter, labels.at(i));
    }
}

} // namespace fireline::views
