// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/graphoverlay.h"
#include "metrics/graphwords.h"
#include "metrics/metricseriesmodel.h"
#include "theme/seriestokens.h"
#include "theme/theme.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

// What is said of a field of axes as a whole, beside its lines.
namespace fireline::views {

using models::MetricField;
using models::MetricOddities;

namespace {

constexpr double perSecond = 1e6;
constexpr int mostArrows = 200;

} // namespace

QString GraphOverlay::headOf(const GraphArea &area) const
{
    const MetricField field = m_store.field(area.key);
    MetricOddities odd;
    for (const GraphLine &line : m_lines) {
        if (line.graph->keyAxis()->axisRect() != area.rect)
            continue;
        const MetricOddities &own = m_store.at(line.series).odd;
        odd.twice += own.twice;
        odd.late += own.late;
        odd.infinite += own.infinite;
    }
    QStringList parts{field.title.simplified(), m_store.fieldUnit(area.key), models::oddityWords(odd)};
    if (field.logarithmic)
        parts.insert(2, tr("logarithmic, zero and below left out"));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString GraphOverlay::noticeOf(const GraphArea &area) const
{
    const models::MetricNotice notice = m_store.field(area.key).notice;
    const QString words = noticeText(notice, m_times);
    return words.isEmpty() || !isGrave(notice) ? words : u"⚠ "_s + words;
}

bool GraphOverlay::hasValues(const GraphArea &area) const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [&](const GraphLine &line) {
        return line.graph->keyAxis()->axisRect() == area.rect && !line.graph->data()->isEmpty();
    });
}

bool GraphOverlay::isFirst(const GraphArea &area) const
{
    const auto first = std::find_if(m_areas.begin(), m_areas.end(), [](const GraphArea &each) { return each.seen; });
    return first != m_areas.end() && first->rect == area.rect;
}

int GraphOverlay::noticeLines(const GraphArea &area, int width, int most) const
{
    const QString words = noticeOf(area);
    if (words.isEmpty() || !hasValues(area))
        return 0;
    return QFontMetrics(m_theme.captionFont()).horizontalAdvance(words) <= width ? 1 : most;
}

int GraphOverlay::headHeight(const GraphArea &area) const
{
    return (1 + area.noticeLines) * QFontMetrics(m_theme.captionFont()).height();
}

/// Query and unit, and what is to be known of the source: above the lines, which nothing may cover.
void GraphOverlay::drawHead(QCPPainter *painter, const GraphArea &area) const
{
    const QFontMetrics letters(painter->font());
    const int edge = m_theme.scaled(3);
    const int top = area.rect->top() - headHeight(area) - (isFirst(area) ? laneHeight() : 0);
    QStringList parts{headOf(area)};
    if (isFirst(area) && m_page.count < m_page.all) {
        parts.prepend(m_page.count == 1
                          ? tr("Graph %1 of %2").arg(m_page.first + 1).arg(m_page.all)
                          : tr("Graphs %1 to %2 of %3").arg(m_page.first + 1).arg(m_page.first + m_page.count).arg(m_page.all));
    }
    parts.removeAll(QString());
    const QRect line(area.rect->left() + edge, top, parentPlot()->width() - area.rect->left() - 2 * edge, letters.height());
    const QString head = letters.elidedText(parts.join(u" · "_s), Qt::ElideMiddle, line.width());
    QColor paper = m_theme.ink(Ink::Base);
    paper.setAlpha(200); // marks of the field above and below it go through
    painter->fillRect(QRect(line.topLeft(), QSize(letters.horizontalAdvance(head), line.height())), paper);
    painter->setPen(m_theme.ink(Ink::Muted));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, head);
    drawNotice(painter, area, line.bottom() + 1);
}

/// Where there are no lines it has the whole field.
void GraphOverlay::drawNotice(QCPPainter *painter, const GraphArea &area, int top) const
{
    QString words = noticeOf(area);
    if (words.isEmpty())
        return;
    const QFontMetrics letters(painter->font());
    const int edge = m_theme.scaled(3);
    const bool inside = area.noticeLines == 0;
    QRect room(area.rect->left() + edge, top, parentPlot()->width() - area.rect->left() - 2 * edge,
               area.noticeLines * letters.height());
    if (inside)
        room = area.rect->rect().adjusted(edge, edge, -edge, -1);
    const int lines = std::max(1, room.height() / letters.height());
    // Words break where they can: not every line is full.
    const int most = lines == 1 ? room.width() : lines * (room.width() - letters.averageCharWidth() * 12);
    words = letters.elidedText(words, Qt::ElideRight, most);
    if (inside)
        painter->fillRect(letters.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, words), m_theme.ink(Ink::Base));
    painter->setPen(m_theme.ink(isGrave(m_store.field(area.key).notice) ? Ink::Error : Ink::Text));
    painter->drawText(room, Qt::AlignLeft | Qt::TextWordWrap, words);
}

/// A band with its edges, and its time in words above.
void GraphOverlay::drawBrush(QCPPainter *painter, const QRect &field) const
{
    if (!m_pointers.brush)
        return;
    const int left = std::max(xOf(m_pointers.brush->fromUs), field.left());
    const int right = std::min(xOf(m_pointers.brush->toUs), field.right());
    if (left > field.right() || right < field.left())
        return;
    QColor band = m_theme.ink(Ink::Selection);
    band.setAlpha(70);
    painter->fillRect(QRect(left, field.top(), std::max(1, right - left), field.height()), band);
    QPen edge(m_theme.ink(Ink::Link), 1);
    edge.setCosmetic(true);
    painter->setPen(edge);
    for (const int x : {left, right})
        painter->drawLine(QLineF(x, field.top(), x, field.bottom()));
    drawFlag(painter, field, left, m_pointers.brushName, true);
}

/// A line over the whole time; where it is out of sight, the way to it.
void GraphOverlay::drawThreshold(QCPPainter *painter, const GraphArea &area) const
{
    const MetricField field = m_store.field(area.key);
    if (!field.threshold || (field.logarithmic && *field.threshold <= 0) || !hasValues(area))
        return;
    const QRect where = area.rect->rect();
    const double y = area.rect->axis(QCPAxis::atLeft)->coordToPixel(*field.threshold);
    const QFontMetrics letters(painter->font());
    QPen pen(m_theme.ink(Ink::Error), 1, Qt::DashDotDotLine);
    pen.setCosmetic(true);
    painter->setPen(pen);
    QString text = tr("threshold %1").arg(models::metricNumberText(*field.threshold));
    int top = int(y) - letters.height();
    if (y < where.top() || y > where.bottom()) {
        text.prepend(y < where.top() ? u"▲ "_s : u"▼ "_s);
        top = y < where.top() ? where.top() : where.bottom() - letters.height();
    } else {
        painter->drawLine(QLineF(where.left(), y, where.right(), y));
        if (top < where.top())
            top = int(y) + 1;
    }
    // At the beginning: what matters is at the end.
    painter->drawText(QRect(where.left() + m_theme.scaled(4), top, where.width(), letters.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// At the edge beyond which the value is.
void GraphOverlay::drawInfinite(QCPPainter *painter, const GraphLine &line) const
{
    const auto &series = m_store.at(line.series);
    if (series.odd.infinite == 0)
        return;
    const QRect field = line.graph->keyAxis()->axisRect()->rect();
    const QCPRange shown = line.graph->keyAxis()->range();
    const QFontMetrics letters(painter->font());
    painter->setPen(seriesLook(m_theme.scheme(), series.look).colour);
    int last = field.left() - letters.height();
    int count = 0;
    const auto &points = series.data.points;
    for (auto point = models::firstFrom(points, qint64(shown.lower * perSecond)); point != points.end(); ++point) {
        if (double(point->atUs) > shown.upper * perSecond || count >= mostArrows)
            break;
        const int x = std::isinf(point->value) ? xOf(point->atUs) : last;
        if (x - last < letters.height() / 2)
            continue;
        last = x;
        ++count;
        const bool up = point->value > 0;
        const QRect box(x - letters.height(), up ? field.top() : field.bottom() - letters.height(), 2 * letters.height(),
                        letters.height());
        painter->drawText(box, Qt::AlignCenter, up ? u"↑∞"_s : u"↓∞"_s);
    }
}

} // namespace fireline::views
