// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace fireline::views {

class Spelling;
class Theme;

/// Underlines what is in no dictionary, but for the word that is just being typed. GUI thread; owned by the document.
class SpellHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    SpellHighlighter(QTextDocument *document, Spelling &spelling, Theme &theme);

    /// Where somebody types; -1 where nobody does.
    void setCursor(int position);

protected:
    void highlightBlock(const QString &text) override;

private:
    Spelling &m_spelling;
    Theme &m_theme;
    int m_cursor = -1;
};

} // namespace fireline::views
