// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace fireline::views {

class SpellHighlighter;
class Spelling;
class Theme;

/// A field for words that others will read: grows with them, underlines what is misspelled, leaves Tab, Esc and Ctrl+Return
/// to the panel. GUI thread; owned by its parent.
class MessageEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Kind { Line, Paragraph }; ///< a line has no breaks; Enter goes on to the next field

    MessageEdit(Kind kind, Spelling &spelling, Theme &theme, QWidget *parent = nullptr);

    /// Puts the text in as one step that can be undone; nothing where it says the same already.
    void showText(const QString &text);
    /// What is shown while nothing is typed: the first that fits into a line, else as much as does of the last.
    void setHints(const QStringList &hints);
    /// Higher than that it scrolls.
    void setMostLines(int lines);
    /// The menu of the word at the cursor with what it may have meant.
    void addSuggestions(QMenu *menu);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// The words are others; textChanged() is emitted also where only an underline came or went.
    void edited(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] int lines() const;
    void fitHint();

    Kind m_kind;
    Spelling &m_spelling;
    Theme &m_theme;
    SpellHighlighter *m_highlighter;
    QString m_text;
    QStringList m_hints;
    int m_mostLines = 8;
};

} // namespace fireline::views
