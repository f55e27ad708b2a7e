// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "status/affected.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QPushButton;

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class InlineForm;
class LinesView;
class Theme;
class TimeDisplay;

/// The board of components: how much of each works, and where others were last told something else. GUI thread; made by the
/// composition; model, theme and times outlive it.
class ComponentsPanel : public QWidget
{
    Q_OBJECT
public:
    ComponentsPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// Go to this entry of the timeline.
    void eventRequested(const QString &eventId);
    /// Somebody asked for a form of this panel, which may be hidden.
    void showRequested();
    /// The states are to be told: the status update takes them over.
    void tellRequested();

private:
    void buildUi();
    void buildButtons(QWidget *row);
    void connectModel();
    void addStates(ActionRegistry &actions);
    void showTheme();
    void showState();
    void showDetails();
    void showMenu(const QPoint &at);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QString whyNotRow() const;
    [[nodiscard]] QString whyNotState() const;
    [[nodiscard]] QString whyNotOrigin() const;
    void askState();
    void askOther();
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    void state(const QString &component, models::ComponentState state);
    void goToOrigin();

    QAbstractItemModel *m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_empty = nullptr;
    LinesView *m_view = nullptr;
    InlineForm *m_form = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_tell = nullptr;
    DetailsBrowser *m_details = nullptr;
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
