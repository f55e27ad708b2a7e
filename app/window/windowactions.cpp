// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/quickentry.h"
#include "incidentsharing.h"
#include "incidentwindow.h"
#include "linesdesk.h"
#include "recordguard.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "timeline/timelinepanel.h"
#include "warroom.h"

#include <QLocale>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

// What the window does with its file, and whether it may close.
namespace fireline::window {

using views::Message;

namespace {

/// People press Ctrl+S; they get an answer.
void answerSave(IncidentController &incident, views::MessageBar &messages, const views::TimeDisplay &times)
{
    const auto status = incident.saveStatus();
    if (status.notSaved > 0)
        return incident.retrySaving();
    const QString number = QLocale().toString(incident.state().entries.size());
    const QString text =
        status.saving > 0
            ? IncidentWindow::tr("%n entries are on their way to the disk.", nullptr, status.saving)
            : IncidentWindow::tr("Everything is already saved (entry %1, %2).").arg(number, times.time(status.lastSaved));
    messages.show({Message::Kind::Info, text, {}, {}, u"saved"_s});
}

/// What keeps the window from being closed, and the ways out of it. False, for whoever wants to close it.
bool sayWhyOpen(views::MessageBar &messages, const QString &text, const QList<views::MessageButton> &ways)
{
    messages.show({Message::Kind::Refusal, text, {}, ways, u"close"_s});
    return false;
}

/// Something that was entered here is not with the others, and is meant for them.
bool isUnshared(const models::LinkState &link)
{
    return link.state != models::LinkState::State::None && !link.looksOnly && link.unsent + link.attachments > 0;
}

/// Nothing of it is lost: it is in the file, which sends it the next time that it is open. The others may wait for it now.
QString unsharedText(const models::LinkState &link)
{
    const QString what = link.unsent == 0
                             ? IncidentWindow::tr("%n attachments are not with the others yet.", nullptr, link.attachments)
                             : IncidentWindow::tr("%n entries are not with the others yet.", nullptr, link.unsent);
    return what + u' '
           + (link.state == models::LinkState::State::Shared
                  ? IncidentWindow::tr("The window closes by itself once that is done.")
                  : IncidentWindow::tr("All of it stays in this file. It is sent when that is open again."));
}

} // namespace

void IncidentWindow::addActions()
{
    // Whoever put the message away meanwhile goes on working.
    connect(&m_incident->sharing(), &IncidentSharing::stateChanged, this, [this] {
        const QList<Message> messages = m_window->messages().messages();
        const bool asks = std::any_of(messages.begin(), messages.end(),
                                      [](const Message &each) { return each.id == "close"_L1; });
        if (m_closesLater && !m_desk->isBusy() && !isUnshared(m_incident->sharing().state()))
            settled(asks);
    });
    m_room->timeline().addActions(m_window->actions());
    m_entry->addActions(m_window->actions());
    addFileActions();
    m_room->addActions();
    m_window->actions().add(
        {u"entry.recordOffered"_s,
         tr("Record what had not reached the disk"),
         tr("Records the lines that were entered when Fireline ended by force, in their order and at their times."),
         {},
         u"save"_s},
        [this] { m_lines->recordOffered(); },
        [this] { return m_lines->hasOffered() ? QString() : tr("Every line that was entered is in the record."); });
}

void IncidentWindow::addFileActions()
{
    struct Row
    {
        const char *id;
        QString text;
        QString help;
        QString icon;
        const char *key; ///< null: none
        std::function<void()> handler;
    };
    const QList<Row> rows{
        {"file.new", tr("New incident"), tr("Declares an incident in a window of its own."), u"new"_s, "Ctrl+N",
         [this] { emit newRequested(); }},
        {"file.open", tr("Open an incident"), tr("Shows the incidents that this console knows."), u"open"_s, "Ctrl+O",
         [this] { emit openRequested(); }},
        {"file.saved", tr("Is everything saved?"), tr("Says when the last entry reached the disk."), u"save"_s, "Ctrl+S",
         [this] {
             if (isFilled())
                 answerSave(*m_incident, m_window->messages(), m_times);
         }},
        {"file.settings", tr("Settings"), tr("Your name, the theme, sounds and keys."), u"settings"_s, "Ctrl+,",
         [this] { emit settingsRequested(); }},
        {"file.look", tr("Colours and text size…"), tr("Light, dark or high contrast, and how large the text is."), u"settings"_s,
         nullptr, [this] { emit lookRequested(); }},
        {"file.close", tr("Close the window"), tr("The incident goes on; open it again at any time."), u"close"_s, "Ctrl+W",
         [this] { m_window->close(); }},
        {"file.quit", tr("Quit"), tr("Closes every window."), u"quit"_s, "Ctrl+Q", [this] { emit quitRequested(); }},
    };
    for (const Row &row : rows) {
        QList<QKeySequence> keys;
        if (row.key)
            keys.append(QKeySequence(QString::fromLatin1(row.key)));
        m_window->actions().add({QString::fromLatin1(row.id), row.text, row.help, u"file"_s, row.icon, keys}, row.handler);
    }
}

/// What is being read or painted for the record is finished first.
void IncidentWindow::settled(bool kept)
{
    m_lines->forgetSent();
    if (!std::exchange(m_closesLater, false))
        return;
    m_window->messages().close(u"close"_s);
    if (kept) // else a message says what is not
        m_window->close();
}

/// What is on its way is waited for when the window closes; what the disk refused would be missing in the record, and what was
/// typed into a window whose record is not open yet is not in it.
bool IncidentWindow::mayClose()
{
    if (m_closeAnyway || m_sessionEnds)
        return true;
    const auto closeAnyway = [this] {
        m_closeAnyway = true;
        m_window->close();
    };
    if (!isFilled())
        return !m_lines->holdsLines()
               || sayWhyOpen(m_window->messages(), tr("What you typed is not recorded yet: the record is not open."),
                             {{tr("Close, and be offered it next time"), [this, closeAnyway] {
                                   m_lines->keepTyped();
                                   closeAnyway();
                               }}});
    if (m_desk->isBusy()) {
        m_closesLater = true;
        return sayWhyOpen(
            m_window->messages(),
            tr("Something is still being kept as evidence. The window closes by itself once it is in the record."),
            {{m_lines->losesEvidence() ? tr("Close and lose it") : tr("Close, and be offered it next time"), closeAnyway}});
    }
    const int notSaved = m_incident->saveStatus().notSaved;
    const models::LinkState &link = m_incident->sharing().state();
    if (notSaved == 0 || m_guard->isInCopy()) {
        m_closesLater = isUnshared(link) && link.state == models::LinkState::State::Shared;
        return !isUnshared(link)
               || sayWhyOpen(m_window->messages(), unsharedText(link),
                             {{tr("Keep working"), [this] { m_closesLater = false; }}, {tr("Close now"), closeAnyway}});
    }
    return sayWhyOpen(
        m_window->messages(),
        tr("%n entries are not saved and are missing in the record. Make room on the disk, then try again.", nullptr, notSaved),
        {{tr("Try again"), [this] { m_incident->retrySaving(); }},
         {tr("Save a copy…"), [this] { m_guard->saveCopy(); }},
         {tr("Close, and be offered them next time"), closeAnyway}});
}

} // namespace fireline::window
