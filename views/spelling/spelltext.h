// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QPlainTextEdit;

namespace fireline::views {

class Spelling;
class Theme;

/// Puts what the word at the cursor may have meant at the head of a field's menu; nothing where it is right.
void addSuggestions(QMenu &menu, QPlainTextEdit &field, Spelling &spelling);

/// Makes a field underline what is misspelled, and offer what may have been meant in its menu (Menu key, Shift+F10). GUI
/// thread; owned by the field; spelling and theme outlive it.
class SpellText : public QObject
{
    Q_OBJECT
public:
    SpellText(QPlainTextEdit &field, Spelling &spelling, Theme &theme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMenu(const QPoint &at, bool byMouse);

    QPlainTextEdit &m_field;
    Spelling &m_spelling;
};

} // namespace fireline::views
