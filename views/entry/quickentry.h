// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"
#include "entry/draftpacer.h"
#include "entry/entryhistory.h"
#include "entry/typedline.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace fireline::models {
class Snippets;
}

namespace fireline::views {

class ActionRegistry;
class EntryCompleter;
class EntryFace;
class EntryField;
class EntryPastes;
enum class EntryKey;
class Theme;
class TimeDisplay;

/// The line in which everything is recorded (ux 2.5): time chip, field, preview, completion, history, pastes. A line leaves
/// the field only by accepted(); whatever else happens, it stays or waits behind Ctrl+Up. GUI thread; owned by the window.
class QuickEntry : public QWidget
{
    Q_OBJECT
public:
    using Context = TypedLine::Context;
    using LastOwn = std::function<std::optional<domain::EntryName>()>;

    QuickEntry(Theme &theme, TimeDisplay &times, Context context, QWidget *parent = nullptr);

    /// The entry that Up in an empty field corrects ("E7" and its text): domain::lastEntryOf().
    void setLastOwn(LastOwn lastOwn) { m_lastOwn = std::move(lastOwn); }
    void setMeant(TypedLine::Meant meant) { m_typed.setMeant(std::move(meant)); } ///< Tab takes it: domain::meantLine()
    void setSnippets(const models::Snippets &snippets);
    void setMinimumLines(int lines); ///< of the empty field: 1, and 2 where one person only writes
    /// Nothing can be recorded now, and this sentence says why; empty: it can. What stands in the field stays.
    void setReadOnlyReason(const QString &reason);
    /// The record is not open yet: what is entered leaves as lineKept(), to be understood when it is.
    void setKeeping(bool keeping);
    void addActions(ActionRegistry &registry);

    /// The answers to commandRequested(), given before it returns. Accepted: the field is free for the next line.
    void accepted();
    void refused(const domain::Problem &problem);
    void recordChanged(); ///< something was recorded: what is still said of the line before holds, or is said no more
    void insertWord(const QString &word); ///< where the cursor stands, with blanks around it
    void prepare(const QString &line);    ///< into the field, with the focus; what was in it waits behind Ctrl+Up
    void restoreDraft(const QString &line, domain::Instant firstKeystroke); ///< what a crash interrupted
    /// These wait behind Ctrl+Up, the last one nearest; what is in the field stays there.
    void putAside(const QList<models::EntryLine> &lines);
    /// Takes one of these away, because it is recorded otherwise; false where it is gone already, or stands in the field.
    [[nodiscard]] bool takeAside(const models::EntryLine &line);
    [[nodiscard]] QString line() const;
    [[nodiscard]] models::EntryLine current() const { return {line(), m_typed.begun()}; } ///< with its first key stroke
    [[nodiscard]] bool canUndoText() const; ///< Ctrl+Z belongs to the text: the field holds some, or can bring some back
    [[nodiscard]] QStringList reachableLines() const; ///< the field's and all behind Ctrl+Up and Ctrl+Down, the oldest first
    [[nodiscard]] QList<models::EntryLine> waitingLines() const { return m_history.waiting(); } ///< of these, never entered
    [[nodiscard]] EntryPastes &pastes() { return *m_pastes; } ///< what is pasted or dropped, and is no text of one line

signals:
    void commandRequested(const fireline::domain::Command &command);
    /// Entered before the record was open; `plain`: as a note, word for word.
    void lineKept(const fireline::models::EntryLine &line, bool plain);
    void lineRecorded(fireline::domain::Instant begun); ///< became an entry; `begun` as current() told it
    /// For recovery: at each end of a word and at most 300 ms after a key; an empty line when there is nothing to recover.
    void draftChanged(const QString &line, fireline::domain::Instant firstKeystroke);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    bool takeKey(EntryKey key);
    [[nodiscard]] bool closesSomething() const; ///< by Esc
    bool closeTopmost();
    void walkHistory(bool back);
    void stampNow();
    void nameSpeaker();
    bool correctLast();
    void lineChanged();
    void understand();
    bool takeMeant();
    void showProblem(const QString &text);
    void request(const domain::Command &command);
    void submit();
    void submitPlain();
    void keepLine(bool plain);
    void setLine(const models::EntryLine &line);
    void keepDraft();

    TypedLine m_typed;
    LastOwn m_lastOwn;
    models::EntryHistory m_history;
    models::DraftPacer m_drafts;

    EntryField *m_field;
    EntryFace *m_face;
    EntryPastes *m_pastes;
    EntryCompleter *m_completer;

    QString m_readOnly;
    bool m_keeping = false;
    std::optional<QString> m_asked;                  ///< the line whose answer is awaited
    QString m_askedWords;                            ///< what it was said to be when it was entered
    std::optional<domain::ParsedEntry> m_askedEntry; ///< where it leaves something open
    std::optional<domain::ParsedEntry> m_told; ///< what the words under the field tell as recorded, with what it leaves open
};

} // namespace fireline::views
