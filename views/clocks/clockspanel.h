// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clocks/clocksroles.h"
#include "command/command.h"

#include <QHash>
#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace fireline::views {

class ActionRegistry;
class ClockWindow;
class DetailsBrowser;
class InlineForm;
class Theme;
class TimeDisplay;

/// Every clock that runs, the most urgent first, and the times that count up. Enter goes to the entry a clock counts from; one
/// clock can have a window of its own. GUI thread; made by the composition; model, theme and times outlive it.
class ClocksPanel : public QWidget
{
    Q_OBJECT
public:
    ClocksPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);
    ~ClocksPanel() override;

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;
    /// Makes this clock the current row; false where it does not run.
    bool goToClock(const QString &id);
    /// Likewise the most urgent of that kind.
    bool goToFirst(models::clocks::About about);
    /// Under the list: how the process was kept as a whole.
    void setKept(const QString &text);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// Go to this entry of the timeline.
    void eventRequested(const QString &eventId);
    /// Somebody asked for a row of this panel, which may be hidden.
    void showRequested();
    /// Clocks in windows of their own are there: their time has to go on whatever becomes of the main window.
    void ownWindowsChanged(bool any);

private:
    void buildUi();
    void buildButtons(QWidget *row);
    void connectModel();
    void showState();
    void showDetails();
    void showTheme();
    void showMenu(const QPoint &at);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString whyNotRow() const;
    [[nodiscard]] QString whyNot(int role) const;
    [[nodiscard]] QString whyNotOrigin() const;
    [[nodiscard]] QString whyNotDeed() const;
    void open();
    void doIt();
    void askSnooze();
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    void setCadence();
    void toggleWindow();
    void closeWindow(const QString &clock);

    QAbstractItemModel *m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_empty = nullptr;
    QListView *m_view = nullptr;
    QLabel *m_kept = nullptr;
    InlineForm *m_form = nullptr;
    QPushButton *m_snooze = nullptr;
    QPushButton *m_window = nullptr;
    QToolButton *m_showDetails = nullptr;
    DetailsBrowser *m_details = nullptr;
    QHash<QString, ClockWindow *> m_windows; ///< by clock; they have no parent, so that they stay when the window is minimized
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
