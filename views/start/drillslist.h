// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPushButton;

namespace fireline::views {

struct StartRow;
class Theme;

/// The drills at hand: Enter starts one. GUI thread; part of the start window.
class DrillsList : public QWidget
{
    Q_OBJECT
public:
    DrillsList(QAbstractItemModel *drills, Theme &theme, QWidget *parent = nullptr);

    void focusList();

signals:
    void drillRequested(const QString &id);

private:
    void build(QAbstractItemModel *drills);
    [[nodiscard]] static QString lengthText(domain::Span length);
    [[nodiscard]] StartRow row(const QModelIndex &index) const;
    void start(const QModelIndex &index);
    void refresh();
    void restyle();

    Theme &m_theme;
    QLabel *m_heading = nullptr;
    QLabel *m_empty = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace fireline::views
