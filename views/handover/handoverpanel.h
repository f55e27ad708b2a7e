// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QTextBrowser;

namespace fireline::models {
class HandoverModel;
}

namespace fireline::views {

class ActionRegistry;
class InlineForm;
struct FormSpec;
class Theme;
class TimeDisplay;

/// Who has command, how command is handed over step by step, and the situation report. What belongs to the side that is not
/// at this console is recorded on its behalf. Its window title is that of the panel and tells to whom command goes. GUI
/// thread; made by the composition; model, theme and times outlive it.
class HandoverPanel : public QWidget
{
    Q_OBJECT
public:
    HandoverPanel(models::HandoverModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    [[nodiscard]] QWidget *firstFocus() const;

    /// Asks to whom; while a handover runs it goes to its next step.
    void begin();
    void writeReport();

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// The panel is needed in sight: a form was opened in it.
    void showRequested();
    /// It was offered, and all that is left is the word of whoever takes it.
    void offered();

private:
    void buildUi();
    void buildList();
    void buildButtons();
    void connectModel();
    void showTheme();
    void showState();
    void showTexts();
    void showButtons();
    void showReport();
    void selectNext();

    [[nodiscard]] QString offerWhyNot() const;
    [[nodiscard]] QString nextWhyNot() const;
    [[nodiscard]] QString declineWhyNot() const;
    [[nodiscard]] QString takeOverWhyNot() const;
    [[nodiscard]] QString reportWhyNot() const;
    void doStep(int row);
    void doNext();
    void decline();
    void confirmAccept();
    void takeOver();
    void claim();
    void readReport();
    void redraft();
    void openForm(const FormSpec &spec);
    void resume(const QString &id);
    void take(const QString &id, const QJsonObject &values);
    [[nodiscard]] domain::Command commandOf(const QString &id, const QJsonObject &values) const;
    [[nodiscard]] domain::Command offerOf(const QJsonObject &values) const;

    models::HandoverModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_status = nullptr;
    QLabel *m_fatigue = nullptr;
    QLabel *m_end = nullptr;
    QLabel *m_steps = nullptr;
    QListView *m_view = nullptr;
    QPushButton *m_claim = nullptr;
    QPushButton *m_next = nullptr;
    QWidget *m_buttons = nullptr;
    QPushButton *m_offer = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_decline = nullptr;
    QPushButton *m_takeOver = nullptr;
    QTextBrowser *m_sitrep = nullptr;
    InlineForm *m_form = nullptr;
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on how far the handover is
};

} // namespace fireline::views
