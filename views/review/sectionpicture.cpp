// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sectionpicture.h"

#include "actions/actionregistry.h"
#include "review/reviewmodel.h"
#include "review/reviewsources.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

SectionPicture::SectionPicture(models::ReviewModel &model, std::function<QPlainTextEdit *()> text, QWidget *parent)
    : QPushButton(tr("Take the graphs anew"), parent)
    , m_model(model)
    , m_text(std::move(text))
{
    setObjectName(u"reviewRetake"_s);
    setAccessibleName(QPushButton::text());
    setAutoDefault(false);
    hide();
    connect(this, &QPushButton::clicked, this, &SectionPicture::take);
}

void SectionPicture::setTools(const WritingTools &tools)
{
    m_tools = tools;
    look();
}

void SectionPicture::addActions(ActionRegistry &actions, QWidget &scope)
{
    m_actions = &actions;
    actions.add(
        {u"review.retake"_s,
         tr("Take the graphs anew in place of the picture"),
         tr("Attaches what the graphs show now, and puts it where the picture in the line of the cursor stands."),
         u"entry"_s,
         u"camera"_s,
         {QKeySequence(u"Ctrl+Shift+X"_s)},
         &scope},
        [this] { take(); }, [this] { return whyNot(); });
}

void SectionPicture::follow()
{
    QPlainTextEdit *field = m_text();
    if (field)
        connect(field, &QPlainTextEdit::cursorPositionChanged, this, &SectionPicture::look, Qt::UniqueConnection);
    look();
}

void SectionPicture::look()
{
    const bool here = m_tools.takeGraphs && !pictureHere().isNull();
    if (here == isHidden() && m_actions)
        m_actions->refreshLater();
    setVisible(here);
    if (isHidden())
        return;
    const QString why = whyNot();
    setEnabled(why.isEmpty());
    const QAction *action = m_actions ? m_actions->action(u"review.retake"_s) : nullptr;
    const QString key = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    setToolTip(!why.isEmpty() ? why
                              : tr("Puts the graphs as they are now in place of the picture in this line (%1). "
                                   "The picture of before stays in the record.")
                                    .arg(key));
}

QTextCursor SectionPicture::pictureHere() const
{
    static const QRegularExpression mark(u"!\\[[^\\]]*\\]\\(fireline:[^)\\s]+\\)"_s);
    const QPlainTextEdit *field = m_text();
    if (!field)
        return {};
    QTextCursor found;
    const QTextBlock block = field->textCursor().block();
    for (auto marks = mark.globalMatch(block.text()); marks.hasNext();) {
        const auto match = marks.next();
        // Of several in a line the one that the cursor is in or behind.
        if (!found.isNull() && block.position() + match.capturedStart() > field->textCursor().position())
            break;
        found = QTextCursor(block);
        found.setPosition(block.position() + int(match.capturedStart()));
        found.setPosition(block.position() + int(match.capturedEnd()), QTextCursor::KeepAnchor);
    }
    return found;
}

QString SectionPicture::whyNot() const
{
    if (!m_text())
        return tr("No section of the review is open to be written.");
    if (pictureHere().isNull())
        return tr("There is no picture in this line. Put one in first: Ctrl+R.");
    return m_tools.takeGraphs && m_tools.whyNoGraphs ? m_tools.whyNoGraphs() : tr("There are no graphs here.");
}

void SectionPicture::take()
{
    if (!whyNot().isEmpty())
        return look();
    m_field = m_text();
    m_place = pictureHere();
    m_place.setKeepPositionOnInsert(true); // what is typed behind it meanwhile stays
    m_field->setFocus(Qt::OtherFocusReason);
    m_tools.takeGraphs([self = QPointer(this)](const QString &sha256) {
        if (self)
            self->put(sha256);
    });
}

/// Where another section is open by now it is left to Ctrl+R. One step to take back.
void SectionPicture::put(const QString &sha256)
{
    const QString markdown = m_model.sources().pictureOf(sha256);
    if (m_field && m_field == m_text() && m_place.hasSelection() && !markdown.isEmpty())
        m_place.insertText(markdown);
    m_place = {};
    look();
}

} // namespace fireline::views
