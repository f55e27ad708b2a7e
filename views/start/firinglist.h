// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QModelIndex;

namespace fireline::views {

struct StartRow;
class Theme;
class TimeDisplay;

/// What fires now: Enter takes it into the form for a new incident. Out of sight while nothing does. GUI thread; part of the start
/// window.
class FiringList : public QWidget
{
    Q_OBJECT
public:
    FiringList(QAbstractItemModel *firing, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void focusList();

signals:
    void declareRequested(const QModelIndex &alert);

private:
    [[nodiscard]] StartRow row(const QModelIndex &index) const;
    void refresh();
    void restyle();

    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_heading;
    QListView *m_list;
};

} // namespace fireline::views
