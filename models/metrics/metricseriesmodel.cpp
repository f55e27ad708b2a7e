// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricseriesmodel.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace fireline::models {

using namespace Qt::StringLiterals;
using namespace metrics;

QString metricNumberText(double value)
{
    return QLocale().toString(value, 'g', 6);
}

MetricSeriesModel::MetricSeriesModel(MetricStore &store, QObject *parent) : QAbstractTableModel(parent), m_store(store)
{
    connect(&store, &MetricStore::aboutToAdd, this, [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&store, &MetricStore::added, this, [this] { endInsertRows(); });
    connect(&store, &MetricStore::aboutToRemove, this, [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&store, &MetricStore::removed, this, [this] { endRemoveRows(); });
    connect(&store, &MetricStore::appended, this, [this](int series) {
        emit dataChanged(index(series, NameColumn), index(series, ValueColumn),
                         {Qt::DisplayRole, Qt::AccessibleTextRole, ValueRole, CountRole, FirstRole, LastRole});
    });
    connect(&store, &MetricStore::labelsChanged, this, [this] {
        emit dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn),
                         {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, NameRole});
    });
    connect(&store, &MetricStore::shownChanged, this, [this](int series) {
        emit dataChanged(index(series, NameColumn), index(series, UnitColumn),
                         {Qt::CheckStateRole, Qt::AccessibleTextRole, ShownRole});
    });
}

int MetricSeriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_store.count();
}

int MetricSeriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : SeriesColumns;
}

void MetricSeriesModel::setCursor(std::optional<qint64> atUs)
{
    if (m_cursor == atUs)
        return;
    m_cursor = atUs;
    if (m_store.count() > 0)
        emit dataChanged(index(0, ValueColumn), index(m_store.count() - 1, ValueColumn),
                         {Qt::DisplayRole, Qt::AccessibleTextRole, ValueRole});
}

QVariant MetricSeriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const MetricStore::Series &series = m_store.at(row);
    const MetricPoints &points = series.data.points;
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return tip(row);
    case Qt::CheckStateRole:
        return index.column() == NameColumn ? QVariant(series.shown ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole: return index.column() == NameColumn ? QVariant(sentence(row)) : text(row, index.column());
    case NameRole: return series.data.name;
    case UnitRole: return series.data.unit;
    case SourceRole: return series.source;
    case ShownRole: return series.shown;
    case LookRole: return series.look;
    case CountRole:
        return qint64(std::count_if(points.begin(), points.end(), [](const MetricPoint &point) { return !isGap(point); }));
    case FirstRole: return points.empty() ? 0 : points.front().atUs;
    case LastRole: return points.empty() ? 0 : points.back().atUs;
    case ValueRole: {
        const auto value = m_cursor ? m_store.valueAt(row, *m_cursor) : std::nullopt;
        return value ? QVariant(*value) : QVariant();
    }
    default: return {};
    }
}

QString MetricSeriesModel::tip(int row) const
{
    const MetricStore::Series &series = m_store.at(row);
    const MetricField field = m_store.field(series.source);
    const QString from = field.own ? field.title : series.source.section(u'/', -1);
    const QString whole = tr("%1, from %2. Space shows or hides it.").arg(m_store.markedName(row), from);
    const QString odd = oddityWords(series.odd);
    return odd.isEmpty() ? whole : whole + u'\n' + odd;
}

QVariant MetricSeriesModel::text(int row, int column) const
{
    const MetricStore::Series &series = m_store.at(row);
    if (column == NameColumn)
        return m_store.markedLabel(row);
    if (column == UnitColumn)
        return series.data.unit;
    if (!m_cursor)
        return {};
    if (const auto value = m_store.valueAt(row, *m_cursor))
        return metricNumberText(*value);
    const MetricPoint *near = nearestTo(series.data.points, *m_cursor);
    if (near && std::isinf(near->value) && std::abs(near->atUs - *m_cursor) <= series.joinUs / 2)
        return near->value > 0 ? u"∞"_s : u"−∞"_s;
    return tr("none");
}

QString MetricSeriesModel::sentence(int row) const
{
    const MetricStore::Series &series = m_store.at(row);
    const auto value = m_cursor ? m_store.valueAt(row, *m_cursor) : std::nullopt;
    const QString name = m_store.markedName(row);
    if (!series.shown)
        return tr("%1, hidden").arg(name);
    if (!value)
        return m_cursor ? tr("%1, no value at the cursor").arg(name) : tr("%1, shown").arg(name);
    return tr("%1, %2 %3 at the cursor").arg(name, metricNumberText(*value), series.data.unit);
}

QVariant MetricSeriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Series");
    case ValueColumn: return tr("Value");
    case UnitColumn: return tr("Unit");
    default: return {};
    }
}

Qt::ItemFlags MetricSeriesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == NameColumn ? plain | Qt::ItemIsUserCheckable : plain;
}

bool MetricSeriesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != NameColumn || role != Qt::CheckStateRole)
        return false;
    m_store.setShown(index.row(), value.toInt() == Qt::Checked);
    return true;
}

} // namespace fireline::models
