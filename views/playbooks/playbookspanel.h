// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QModelIndex>
#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::models {
class PlaybooksModel;
class PlaybookTextModel;
} // namespace fireline::models

namespace fireline::views {

class ActionRegistry;
class PlaybookDelegate;
class PlaybookShelf;
class PlaybookView;
class Theme;
class TimeDisplay;

/// Finds playbooks, shows one of them, ticks its steps into the record, copies commands and keeps what came of them. Its window
/// title is that of the panel and tells how far the open one is. GUI thread; made by the composition; models, theme and times
/// outlive it.
class PlaybooksPanel : public QWidget
{
    Q_OBJECT
public:
    PlaybooksPanel(models::PlaybooksModel &shelf, models::PlaybookTextModel &open, Theme &theme, TimeDisplay &times,
                   QWidget *parent = nullptr);

    void addActions(ActionRegistry &actions);
    /// Hands the keyboard on to the list or to the open playbook.
    [[nodiscard]] QWidget *firstFocus() { return this; }
    /// Opens the playbook with this key and asks to be shown; false where there is none.
    bool showItem(const QString &key);

signals:
    void commandRequested(const fireline::domain::Command &command);
    void entryRequested(const QString &line);
    /// The timeline is to show this row.
    void eventRequested(const QString &eventId);
    /// Kept as a hashed attachment, by this command.
    void evidenceRequested(const fireline::domain::Command &command, const QString &name, const QByteArray &bytes);
    /// The folder that playbooks are put into is to be opened.
    void folderRequested();
    /// The panel is needed in sight.
    void showRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildShelf();
    void buildNothing();
    void buildPage();
    void connectModels();
    void showTheme();
    void showState();
    void showHeader();
    void find();
    void openRow(const QModelIndex &index);
    void openPage(const QString &key);
    void goBack();
    void tell(const QString &text);
    void showMenu(const QPoint &at);
    void addRowActions(ActionRegistry &actions);

    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] int currentStep() const;
    [[nodiscard]] QString tickWhyNot() const;
    [[nodiscard]] QString skipWhyNot() const;
    [[nodiscard]] QString copyWhyNot() const;
    [[nodiscard]] QString pasteWhyNot() const;
    [[nodiscard]] QString startWhyNot() const;
    void toggle(const QModelIndex &index);
    void activate(const QModelIndex &index);
    void skip();
    void copy();
    void copyText(const QString &text, const QString &told);
    void paste();
    void start();

    models::PlaybooksModel &m_shelf;
    models::PlaybookTextModel &m_open;
    Theme &m_theme;
    TimeDisplay &m_times;
    QWidget *m_shelfPage = nullptr;
    QLineEdit *m_search = nullptr;
    PlaybookShelf *m_list = nullptr;
    QWidget *m_nothing = nullptr;
    QLabel *m_nothingText = nullptr;
    QPushButton *m_nothingButton = nullptr;
    QWidget *m_page = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_start = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_readOnly = nullptr;
    PlaybookView *m_view = nullptr;
    PlaybookDelegate *m_delegate = nullptr;
    QLabel *m_told = nullptr;
    int m_copied = -1;                  ///< which command of the row was copied last
    QPointer<ActionRegistry> m_actions; ///< what can be done depends on the selected row
};

} // namespace fireline::views
