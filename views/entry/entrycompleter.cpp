// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entrycompleter.h"

#include "entry/completionpopup.h"
#include "entry/entryfield.h"

#include <QTextCursor>

namespace fireline::views {

EntryCompleter::EntryCompleter(EntryField &field, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_popup(new CompletionPopup(&m_model, theme, &field))
{
    connect(m_popup, &CompletionPopup::rowClicked, this, &EntryCompleter::accept);
    // The list belongs to the word at the cursor: it goes when the cursor goes.
    connect(&field, &EntryField::cursorPositionChanged, this, [this] {
        if (isOpen() && m_field.textCursor().position() != m_askedAt && m_field.toPlainText() == m_asked)
            close();
    });
}

EntryCompleter::~EntryCompleter()
{
    delete m_popup;
}

void EntryCompleter::update(const domain::EntryContext &context)
{
    const QString text = m_field.toPlainText();
    if (!m_field.hasFocus() || m_field.isReadOnly() || text.isEmpty() || text == m_dismissed)
        return close();
    m_dismissed.clear();
    m_asked = text;
    m_askedAt = m_field.textCursor().position();
    m_model.update(text, m_askedAt, context);
    if (m_model.isSettled())
        return close();
    m_popup->setCurrentIndex({});
    QTextCursor word(m_field.document());
    word.setPosition(int(m_model.start()));
    const QRect rect = m_field.cursorRect(word);
    m_popup->showAt({m_field.viewport()->mapToGlobal(rect.topLeft()), rect.size()});
}

bool EntryCompleter::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void EntryCompleter::close()
{
    if (!m_popup)
        return;
    m_popup->hide();
    m_popup->setCurrentIndex({});
}

void EntryCompleter::dismiss()
{
    m_dismissed = m_field.toPlainText();
    close();
}

void EntryCompleter::move(int rows)
{
    m_popup->move(rows);
}

int EntryCompleter::chosenRow() const
{
    return isOpen() ? m_popup->chosenRow() : -1;
}

QString EntryCompleter::chosenText() const
{
    return m_model.index(chosenRow()).data(Qt::AccessibleTextRole).toString();
}

void EntryCompleter::accept(int row)
{
    const QString text = m_model.insertion(row);
    if (text.isEmpty())
        return;
    const QString line = m_field.toPlainText();
    const qsizetype start = m_model.start();
    qsizetype length = m_model.length();
    // The blank behind the word may be there already.
    if (text.endsWith(u' ') && start + length < line.size() && line.at(start + length) == u' ')
        ++length;
    close();
    m_field.replace(start, length, text);
    m_field.setFocus(Qt::OtherFocusReason);
}

bool EntryCompleter::expandSnippet()
{
    const QString line = m_field.toPlainText();
    const int cursor = m_field.textCursor().position();
    const qsizetype start = m_snippets.wordStart(line, cursor);
    if (start < 0)
        return false;
    m_field.replace(start, cursor - start, *m_snippets.text(QStringView(line).sliced(start, cursor - start)));
    return true;
}

} // namespace fireline::views
