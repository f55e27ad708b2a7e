// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sectionheads.h"

#include "actions/actionregistry.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

SectionHeads::SectionHeads(std::function<QPlainTextEdit *()> text, QObject *parent) : QObject(parent), m_text(std::move(text)) { }

void SectionHeads::addActions(ActionRegistry &actions, QWidget &scope)
{
    const auto add = [&](const QString &id, const QString &words, const QString &help, const QString &icon, const QString &key,
                         int by) {
        actions.add(
            {id, words, help, u"entry"_s, icon, {QKeySequence(key)}, &scope}, [this, by] { step(by); },
            [this] { return whyNot(); });
    };
    add(u"review.nextHeading"_s, tr("Go on to the next heading of the section"),
        tr("Goes to the next line of the text that begins with #; behind the last to the first."), u"down"_s,
        u"Ctrl+Shift+PgDown"_s, 1);
    add(u"review.previousHeading"_s, tr("Go back to the heading before"),
        tr("Goes to the line before that begins with #; before the first to the last."), u"up"_s, u"Ctrl+Shift+PgUp"_s, -1);
}

QList<models::SectionHeading> SectionHeads::headings() const
{
    const QPlainTextEdit *field = m_text();
    return field ? models::headingsIn(field->toPlainText()) : QList<models::SectionHeading>();
}

QString SectionHeads::whyNot() const
{
    if (!m_text())
        return tr("No section of the review is open to be written.");
    return headings().isEmpty() ? tr("This section has no heading. Begin a line with # to make one.") : QString();
}

void SectionHeads::step(int by)
{
    const QPlainTextEdit *field = m_text();
    const QList<models::SectionHeading> found = headings();
    if (!field || found.isEmpty())
        return;
    const int line = field->textCursor().blockNumber();
    const auto passed = [&](const models::SectionHeading &heading) {
        return by > 0 ? heading.line <= line : heading.line < line;
    };
    const qsizetype before = std::count_if(found.begin(), found.end(), passed);
    goTo(found.at((by > 0 ? before : before - 1 + found.size()) % found.size()).line);
}

/// With as much of what follows as there is room for.
void SectionHeads::goTo(int line)
{
    emit textRequested();
    QPlainTextEdit *field = m_text();
    const QTextBlock block = field ? field->document()->findBlockByNumber(line) : QTextBlock();
    if (!block.isValid())
        return;
    field->setTextCursor(QTextCursor(block));
    field->verticalScrollBar()->setValue(block.firstLineNumber());
    field->setFocus(Qt::OtherFocusReason);
}

} // namespace fireline::views
