// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/quickentry.h"

#include "access/readablenote.h"
#include "entry/entrycompleter.h"
#include "entry/entryfield.h"
#include "entry/entryhighlighter.h"
#include "entry/pastebar.h"
#include "entry/plainnote.h"
#include "entry/previewline.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

QuickEntry::QuickEntry(Theme &theme, TimeDisplay &times, Context context, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_context(std::move(context))
    , m_field(new EntryField(this))
    , m_highlighter(new EntryHighlighter(m_field->document(), theme))
    , m_chip(new QLabel(this))
    , m_preview(new PreviewLine(theme, this))
    , m_asNote(new QPushButton(tr("Record as a note"), this))
    , m_paste(new PasteBar(theme, times, this))
    , m_completer(new EntryCompleter(*m_field, theme, this))
{
    setObjectName(u"entry"_s);
    build();
    connectField();
    connect(&theme, &Theme::changed, this, &QuickEntry::applyTheme);
    connect(&times, &TimeDisplay::changed, this, &QuickEntry::understand);
    applyTheme();
    setReadOnlyReason({});
    understand();
}

void QuickEntry::build()
{
    m_field->setObjectName(u"entry.field"_s);
    m_field->setAccessibleName(tr("Quick entry"));
    m_field->setToolTip(tr("Type what happened and press Enter. A slash begins a command, @ names people, # names things."));
    m_field->installEventFilter(this);
    m_chip->setObjectName(u"entry.time"_s);
    m_chip->setAlignment(Qt::AlignCenter);
    m_chip->setTextFormat(Qt::PlainText);
    m_chip->setToolTip(tr("When it happened: the first key of the line. Ctrl+Shift+Enter sets it to now."));
    m_preview->setObjectName(u"entry.preview"_s);
    QSizePolicy staysCounted = m_preview->sizePolicy();
    staysCounted.setRetainSizeWhenHidden(true);
    m_preview->setSizePolicy(staysCounted);
    m_asNote->setObjectName(u"entry.asNote"_s);
    m_asNote->setAccessibleName(m_asNote->text());
    m_asNote->setToolTip(tr("Records the line word for word, without doing what it asks for (Ctrl+Enter)."));
    QSizePolicy keepsRoom = m_asNote->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_asNote->setSizePolicy(keepsRoom);
    m_asNote->hide();
    auto *top = new QHBoxLayout;
    top->addWidget(m_field, 1);
    top->addWidget(m_chip, 0, Qt::AlignTop);
    auto *below = new QHBoxLayout;
    below->addWidget(m_preview, 1);
    below->addWidget(m_asNote, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, std::max(0, style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, this)), 0);
    layout->addWidget(m_paste);
    layout->addLayout(top);
    layout->addLayout(below);
    setFocusProxy(m_field);
}

// Very large text on a small screen leaves no room for more than the line itself: better no preview than one over the other.
void QuickEntry::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_preview->setVisible(height() >= layout()->minimumSize().height());
}

void QuickEntry::connectField()
{
    connect(m_field, &EntryField::textChanged, this, &QuickEntry::lineChanged);
    connect(m_field, &EntryField::composingStarted, this, [this] {
        if (!m_begun.isSet())
            m_begun = m_context().now;
    });
    connect(m_asNote, &QPushButton::clicked, this, &QuickEntry::submitPlain);
    connect(&m_drafts, &models::DraftPacer::draftChanged, this, &QuickEntry::draftChanged);
    connectPaste();
}

void QuickEntry::applyTheme()
{
    m_field->setFont(m_theme.textFont());
    m_chip->setFont(m_theme.clockFont());
    // As high as one line of the field, beside whose first line it stands.
    const int around = int(2 * m_field->document()->documentMargin()) + 2 * m_field->frameWidth();
    m_chip->setFixedHeight(QFontMetrics(m_field->font()).lineSpacing() + around);
    m_chip->setMinimumWidth(QFontMetrics(m_chip->font()).horizontalAdvance(u"00:00:00 UTC "_s));
    m_highlighter->rehighlight();
}

domain::EntryContext QuickEntry::context() const
{
    domain::EntryContext context = m_context();
    context.zone = m_times.zone();
    context.local = m_times.local();
    if (m_begun.isSet())
        context.firstKeystroke = m_begun;
    return context;
}

QString QuickEntry::line() const
{
    return m_field->toPlainText();
}

QStringList QuickEntry::reachableLines() const
{
    return m_history.lines() + QStringList(line());
}

bool QuickEntry::canUndoText() const
{
    return !m_field->document()->isEmpty() || m_field->document()->isUndoAvailable();
}

void QuickEntry::setSnippets(const models::Snippets &snippets)
{
    m_completer->setSnippets(snippets);
}

void QuickEntry::setMinimumLines(int lines)
{
    m_field->setMinimumLines(lines);
}

void QuickEntry::setReadOnlyReason(const QString &reason)
{
    m_readOnly = reason;
    m_field->setReadOnly(!reason.isEmpty());
    // What is typed already can still be selected and copied out.
    m_field->setEnabled(reason.isEmpty() || !line().isEmpty());
    m_field->setHints(reason.isEmpty() ? QStringList{tr("Type what happened, or / for a command"), tr("Type, or / for a command"),
                                                     tr("Type here")}
                                       : QStringList{reason});
    if (!reason.isEmpty()) {
        m_completer->close();
        m_paste->hide();
    }
    understand();
}

void QuickEntry::setKeeping(bool keeping)
{
    m_keeping = keeping;
    understand();
}

// The highlighter makes the document report changes too: only another text is another line.
void QuickEntry::lineChanged()
{
    const QString text = line();
    if (text == m_known)
        return;
    if (text.isEmpty())
        m_begun = {};
    else if (!m_begun.isSet())
        m_begun = m_context().now;
    m_known = text;
    understand();
    m_completer->update(context());
    keepDraft();
}

void QuickEntry::understand()
{
    const domain::EntryContext now = context();
    m_parsed = domain::parseEntry(m_known, now);
    m_highlighter->setParts(m_parsed.parts);
    const domain::Instant at = m_parsed.command.at.isSet() ? m_parsed.command.at : m_begun;
    m_chip->setText(at.isSet() && !m_known.isEmpty() ? u"%1 %2"_s.arg(m_times.time(at), m_times.zoneName(at)) : QString());
    const bool doubtful = std::any_of(m_parsed.parts.begin(), m_parsed.parts.end(), [](const auto &part) { return !part.valid; });
    // What is not there yet, or is being typed at the end, is no fault: it is said quietly.
    const bool unfinished = !doubtful || m_parsed.parts.isEmpty()
                            || m_parsed.parts.last().start + m_parsed.parts.last().length == m_known.size();
    m_asNote->setVisible(!m_known.trimmed().isEmpty() && !m_parsed.ok() && !unfinished && m_readOnly.isEmpty());
    if (!m_readOnly.isEmpty())
        m_preview->say(PreviewLine::Tone::Hint, m_readOnly);
    else if (m_known.trimmed().isEmpty() && m_keeping)
        m_preview->say(PreviewLine::Tone::Hint, tr("The record is being read. You can type already."));
    else if (m_known.trimmed().isEmpty())
        m_preview->say(PreviewLine::Tone::Hint, tr("Nothing is lost: a line stays here until it is recorded."));
    else if (!m_parsed.ok())
        m_preview->say(unfinished ? PreviewLine::Tone::Hint : PreviewLine::Tone::Doubt, m_parsed.problems.first());
    else
        m_preview->say(doubtful ? PreviewLine::Tone::Doubt : PreviewLine::Tone::Fine, domain::describe(m_parsed, now));
}

void QuickEntry::showProblem(const QString &text)
{
    m_preview->say(PreviewLine::Tone::Problem, text);
    tellAloud(*m_preview);
    m_field->setAccessibleDescription(text);
    m_asNote->setVisible(!m_known.trimmed().isEmpty() && m_readOnly.isEmpty());
}

void QuickEntry::submit()
{
    m_completer->close();
    if (!m_readOnly.isEmpty() || line().trimmed().isEmpty())
        return;
    if (m_keeping)
        return keepLine(false);
    understand();
    if (!m_parsed.ok())
        showProblem(m_parsed.problems.first());
    else
        request(m_parsed.command);
}

void QuickEntry::submitPlain()
{
    m_completer->close();
    if (!m_readOnly.isEmpty() || line().trimmed().isEmpty())
        return;
    if (m_keeping)
        return keepLine(true);
    if (const auto note = domain::plainNote(line(), context()))
        request(*note);
    else
        showProblem(m_parsed.ok() ? tr("This line cannot be recorded as a note. Change its first word, or take the slash away.")
                                  : m_parsed.problems.first());
    m_field->setFocus(Qt::OtherFocusReason);
}

void QuickEntry::keepLine(bool plain)
{
    const models::EntryLine kept{line(), m_begun};
    m_history.entered(kept.text);
    setLine({});
    keepDraft();
    m_preview->say(PreviewLine::Tone::Hint, tr("Kept: %1. It is recorded once the record is open.").arg(kept.text.simplified()));
    tellAloud(*m_preview);
    emit lineKept(kept, plain);
}

void QuickEntry::request(const domain::Command &command)
{
    m_asked = line();
    emit commandRequested(command);
    m_asked.reset();
}

void QuickEntry::accepted()
{
    if (!m_asked)
        return;
    m_history.entered(*m_asked);
    const QString done = m_parsed.ok() ? domain::describe(m_parsed, context()) : m_asked->simplified();
    m_asked.reset();
    setLine({});
    m_preview->say(PreviewLine::Tone::Hint, tr("Recorded: %1").arg(done));
    tellAloud(*m_preview);
    m_field->setAccessibleDescription({});
    keepDraft();
}

void QuickEntry::refused(const domain::Problem &problem)
{
    m_asked.reset();
    const QString source = problem.source.isEmpty() ? problem.rule : problem.source;
    showProblem(source.isEmpty() ? problem.text : tr("%1 [%2]").arg(problem.text, source));
}

void QuickEntry::setLine(const models::EntryLine &line)
{
    m_begun = line.text.isEmpty() ? domain::Instant{} : line.begun.isSet() ? line.begun : m_context().now;
    m_completer->quiet(line.text);
    m_field->setPlainText(line.text);
    m_field->moveCursor(QTextCursor::End);
    // An equal text is no change for the field, yet its time may be another.
    m_known = this->line();
    understand();
}

void QuickEntry::prepare(const QString &line)
{
    if (!m_readOnly.isEmpty())
        return;
    m_history.putAside({this->line(), m_begun});
    setLine({line, {}});
    m_field->setFocus(Qt::OtherFocusReason);
    m_completer->quiet({});
    m_completer->update(context());
    keepDraft();
}

void QuickEntry::insertWord(const QString &word)
{
    if (!m_readOnly.isEmpty())
        return;
    QTextCursor cursor = m_field->textCursor();
    const int at = cursor.selectionStart();
    const QString text = m_field->toPlainText();
    const bool apart = at == 0 || text.at(at - 1).isSpace();
    const bool follows = cursor.selectionEnd() < text.size() && text.at(cursor.selectionEnd()).isSpace();
    cursor.insertText((apart ? QString() : u" "_s) + word + (follows ? QString() : u" "_s));
    m_field->setTextCursor(cursor);
    m_field->setFocus(Qt::OtherFocusReason);
}

void QuickEntry::restoreDraft(const QString &line, domain::Instant firstKeystroke)
{
    if (line.trimmed().isEmpty())
        return;
    m_history.putAside({this->line(), m_begun});
    setLine({line, firstKeystroke});
    m_preview->say(PreviewLine::Tone::Hint, tr("Recovered the line typed at %1.").arg(m_times.minute(m_begun)));
}

void QuickEntry::putAside(const QList<models::EntryLine> &lines)
{
    for (const models::EntryLine &line : lines)
        m_history.addWaiting(line);
    keepDraft();
}

void QuickEntry::keepDraft()
{
    m_drafts.typed(m_known, m_field->textCursor().position(), m_begun);
}

} // namespace fireline::views
