// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "status/statuspage.h"

#include <QHash>
#include <QPointer>
#include <QStringList>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace fireline::models {
class StatusDesk;
}

namespace fireline::views {

class ActionRegistry;
class ChipLabel;
class SaidPage;
class Spelling;
class StatusChecks;
class StatusForm;
class StatusPreview;
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
    /// Selects that update ("U3") where it was said, or opens it where it is being written, and asks to be shown; false where
    /// there is none.
    bool showItem(const QString &ref);
    /// Narrower than what stands side by side now: it goes below each other then.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// Somebody wants to write: the panel has to be in sight.
    void showRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildUi();
    void buildAudiences();
    QWidget *buildWriting();
    QWidget *buildHead();
    QWidget *buildConfirm();
    QWidget *buildButtons();
    QPushButton *button(const QString &name, const QString &text, const QString &help, QWidget *parent);
    void connectParts();
    void arrange();
    void placePreview(bool beside);

    void showPage();
    void showHead(const models::StatusPage &page);
    void showChecks(const models::StatusPage &page);
    void showButtons(const models::StatusPage &page);
    void showAudience();
    void showTitle();
    [[nodiscard]] QString headText(const models::StatusPage &page) const;
    [[nodiscard]] QString approvalText(const models::StatusPage &page) const;
    [[nodiscard]] StatusForm *form(const QString &target);

    [[nodiscard]] QString nextWhyNot() const;
    [[nodiscard]] bool record();
    void doNext();
    void askApproval();
    void approve();
    void send();
    void sendNow();
    void cancelSending();
    void write();

    models::StatusDesk &m_desk;
    QAbstractItemModel *m_audienceModel;
    QAbstractItemModel *m_updates;
    Spelling &m_spelling;
    Theme &m_theme;
    TimeDisplay &m_times;
    QList<bool> m_kind; ///< how its parts are placed
    QSplitter *m_outer = nullptr;
    QSplitter *m_inner = nullptr;
    QListView *m_audiences = nullptr;
    QTabWidget *m_tabs = nullptr;
    QStackedWidget *m_forms = nullptr;
    QHash<QString, StatusForm *> m_formOf;
    StatusPreview *m_preview = nullptr;
    StatusChecks *m_checks = nullptr;
    SaidPage *m_said = nullptr;
    ChipLabel *m_state = nullptr;
    QLabel *m_head = nullptr;
    QLabel *m_approval = nullptr;
    QLabel *m_notice = nullptr; ///< what came of the last deed
    QWidget *m_confirm = nullptr;
    QLabel *m_confirmText = nullptr;
    QPushButton *m_confirmSend = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_record = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_approve = nullptr;
    QString m_confirmed;   ///< hash of the text that is about to go outside
    QStringList m_offered; ///< what could not be done, when the actions were looked at last
    QPointer<ActionRegistry> m_actions;
};

} // namespace fireline::views
