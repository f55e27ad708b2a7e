// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrykeys.h"

#include <QKeyEvent>

namespace fireline::views {

namespace {

EntryKey returnKey(Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::NoModifier)
        return EntryKey::Record;
    if (modifiers == Qt::ControlModifier)
        return EntryKey::RecordPlain;
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
        return EntryKey::StampNow;
    return modifiers == Qt::ShiftModifier ? EntryKey::NewLine : EntryKey::OtherReturn;
}

EntryKey arrowKey(bool up, Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::ControlModifier)
        return up ? EntryKey::Older : EntryKey::Newer;
    if (modifiers != Qt::NoModifier)
        return EntryKey::OtherArrow;
    return up ? EntryKey::Up : EntryKey::Down;
}

} // namespace

EntryKey entryKeyOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return returnKey(modifiers);
    case Qt::Key_Tab: return EntryKey::Complete;
    case Qt::Key_Escape: return EntryKey::Leave;
    case Qt::Key_Up: return arrowKey(true, modifiers);
    case Qt::Key_Down: return arrowKey(false, modifiers);
    default: return EntryKey::Other;
    }
}

bool takesShortcut(EntryKey key, bool closes)
{
    switch (key) {
    case EntryKey::Record:
    case EntryKey::RecordPlain:
    case EntryKey::StampNow:
    case EntryKey::NewLine:
    case EntryKey::OtherReturn:
    case EntryKey::Older:
    case EntryKey::Newer: return true;
    case EntryKey::Leave: return closes;
    default: return false;
    }
}

} // namespace fireline::views
