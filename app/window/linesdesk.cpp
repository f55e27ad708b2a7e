// SPDX-License-Identifier: GPL-3.0-or-later
#include "linesdesk.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/plainnote.h"
#include "entry/quickentry.h"
#include "entry/statecontext.h"
#include "keptstate.h"
#include "paneldrafts.h"
#include "shared.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "text/timedisplay.h"

#include <QAction>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

// What is kept beside the record, given back, and recorded.
namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

constexpr qsizetype mostQuoted = 3;
constexpr qsizetype longestQuote = 60;
const QString offeredMessage = u"entered before"_s;

/// Whether nobody need be asked about it: the record has it, or another of the lines stands for it. A picture or a file that was
/// on its way when it was sent has a line of that time without events, and what came of it stands behind: evidence is offered by
/// the first, which has its file, everything else by the second, which has its words.
bool isSettled(const SentLine &line, const QList<SentLine> &sent, const IncidentState &state, const QSet<QString> &recorded)
{
    if (line.isIn(state, recorded))
        return true;
    const bool evidence = line.line.startsWith("/attach"_L1);
    const bool first = line.events.isEmpty();
    const auto others = [&](auto is) {
        return std::any_of(sent.begin(), sent.end(),
                           [&](const SentLine &one) { return one.at == line.at && one.events.isEmpty() != first && is(one); });
    };
    if (!first)
        return evidence && others([](const SentLine &) { return true; });
    const bool attached = evidence && std::any_of(state.entries.begin(), state.entries.end(), [&](const Entry &entry) {
                              return entry.type == "attachment.added"_L1 && entry.at == line.at;
                          });
    return attached || others([&](const SentLine &one) { return !evidence || one.isIn(state, recorded); });
}

models::EntryLine entryLine(const SentLine &sent)
{
    return {sent.line, sent.at};
}

QString quoted(const QList<models::EntryLine> &lines)
{
    QStringList quotes;
    for (const models::EntryLine &line : lines.first(std::min(mostQuoted, lines.size()))) {
        const QString text = line.text.simplified();
        quotes.append(u'“' + (text.size() > longestQuote ? text.left(longestQuote) + u'…' : text) + u'”');
    }
    return quotes.join(u" · "_s) + (lines.size() > mostQuoted ? u" · …"_s : QString());
}

} // namespace

/// Before anybody sees that it was taken.
void LinesDesk::keepSent(const Command &command, const QList<Event> &events)
{
    SentLine sent;
    Command undated = command;
    undated.at = {};
    sent.line = formatEntry(undated);
    sent.at = command.at.isSet() ? command.at : m_record->incident.now();
    sent.begun = m_entering.begun;
    sent.typed = m_entering.text;
    sent.mark = m_record->panels.asking();
    for (const Event &event : events)
        sent.events.append(event.id);
    m_parts.shared.hooks.reach(u"decided");
    m_sent->add(sent);
    m_parts.shared.hooks.reach(u"kept");
}

/// When nothing is on its way any more.
void LinesDesk::forgetSent()
{
    const auto status = m_record->incident.saveStatus();
    if (status.saving > 0 || status.notSaved > 0 || m_record->desk.isBusy())
        return;
    m_parts.shared.hooks.reach(u"saved");
    if (std::exchange(m_draftDone, false))
        keepDrafts();
    m_sent->forget();
    m_pictures->forget();
}

void LinesDesk::keepDrafts()
{
    Drafts drafts;
    for (const models::EntryLine &line : m_parts.entry.waitingLines())
        drafts.waiting.append({line.text, line.begun});
    const models::EntryLine typed = m_parts.entry.current();
    if (!typed.text.trimmed().isEmpty())
        drafts.typed = {typed.text, typed.begun};
    m_drafts->keep(drafts);
}

/// What a crash interrupted; where somebody types already, it waits behind that. A line that was entered is given back as it
/// was entered, and not where the record has it.
void LinesDesk::restoreDrafts(const KeptWords &words)
{
    QList<SentLine> sent = words.sent;
    for (const SentLine &line : words.sentUnopened) {
        // What the window with the record took over stands there too, and what this window was given it still holds.
        const bool taken = std::any_of(sent.begin(), sent.end(),
                                       [&](const SentLine &one) { return one.isOf(line.typed, line.begun); });
        const bool held = std::any_of(m_kept.begin(), m_kept.end(),
                                      [&](const KeptLine &one) { return one.begun == line.begun && one.text == line.line; });
        if (!taken && !held)
            sent.append(line);
    }
    const auto wasSent = [&](const Draft &draft) {
        return std::any_of(sent.begin(), sent.end(), [&](const SentLine &one) { return one.isOf(draft.line, draft.begun); });
    };
    const Draft typed = wasSent(words.line.typed) ? Draft() : words.line.typed;
    // What a window kept that never got its record; what this one kept, it still holds.
    const QList<Draft> left = words.line.waiting + m_leftBefore.value_or(words.unopened);
    QList<models::EntryLine> waiting;
    for (const Draft &draft : left) {
        if (!wasSent(draft))
            waiting.append({draft.line, draft.begun});
    }
    const bool types = !m_parts.entry.line().isEmpty();
    if (types && !typed.line.isEmpty())
        waiting.append({typed.line, typed.begun});
    offerSent(sent, words.recorded);
    m_parts.entry.putAside(waiting);
    if (!types)
        m_parts.entry.restoreDraft(typed.line, typed.begun);
    if (!types && !typed.line.isEmpty())
        m_parts.window.messages().show(
            {Message::Kind::Info,
             tr("The line that you typed at %1 is back in quick entry.").arg(m_parts.times.dayMinute(typed.begun))});
    if (!waiting.isEmpty())
        m_parts.window.messages().show(
            {Message::Kind::Info, tr("%n lines that were never entered are back. Ctrl+Up brings them into quick entry.", nullptr,
                                     int(waiting.size()))});
    tellOfForms();
    QStringList lines{m_parts.entry.line()};
    for (const models::EntryLine &line : m_parts.entry.waitingLines())
        lines.append(line.text);
    m_pictures->sweep(lines);
    if (sent.isEmpty() && words.pictures.isEmpty())
        return;
    keepDrafts(); // written before the others go
    m_sent->forget();
    (void)m_parts.shared.words.later<bool>([pictures = words.pictures] {
        for (const QString &path : pictures)
            QFile::remove(path);
        return true;
    });
}

void LinesDesk::tellOfForms()
{
    QList<views::MessageButton> ways;
    for (const QString &panel : m_record->panels.panels()) {
        if (QAction *show = m_parts.window.actions().action(u"panels.show."_s + panel))
            ways.append({show->text(), [show] { show->trigger(); }});
    }
    if (!ways.isEmpty())
        m_parts.window.messages().show(
            {Message::Kind::Info, tr("What was typed into a form and never recorded is back."), {}, ways});
}

/// Entered, and not in the record: they wait behind Ctrl+Up, and one press records them in their order.
void LinesDesk::offerSent(const QList<SentLine> &sent, const QSet<QString> &recorded)
{
    QList<models::EntryLine> lost;
    for (const SentLine &line : sent) {
        if (isSettled(line, sent, m_record->incident.state(), recorded))
            continue;
        lost.append(entryLine(line));
        m_offered.append({line.line, line.at, line.plain});
    }
    if (lost.isEmpty())
        return;
    m_parts.entry.putAside(lost);
    m_parts.window.actions().refreshLater();
    m_parts.window.messages().show(
        {Message::Kind::Warning,
         tr("%n lines that you typed are not in the record: %1", nullptr, int(lost.size())).arg(quoted(lost)),
         {},
         {{tr("Record them now"), [this] { recordOffered(); }}},
         offeredMessage});
}

/// Those that still wait: one that was brought into quick entry is whoever's who did it.
void LinesDesk::recordOffered()
{
    for (const KeptLine &line : std::exchange(m_offered, {})) {
        if (m_parts.entry.takeAside({line.text, line.begun}))
            m_kept.append(line);
    }
    recordKept();
    m_parts.window.messages().close(offeredMessage);
    m_parts.window.actions().refreshLater();
}

/// As of its first key; why not, where it cannot be.
std::optional<Problem> LinesDesk::record(const KeptLine &line)
{
    EntryContext context = entryContext(m_record->incident.state(), m_record->incident.process(), m_record->incident.now());
    context.zone = m_parts.times.zone();
    context.local = m_parts.times.local();
    context.firstKeystroke = line.begun;
    const ParsedEntry parsed = parseEntry(line.text, context);
    const auto note = line.plain ? plainNote(line.text, context) : std::nullopt;
    if (!note && !parsed.ok())
        return Problem{Problem::Kind::Usage, u"entry"_s, parsed.problems.first(), {}, {}, {}};
    m_entering = {line.text, line.begun};
    const auto done = m_record->desk.submitQuietly(note.value_or(parsed.command));
    m_entering = {};
    return done ? std::nullopt : std::optional(done.problem());
}

/// In the order it was typed.
void LinesDesk::recordKept()
{
    QList<models::EntryLine> left;
    for (const KeptLine &line : std::exchange(m_kept, {})) {
        const auto refusal = record(line);
        if (!refusal)
            continue;
        left.append({line.text, line.begun});
        m_parts.window.messages().show(
            {Message::Kind::Warning, tr("“%1” was not recorded. %2").arg(line.text.simplified(), refusal->text), refusal->rule});
    }
    m_parts.entry.putAside(left);
    for (const auto &act : std::exchange(m_onceFilled, {}))
        act();
}

/// Under the name of the file: before the record is open its incident is not known.
SentLines &LinesDesk::unfilledLines()
{
    if (!m_unfilledSent)
        m_unfilledSent = std::make_unique<SentLines>(m_parts.shared.words, m_parts.shared.stateDir,
                                                     DraftKeeper::keyOf(m_parts.path));
    return *m_unfilledSent;
}

void LinesDesk::keepUntilFilled(const KeptLine &line)
{
    unfilledLines().add({line.text, line.begun, line.begun, line.text, {}, {}, line.plain});
    m_kept.append(line);
}

/// The window goes without its record: what was entered is kept already, what stands in the field now as well.
void LinesDesk::keepTyped()
{
    for (const models::EntryLine &line : m_parts.entry.waitingLines() + QList{m_parts.entry.current()})
        unfilledLines().add({line.text, line.begun, line.begun, line.text, {}, {}, false});
}

/// What is typed before the record is open, under the name of its file: its incident is not known yet. The session ends: here
/// the disk is waited for.
void LinesDesk::keepUnfilled(bool typed)
{
    const QString key = DraftKeeper::keyOf(m_parts.path);
    m_parts.shared.words.flush();
    if (!m_leftBefore)
        m_leftBefore = DraftKeeper::left(m_parts.shared.stateDir, key).waiting;
    Drafts drafts{{}, *m_leftBefore};
    if (typed) {
        for (const KeptLine &line : std::as_const(m_kept))
            drafts.waiting.append({line.text, line.begun});
        for (const models::EntryLine &line : m_parts.entry.waitingLines())
            drafts.waiting.append({line.text, line.begun});
        if (const models::EntryLine line = m_parts.entry.current(); !line.text.trimmed().isEmpty())
            drafts.waiting.append({line.text, line.begun});
    }
    DraftKeeper(m_parts.shared.words, m_parts.shared.stateDir, key).keep(drafts);
    m_parts.shared.words.flush();
}

/// Once its lines are in this window, for good. Who only looks leaves them to who can record them.
void LinesDesk::forgetUnfilled(const KeptWords &words)
{
    if (m_record->incident.saveStatus().readOnly)
        return;
    const bool entered = m_unfilledSent || !words.sentUnopened.isEmpty();
    if (words.unopened.isEmpty() && !m_leftBefore && !entered)
        return;
    keepDrafts(); // written before the other goes
    DraftKeeper(m_parts.shared.words, m_parts.shared.stateDir, DraftKeeper::keyOf(m_parts.path)).keep({});
    if (entered)
        unfilledLines().forget();
}

} // namespace fireline::window
