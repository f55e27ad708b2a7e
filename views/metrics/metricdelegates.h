// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStyledItemDelegate>

namespace fireline::views {

class Theme;
class TimeDisplay;

/// Paints how a series is drawn before its name: line, dashes, marker. A name that has no room is cut where all are alike.
/// GUI thread; owned by the panel; the model outlives it.
class SeriesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    SeriesDelegate(const QAbstractItemModel &series, Theme &theme, QObject *parent);

    /// The value below the name, for a list that has no room for both side by side.
    void setStacked(bool stacked) { m_stacked = stacked; }
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QString nameIn(const QStyleOptionViewItem &option, int row) const;

    const QAbstractItemModel &m_series;
    Theme &m_theme;
    mutable QStringList m_names; ///< as they have room in m_width; empty: to be asked for
    mutable int m_width = 0;
    bool m_stacked = false;
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
