// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPushButton;
class QTextBrowser;

namespace fireline::views {

class Theme;
class TimeDisplay;
class UpdateDelegate;

/// What is on its way and what was said, with the whole text of the selected update. GUI thread; owned by its parent.
class SaidPage : public QWidget
{
    Q_OBJECT
public:
    SaidPage(QAbstractItemModel *updates, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    [[nodiscard]] QListView *view() const { return m_view; }
    [[nodiscard]] QModelIndex current() const;
    /// Of the selected one; empty where it can be done now.
    [[nodiscard]] QString outcomeWhyNot(const QString &outcome) const;
    void tellOutcome(const QString &outcome);
    void copy();

signals:
    void commandRequested(const fireline::domain::Command &command);
    /// Words that the person has to complete.
    void entryRequested(const QString &line);
    void currentChanged();

private:
    void build();
    void showCurrent();
    [[nodiscard]] QString factsOf(const QModelIndex &index) const;

    QAbstractItemModel *m_updates;
    Theme &m_theme;
    TimeDisplay &m_times;
    QListView *m_view;
    UpdateDelegate *m_delegate;
    QTextBrowser *m_text;
    QLabel *m_nothing;
    QPushButton *m_out;
    QPushButton *m_notOut;
    QPushButton *m_copy;
};

} // namespace fireline::views
