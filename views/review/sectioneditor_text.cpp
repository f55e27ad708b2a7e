// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablenote.h"
#include "actions/actionregistry.h"
#include "forms/detailsbrowser.h"
#include "forms/inlineform.h"
#include "review/reviewmodel.h"
#include "review/reviewoutline.h"
#include "review/sectionchange.h"
#include "review/sectioneditor.h"
#include "review/sectionheads.h"
#include "review/sectionpicture.h"
#include "review/sectionpreview.h"
#include "review/sourcechooser.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTextBlock>

using namespace Qt::StringLiterals;

// What is done in a section while it is written.
namespace fireline::views {

void SectionEditor::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto add = [&](const QString &id, const QString &words, const QString &help, const QString &icon, const QString &key,
                         auto handler) {
        const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{QKeySequence(key)};
        actions.add({id, words, help, u"entry"_s, icon, keys, this}, std::move(handler), [this] { return writingWhyNot(); });
    };
    add(u"review.nextSection"_s, tr("Go on to the next section"),
        tr("Opens the next section of the review; what was typed in this one is kept for later."), u"down"_s, u"Ctrl+PgDown"_s,
        [this] { step(1); });
    add(u"review.previousSection"_s, tr("Go back to the section before"),
        tr("Opens the section before; what was typed in this one is kept for later."), u"up"_s, u"Ctrl+PgUp"_s,
        [this] { step(-1); });
    add(u"review.keepAndNext"_s, tr("Keep the section and go on to the next"),
        tr("Puts the section into the record and opens the next one to be written."), u"ok"_s, u"Ctrl+Shift+Return"_s,
        [this] { keepAndStep(); });
    add(u"review.insert"_s, tr("Put something of the record into the section…"),
        tr("Chooses a row of the timeline, a picture, or a piece that follows the record."), u"add"_s, u"Ctrl+R"_s,
        [this] { choose(); });
    add(u"review.preview"_s, tr("Show or hide the preview of the section"), tr("The section as its readers will see it."),
        u"show"_s, u"Ctrl+Shift+V"_s, [this] { turnPreview(); });
    add(u"review.refresh"_s, tr("Take the pieces of the section anew"),
        tr("Puts what the record says now in place of pieces that were taken from it before."), u"sync"_s, {},
        [this] { refresh(); });
    m_heads->addActions(actions, *this);
    m_retake->addActions(actions, *this);
    m_change->addActions(actions, *this);
    showKeys();
}

void SectionEditor::showKeys()
{
    const auto tip = [this](QPushButton &button, const QString &id, const QString &help) {
        const QAction *action = m_actions ? m_actions->action(id) : nullptr;
        const QString key = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
        button.setToolTip(key.isEmpty() ? help : tr("%1 (%2)").arg(help, key));
    };
    tip(*m_choose, u"review.insert"_s,
        tr("Puts a row of the timeline, a picture, or a piece that follows the record into the text."));
    tip(*m_turn, u"review.preview"_s, tr("Shows the section as its readers will see it."));
}

QString SectionEditor::writingWhyNot() const
{
    return isWriting() ? QString() : tr("No section of the review is open to be written.");
}

void SectionEditor::step(int by)
{
    if (const QString next = m_outline->neighbour(by); !next.isEmpty())
        emit sectionRequested(next);
}

/// What is refused stays open with its reason.
void SectionEditor::keepAndStep()
{
    if (!waiting().contains(m_section))
        return step(1);
    const QString next = m_outline->neighbour(1);
    m_form.submit();
    if (!isWriting() && !next.isEmpty())
        emit sectionRequested(next);
}

void SectionEditor::showLater()
{
    if (isWriting())
        m_later.start();
}

void SectionEditor::showNow()
{
    const QPlainTextEdit *field = text();
    if (!field)
        return;
    const QString words = field->toPlainText();
    m_change->look();
    showDifference();
    if (m_tools.html && !m_side->isHidden())
        m_preview->show(words.trimmed().isEmpty()
                            ? u"<p>%1</p>"_s.arg(tr("Nothing is written yet. What you type is shown here.").toHtmlEscaped())
                            : m_tools.html(words));
    showOutdated(words);
    showOutline();
}

void SectionEditor::showOutdated(const QString &words)
{
    const QList<models::ReviewOutdated> old = m_model.outdatedIn(words);
    QStringList names;
    bool edited = false;
    for (const models::ReviewOutdated &piece : old) {
        names.append(piece.name);
        edited = edited || piece.edited;
    }
    const QString list = names.join(u", "_s);
    const QString said = old.isEmpty() ? QString()
                         : edited      ? tr("▲ The record changed since it was put here: %1. You wrote in it too.").arg(list)
                                       : tr("▲ The record changed since it was put here: %1.").arg(list);
    if (said != m_noteText->text())
        sayAloud(*m_noteText, said);
    m_note->setVisible(!old.isEmpty());
    if (m_actions)
        m_actions->refreshLater();
}

/// From the end, so that the places before stay where they are. One step to take back.
void SectionEditor::refresh()
{
    QPlainTextEdit *field = text();
    if (!field)
        return;
    const QList<models::ReviewOutdated> old = m_model.outdatedIn(field->toPlainText());
    QTextCursor cursor(field->document());
    cursor.beginEditBlock();
    for (auto it = old.crbegin(); it != old.crend(); ++it) {
        cursor.setPosition(int(it->from));
        cursor.setPosition(int(it->from + it->length), QTextCursor::KeepAnchor);
        cursor.insertText(it->now);
    }
    cursor.endEditBlock();
    field->setFocus(Qt::OtherFocusReason);
    showNow();
}

void SectionEditor::turnPreview()
{
    if (!isWriting() || !m_tools.html)
        return;
    turnTo(m_preview);
    bool &shown = m_place == Place::Instead ? m_turned : m_wantsPreview;
    shown = !shown;
    arrange();
    showNow();
    QWidget *to = m_page->isHidden() ? static_cast<QWidget *>(m_preview) : text();
    to->setFocus(Qt::OtherFocusReason);
}

QString SectionEditor::whyNotKept() const
{
    return m_change->whyNotKept();
}

/// Beside the text, or in its place where there is no room for both.
void SectionEditor::turnTo(QWidget *side)
{
    m_side->setCurrentWidget(side);
    m_change->setShown(side == m_difference);
}

void SectionEditor::turnDifference()
{
    if (!isWriting() || !m_change->isDivided() || m_side->currentWidget() == m_difference)
        return closeChooser();
    turnTo(m_difference);
    arrange();
    showDifference();
    if (m_page->isHidden())
        m_difference->setFocus(Qt::OtherFocusReason);
}

void SectionEditor::showDifference()
{
    if (m_side->currentWidget() != m_difference)
        return;
    if (m_change->isDivided())
        return m_difference->say(m_change->differenceHtml());
    const bool read = m_difference->hasFocus();
    turnTo(m_preview);
    arrange();
    if (QPlainTextEdit *field = text(); field && read)
        field->setFocus(Qt::OtherFocusReason);
}

void SectionEditor::choose()
{
    if (!isWriting())
        return;
    turnTo(m_chooser);
    arrange();
    m_chooser->open();
}

void SectionEditor::closeChooser()
{
    turnTo(m_preview);
    m_turned = false;
    arrange();
    showNow();
    if (QPlainTextEdit *field = text())
        field->setFocus(Qt::OtherFocusReason);
}

/// Where something else stands in its place.
void SectionEditor::showText()
{
    if (m_page->isHidden())
        closeChooser();
}

void SectionEditor::showOutline()
{
    m_outline->follow(m_section, waiting(), m_heads->headings());
}

/// What wants lines of its own gets them, with an empty one before and behind.
void SectionEditor::insert(const QString &markdown, bool apart)
{
    QPlainTextEdit *field = text();
    if (!field)
        return;
    QTextCursor cursor = field->textCursor();
    cursor.beginEditBlock();
    if (apart) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        const QString before = field->toPlainText().left(cursor.position());
        const QString behind = field->toPlainText().mid(cursor.position());
        const QString lead = before.trimmed().isEmpty()   ? QString()
                             : before.endsWith(u"\n\n"_s) ? QString()
                             : before.endsWith(u'\n')     ? u"\n"_s
                                                          : u"\n\n"_s;
        cursor.insertText(lead + markdown + (behind.startsWith(u"\n\n"_s) ? QString() : u"\n"_s));
    } else {
        const QChar before = field->document()->characterAt(cursor.position() - 1);
        const bool joined = cursor.positionInBlock() > 0 && !before.isSpace() && before != u'(';
        cursor.insertText((joined ? u" "_s : QString()) + markdown);
    }
    cursor.endEditBlock();
    field->setTextCursor(cursor);
    closeChooser();
}

/// Sections with words that are not in the record, the open one too.
QSet<QString> SectionEditor::waiting() const
{
    const QString head = u"section/"_s + m_model.review() + u'/';
    QSet<QString> names;
    const QStringList kept = m_form.kept().keys();
    for (const QString &id : kept) {
        if (id.startsWith(head))
            names.insert(id.mid(head.size()));
    }
    return names;
}

} // namespace fireline::views
