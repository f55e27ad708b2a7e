// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class RolesDelegate;
class RolesView;
class Theme;
class TimeDisplay;

/// The role board: who has what, what is vacant, for how long, and what the selected role asks of its holder. Its window title
/// is that of the panel and tells what is vacant. GUI thread; made by the composition; model, theme and times outlive it.
class RolesPanel : public QWidget
{
    Q_OBJECT
public:
    RolesPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    void buildTable();
    void buildButtons(QWidget *row);
    void connectModel();
    void showTheme();
    void showState();
    void showCommand();
    void showDuty();
    void showMembers();
    void showDetails();
    void showColumns();
    void showMenu(const QPoint &at);
    void addAssignMenu(QMenu *menu, const QString &person);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QModelIndex commanderRow() const;
    /// Whom the notice above the list is about; invalid where there is nothing to say.
    [[nodiscard]] QModelIndex dutyRow() const;
    [[nodiscard]] QModelIndex reliefRow() const;
    [[nodiscard]] QString deputyWhyNot() const;
    [[nodiscard]] QString reliefWhyNot() const;
    [[nodiscard]] QString rhythmWhyNot() const;
    [[nodiscard]] QString assignWhyNot() const;
    [[nodiscard]] QString leaveWhyNot() const;
    void takeCommand();
    void edit();
    void assign(const QModelIndex &role, const QString &person);
    void leave();
    void checkIn();
    void handOver(const QModelIndex &row);
    void editDeputy();
    void nameDeputy(const QModelIndex &row, const QString &named);
    void askRelief();
    void setRhythm();
    void addPeopleActions(ActionRegistry &actions);
    [[nodiscard]] QString privateWhyNot() const;
    [[nodiscard]] QString membersWhyNot() const;
    void addMemberActions(ActionRegistry &actions);
    void makePrivate();
    void addMember();
    void removeMember();
    void request(domain::Verb verb, const QJsonObject &args);

    QAbstractItemModel *m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QWidget *m_nobody = nullptr;
    QWidget *m_duty = nullptr;
    QLabel *m_dutyText = nullptr;
    QWidget *m_private = nullptr;
    QLabel *m_membersText = nullptr;
    RolesView *m_view = nullptr;
    RolesDelegate *m_delegate = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_checkIn = nullptr;
    QToolButton *m_showDetails = nullptr;
    DetailsBrowser *m_details = nullptr;
    bool m_naming = false;              ///< the deputies' column is wanted alone
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected row
};

} // namespace fireline::views
