// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;
class TimeDisplay;

/// Paints how a series is drawn before its name: line, dashes, marker.
class SeriesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    SeriesDelegate(Theme &theme, QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

/// Writes the times of the table of values in the zone of the window.
class MetricTimeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    MetricTimeDelegate(TimeDisplay &times, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    TimeDisplay &m_times;
};

} // namespace fireline::views
