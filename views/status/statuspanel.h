// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "status/statuspage.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QAbstractItemModel;
class QListView;
class QPushButton;
class QTabWidget;

namespace fireline::models {
class StatusDesk;
}

namespace fireline::views {

class ActionRegistry;
class SaidBy;
class SaidPage;
class SendConfirm;
class Spelling;
class StatusChecks;
class StatusForms;
class StatusHead;
class StatusPreview;
class StatusRoom;
class StatusWriting;
class Theme;
class TimeDisplay;

/// What is said to whom: the audiences with their clocks, the update that is being written with its preview and what the
/// process says to it, and everything said before. GUI thread; made by the composition; all it is given outlives it.
class StatusPanel : public QWidget
{
    Q_OBJECT
public:
    struct Parts
    {
        models::StatusDesk &desk;
        QAbstractItemModel *audiences;
        QAbstractItemModel *updates;
        Spelling &spelling;
    };
    StatusPanel(const Parts &parts, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus();
    /// Selects that update ("U3"), or opens it where it is being written, and asks to be shown; false where there is none.
    bool showItem(const QString &ref);
    bool writeTo(const QString &target, bool inSight = true); ///< this audience, or that record; false where there is none now
    [[nodiscard]] QSize minimumSizeHint() const override; ///< narrower than what stands side by side: it goes below each other

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    void showRequested(); ///< somebody wants to write: the panel has to be in sight
    void sent();          ///< nothing is left to write: the keyboard is wanted elsewhere

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildUi(QAbstractItemModel *audiences);
    void buildAudiences(QAbstractItemModel *audiences);
    QWidget *buildWriting();
    QWidget *buildButtons();
    void connectParts();
    void arrange();
    void showPage();
    void showHead();
    void showButtons(const models::StatusPage &page);
    void showAudience();
    void showTitle();

    [[nodiscard]] QString nextWhyNot() const;
    [[nodiscard]] bool record();
    void recordDraft();
    void doNext();
    void askApproval();
    void approve();
    void send();
    void sendNow();
    void cancelSending();
    void write();
    void takeComponents();
    void comeForward();

    models::StatusDesk &m_desk;
    QAbstractItemModel *m_updates;
    Spelling &m_spelling;
    Theme &m_theme;
    TimeDisplay &m_times;
    QListView *m_audiences = nullptr;
    StatusRoom *m_room = nullptr;
    QTabWidget *m_tabs = nullptr;
    StatusForms *m_forms = nullptr;
    StatusPreview *m_preview = nullptr;
    StatusChecks *m_checks = nullptr;
    SaidPage *m_said = nullptr;
    StatusHead *m_head = nullptr;
    SendConfirm *m_confirm = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_record = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_approve = nullptr;
    SaidBy *m_by = nullptr;
    StatusWriting *m_writing = nullptr;
    QStringList m_offered; ///< what could not be done, when the actions were looked at last
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
