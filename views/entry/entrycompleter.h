// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/completionmodel.h"
#include "entry/snippets.h"

#include <QObject>
#include <QPointer>

namespace fireline::views {

class CompletionPopup;
class EntryField;
class Theme;

/// Offers ways to complete the word at the field's cursor, and puts the chosen one in. GUI thread; owned by QuickEntry.
class EntryCompleter : public QObject
{
    Q_OBJECT
public:
    EntryCompleter(EntryField &field, Theme &theme, QObject *parent);
    ~EntryCompleter() override;

    /// Asks anew, after a key that changed the text.
    void update(const domain::EntryContext &context);
    [[nodiscard]] bool isOpen() const;
    void close();
    /// Closes, and stays closed until the text is another.
    void dismiss();
    /// The text is one that nobody is typing: no list for it.
    void quiet(const QString &text) { m_dismissed = text; }

    void move(int rows);
    /// The row the person moved to; -1 while they only typed.
    [[nodiscard]] int chosenRow() const;
    /// A whole sentence about it, for screen readers.
    [[nodiscard]] QString chosenText() const;
    void accept(int row);

    void setSnippets(const models::Snippets &snippets) { m_snippets = snippets; }
    /// Puts the text of the snippet there whose word ends at the cursor; false where none does.
    bool expandSnippet();

private:
    EntryField &m_field;
    models::CompletionModel m_model;
    QPointer<CompletionPopup> m_popup; ///< hangs in the window, which may go first
    models::Snippets m_snippets;
    QString m_dismissed;
    QString m_asked;   ///< the text that the list was made for
    int m_askedAt = 0; ///< and its cursor
};

} // namespace fireline::views
