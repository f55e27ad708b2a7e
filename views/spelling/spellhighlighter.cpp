// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/spellhighlighter.h"

#include "spelling/spelling.h"
#include "theme/theme.h"

#include <QTextCharFormat>
#include <QTextDocument>

namespace fireline::views {

SpellHighlighter::SpellHighlighter(QTextDocument *document, Spelling &spelling, Theme &theme)
    : QSyntaxHighlighter(document)
    , m_spelling(spelling)
    , m_theme(theme)
{
    connect(&spelling, &Spelling::changed, this, &QSyntaxHighlighter::rehighlight);
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void SpellHighlighter::setCursor(int position)
{
    const QTextBlock before = m_cursor < 0 ? QTextBlock() : document()->findBlock(m_cursor);
    m_cursor = position;
    if (before.isValid())
        rehighlightBlock(before);
    const QTextBlock now = position < 0 ? QTextBlock() : document()->findBlock(position);
    if (now.isValid() && now != before)
        rehighlightBlock(now);
}

void SpellHighlighter::highlightBlock(const QString &text)
{
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(m_theme.ink(Ink::Error));
    const int cursor = m_cursor < 0 ? -1 : m_cursor - currentBlock().position();
    for (const WordAt &word : wordsIn(text)) {
        const bool beingTyped = cursor >= word.at && cursor <= word.at + word.length;
        if (!beingTyped && !m_spelling.isRight(text.mid(word.at, word.length)))
            setFormat(int(word.at), int(word.length), wrong);
    }
}

} // namespace fireline::views
