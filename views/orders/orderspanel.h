// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "orders/workquestions.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QToolButton;

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class OrdersDelegate;
class OrdersView;
class PollLights;
class ReasonForm;
class Theme;
class TimeDisplay;
class WaitingWords;
class WorkForm;

/// Actions and call-backs: what was asked of whom and what is late, changes on their way from proposal to verification, and
/// polls with a light for each role. Its window title is that of the panel and counts what is open and late. GUI thread; made
/// by the composition; model, feed, theme and times outlive it.
class OrdersPanel : public QWidget
{
    Q_OBJECT
public:
    OrdersPanel(QAbstractItemModel *model, const models::WorkQuestions &ask, Theme &theme, TimeDisplay &times,
                QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus();
    /// Selects "A12"; false where there is no such row.
    bool showItem(const QString &ref);
    /// What may be done can change with any event: a role that is given, a rule that is passed.
    void askAgain();
    /// What a form sent was not taken: it stays and says why.
    void refuse(const QString &why);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// Somebody began something here by a key while the panel may be out of sight.
    void showRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    void buildTable();
    void buildEmpty();
    QWidget *buildSteps();
    QWidget *buildNew();
    void buildForms();
    void connectModel();
    void showTheme();
    void showRoom();
    void showState();
    void showTitle();
    void showSteps();
    void showDetails();
    void showMenu(const QPoint &at);
    void setDetails(bool shown);
    void enter();

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString whyNot(domain::Verb verb) const;
    void perform(domain::Verb verb);
    void request(domain::Verb verb);
    void askFor(domain::Verb verb);
    [[nodiscard]] QString anotherWhyNot() const;
    void askForAnother();
    void hideForms();
    void begin(WorkForm *form);
    void resume(const QString &id);
    void backToList();
    void send(const domain::Command &command);
    void addListActions(ActionRegistry &actions);

    QAbstractItemModel *m_model;
    models::WorkQuestions m_ask;
    Theme &m_theme;
    TimeDisplay &m_times;
    QSortFilterProxyModel *m_shown = nullptr;
    OrdersView *m_view = nullptr;
    OrdersDelegate *m_delegate = nullptr;
    QWidget *m_nothing = nullptr;
    QLabel *m_nothingText = nullptr;
    QPushButton *m_first = nullptr; ///< of the empty panel
    DetailsBrowser *m_details = nullptr;
    PollLights *m_lights = nullptr;
    QLabel *m_reason = nullptr;
    QWidget *m_stepRow = nullptr;
    QList<QPushButton *> m_steps;
    QToolButton *m_more = nullptr;
    QMenu *m_moreMenu = nullptr;
    QWidget *m_newRow = nullptr;
    QCheckBox *m_ended = nullptr;
    WorkForm *m_action = nullptr;
    WorkForm *m_change = nullptr;
    WorkForm *m_poll = nullptr;
    ReasonForm *m_why = nullptr;
    WaitingWords *m_waiting = nullptr;
    bool m_wantsDetails = false;
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected row
};

} // namespace fireline::views
