// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entryface.h"

#include "access/readablenote.h"
#include "decide/notundoable.h"
#include "entry/entryfield.h"
#include "entry/entryhighlighter.h"
#include "entry/previewline.h"
#include "entry/refusalnote.h"
#include "entry/typedline.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int leastLines = 5; ///< of timeline and quick entry, for a preview beside them

void keepRoomWhenHidden(QWidget &widget, bool keep = true)
{
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    widget.setSizePolicy(policy); // nothing where it is so already
}

} // namespace

EntryFace::EntryFace(EntryField &field, Theme &theme, QWidget *entry)
    : QObject(entry)
    , m_entry(*entry)
    , m_field(field)
    , m_theme(theme)
    , m_highlighter(new EntryHighlighter(field.document(), theme))
    , m_chip(new QLabel(entry))
    , m_preview(new PreviewLine(theme, entry))
    , m_asNote(new QPushButton(tr("Record as a note"), entry))
    , m_refusal(new RefusalNote(theme, entry))
{
    buildChip();
    m_preview->setObjectName(u"entry.preview"_s);
    keepRoomWhenHidden(*m_preview);
    entry->installEventFilter(this);
    buildNote();
    connect(&theme, &Theme::changed, this, &EntryFace::applyTheme);
    applyTheme();
}

void EntryFace::buildChip()
{
    m_chip->setObjectName(u"entry.time"_s);
    m_chip->setAlignment(Qt::AlignCenter);
    m_chip->setTextFormat(Qt::PlainText);
    m_chip->setToolTip(tr("When it happened: the first key of the line. Ctrl+Shift+Return sets it to now."));
}

void EntryFace::buildNote()
{
    m_asNote->setObjectName(u"entry.asNote"_s);
    m_asNote->setAccessibleName(m_asNote->text());
    m_asNote->setToolTip(tr("Records the line word for word, without doing what it asks for (Ctrl+Return)."));
    keepRoomWhenHidden(*m_asNote);
    m_asNote->hide();
}

// A timeline that becomes higher moves what is below it.
bool EntryFace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_entry && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        fitPreview();
    return QObject::eventFilter(watched, event);
}

// Very large text on a small screen leaves no room for more than the line itself: better no preview than one over the other, or
// than no row of the timeline.
void EntryFace::fitPreview()
{
    const QWidget *both = m_entry.parentWidget();
    const bool hasRoom = !both || both->height() >= leastLines * m_entry.fontMetrics().lineSpacing();
    for (QWidget *part : {static_cast<QWidget *>(m_preview), static_cast<QWidget *>(m_asNote)})
        keepRoomWhenHidden(*part, hasRoom);
    m_field.setCramped(!hasRoom);
    m_preview->setVisible(hasRoom && m_entry.layout() && m_entry.height() >= m_entry.layout()->minimumSize().height());
}

void EntryFace::applyTheme()
{
    m_field.setFont(m_theme.textFont());
    m_chip->setFont(m_theme.clockFont());
    // As high as one line of the field, beside whose first line it stands.
    const int around = int(2 * m_field.document()->documentMargin()) + 2 * m_field.frameWidth();
    m_chip->setFixedHeight(QFontMetrics(m_field.font()).lineSpacing() + around);
    m_chip->setMinimumWidth(QFontMetrics(m_chip->font()).horizontalAdvance(u"00:00:00 UTC "_s));
    m_highlighter->rehighlight();
}

namespace {

/// What it will be, and before it is done that it cannot be undone.
QString previewOf(const domain::ParsedEntry &parsed, const domain::EntryContext &context)
{
    const QString final = domain::notUndoableWhy(parsed.command.verb);
    const QString text = domain::describe(parsed, context);
    return final.isEmpty() ? text : EntryFace::tr("%1 · ⚠ %2", "what a line will be, why it cannot be undone").arg(text, final);
}

} // namespace

void EntryFace::show(const TypedLine &typed, const domain::EntryContext &context, const QString &readOnly, bool keeping)
{
    if (typed.text().isEmpty() || !readOnly.isEmpty())
        endRefusal();
    const domain::ParsedEntry &parsed = typed.parsed();
    const TimeDisplay &times = typed.times();
    m_highlighter->setParts(parsed.parts);
    const domain::Instant at = parsed.command.at.isSet() ? parsed.command.at : typed.begun();
    m_chip->setText(at.isSet() && !typed.text().isEmpty() ? u"%1 %2"_s.arg(times.time(at), times.zoneName(at)) : QString());
    const bool doubtful = std::any_of(parsed.parts.begin(), parsed.parts.end(), [](const auto &part) { return !part.valid; });
    // What is not there yet, or is being typed at the end, is no fault: it is said quietly.
    const bool unfinished = !doubtful || parsed.parts.isEmpty()
                            || parsed.parts.last().start + parsed.parts.last().length == typed.text().size();
    m_asNote->setVisible(!typed.isBlank() && !parsed.ok() && !unfinished && readOnly.isEmpty());
    if (!readOnly.isEmpty())
        m_preview->say(PreviewLine::Tone::Hint, readOnly);
    else if (typed.isBlank() && keeping)
        m_preview->say(PreviewLine::Tone::Hint, tr("The record is being read. You can type already."));
    else if (typed.isBlank())
        m_preview->say(PreviewLine::Tone::Hint, tr("Nothing is lost: a line stays here until it is recorded."));
    else if (!parsed.ok())
        m_preview->say(unfinished ? PreviewLine::Tone::Hint : PreviewLine::Tone::Doubt, parsed.problems.first());
    else
        m_preview->say(doubtful || !domain::remindersOf(parsed, context).isEmpty() ? PreviewLine::Tone::Doubt
                                                                                   : PreviewLine::Tone::Fine,
                       previewOf(parsed, context));
}

void EntryFace::showProblem(const QString &text, bool canBeNote)
{
    endRefusal();
    if (m_preview->fits(PreviewLine::Tone::Problem, text)) {
        m_preview->say(PreviewLine::Tone::Problem, text);
        tellAloud(*m_preview);
    } else {
        m_preview->say(PreviewLine::Tone::Problem,
                       tr("Not recorded. Why, and what to do, stands above the line; Esc closes it."));
        m_refusal->say(text);
    }
    m_field.setAccessibleDescription(text);
    m_asNote->setVisible(canBeNote);
}

bool EntryFace::isRefusing() const
{
    return !m_refusal->isHidden();
}

void EntryFace::endRefusal()
{
    m_refusal->close();
}

void EntryFace::tell(const QString &text)
{
    m_preview->say(PreviewLine::Tone::Hint, text);
    tellAloud(*m_preview);
}

} // namespace fireline::views
