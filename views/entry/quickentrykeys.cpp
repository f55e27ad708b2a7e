// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrycompleter.h"
#include "entry/entryface.h"
#include "entry/entryfield.h"
#include "entry/entrykeys.h"
#include "entry/entrypastes.h"
#include "entry/quickentry.h"

#include <QKeyEvent>
#include <QTextCursor>

#include <algorithm>
#include <tuple>

// What keys do in the quick entry (ux 2.5).

using namespace Qt::StringLiterals;

namespace fireline::views {

bool QuickEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // An empty field leaves undo to the window: there it takes back the last entry.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->setAccepted(canUndoText());
            return true;
        }
        if (takesShortcut(entryKeyOf(*key), closesSomething())) {
            key->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        if (takeKey(entryKeyOf(*static_cast<QKeyEvent *>(event)))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        m_completer->close();
    }
    return QWidget::eventFilter(watched, event);
}

// While an input method composes, every key is its own; one that it lets through does nothing here.
bool QuickEntry::takeKey(EntryKey key)
{
    if (key == EntryKey::Other)
        return false;
    if (m_field->isComposing())
        return true;
    switch (key) {
    case EntryKey::Record: m_completer->chosenRow() >= 0 ? m_completer->accept(m_completer->chosenRow()) : submit(); return true;
    case EntryKey::RecordPlain: submitPlain(); return true;
    case EntryKey::StampNow: stampNow(); return true;
    case EntryKey::NewLine:
        // A plain new line: the field's own would be a line separator.
        if (m_readOnly.isEmpty())
            m_field->textCursor().insertText(u"\n"_s);
        return true;
    case EntryKey::OtherReturn: return true;
    case EntryKey::Complete:
        if (!m_completer->isOpen())
            return m_readOnly.isEmpty() && (takeMeant() || m_completer->expandSnippet());
        m_completer->accept(std::max(0, m_completer->chosenRow()));
        return true;
    case EntryKey::Leave: return closeTopmost();
    case EntryKey::Older:
    case EntryKey::Newer: walkHistory(key == EntryKey::Older); return true;
    case EntryKey::Up:
    case EntryKey::Down:
        if (!m_completer->isOpen())
            return key == EntryKey::Up && m_field->document()->isEmpty() && correctLast();
        m_completer->move(key == EntryKey::Up ? -1 : 1);
        m_field->setAccessibleDescription(m_completer->chosenText());
        return true;
    default: return false;
    }
}

bool QuickEntry::closesSomething() const
{
    return m_completer->isOpen() || m_pastes->isAsking() || m_face->isRefusing();
}

bool QuickEntry::closeTopmost()
{
    const bool closes = closesSomething();
    if (m_completer->isOpen()) {
        m_completer->dismiss();
    } else if (m_pastes->isAsking()) {
        m_pastes->close();
    } else if (m_face->isRefusing()) {
        m_face->endRefusal();
        understand();
    }
    return closes;
}

void QuickEntry::stampNow()
{
    if (m_typed.text().isEmpty())
        return;
    m_typed.setBegun(m_typed.now());
    understand();
    keepDraft();
}

// Whose word or deed the line is stands in front of its command, behind its time. A name that is there already is chosen anew.
void QuickEntry::nameSpeaker()
{
    if (!m_readOnly.isEmpty())
        return;
    understand();
    const domain::ParsedEntry &parsed = m_typed.parsed();
    qsizetype start = 0;
    qsizetype length = 0;
    for (const domain::EntryPart &part : parsed.parts) {
        if (part.kind == domain::EntryPart::Kind::Time && start == 0)
            start = part.start + part.length;
        else if (part.kind == domain::EntryPart::Kind::By)
            std::tie(start, length) = std::pair(part.start, part.length);
    }
    while (length == 0 && start < m_typed.text().size() && m_typed.text().at(start).isSpace())
        ++start;
    const bool bare = start >= m_typed.text().size();
    // Before a note it would be somebody the note is about: a note that is somebody's word says that it is one.
    const QString behind = length > 0 || bare ? QString() : parsed.isPlainNote ? u" /note "_s : u" "_s;
    m_field->replace(start, length, u'@' + behind);
    QTextCursor cursor = m_field->textCursor();
    cursor.setPosition(int(start) + 1);
    m_field->setTextCursor(cursor);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_completer->quiet({});
    m_completer->update(m_typed.context());
    keepDraft();
}

void QuickEntry::walkHistory(bool back)
{
    if (!m_readOnly.isEmpty())
        return;
    m_completer->close();
    const models::EntryLine now{line(), m_typed.begun()};
    setLine(back ? m_history.previous(now) : m_history.next(now));
    keepDraft();
}

bool QuickEntry::correctLast()
{
    const auto last = m_lastOwn && m_readOnly.isEmpty() ? m_lastOwn() : std::nullopt;
    if (!last)
        return false;
    domain::Command command{domain::Verb::Correct, {}, {}, {}};
    command.args = {{u"ref"_s, last->word}, {u"fields"_s, QJsonObject{{u"text"_s, last->text}}}};
    setLine({domain::formatEntry(command), {}});
    // Before the closing quote, where one goes on typing.
    if (m_typed.text().endsWith(u'"'))
        m_field->moveCursor(QTextCursor::Left);
    keepDraft();
    return true;
}

} // namespace fireline::views
