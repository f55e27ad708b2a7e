// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/quickentry.h"

#include "entry/entrycompleter.h"
#include "entry/entryface.h"
#include "entry/entryfield.h"
#include "entry/entrypastes.h"
#include "entry/plainnote.h"
#include "entry/previewline.h"
#include "entry/refusalnote.h"
#include "text/timedisplay.h"

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
    , m_typed(times, std::move(context))
    , m_field(new EntryField(this))
    , m_face(new EntryFace(*m_field, theme, this))
    , m_pastes(new EntryPastes(
          *m_field, theme, times, [this] { return m_typed.context(); }, this))
    , m_completer(new EntryCompleter(*m_field, theme, this))
{
    setObjectName(u"entry"_s);
    build();
    connectParts();
    connect(&times, &TimeDisplay::changed, this, &QuickEntry::understand);
    setReadOnlyReason({});
    understand();
}

void QuickEntry::build()
{
    m_field->setObjectName(u"entry.field"_s);
    m_field->setAccessibleName(tr("Quick entry"));
    m_field->setToolTip(tr("Type what happened and press Enter. A slash begins a command, @ names people, # names things."));
    m_field->installEventFilter(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_field, 1);
    top->addWidget(m_face->chip(), 0, Qt::AlignTop);
    auto *below = new QHBoxLayout;
    below->addWidget(m_face->preview(), 1);
    below->addWidget(m_face->asNote(), 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, std::max(0, style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing, nullptr, this)), 0);
    layout->addWidget(m_pastes->bar());
    layout->addWidget(m_face->refusal());
    layout->addLayout(top);
    layout->addLayout(below);
    setFocusProxy(m_field);
}

void QuickEntry::connectParts()
{
    connect(m_field, &EntryField::textChanged, this, &QuickEntry::lineChanged);
    connect(m_field, &EntryField::composingStarted, this, [this] { m_typed.begin(); });
    connect(m_face->asNote(), &QPushButton::clicked, this, &QuickEntry::submitPlain);
    connect(&m_drafts, &models::DraftPacer::draftChanged, this, &QuickEntry::draftChanged);
    connect(m_pastes, &EntryPastes::aboutToAsk, m_completer, &EntryCompleter::close);
    connect(m_pastes, &EntryPastes::lineRequested, this, &QuickEntry::prepare);
    connect(m_pastes, &EntryPastes::refused, this, &QuickEntry::showProblem);
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
        m_pastes->close();
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
    if (text == m_typed.text())
        return;
    if (m_field->isReplacingAll())
        m_typed.setBegun({});
    m_typed.setText(text);
    understand();
    m_completer->update(m_typed.context());
    keepDraft();
}

void QuickEntry::understand()
{
    m_told.reset();
    const domain::EntryContext now = m_typed.understand();
    m_face->show(m_typed, now, m_readOnly, m_keeping);
    if (const QString meant = m_typed.meant(); !meant.isEmpty() && m_readOnly.isEmpty())
        m_face->preview()->say(PreviewLine::Tone::Doubt, tr("Enter records a note. Tab makes it %1", "a command").arg(meant));
}

bool QuickEntry::takeMeant()
{
    const QString meant = m_typed.meant();
    if (!meant.isEmpty())
        m_field->replace(0, m_typed.text().size(), meant);
    return !meant.isEmpty();
}

void QuickEntry::showProblem(const QString &text)
{
    m_face->showProblem(text, !m_typed.isBlank() && m_readOnly.isEmpty());
}

void QuickEntry::submit()
{
    m_completer->close();
    if (!m_readOnly.isEmpty() || line().trimmed().isEmpty())
        return;
    if (m_keeping)
        return keepLine(false);
    understand();
    if (!m_typed.parsed().ok())
        showProblem(m_typed.parsed().problems.first());
    else
        request(m_typed.parsed().command);
}

void QuickEntry::submitPlain()
{
    m_completer->close();
    if (!m_readOnly.isEmpty() || line().trimmed().isEmpty())
        return;
    if (m_keeping)
        return keepLine(true);
    if (const auto note = domain::plainNote(line(), m_typed.context()))
        request(*note);
    else
        showProblem(m_typed.parsed().ok()
                        ? tr("This line cannot be recorded as a note. Change its first word, or take the slash away.")
                        : m_typed.parsed().problems.first());
    m_field->setFocus(Qt::OtherFocusReason);
}

void QuickEntry::keepLine(bool plain)
{
    const models::EntryLine kept{line(), m_typed.begun()};
    m_history.entered(kept.text);
    setLine({});
    keepDraft();
    m_face->tell(tr("Kept: %1. It is recorded once the record is open.").arg(kept.text.simplified()));
    emit lineKept(kept, plain);
}

void QuickEntry::request(const domain::Command &command)
{
    m_asked = line();
    const bool leavesOpen = !domain::remindersOf(m_typed.parsed(), m_typed.context()).isEmpty();
    m_askedEntry = leavesOpen ? std::optional(m_typed.parsed()) : std::nullopt;
    // In the words of before: what it leaves open is gone from sight behind it.
    m_askedWords = m_typed.parsed().ok() ? domain::describe(m_typed.parsed(), m_typed.context()) : m_asked->simplified();
    emit commandRequested(command);
    m_asked.reset();
}

void QuickEntry::accepted()
{
    if (!m_asked)
        return;
    m_history.entered(*m_asked);
    const QString done = std::exchange(m_askedWords, {});
    m_asked.reset();
    const domain::Instant begun = m_typed.begun();
    setLine({});
    m_face->tell(tr("Recorded: %1").arg(done));
    m_told = std::exchange(m_askedEntry, {});
    m_field->setAccessibleDescription({});
    keepDraft();
    emit lineRecorded(begun);
}

void QuickEntry::recordChanged()
{
    if (m_told)
        m_face->preview()->say(PreviewLine::Tone::Hint, tr("Recorded: %1").arg(domain::describe(*m_told, m_typed.context())));
}

void QuickEntry::refused(const domain::Problem &problem)
{
    m_asked.reset();
    const QString source = problem.source.isEmpty() ? problem.rule : problem.source;
    showProblem(source.isEmpty() ? problem.text : tr("%1 [%2]").arg(problem.text, source));
}

void QuickEntry::setLine(const models::EntryLine &line)
{
    m_face->endRefusal();
    m_typed.setBegun(line.text.isEmpty() ? domain::Instant{} : line.begun.isSet() ? line.begun : m_typed.now());
    m_completer->quiet(line.text);
    m_field->setPlainText(line.text);
    m_field->moveCursor(QTextCursor::End);
    // An equal text is no change for the field, yet its time may be another.
    m_typed.setText(this->line());
    understand();
}

void QuickEntry::prepare(const QString &line)
{
    if (!m_readOnly.isEmpty())
        return;
    m_history.putAside({this->line(), m_typed.begun()});
    setLine({line, {}});
    m_field->setFocus(Qt::OtherFocusReason);
    m_completer->quiet({});
    m_completer->update(m_typed.context());
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
    m_history.putAside({this->line(), m_typed.begun()});
    setLine({line, firstKeystroke});
    m_face->preview()->say(PreviewLine::Tone::Hint,
                           tr("Recovered the line typed at %1.").arg(m_typed.times().dayMinute(m_typed.begun())));
}

void QuickEntry::putAside(const QList<models::EntryLine> &lines)
{
    for (const models::EntryLine &line : lines)
        m_history.addWaiting(line);
    keepDraft();
}

bool QuickEntry::takeAside(const models::EntryLine &line)
{
    const bool taken = m_history.take(line);
    if (taken)
        keepDraft();
    return taken;
}

void QuickEntry::keepDraft()
{
    m_drafts.typed(m_typed.text(), m_field->textCursor().position(), m_typed.begun());
}

} // namespace fireline::views
