// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keyfield.h"

#include <QKeyEvent>

namespace fireline::views {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr
           || key == Qt::Key_unknown || key == 0;
}

bool leavesTheField(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    return plain && (event.key() == Qt::Key_Escape || event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab);
}

} // namespace

KeyField::KeyField(QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true); // the key is shown, never its letter
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyField::reset()
{
    m_key = {};
    clear();
    emit keyChanged();
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !leavesTheField(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // a key that already does something is shown too
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    if (leavesTheField(*event)) {
        event->ignore();
        return;
    }
    event->accept();
    if (isModifier(event->key()))
        return;
    m_key = QKeySequence(QKeyCombination(event->modifiers() & ~Qt::KeypadModifier, Qt::Key(event->key())));
    setText(m_key.toString(QKeySequence::NativeText));
    emit keyChanged();
}

} // namespace fireline::views
