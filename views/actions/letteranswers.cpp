// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/letteranswers.h"

#include "actions/actionregistry.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>

namespace fireline::views {

namespace {

bool isLetter(const QKeyEvent &key)
{
    const QString text = key.text();
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && text.size() == 1
           && text.front().isPrint() && !text.front().isSpace();
}

} // namespace

LetterAnswers::LetterAnswers(ActionRegistry &actions, QWidget *window) : QObject(&actions), m_actions(actions), m_window(window)
{
    qApp->installEventFilter(this);
}

bool LetterAnswers::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != QApplication::focusWidget())
        return false;
    const auto *list = qobject_cast<QAbstractItemView *>(watched);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!list || !m_window->isAncestorOf(list) || !isLetter(*key))
        return false;
    const QString command = m_actions.idForKey(QKeySequence(key->keyCombination()), list);
    if (command.isEmpty() || m_actions.action(command)->isEnabled())
        return false;
    return m_actions.refuseKey(command);
}

} // namespace fireline::views
