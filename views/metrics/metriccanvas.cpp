// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metriccanvas.h"

#include "metrics/graphtickers.h"
#include "text/timedisplay.h"
#include "theme/seriestokens.h"
#include "theme/theme.h"

#include <QAbstractItemModel>

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::MetricPoint;
using models::MetricPoints;
using models::MetricStore;

namespace {

constexpr double perSecond = 1e6;
constexpr double headRoom = 0.08;
// Of a field, in lines of text.
constexpr int readable = 4;
constexpr int lowest = 3;
constexpr int mostNoticeLines = 2;

/// What is too far apart gets a break between; so does what has no place on the scale.
void addPoint(QVector<QCPGraphData> &data, const MetricPoint &point, qint64 joinUs, bool logarithmic)
{
    const double at = double(point.atUs) / perSecond;
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    if (joinUs > 0 && !data.isEmpty() && at - data.constLast().key > double(joinUs) / perSecond)
        data.append({(at + data.constLast().key) / 2, nothing});
    data.append({at, std::isfinite(point.value) && (!logarithmic || point.value > 0) ? point.value : nothing});
}

/// From zero where that costs little of the height, and to the threshold where it is not far.
QCPRange linearRange(QCPRange values, std::optional<double> threshold)
{
    if (threshold && *threshold > values.lower - 3 * values.size() && *threshold < values.upper + 3 * values.size())
        values.expand(*threshold);
    if (values.lower > 0 && values.lower < values.upper / 2)
        values.lower = 0;
    const double room = values.size() > 0 ? values.size() * headRoom : std::max(1.0, std::abs(values.upper)) * headRoom;
    return {values.lower == 0 ? 0 : values.lower - room, values.upper + room};
}

QCPRange logarithmicRange(QCPRange values, std::optional<double> threshold)
{
    constexpr double far = 100;
    if (threshold && *threshold > values.lower / far && *threshold < values.upper * far)
        values.expand(*threshold);
    const double room = std::max(std::pow(values.upper / values.lower, headRoom), 1.1);
    return {values.lower / room, values.upper * room};
}

} // namespace

MetricCanvas::MetricCanvas(MetricStore &store, QAbstractItemModel &marks, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QCustomPlot(parent)
    , m_store(store)
    , m_theme(theme)
    , m_times(times)
    , m_ticker(new GraphTimeTicker(times.zone()))
    , m_left(new QCPMarginGroup(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setNoAntialiasingOnDrag(true);
    // What moves with the cursor is painted apart from the lines: "overlay" is a buffer of its own.
    m_overlay = new GraphOverlay(this, {store, marks, theme, times, m_pointers, m_lines, m_areas, m_page});
    plotLayout()->clear();
    connect(&store, &MetricStore::added, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::removed, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::shownChanged, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::labelsChanged, this, &MetricCanvas::showTheme);
    connect(&store, &MetricStore::fieldChanged, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::noticeChanged, this, &MetricCanvas::showTheme);
    connect(&store, &MetricStore::aboutToRemove, this, [this] {
        m_lines.clear();
        clearGraphs();
    });
    connect(&store, &MetricStore::appended, this, &MetricCanvas::append);
    // Once for all series that grew together.
    connect(this, &QCustomPlot::beforeReplot, this, [this] {
        if (m_grown)
            scaleValues();
    });
    connect(&theme, &Theme::changed, this, &MetricCanvas::rebuild);
    connect(&times, &TimeDisplay::changed, this, &MetricCanvas::showTheme);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&marks, signal, this, &MetricCanvas::showPointers);
    connect(&marks, &QAbstractItemModel::modelReset, this, &MetricCanvas::showPointers);
    connect(&marks, &QAbstractItemModel::dataChanged, this, &MetricCanvas::showPointers);
    rebuild();
}

MetricCanvas::~MetricCanvas()
{
    m_lines.clear();
    clearGraphs();
    for (const GraphArea &area : std::as_const(m_areas))
        delete area.rect; // those that are not seen belong to no layout
}

bool MetricCanvas::isLogarithmic(int series) const
{
    return m_store.field(m_store.fieldOf(series)).logarithmic;
}

void MetricCanvas::rebuild()
{
    m_lines.clear();
    clearGraphs();
    for (const GraphArea &area : std::exchange(m_areas, {}))
        delete area.rect;
    for (const QString &key : m_store.fields())
        addField(key);
    m_page.all = 0; // none of them has its place
    showTheme();
}

/// Values of one query share an axis, as do values of one unit. Without a unit, values of one file do.
void MetricCanvas::addField(const QString &key)
{
    auto *field = new QCPAxisRect(this);
    field->setVisible(false);
    QCPAxis *below = field->axis(QCPAxis::atBottom);
    below->setTicker(m_ticker);
    QCPAxis *beside = field->axis(QCPAxis::atLeft);
    const bool logarithmic = m_store.field(key).logarithmic;
    beside->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    beside->setTicker(QSharedPointer<QCPAxisTicker>(logarithmic ? new GraphLogTicker : new GraphNumberTicker));
    m_areas.append({key, field, false, 0});
    for (int i = 0; i < m_store.count(); ++i) {
        if (m_store.at(i).shown && m_store.fieldOf(i) == key)
            addLine(i, field);
    }
}

void MetricCanvas::addLine(int series, QCPAxisRect *field)
{
    QCPGraph *graph = addGraph(field->axis(QCPAxis::atBottom), field->axis(QCPAxis::atLeft));
    graph->setAdaptiveSampling(true);
    graph->setSelectable(QCP::stNone);
    m_lines.append({series, graph});
    fill(series);
}

void MetricCanvas::fill(int series)
{
    const MetricStore::Series &from = m_store.at(series);
    QVector<QCPGraphData> drawn;
    drawn.reserve(qsizetype(from.data.points.size()) + 16);
    const bool logarithmic = isLogarithmic(series);
    for (const MetricPoint &point : from.data.points)
        addPoint(drawn, point, from.joinUs, logarithmic);
    for (const GraphLine &line : m_lines) {
        if (line.series == series)
            line.graph->data()->set(drawn, true);
    }
}

void MetricCanvas::append(int series, qsizetype first, bool inOrder)
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [=](const GraphLine &each) { return each.series == series; });
    if (line == m_lines.end())
        return;
    if (inOrder && first > 0) {
        const MetricStore::Series &from = m_store.at(series);
        QVector<QCPGraphData> drawn{{double(from.data.points[size_t(first) - 1].atUs) / perSecond, 0}};
        for (auto point = from.data.points.begin() + first; point != from.data.points.end(); ++point)
            addPoint(drawn, *point, from.joinUs, isLogarithmic(series));
        line->graph->data()->add(drawn.mid(1), true);
    } else {
        fill(series);
    }
    if (!line->graph->keyAxis()->axisRect()->visible())
        return;
    m_grown = true;
    replot(QCustomPlot::rpQueuedReplot);
}

void MetricCanvas::setRange(const models::MetricRange &range)
{
    m_range = range;
    for (const GraphArea &area : std::as_const(m_areas))
        area.rect->axis(QCPAxis::atBottom)->setRange(double(range.fromUs) / perSecond, double(range.toUs) / perSecond);
    scaleValues();
    replot(QCustomPlot::rpQueuedReplot);
}

/// To what is in sight.
void MetricCanvas::scaleValues()
{
    m_grown = false;
    for (const GraphArea &area : std::as_const(m_areas)) {
        if (area.seen)
            scale(area);
    }
}

void MetricCanvas::scale(const GraphArea &area)
{
    const models::MetricField field = m_store.field(area.key);
    const auto signs = field.logarithmic ? QCP::sdPositive : QCP::sdBoth;
    QCPRange values;
    bool any = false;
    for (const GraphLine &line : m_lines) {
        bool found = false;
        if (line.graph->keyAxis()->axisRect() != area.rect)
            continue;
        const QCPRange own = line.graph->getValueRange(found, signs, line.graph->keyAxis()->range());
        if (found) {
            values = any ? values.expanded(own) : own;
            any = true;
        }
    }
    if (!any)
        values = field.logarithmic ? QCPRange(0.1, 10) : QCPRange(0, 1);
    area.rect->axis(QCPAxis::atLeft)
        ->setRange(field.logarithmic ? logarithmicRange(values, field.threshold) : linearRange(values, field.threshold));
}

void MetricCanvas::showTheme()
{
    m_ticker->setZone(m_times.zone());
    const int label = QFontMetrics(m_theme.captionFont()).horizontalAdvance(u"00-00 00:00"_s);
    m_ticker->setTickCount(std::clamp(width() / std::max(1, label * 2), 2, 10));
    m_overlay->setZoneName(m_times.zoneName({m_range.toUs}));
    arrange();
    showHeads();
    setBackground(m_theme.ink(Ink::Base));
    const QPen grid(m_theme.ink(Ink::Border), 1, Qt::DotLine);
    const QList<QCPAxisRect *> fields = axisRects();
    const int lines = height() / std::max(1, int(fields.size()) * 2 * QFontMetrics(m_theme.captionFont()).height());
    for (QCPAxisRect *field : fields) {
        field->axis(QCPAxis::atLeft)->ticker()->setTickCount(std::clamp(lines, 1, 5));
        for (QCPAxis *axis : {field->axis(QCPAxis::atBottom), field->axis(QCPAxis::atLeft)}) {
            axis->setTickLabelFont(m_theme.captionFont());
            axis->setTickLabelColor(m_theme.ink(Ink::Muted));
            axis->setBasePen(QPen(m_theme.ink(Ink::Border), 1));
            axis->setTickPen(QPen(m_theme.ink(Ink::Border), 1));
            axis->setSubTicks(false);
            axis->grid()->setPen(grid);
            axis->grid()->setZeroLinePen(grid);
        }
    }
    for (const GraphLine &line : m_lines) {
        const SeriesLook look = seriesLook(m_theme.scheme(), m_store.at(line.series).look);
        QPen pen(look.colour, 1); // exactly: any wider line is a hundred times as slow
        if (!look.dashes.isEmpty())
            pen.setDashPattern(look.dashes);
        line.graph->setPen(pen);
    }
    setRange(m_range);
}

/// What stands above the lines, and the names beside them, has its room.
void MetricCanvas::showHeads()
{
    const int letters = QFontMetrics(m_theme.captionFont()).height();
    const int names = m_overlay->namesWidth(width());
    const int each = (height() - edges()) / std::max(1, m_page.count);
    const int most = std::clamp(each / letters - 1 - lowest, 1, mostNoticeLines);
    bool first = true;
    for (GraphArea &area : m_areas) {
        if (!area.seen)
            continue;
        area.noticeLines = m_overlay->noticeLines(area, width() - names, most);
        area.rect->setAutoMargins(QCP::msLeft | QCP::msBottom);
        area.rect->setMinimumMargins({m_theme.scaled(4), 0, 0, 0});
        area.rect->setMargins({0, m_overlay->headHeight(area) + (first ? m_overlay->laneHeight() : 0), names, 0});
        first = false;
    }
}

/// Of what is no field: the lane of marks above, the times below.
int MetricCanvas::edges() const
{
    return m_overlay->laneHeight() + QFontMetrics(m_theme.captionFont()).height() + m_theme.scaled(8);
}

int MetricCanvas::heightFor(int fields) const
{
    return edges() + fields * (1 + readable) * QFontMetrics(m_theme.captionFont()).height();
}

int MetricCanvas::leastHeight() const
{
    return edges() + (1 + lowest) * QFontMetrics(m_theme.captionFont()).height();
}

void MetricCanvas::showField(const QString &key)
{
    if (std::exchange(m_chosen, key) == key)
        return;
    showTheme();
    m_first = m_page.first;
}

/// As many as can be read, with the chosen one among them. The others keep their lines, and are drawn nowhere.
void MetricCanvas::arrange()
{
    const int all = int(m_areas.size());
    const int room = (height() - edges()) / std::max(1, heightFor(1) - edges());
    const int fit = std::clamp(room, 1, std::max(1, all));
    const auto chosen = std::find_if(m_areas.begin(), m_areas.end(),
                                     [this](const GraphArea &area) { return area.key == m_chosen; });
    int first = m_first;
    if (chosen != m_areas.end())
        first = std::clamp(first, int(chosen - m_areas.begin()) - fit + 1, int(chosen - m_areas.begin()));
    const GraphPage page{std::clamp(first, 0, std::max(0, all - fit)), std::min(fit, all), all};
    if (page == m_page)
        return;
    m_page = page;
    for (const GraphArea &area : std::as_const(m_areas)) {
        if (area.rect->layout())
            plotLayout()->take(area.rect);
    }
    plotLayout()->simplify();
    plotLayout()->setRowSpacing(m_theme.scaled(4));
    for (int i = 0; i < all; ++i)
        place(m_areas[i], i >= page.first && i < page.first + page.count, i == page.first + page.count - 1);
    emit pageChanged();
}

void MetricCanvas::place(GraphArea &area, bool seen, bool last)
{
    area.seen = seen;
    area.rect->setVisible(seen);
    area.rect->setMarginGroup(QCP::msLeft, seen ? m_left : nullptr);
    area.rect->axis(QCPAxis::atBottom)->setTickLabels(last);
    if (seen)
        plotLayout()->addElement(plotLayout()->rowCount(), 0, area.rect);
}

void MetricCanvas::showPointers()
{
    layer(u"overlay"_s)->replot();
}

QRect MetricCanvas::field() const
{
    QRect whole;
    for (const QCPAxisRect *each : axisRects())
        whole |= each->rect();
    return m_areas.isEmpty() ? QRect() : whole;
}

qint64 MetricCanvas::timeAt(int x) const
{
    const QRect where = field();
    if (where.isEmpty())
        return m_range.fromUs;
    return m_range.fromUs + qint64(double(x - where.left()) / where.width() * double(m_range.length()));
}

int MetricCanvas::xOf(qint64 atUs) const
{
    const QRect where = field();
    if (where.isEmpty() || m_range.length() <= 0)
        return -1;
    return where.left() + int(std::lround(double(atUs - m_range.fromUs) / double(m_range.length()) * where.width()));
}

} // namespace fireline::views
