// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/messageedit.h"

#include "spelling/spellhighlighter.h"
#include "spelling/spelltext.h"
#include "theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

MessageEdit::MessageEdit(Kind kind, Spelling &spelling, Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_kind(kind)
    , m_spelling(spelling)
    , m_theme(theme)
    , m_highlighter(new SpellHighlighter(document(), spelling, theme))
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LayoutDirectionAuto);
    document()->setDefaultTextOption(option);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (toPlainText() == m_text)
            return;
        m_text = toPlainText();
        updateGeometry();
        emit edited(m_text);
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_highlighter->setCursor(hasFocus() ? textCursor().position() : -1); });
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    connect(&theme, &Theme::changed, this, &MessageEdit::fitHint, Qt::QueuedConnection); // once the font is here
}

void MessageEdit::showText(const QString &text)
{
    if (text == toPlainText())
        return;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
}

int MessageEdit::lines() const
{
    int count = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        count += std::max(1, block.lineCount());
    const int fewest = m_kind == Kind::Paragraph ? 2 : 1;
    return std::clamp(count, fewest, std::max(fewest, m_mostLines));
}

void MessageEdit::setMostLines(int lines)
{
    if (std::exchange(m_mostLines, lines) != lines)
        updateGeometry();
}

QSize MessageEdit::sizeHint() const
{
    const int frame = 2 * frameWidth() + int(2 * document()->documentMargin());
    return {m_theme.scaled(120), lines() * fontMetrics().lineSpacing() + frame + m_theme.scaled(2)};
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore();
    if (isEnter && m_kind == Kind::Line) {
        focusNextChild();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    if (m_kind == Kind::Line)
        text = text.simplified();
    insertPlainText(text);
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    m_highlighter->setCursor(-1);
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    updateGeometry();
    fitHint();
}

void MessageEdit::setHints(const QStringList &hints)
{
    if (std::exchange(m_hints, hints) != hints)
        fitHint();
}

// The toolkit would wrap it into lines that are not there.
void MessageEdit::fitHint()
{
    const int room = viewport()->width() - int(2 * document()->documentMargin());
    QString shown;
    for (const QString &hint : std::as_const(m_hints)) {
        shown = hint;
        if (fontMetrics().horizontalAdvance(hint) <= room)
            break;
        shown = fontMetrics().elidedText(hint, Qt::ElideRight, std::max(0, room));
    }
    setPlaceholderText(shown);
}

void MessageEdit::addSuggestions(QMenu *menu)
{
    views::addSuggestions(*menu, *this, m_spelling);
}

void MessageEdit::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        setTextCursor(cursorForPosition(event->pos()));
    QMenu *menu = createStandardContextMenu();
    menu->setObjectName(u"messageMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSuggestions(menu);
    menu->popup(event->globalPos());
}

} // namespace fireline::views
