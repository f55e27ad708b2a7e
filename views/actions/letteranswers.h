// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace fireline::views {

class ActionRegistry;

/// A letter that is the key of a command which cannot be done now is answered from a list too: a list would search its rows for it, and
/// whoever pressed it would hear nothing. GUI thread; owned by the registry.
class LetterAnswers : public QObject
{
    Q_OBJECT
public:
    LetterAnswers(ActionRegistry &actions, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ActionRegistry &m_actions;
    QWidget *m_window;
};

} // namespace fireline::views
