// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metriccanvas.h"

#include "metrics/graphtickers.h"
#include "text/timedisplay.h"
#include "theme/seriestokens.h"
#include "theme/theme.h"

#include <QAbstractItemModel>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::MetricPoint;
using models::MetricPoints;
using models::MetricStore;

namespace {

constexpr double perSecond = 1e6;
constexpr double headRoom = 0.08;

/// What is too far apart gets a break between.
void addPoint(QVector<QCPGraphData> &data, const MetricPoint &point, qint64 joinUs)
{
    const double at = double(point.atUs) / perSecond;
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    if (joinUs > 0 && !data.isEmpty() && at - data.constLast().key > double(joinUs) / perSecond)
        data.append({(at + data.constLast().key) / 2, nothing});
    data.append({at, std::isfinite(point.value) ? point.value : nothing});
}

} // namespace

MetricCanvas::MetricCanvas(MetricStore &store, QAbstractItemModel &marks, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QCustomPlot(parent)
    , m_store(store)
    , m_theme(theme)
    , m_times(times)
    , m_ticker(new GraphTimeTicker(times.zone()))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setNoAntialiasingOnDrag(true);
    // What moves with the cursor is painted apart from the lines: "overlay" is a buffer of its own.
    m_overlay = new GraphOverlay(this, store, marks, theme, m_pointers, m_lines);
    plotLayout()->clear();
    connect(&store, &MetricStore::added, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::removed, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::shownChanged, this, &MetricCanvas::rebuild);
    connect(&store, &MetricStore::aboutToRemove, this, [this] {
        m_lines.clear();
        clearGraphs();
    });
    connect(&store, &MetricStore::appended, this, &MetricCanvas::append);
    connect(&theme, &Theme::changed, this, &MetricCanvas::rebuild);
    connect(&times, &TimeDisplay::changed, this, &MetricCanvas::showTheme);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&marks, signal, this, &MetricCanvas::showPointers);
    connect(&marks, &QAbstractItemModel::modelReset, this, &MetricCanvas::showPointers);
    connect(&marks, &QAbstractItemModel::dataChanged, this, &MetricCanvas::showPointers);
    rebuild();
}

MetricCanvas::~MetricCanvas() = default;

/// Values of one unit share an axis. Without a unit, values of one file do.
QMap<QString, QList<int>> MetricCanvas::byUnit() const
{
    QMap<QString, QList<int>> groups;
    for (int i = 0; i < m_store.count(); ++i) {
        const MetricStore::Series &series = m_store.at(i);
        if (series.shown)
            groups[series.data.unit.isEmpty() ? u"\uffff"_s + series.source : series.data.unit].append(i);
    }
    return groups;
}

void MetricCanvas::rebuild()
{
    m_lines.clear();
    clearGraphs();
    plotLayout()->clear();
    const QMap<QString, QList<int>> groups = byUnit();
    auto *edges = new QCPMarginGroup(this);
    int left = int(groups.size());
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        const bool named = !group.key().startsWith(u'\uffff');
        addField(named ? group.key() : QString(), group.value(), --left == 0);
        plotLayout()->elementAt(plotLayout()->elementCount() - 1)->setMarginGroup(QCP::msLeft, edges);
    }
    showTheme();
}

void MetricCanvas::addField(const QString &unit, const QList<int> &series, bool last)
{
    auto *field = new QCPAxisRect(this);
    plotLayout()->addElement(plotLayout()->rowCount(), 0, field);
    plotLayout()->setRowSpacing(m_theme.scaled(4));
    QCPAxis *below = field->axis(QCPAxis::atBottom);
    below->setTicker(m_ticker);
    below->setTickLabels(last);
    field->axis(QCPAxis::atLeft)->setTicker(QSharedPointer<QCPAxisTicker>(new GraphNumberTicker));
    for (const int each : series) {
        addLine(each, field);
        m_lines.last().unit = unit;
    }
}

void MetricCanvas::addLine(int series, QCPAxisRect *field)
{
    QCPGraph *graph = addGraph(field->axis(QCPAxis::atBottom), field->axis(QCPAxis::atLeft));
    graph->setAdaptiveSampling(true);
    graph->setSelectable(QCP::stNone);
    m_lines.append({series, graph, {}});
    fill(series);
}

void MetricCanvas::fill(int series)
{
    const MetricStore::Series &from = m_store.at(series);
    QVector<QCPGraphData> drawn;
    drawn.reserve(qsizetype(from.data.points.size()) + 16);
    for (const MetricPoint &point : from.data.points)
        addPoint(drawn, point, from.joinUs);
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
            addPoint(drawn, *point, from.joinUs);
        line->graph->data()->add(drawn.mid(1), true);
    } else {
        fill(series);
    }
    scaleValues();
    replot(QCustomPlot::rpQueuedReplot);
}

void MetricCanvas::setRange(const models::MetricRange &range)
{
    m_range = range;
    for (QCPAxisRect *field : axisRects())
        field->axis(QCPAxis::atBottom)->setRange(double(range.fromUs) / perSecond, double(range.toUs) / perSecond);
    scaleValues();
    replot(QCustomPlot::rpQueuedReplot);
}

/// To what is in sight; from zero where that costs little of the height.
void MetricCanvas::scaleValues()
{
    for (QCPAxisRect *field : axisRects()) {
        QCPRange values;
        bool any = false;
        for (const GraphLine &line : m_lines) {
            bool found = false;
            if (line.graph->keyAxis()->axisRect() != field)
                continue;
            const QCPRange own = line.graph->getValueRange(found, QCP::sdBoth, line.graph->keyAxis()->range());
            if (found) {
                values = any ? values.expanded(own) : own;
                any = true;
            }
        }
        if (!any)
            values = {0, 1};
        if (values.lower > 0 && values.lower < values.upper / 2)
            values.lower = 0;
        const double room = values.size() > 0 ? values.size() * headRoom : std::max(1.0, std::abs(values.upper)) * headRoom;
        field->axis(QCPAxis::atLeft)->setRange(values.lower == 0 ? 0 : values.lower - room, values.upper + room);
    }
}

void MetricCanvas::showTheme()
{
    m_ticker->setZone(m_times.zone());
    const int label = QFontMetrics(m_theme.captionFont()).horizontalAdvance(u"00-00 00:00"_s);
    m_ticker->setTickCount(std::clamp(width() / std::max(1, label * 2), 2, 10));
    m_overlay->setZoneName(m_times.zoneName({m_range.toUs}));
    setBackground(m_theme.ink(Ink::Base));
    const QPen grid(m_theme.ink(Ink::Border), 1, Qt::DotLine);
    const int names = m_overlay->namesWidth(width());
    const QList<QCPAxisRect *> fields = axisRects();
    for (QCPAxisRect *field : fields) {
        field->setAutoMargins(QCP::msLeft | QCP::msBottom);
        field->setMinimumMargins({m_theme.scaled(4), 0, 0, 0});
        field->setMargins({0, field == fields.first() ? m_overlay->laneHeight() : 0, names, 0});
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

void MetricCanvas::showPointers()
{
    layer(u"overlay"_s)->replot();
}

QRect MetricCanvas::field() const
{
    QRect whole;
    for (const QCPAxisRect *each : axisRects())
        whole |= each->rect();
    return m_lines.isEmpty() ? QRect() : whole;
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
