// SPDX-License-Identifier: GPL-3.0-or-later
#include "commanddesk.h"
#include "entry/entrypastes.h"
#include "entry/meantline.h"
#include "entry/quickentry.h"
#include "entry/staterefs.h"
#include "evidencedesk.h"
#include "keptstate.h"
#include "linesdesk.h"
#include "paneldrafts.h"
#include "shared.h"
#include "shell/filedrops.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "snippetfile.h"

#include <QImage>

using namespace Qt::StringLiterals;

// What quick entry takes, before the record is open and after.
namespace fireline::window {

using namespace domain;
using views::Message;

LinesDesk::LinesDesk(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    takeLines();
}

LinesDesk::~LinesDesk() = default;

/// What quick entry takes, before the record is open and after.
void LinesDesk::takeLines()
{
    using views::EntryPastes;
    using views::QuickEntry;
    const auto onceFilled = [this](std::function<void()> act) {
        if (m_record)
            act();
        else
            m_onceFilled.append(std::move(act));
    };
    connect(&m_parts.entry, &QuickEntry::lineKept, this, [this](const models::EntryLine &line, bool plain) {
        keepUntilFilled({line.text, line.begun, plain});
    });
    connect(&m_parts.entry.pastes(), &EntryPastes::linesAccepted, this, [=, this](const QList<Command> &commands) {
        onceFilled([=, this] {
            // What was not taken goes back into the field, each line with its time.
            QStringList left;
            for (const Command &command : m_record->desk.submitAll(commands))
                left.append(formatEntry(command));
            if (!left.isEmpty())
                m_parts.entry.prepare(left.join(u'\n'));
        });
    });
    connect(&m_parts.entry.pastes(), &EntryPastes::filesGiven, this,
            [=, this](const QStringList &paths) { onceFilled([=, this] { m_record->evidence.attach(paths); }); });
    connect(new views::FileDrops(m_parts.window), &views::FileDrops::dropped, this, &LinesDesk::takeFiles);
    connect(&m_parts.entry.pastes(), &EntryPastes::pixelsPasted, this, [=, this](const QImage &image) {
        onceFilled([=, this] { takePicture({image, {}}); });
    });
    connect(&m_parts.entry.pastes(), &EntryPastes::imagePasted, this, [=, this](const QByteArray &png) {
        onceFilled([=, this] { takePicture({{}, png}); });
    });
}

/// Kept first: until it is in the record a program that ends owes it.
void LinesDesk::takePicture(const KeptPictures::Picture &picture)
{
    Command command{Verb::Attach, {}, {}, {}};
    command.at = m_record->incident.now();
    const QString kept = m_pictures->keep(picture, command.at);
    m_parts.shared.hooks.reach(u"pasted");
    const auto done = [this, kept] { m_pictures->attached(kept); };
    if (picture.png.isEmpty())
        m_record->desk.attachPicture(command, tr("pasted image.png"), picture.pixels, done);
    else
        m_record->desk.attach(command, tr("pasted image.png"), picture.png, done);
}

bool LinesDesk::losesEvidence() const
{
    return m_record && m_record->evidence.isBusy();
}

/// Records are opened, everything else is evidence.
void LinesDesk::takeFiles(const QStringList &paths)
{
    QStringList evidence;
    for (const QString &path : paths) {
        if (path.endsWith(u".fireline"_s, Qt::CaseInsensitive))
            emit fileRequested(path);
        else
            evidence.append(path);
    }
    if (m_record && !m_record->desk.readOnlyReason().isEmpty() && !evidence.isEmpty())
        m_record->evidence.attach(evidence); // says why not
    else
        m_parts.entry.pastes().takeFiles(evidence);
}

void LinesDesk::connectEntry(const KeptLook &look)
{
    using views::QuickEntry;
    m_parts.entry.setLastOwn([this] { return lastEntryOf(m_record->incident.state(), m_record->incident.profile()); });
    m_parts.entry.setMeant([this](const QString &line, const EntryContext &context) {
        return m_record ? meantLine(line, context, m_record->incident.state()) : QString();
    });
    connect(&m_parts.entry, &QuickEntry::commandRequested, this, [this](const Command &command) {
        m_entering = m_parts.entry.current();
        const auto before = m_record->incident.state().entries.size();
        const auto done = m_record->desk.submitQuietly(command);
        m_entering = {};
        done ? m_parts.entry.accepted() : m_parts.entry.refused(done.problem());
        const QList<Entry> &entries = m_record->incident.state().entries;
        if (done && entries.size() > before)
            emit entered(entries.at(before).eventId);
    });
    if (look.snippets) {
        m_parts.entry.setSnippets(look.snippets->snippets());
        if (const QString fault = look.snippets->fault(); !fault.isEmpty())
            m_parts.window.messages().show({Message::Kind::Warning, fault});
    }
    connect(&m_record->incident, &IncidentController::applied, &m_parts.entry, &QuickEntry::recordChanged);
    m_record->desk.setDone([this](const Command &command, const QList<Event> &events) { keepSent(command, events); });
    connect(&m_parts.entry, &QuickEntry::draftChanged, this, [this](const QString &line) {
        // A line that became an entry is kept until that entry is on the disk.
        m_draftDone = line.isEmpty() && m_record->incident.saveStatus().saving > 0;
        if (!m_draftDone)
            keepDrafts();
    });
}

bool LinesDesk::holdsLines() const
{
    return !m_kept.isEmpty() || !m_onceFilled.isEmpty() || !m_parts.entry.line().trimmed().isEmpty();
}

void LinesDesk::giveUp(const Problem &problem)
{
    m_parts.entry.setKeeping(false);
    QList<models::EntryLine> left;
    for (const KeptLine &line : std::exchange(m_kept, {}))
        left.append({line.text, line.begun});
    m_parts.entry.putAside(left);
    connect(&m_parts.entry, &views::QuickEntry::commandRequested, this, [this, problem] { m_parts.entry.refused(problem); });
}

void LinesDesk::open(const Record &record, const KeptWords &words)
{
    m_record.emplace(record);
    // The words of a form that was sent are in the record, or are offered as a line.
    QStringList marks;
    for (const SentLine &sent : words.sent)
        marks.append(sent.mark);
    record.panels.forget(marks);
    // Where nothing can be typed, the line belongs to the window that has the file.
    const QString drafts = record.incident.saveStatus().readOnly ? QString() : m_parts.shared.stateDir;
    m_drafts = std::make_unique<DraftKeeper>(m_parts.shared.words, drafts, record.incident.state().id);
    m_sent = std::make_unique<SentLines>(m_parts.shared.words, drafts, record.incident.state().id);
    m_pictures = std::make_unique<KeptPictures>(m_parts.shared.words, drafts, record.incident.state().id);
}

void LinesDesk::giveBack(const KeptWords &words)
{
    m_parts.entry.setKeeping(false);
    // Where nothing can be typed, lines belong to the window that has the file.
    if (!m_record->incident.saveStatus().readOnly)
        restoreDrafts(words);
}

void LinesDesk::recordTyped(const KeptWords &words)
{
    recordKept();
    forgetUnfilled(words);
}

void LinesDesk::goOn()
{
    if (!m_record && m_leftBefore)
        keepUnfilled(false);
}

} // namespace fireline::window
