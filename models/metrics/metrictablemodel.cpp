// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metrictablemodel.h"

#include "core/instant.h"
#include "metrics/metricseriesmodel.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace metrics;

MetricTableModel::MetricTableModel(MetricStore &store, QObject *parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(&store, &MetricStore::added, this, &MetricTableModel::refill);
    connect(&store, &MetricStore::removed, this, &MetricTableModel::refill);
    connect(&store, &MetricStore::shownChanged, this, &MetricTableModel::refill);
    connect(&store, &MetricStore::labelsChanged, this, [this] {
        if (!m_columns.empty())
            emit headerDataChanged(Qt::Horizontal, 1, columnCount() - 1);
    });
    connect(&store, &MetricStore::appended, this, &MetricTableModel::takeAppended);
    // Columns name series by their place: while it changes there are none.
    const auto forget = [this] {
        beginResetModel();
        m_rows.clear();
        m_columns.clear();
        endResetModel();
    };
    connect(&store, &MetricStore::aboutToRemove, this, forget);
    connect(&store, &MetricStore::aboutToAdd, this, [this, forget](int first) {
        if (first < m_store.count())
            forget();
    });
}

int MetricTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MetricTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_columns.size());
}

void MetricTableModel::setRange(std::optional<MetricRange> range)
{
    if (range == m_range)
        return;
    m_range = range;
    refill();
}

void MetricTableModel::refill()
{
    beginResetModel();
    m_columns.clear();
    for (int i = 0; i < m_store.count(); ++i) {
        if (m_store.at(i).shown)
            m_columns.push_back(i);
    }
    m_rows = m_range ? rowsOf(*m_range) : std::vector<Row>();
    endResetModel();
}

/// All times of all series, each as often as the series that has it most.
std::vector<MetricTableModel::Row> MetricTableModel::rowsOf(const MetricRange &range) const
{
    std::vector<Row> rows;
    std::vector<std::pair<const MetricPoint *, const MetricPoint *>> ways;
    for (const int series : m_columns) {
        const MetricPoints &points = m_store.at(series).data.points;
        const auto begin = firstFrom(points, range.fromUs);
        const auto end = firstFrom(points, range.toUs + 1);
        if (begin != end)
            ways.emplace_back(&*begin, &*begin + (end - begin));
    }
    for (;;) {
        qint64 next = std::numeric_limits<qint64>::max();
        bool any = false;
        for (const auto &[at, end] : ways) {
            if (at != end) {
                next = std::min(next, at->atUs);
                any = true;
            }
        }
        if (!any)
            return rows;
        const int repeat = !rows.empty() && rows.back().atUs == next ? rows.back().repeat + 1 : 0;
        rows.push_back({next, repeat});
        for (auto &[at, end] : ways) {
            if (at != end && at->atUs == next)
                ++at;
        }
    }
}

/// Values that go on at the end are rows at the end; whatever else came is read anew.
void MetricTableModel::takeAppended(int series, qsizetype first, bool inOrder)
{
    const auto column = std::find(m_columns.begin(), m_columns.end(), series);
    if (!m_range || column == m_columns.end())
        return;
    if (!inOrder) {
        refill();
        return;
    }
    const MetricPoints &points = m_store.at(series).data.points;
    const qint64 from = points[size_t(first)].atUs;
    if (from > m_range->toUs || points.back().atUs < m_range->fromUs)
        return;
    if (!m_rows.empty() && from <= m_rows.back().atUs) {
        refill();
        return;
    }
    const std::vector<Row> rows = rowsOf({std::max(from, m_range->fromUs), m_range->toUs});
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

std::optional<double> MetricTableModel::number(int row, int column) const
{
    const Row &time = m_rows[size_t(row)];
    const MetricPoints &points = m_store.at(m_columns[size_t(column - 1)]).data.points;
    const auto place = firstFrom(points, time.atUs);
    if (points.end() - place <= time.repeat)
        return std::nullopt;
    const MetricPoint &point = *(place + time.repeat);
    return point.atUs == time.atUs && !isGap(point) ? std::optional(point.value) : std::nullopt;
}

QVariant MetricTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qint64 atUs = m_rows[size_t(index.row())].atUs;
    if (role == TimeRole)
        return atUs;
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != NumberRole)
        return {};
    if (index.column() == 0)
        return role == NumberRole ? QVariant() : QVariant(domain::Instant{atUs}.toRfc3339());
    const auto value = number(index.row(), index.column());
    if (role == NumberRole)
        return value ? QVariant(*value) : QVariant();
    if (!value)
        return role == Qt::AccessibleTextRole ? tr("no value") : QString();
    return metricNumberText(*value);
}

QVariant MetricTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole) || section >= columnCount())
        return {};
    if (section == 0)
        return tr("Time");
    const int place = m_columns[size_t(section - 1)];
    const MetricSeries &series = m_store.at(place).data;
    const QString name = role == Qt::ToolTipRole ? m_store.markedName(place) : m_store.markedLabel(place);
    return series.unit.isEmpty() ? name : tr("%1 in %2").arg(name, series.unit);
}

int MetricTableModel::rowAt(qint64 atUs) const
{
    const auto after = std::lower_bound(m_rows.begin(), m_rows.end(), atUs,
                                        [](const Row &row, qint64 at) { return row.atUs < at; });
    if (m_rows.empty())
        return -1;
    if (after == m_rows.end())
        return rowCount() - 1;
    if (after == m_rows.begin() || after->atUs - atUs <= atUs - (after - 1)->atUs)
        return int(after - m_rows.begin());
    return int(after - m_rows.begin()) - 1;
}

} // namespace fireline::models
