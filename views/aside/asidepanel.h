// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QModelIndex;
class QPushButton;
class QTableView;

namespace fireline::views {

class ActionRegistry;
class Theme;
class TimeDisplay;

/// What a shared backend refused or has lost: each with its time, author, words and reason, and a way to enter it again or to take
/// it elsewhere. It changes nothing by itself. GUI thread; made by the composition; model, theme and times outlive it.
class AsidePanel : public QWidget
{
    Q_OBJECT
public:
    AsidePanel(QAbstractItemModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    /// The line that asks for the same again is wanted in quick entry.
    void againRequested(const QString &eventId);

private:
    void buildTable();
    void showTheme();
    void showCount();
    void again();
    void copyAll();
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString rowWhyNot() const;

    QAbstractItemModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_head;
    QPushButton *m_again;
    QPushButton *m_copy;
    QTableView *m_table;
    ActionRegistry *m_actions = nullptr;
};

} // namespace fireline::views
