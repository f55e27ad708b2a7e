// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;

namespace fireline::views {

class ActionRegistry;
class CalleeBox;
class InlineForm;
class Theme;
class TimeDisplay;

/// Whom to call next, by when, and what became of the calls before. It calls nobody: people do, and say so here. GUI thread;
/// made by the composition; model, theme and times outlive it.
class EscalationPanel : public QWidget
{
    Q_OBJECT
public:
    EscalationPanel(QAbstractItemModel *model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// Go to this entry of the timeline.
    void eventRequested(const QString &eventId);
    /// Somebody asked for a row of this panel, which may be hidden.
    void showRequested();
    /// The person's own numbers are wanted.
    void numbersRequested();

private:
    void buildUi();
    void buildList();
    void buildWhom();
    void buildButtons(QWidget *row);
    void connectModel();
    void showTheme();
    void showState();
    void showNext();
    void showMenu(const QPoint &at);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] QModelIndex nextOpen() const;
    [[nodiscard]] QString whyNotRow() const;
    [[nodiscard]] QString whyNot(int role) const;
    [[nodiscard]] QString whyNotOrigin() const;
    void goToNext();
    void open();
    void called();
    void askAnswer();
    void askSkip();
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    void request(domain::Verb verb, const QJsonObject &args);

    QAbstractItemModel *m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_next = nullptr;
    QListView *m_view = nullptr;
    QScrollArea *m_scroll = nullptr;
    CalleeBox *m_callees = nullptr;
    QLabel *m_note = nullptr;
    InlineForm *m_form = nullptr;
    QPushButton *m_called = nullptr;
    QPushButton *m_answered = nullptr;
    QPushButton *m_skip = nullptr;
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
