// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/spelltext.h"

#include "spelling/spellhighlighter.h"
#include "spelling/spelling.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace fireline::views {

void addSuggestions(QMenu &menu, QPlainTextEdit &field, Spelling &spelling)
{
    const QTextBlock block = field.textCursor().block();
    const qsizetype at = field.textCursor().positionInBlock();
    for (const WordAt &word : wordsIn(block.text())) {
        if (at < word.at || at > word.at + word.length)
            continue;
        const QString wrong = block.text().mid(word.at, word.length);
        if (spelling.isRight(wrong))
            return;
        QAction *before = menu.actions().value(0);
        const int start = block.position() + int(word.at);
        for (const QString &right : spelling.suggestions(wrong)) {
            auto *action = new QAction(right, &menu);
            QObject::connect(action, &QAction::triggered, &field, [&field, start, length = int(word.length), right] {
                QTextCursor cursor(field.document());
                cursor.setPosition(start);
                cursor.setPosition(start + length, QTextCursor::KeepAnchor);
                cursor.insertText(right);
            });
            menu.insertAction(before, action);
        }
        auto *learn = new QAction(SpellText::tr("“%1” is right in this incident").arg(wrong), &menu);
        QObject::connect(learn, &QAction::triggered, &spelling, [&spelling, wrong] { spelling.addWord(wrong); });
        menu.insertAction(before, learn);
        menu.insertSeparator(before);
        return;
    }
}

SpellText::SpellText(QPlainTextEdit &field, Spelling &spelling, Theme &theme)
    : QObject(&field)
    , m_field(field)
    , m_spelling(spelling)
{
    auto *highlighter = new SpellHighlighter(field.document(), spelling, theme);
    connect(&field, &QPlainTextEdit::cursorPositionChanged, highlighter,
            [&field, highlighter] { highlighter->setCursor(field.hasFocus() ? field.textCursor().position() : -1); });
    field.installEventFilter(this); // by the keyboard
    field.viewport()->installEventFilter(this);
}

bool SpellText::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto *menu = static_cast<QContextMenuEvent *>(event);
    showMenu(menu->pos(), menu->reason() == QContextMenuEvent::Mouse);
    return true;
}

void SpellText::showMenu(const QPoint &at, bool byMouse)
{
    if (byMouse)
        m_field.setTextCursor(m_field.cursorForPosition(at));
    QMenu *menu = m_field.createStandardContextMenu();
    menu->setObjectName(u"spellMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSuggestions(*menu, m_field, m_spelling);
    menu->popup(byMouse ? m_field.mapToGlobal(at) : m_field.viewport()->mapToGlobal(m_field.cursorRect().bottomLeft()));
}

} // namespace fireline::views
