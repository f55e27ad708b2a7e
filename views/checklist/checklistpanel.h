// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QToolButton;
class QVBoxLayout;

namespace fireline::views {

class ActionRegistry;
class ChecklistDelegate;
class ChecklistView;
class InlineForm;
class Theme;
class TimeDisplay;

/// The lists of the process and their steps, those of the person at this console or all. Its window title is that of the
/// panel and tells how far they are. GUI thread; made by the composition; model, theme and times outlive it.
class ChecklistPanel : public QWidget
{
    Q_OBJECT
public:
    ChecklistPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// The form of a record is wanted; the line makes the record where there is none.
    void recordRequested(const QString &form, const QString &line);
    /// The panel is needed in sight: a form was opened in it.
    void showRequested();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildUi();
    void buildTree();
    void buildForm(QVBoxLayout &column);
    void connectModel();
    void showTheme();
    void showState();
    void showNext();
    void followNext();
    void refreshActions();
    void showMenu(const QPoint &at);
    void fillStartMenu();
    void setOnlyMine(bool only);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] bool isStep() const;
    [[nodiscard]] QString tickWhyNot() const;
    [[nodiscard]] QString skipWhyNot() const;
    [[nodiscard]] QString copyWhyNot() const;
    void toggle(const QModelIndex &index);
    void open(const QModelIndex &index);
    void skip();
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    void copy();
    void start(const QString &listId);
    void request(domain::Verb verb, const QModelIndex &index);

    QAbstractItemModel *m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QSortFilterProxyModel *m_shown = nullptr;
    ChecklistView *m_view = nullptr;
    ChecklistDelegate *m_delegate = nullptr;
    QCheckBox *m_mine = nullptr;
    QToolButton *m_start = nullptr;
    QMenu *m_startMenu = nullptr;
    InlineForm *m_form = nullptr;
    QWidget *m_nothing = nullptr;
    QLabel *m_nothingText = nullptr;
    QPushButton *m_showAll = nullptr;
    QPersistentModelIndex m_next;       ///< where the keyboard was put last
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected step
};

} // namespace fireline::views
