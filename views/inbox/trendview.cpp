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
    setToolTip(tr("The alert's expression now, a day and a week earlier."));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void TrendView::setTrend(const models::AlertTrend &trend)
{
    if (trend == m_trend)
        return;
    m_trend = trend;
    setAccessibleName(sentence());
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
    return {m_theme.scaled(240), 7 * QFontMetrics(m_theme.captionFont()).lineSpacing()};
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
    return {low - room, high + room};
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
    QPen pen(m_theme.ink(now ? Ink::Text : Ink::Muted), now ? 2 : 1);
    pen.setStyle(now ? Qt::SolidLine : when == When::DayBefore ? Qt::DashLine : Qt::DotLine);
    return pen;
}

void TrendView::paintThreshold(QPainter &painter, const QRectF &plot, const Range &range) const
{
    if (!m_trend.query.threshold)
        return;
    const double y = plot.bottom() - plot.height() * (*m_trend.query.threshold - range.low) / (range.high - range.low);
    painter.setPen(QPen(m_theme.ink(Ink::Error), 1, Qt::DashDotLine));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
}

void TrendView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.captionFont());
    painter.setPen(m_theme.ink(Ink::Muted));
    const QFontMetrics metrics(m_theme.captionFont());
    const int gap = m_theme.scaled(4);
    const QRect room = rect().adjusted(gap, gap, -gap, -gap);
    if (m_trend.lines.isEmpty()) {
        painter.drawText(room, int(Qt::TextWordWrap) | int(Qt::AlignTop), m_trend.why);
        return;
    }
    painter.drawText(QRect(room.topLeft(), QSize(room.width(), metrics.height())), int(Qt::AlignVCenter),
                     metrics.elidedText(m_trend.query.expression, Qt::ElideRight, room.width()));
    // The legend stands where each line ends, one below the other: lines that end together keep their words apart.
    int wide = 0;
    for (const models::TrendLine &line : m_trend.lines)
        wide = std::max(wide, metrics.horizontalAdvance(wordsOf(line.when)) + 4 * gap);
    const QRectF plot = QRectF(room).adjusted(0, metrics.height() + gap, -wide - gap, 0);
    const Range values = range();
    painter.drawRect(plot);
    painter.setClipRect(plot);
    paintThreshold(painter, plot, values);
    for (const models::TrendLine &line : m_trend.lines)
        paintLine(painter, plot, values, line);
    painter.setClipping(false);
    int row = 0;
    for (const models::TrendLine &line : m_trend.lines) {
        painter.setPen(penOf(line.when));
        const QRect words(room.right() - wide, int(plot.top()) + row * metrics.lineSpacing(), wide, metrics.height());
        painter.drawLine(words.left(), words.center().y(), words.left() + 3 * gap, words.center().y());
        painter.setPen(m_theme.ink(Ink::Text));
        painter.drawText(words.adjusted(4 * gap, 0, 0, 0), int(Qt::AlignVCenter), wordsOf(line.when));
        ++row;
    }
    if (m_trend.query.threshold) {
        painter.setPen(m_theme.ink(Ink::Error));
        painter.drawText(QRect(room.right() - wide, int(plot.top()) + row * metrics.lineSpacing(), wide, metrics.height()),
                         int(Qt::AlignVCenter), numberText(*m_trend.query.threshold));
    }
}

} // namespace fireline::views
