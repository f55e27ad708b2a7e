// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace fireline::views {

class ActionRegistry;

/// A command's key closes the list of completions, of choices, or the menu that is open, and then does what it does anywhere:
/// an open list takes all keys for itself, and what is typed after Ctrl+L would go to the field behind it. GUI thread; owned by
/// the registry.
class PopupKeys : public QObject
{
    Q_OBJECT
public:
    PopupKeys(ActionRegistry &actions, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ActionRegistry &m_actions;
    QWidget *m_window;
};

} // namespace fireline::views
