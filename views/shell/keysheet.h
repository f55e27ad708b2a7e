// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QFileDialog;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace fireline::views {

class ActionRegistry;
class Theme;

/// Every command that has a key, as lines of plain text in the order of menus: to print, or to put on a wall.
[[nodiscard]] QString keySheetText(const ActionRegistry &actions);

/// The same as a table for paper, of several pages if need be.
[[nodiscard]] QString keySheetHtml(const ActionRegistry &actions);
/// That table as a PDF, on A4 or Letter, black on white, the SHA-256 of keySheetText() at the foot of each; false where the file cannot
/// be written.
[[nodiscard]] bool writeKeySheet(const ActionRegistry &actions, const QString &path);

/// The keys in a window of their own, with a field to search in (Help, Keys). Made anew each time it is shown: it is never
/// out of date. GUI thread; owned by the main window.
class KeySheet : public QWidget
{
    Q_OBJECT
public:
    KeySheet(const ActionRegistry &actions, Theme &theme, QWidget *window);

    void open();
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildUi();
    void fill();
    void filter(const QString &text);
    QWidget *makeButtons();
    void saveAs();

    const ActionRegistry &m_actions;
    const Theme &m_theme;
    QLineEdit *m_field;
    QLabel *m_answer;
    QPointer<QFileDialog> m_dialog;
    QTreeWidget *m_list;
};

} // namespace fireline::views
