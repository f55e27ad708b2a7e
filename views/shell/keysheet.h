// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QTreeWidget;

namespace fireline::views {

class ActionRegistry;
class Theme;

/// Every command that has a key, as lines of plain text in the order of menus: to print, or to put on a wall.
[[nodiscard]] QString keySheetText(const ActionRegistry &actions);

/// The keys in a window of their own, with a field to search in (Help, Keys). Made anew each time it is shown: it is never
/// out of date. GUI thread; owned by the main window.
class KeySheet : public QWidget
{
    Q_OBJECT
public:
    KeySheet(const ActionRegistry &actions, Theme &theme, QWidget *window);

    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildUi(Theme &theme);
    void fill();
    void filter(const QString &text);

    const ActionRegistry &m_actions;
    QLineEdit *m_field;
    QTreeWidget *m_list;
};

} // namespace fireline::views
