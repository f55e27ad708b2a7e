// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrycompleter.h"
#include "entry/entryfield.h"
#include "entry/pastebar.h"
#include "entry/quickentry.h"

#include <QKeyEvent>

#include <algorithm>

// What the keys of the quick entry mean (ux 2.5).

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

bool isReturn(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

bool QuickEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // An empty field leaves undo to the window: there it takes back the last entry.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->setAccepted(canUndoText());
            return true;
        }
        if (takesShortcut(key)) {
            key->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        if (takeKey(static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        m_completer->close();
    }
    return QWidget::eventFilter(watched, event);
}

bool QuickEntry::takesShortcut(QKeyEvent *event) const
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (isReturn(key))
        return true;
    if (key == Qt::Key_Escape)
        return m_completer->isOpen() || m_paste->isVisible();
    return (key == Qt::Key_Up || key == Qt::Key_Down) && modifiers == Qt::ControlModifier;
}

bool QuickEntry::takeKey(QKeyEvent *event)
{
    // While an input method composes, every key is its own; one that it lets through does nothing here.
    const int key = event->key();
    const bool ours = isReturn(key) || key == Qt::Key_Tab || key == Qt::Key_Escape || key == Qt::Key_Up || key == Qt::Key_Down;
    if (!ours)
        return false;
    if (m_field->isComposing())
        return true;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (isReturn(key))
        return takeReturn(modifiers);
    if (key == Qt::Key_Tab) {
        if (!m_completer->isOpen())
            return m_readOnly.isEmpty() && m_completer->expandSnippet();
        m_completer->accept(std::max(0, m_completer->chosenRow()));
        return true;
    }
    if (key != Qt::Key_Escape)
        return takeArrow(key, modifiers);
    const bool closes = m_completer->isOpen() || m_paste->isVisible();
    if (m_completer->isOpen())
        m_completer->dismiss();
    else
        m_paste->hide();
    return closes;
}

bool QuickEntry::takeReturn(Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::ControlModifier) {
        submitPlain();
    } else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        stampNow();
    } else if (modifiers == Qt::ShiftModifier) {
        // A plain new line: the field's own would be a line separator.
        if (m_readOnly.isEmpty())
            m_field->textCursor().insertText(u"\n"_s);
    } else if (modifiers == Qt::NoModifier) {
        if (m_completer->chosenRow() >= 0)
            m_completer->accept(m_completer->chosenRow());
        else
            submit();
    }
    return true;
}

void QuickEntry::stampNow()
{
    if (m_known.isEmpty())
        return;
    m_begun = m_context().now;
    understand();
    keepDraft();
}

bool QuickEntry::takeArrow(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::ControlModifier) {
        walkHistory(key == Qt::Key_Up);
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    if (m_completer->isOpen()) {
        m_completer->move(key == Qt::Key_Up ? -1 : 1);
        m_field->setAccessibleDescription(m_completer->chosenText());
        return true;
    }
    return key == Qt::Key_Up && m_field->document()->isEmpty() && correctLast();
}

void QuickEntry::walkHistory(bool back)
{
    if (!m_readOnly.isEmpty())
        return;
    m_completer->close();
    const models::EntryLine now{line(), m_begun};
    setLine(back ? m_history.previous(now) : m_history.next(now));
    keepDraft();
}

bool QuickEntry::correctLast()
{
    const auto last = m_lastOwn && m_readOnly.isEmpty() ? m_lastOwn() : std::nullopt;
    if (!last)
        return false;
    domain::Command command{domain::Verb::Correct, {}, {}, {}};
    command.args = {{u"ref"_s, last->word}, {u"fields"_s, QJsonObject{{u"text"_s, last->text}}}};
    setLine({domain::formatEntry(command), {}});
    // Before the closing quote, where one goes on typing.
    if (m_known.endsWith(u'"'))
        m_field->moveCursor(QTextCursor::Left);
    keepDraft();
    return true;
}

} // namespace fireline::views
