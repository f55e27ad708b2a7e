// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/keyrules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace fireline::views {

namespace {

struct KeyRules
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::KeyRules)
};

constexpr std::array inputMethodKeys{
    QKeyCombination(Qt::CTRL, Qt::Key_Space),         QKeyCombination(Qt::CTRL, Qt::Key_Period),
    QKeyCombination(Qt::CTRL, Qt::Key_Semicolon),     QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_U),
    QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_E),
};
constexpr std::array textFieldKeys{
    QKeyCombination(Qt::CTRL, Qt::Key_A),
    QKeyCombination(Qt::CTRL, Qt::Key_E),
    QKeyCombination(Qt::CTRL, Qt::Key_U),
};
constexpr std::array deadKeys{
    QKeyCombination(Qt::CTRL, Qt::Key_Slash),
    QKeyCombination(Qt::CTRL, Qt::Key_QuoteLeft),
};

template<std::size_t size>
bool contains(const std::array<QKeyCombination, size> &list, QKeyCombination key)
{
    return std::find(list.begin(), list.end(), key) != list.end();
}

bool isFunctionKey(Qt::Key key, int first, int last)
{
    return key >= Qt::Key_F1 + first - 1 && key <= Qt::Key_F1 + last - 1;
}

QString forbidden(QKeyCombination key)
{
    const Qt::KeyboardModifiers with = key.keyboardModifiers();
    if (with.testFlag(Qt::ControlModifier) && with.testFlag(Qt::AltModifier))
        return KeyRules::tr("Ctrl with Alt types characters on many keyboards.");
    if (contains(inputMethodKeys, key))
        return KeyRules::tr("Input methods need this key.");
    if (contains(textFieldKeys, key))
        return KeyRules::tr("Text fields need this key.");
    if (contains(deadKeys, key))
        return KeyRules::tr("On some keyboards this key is typed in another way.");
    if (with == Qt::AltModifier && key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z)
        return KeyRules::tr("Alt with a letter opens the menus.");
    if ((with == Qt::ControlModifier && isFunctionKey(key.key(), 1, 4))
        || (with == Qt::AltModifier && isFunctionKey(key.key(), 1, 2)))
        return KeyRules::tr("Desktops need this key.");
    if (key.key() == Qt::Key_F10 && (with == Qt::NoModifier || with == Qt::ShiftModifier))
        return KeyRules::tr("This key opens menus.");
    return {};
}

} // namespace

QString forbiddenKey(const QKeySequence &keys)
{
    for (int i = 0; i < keys.count(); ++i) {
        if (QString reason = forbidden(keys[static_cast<uint>(i)]); !reason.isEmpty())
            return reason;
    }
    return {};
}

bool isLetterKey(const QKeySequence &keys)
{
    if (keys.count() != 1)
        return false;
    const QKeyCombination key = keys[0];
    return !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) && key.key() >= Qt::Key_A
           && key.key() <= Qt::Key_Z;
}

bool isPlainKey(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return false;
    const QKeyCombination key = keys[0];
    if (key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return !isFunctionKey(key.key(), 1, 35);
}

bool keysOverlap(const QKeySequence &a, const QKeySequence &b)
{
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

bool keysAreOneOnAzerty(const QKeySequence &a, const QKeySequence &b)
{
    if (a.count() != 1 || b.count() != 1 || a[0].key() != b[0].key() || a[0].key() < Qt::Key_0 || a[0].key() > Qt::Key_9)
        return false;
    const Qt::KeyboardModifiers both = a[0].keyboardModifiers() ^ b[0].keyboardModifiers();
    return both == Qt::ShiftModifier && a[0].keyboardModifiers().testFlag(Qt::ControlModifier);
}

} // namespace fireline::views
