// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/trendview.h"

#include "theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::views {

using When = models::TrendLine::When;

namespace {

QString wordsOf(When when)
{
    switch (when) {
    case When::Now: return TrendView::tr("now");
    case When::DayBefore: return TrendView::tr("a day before");
    case When::WeekBefore: return TrendView::tr("a week before");
    }
    return {};
}

QString numberText(double value)
{
    return QString::number(value, 'g', 4);
}

/// As short as a scale wants it.
QString scaleText(double value)
{
    return QString::number(value, 'g', 2);
}

std::optional<double> lastOf(const models::TrendLine &line)
{
    const auto last = std::find_if(line.points.rbegin(), line.points.rend(),
                                   [](const auto &point) { return std::isfinite(point.second); });
    return last == line.points.rend() ? std::nullopt : std::optional(last->second);
}

} // namespace

TrendView::TrendView(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"inboxTrend"_s);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void TrendView::setTrend(const models::AlertTrend &trend)
{
    if (trend == m_trend)
        return;
    m_trend = trend;
    setAccessibleName(sentence());
    setToolTip(tr("The alert's expression now, a day and a week earlier. %1").arg(sentence()));
    setVisible(!m_trend.lines.isEmpty() || !m_trend.why.isEmpty());
    update();
}

QString TrendView::sentence() const
{
    if (m_trend.lines.isEmpty())
        return m_trend.why;
    QStringList values;
    for (const models::TrendLine &line : m_trend.lines) {
        const auto last = lastOf(line);
        values.append(tr("%1 %2", "when, a value").arg(wordsOf(line.when), last ? numberText(*last) : tr("no value")));
    }
    const QString said = tr("%1: %2.", "an expression, its values").arg(m_trend.query.expression, values.join(u", "_s));
    return m_trend.query.threshold ? tr("%1 Threshold %2.").arg(said, numberText(*m_trend.query.threshold)) : said;
}

QSize TrendView::sizeHint() const
{
    return {m_theme.scaled(240), 8 * QFontMetrics(m_theme.captionFont()).lineSpacing()};
}

QSize TrendView::minimumSizeHint() const
{
    return {m_theme.scaled(120), 5 * QFontMetrics(m_theme.captionFont()).lineSpacing()};
}

TrendView::Range TrendView::range() const
{
    double low = m_trend.query.threshold.value_or(INFINITY);
    double high = m_trend.query.threshold.value_or(-INFINITY);
    for (const models::TrendLine &line : m_trend.lines) {
        for (const auto &[at, value] : line.points) {
            if (!std::isfinite(value))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (!std::isfinite(low) || !std::isfinite(high))
        return {};
    if (high - low <= 0)
        return {low - 1, high + 1};
    const double room = (high - low) / 10;
    return {low >= 0 && low < room ? 0 : low - room, high + room}; // nothing is below zero that cannot be
}

// Where there is no number the line ends, and begins again behind it.
void TrendView::paintLine(QPainter &painter, const QRectF &plot, const Range &range, const models::TrendLine &line) const
{
    QPainterPath path;
    bool draws = false;
    for (const auto &[at, value] : line.points) {
        if (!std::isfinite(value)) {
            draws = false;
            continue;
        }
        const QPointF point(plot.left() + plot.width() * double(at) / double(std::max<qint64>(1, m_trend.length.us)),
                            plot.bottom() - plot.height() * (value - range.low) / (range.high - range.low));
        draws ? path.lineTo(point) : path.moveTo(point);
        draws = true;
    }
    painter.setPen(penOf(line.when));
    painter.drawPath(path);
}

QPen TrendView::penOf(When when) const
{
    const bool now = when == When::Now;
    QPen pen(m_theme.ink(now ? Ink::Text : Ink::Muted), now ? 2 : 1.5);
    pen.setStyle(now ? Qt::SolidLine : when == When::DayBefore ? Qt::DashLine : Qt::DotLine);
    return pen;
}

/// With its value at the line, where that is in sight.
void TrendView::paintThreshold(QPainter &painter, const QRectF &plot, const Range &range) const
{
    if (!m_trend.query.threshold)
        return;
    const double y = plot.bottom() - plot.height() * (*m_trend.query.threshold - range.low) / (range.high - range.low);
    painter.setPen(QPen(m_theme.ink(Ink::Error), 1, Qt::DashDotLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    const int height = painter.fontMetrics().height();
    const double top = y - height < plot.top() ? y : y - height;
    painter.drawText(QRectF(plot.left() + m_theme.scaled(4), top, plot.width(), height), int(Qt::AlignVCenter | Qt::AlignLeft),
                     tr("threshold %1").arg(numberText(*m_trend.query.threshold)));
}

/// Least and greatest value on the left, the time below.
void TrendView::paintScales(QPainter &painter, const QRect &plot, const Range &range) const
{
    const int height = painter.fontMetrics().height();
    const int gap = m_theme.scaled(4);
    painter.setPen(m_theme.ink(Ink::Muted));
    painter.drawRect(plot);
    const QRect beside(0, plot.top(), plot.left() - gap, plot.height());
    painter.drawText(beside, int(Qt::AlignRight | Qt::AlignTop), scaleText(range.high));
    painter.drawText(beside, int(Qt::AlignRight | Qt::AlignBottom), scaleText(range.low));
    const QRect below(plot.left(), plot.bottom() + 1, plot.width(), height);
    painter.drawText(below, int(Qt::AlignLeft | Qt::AlignVCenter),
                     tr("−%1 h", "hours before the end").arg(m_trend.length.us / 3'600'000'000));
    painter.drawText(below, int(Qt::AlignRight | Qt::AlignVCenter), wordsOf(When::Now));
}

QString TrendView::legendOf(const models::TrendLine &line) const
{
    const auto last = lastOf(line);
    return tr("%1 %2", "when, a value").arg(wordsOf(line.when), last ? scaleText(*last) : tr("no value"));
}

int TrendView::legendWidth() const
{
    const QFontMetrics letters(m_theme.captionFont());
    int wide = 0;
    for (const models::TrendLine &line : m_trend.lines)
        wide = std::max(wide, letters.horizontalAdvance(legendOf(line)));
    return wide + 5 * m_theme.scaled(4);
}

void TrendView::paintLegend(QPainter &painter, const QRect &room) const
{
    const QFontMetrics letters(m_theme.captionFont());
    const int gap = m_theme.scaled(4);
    QRect words(room.topLeft(), QSize(room.width(), letters.height()));
    for (const models::TrendLine &line : m_trend.lines) {
        painter.setPen(penOf(line.when));
        painter.drawLine(words.left(), words.center().y(), words.left() + 4 * gap, words.center().y());
        painter.setPen(m_theme.ink(Ink::Text));
        painter.drawText(words.adjusted(5 * gap, 0, 0, 0), int(Qt::AlignVCenter), legendOf(line));
        words.translate(0, letters.lineSpacing());
    }
}

void TrendView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.captionFont());
    painter.setPen(m_theme.ink(Ink::Muted));
    const QFontMetrics letters(m_theme.captionFont());
    const int gap = m_theme.scaled(4);
    const QRect room = rect().adjusted(gap, gap, -gap, -gap);
    if (m_trend.lines.isEmpty()) {
        painter.drawText(room, int(Qt::TextWordWrap) | int(Qt::AlignTop), m_trend.why);
        return;
    }
    painter.drawText(QRect(room.topLeft(), QSize(room.width(), letters.height())), int(Qt::AlignVCenter),
                     letters.elidedText(m_trend.query.expression, Qt::ElideRight, room.width()));
    const Range values = range();
    const int scale =
        std::max(letters.horizontalAdvance(scaleText(values.high)), letters.horizontalAdvance(scaleText(values.low))) + gap;
    const int wide = legendWidth();
    const bool beside = room.width() >= 2 * wide;
    const int legend = int(m_trend.lines.size()) * letters.lineSpacing();
    const bool below = !beside && room.height() >= legend + 6 * letters.lineSpacing();
    const QRect plot = room.adjusted(scale, letters.height() + gap, beside ? -wide - 2 * gap : -1,
                                     -letters.height() - (below ? legend : 0));
    paintScales(painter, plot, values);
    painter.setClipRect(plot);
    paintThreshold(painter, plot, values);
    // That of now is above the others.
    for (auto line = m_trend.lines.rbegin(); line != m_trend.lines.rend(); ++line)
        paintLine(painter, plot, values, *line);
    painter.setClipping(false);
    if (beside)
        paintLegend(painter, {room.right() - wide, plot.top(), wide, legend});
    else if (below)
        paintLegend(painter, {room.left(), room.bottom() - legend, room.width(), legend});
}

} // namespace fireline::views
