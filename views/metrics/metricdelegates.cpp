// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricdelegates.h"

#include "metrics/markerpainter.h"
#include "metrics/metricsroles.h"
#include "metrics/seriesnames.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QPainter>
#include <QPixmap>

namespace fireline::views {

namespace metrics = models::metrics;

SeriesDelegate::SeriesDelegate(const QAbstractItemModel &series, Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_series(series)
    , m_theme(theme)
{
    const auto forget = [this] { m_names.clear(); };
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&series, signal, this, forget);
    connect(&series, &QAbstractItemModel::modelReset, this, forget);
    connect(&series, &QAbstractItemModel::dataChanged, this, [forget](auto, auto, const QList<int> &roles) {
        if (roles.contains(metrics::NameRole))
            forget();
    });
    connect(&theme, &Theme::changed, this, forget);
}

void SeriesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (index.column() == metrics::ValueColumn)
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    if (index.column() != metrics::NameColumn)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(m_theme.scaled(m_stacked ? 20 : 28), m_theme.iconSize());
    QPixmap sample(option->decorationSize);
    sample.fill(m_theme.ink(Ink::Base)); // seen on the selection too
    QPainter painter(&sample);
    const SeriesLook look = seriesLook(m_theme.scheme(), index.data(metrics::LookRole).toInt());
    QPen pen(look.colour, m_theme.scaled(2));
    if (!look.dashes.isEmpty())
        pen.setDashPattern({look.dashes.at(0) / 2, look.dashes.at(1) / 2});
    painter.setPen(pen);
    const int middle = sample.height() / 2;
    painter.drawLine(0, middle, sample.width(), middle);
    paintMarker(&painter, look, sample.rect().center(), m_theme.scaled(8));
    painter.end();
    option->icon = QIcon(sample);
    option->text = nameIn(*option, index.row());
    if (m_stacked)
        option->text += QChar(QChar::LineSeparator) + index.siblingAtColumn(metrics::ValueColumn).data().toString();
}

QString SeriesDelegate::nameIn(const QStyleOptionViewItem &option, int row) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int edge = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const int width = style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).width() - 2 * edge;
    if (option.rect.width() <= 0 || width <= 0)
        return option.text;
    if (m_names.isEmpty() || width != m_width) {
        QStringList names;
        for (int each = 0; each < m_series.rowCount(); ++each)
            names.append(m_series.index(each, metrics::NameColumn).data().toString());
        m_names = shortNames(names, option.fontMetrics, width);
        m_width = width;
    }
    return m_names.value(row, option.text);
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight()};
}

int SeriesDelegate::rowHeight() const
{
    return m_theme.rowHeight() + (m_stacked ? QFontMetrics(QApplication::font()).lineSpacing() : 0);
}

MetricTimeDelegate::MetricTimeDelegate(TimeDisplay &times, QObject *parent) : QStyledItemDelegate(parent), m_times(times) { }

void MetricTimeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = m_times.full({index.data(metrics::TimeRole).toLongLong()});
}

} // namespace fireline::views
