// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metricdelegates.h"

#include "metrics/markerpainter.h"
#include "metrics/metricsroles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPixmap>

namespace fireline::views {

namespace metrics = models::metrics;

SeriesDelegate::SeriesDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

void SeriesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideMiddle;
    if (index.column() == metrics::ValueColumn)
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    if (index.column() != metrics::NameColumn)
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(m_theme.scaled(28), m_theme.iconSize());
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
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.rowHeight()};
}

MetricTimeDelegate::MetricTimeDelegate(TimeDisplay &times, QObject *parent) : QStyledItemDelegate(parent), m_times(times) { }

void MetricTimeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = m_times.full({index.data(metrics::TimeRole).toLongLong()});
}

} // namespace fireline::views
