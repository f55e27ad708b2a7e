// SPDX-License-Identifier: GPL-3.0-or-later
#include "refusaltray.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/entry.h"
#include "entry/quickentry.h"
#include "incidentcontroller.h"
#include "incidentsharing.h"
#include "refusedline.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

const QString trayId = u"refused"_s;

} // namespace

RefusalTray::RefusalTray(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_incident(parts.incident)
    , m_sharing(parts.incident.sharing())
    , m_window(parts.window)
    , m_desk(parts.desk)
    , m_entry(parts.entry)
{
    connect(&m_sharing, &IncidentSharing::refusalsChanged, this, &RefusalTray::follow);
    connect(&m_entry, &views::QuickEntry::lineRecorded, this, [this](Instant begun) {
        if (const QString refused = m_again.take(begun.us); !refused.isEmpty())
            m_sharing.settleRefusal(refused);
    });
}

void RefusalTray::addActions()
{
    m_window.actions().add(
        {u"file.refused"_s,
         tr("What the backend did not take"),
         tr("Shows the entries that the shared backend refused: enter them again, keep them as notes, or withdraw them."),
         u"file"_s,
         u"conflict"_s,
         {}},
        [this] {
            show();
            m_window.messages().focusNewest();
        },
        [this] { return m_sharing.refusals().isEmpty() ? tr("The backend refused nothing.") : QString(); });
}

void RefusalTray::follow()
{
    const QList<RefusedEvent> &open = m_sharing.refusals();
    const QString first = open.isEmpty() ? QString() : open.first().event.id;
    const bool same = m_count == open.size() && m_first == first;
    m_count = open.size();
    m_first = first;
    m_window.actions().refreshLater();
    if (open.isEmpty())
        m_window.messages().close(trayId);
    else if (!same)
        show();
}

void RefusalTray::show()
{
    if (m_sharing.refusals().isEmpty())
        return;
    const RefusedEvent refused = m_sharing.refusals().first();
    const QString words = refusedWords(refused.event, m_incident.state(), m_incident.process());
    const QString why = refusalText(refused.reason, refused.rule);
    const QString text =
        m_count == 1 ? tr("The backend did not take “%1”. %2").arg(words, why)
                     : tr("The backend did not take %1 entries. The first: “%2”. %3").arg(QString::number(m_count), words, why);
    m_window.messages().show({Message::Kind::Refusal,
                              text,
                              {},
                              {{tr("Enter it again…"), [this, id = refused.event.id] { again(id); }},
                               {tr("Keep it as a note"), [this, refused] { keepAsNote(refused); }},
                               {tr("Withdraw it"), [this, id = refused.event.id] { m_sharing.settleRefusal(id); }},
                               {tr("List all"), [this] { emit listRequested(); }}},
                              trayId});
}

void RefusalTray::again(const QString &eventId)
{
    const QList<SetAside> &aside = m_sharing.setAside();
    const auto found = std::find_if(aside.begin(), aside.end(), [&](const SetAside &each) { return each.event.id == eventId; });
    if (found == aside.end())
        return;
    // What the server lost was somebody else's most often: their words, at their time.
    const IncidentState &state = m_incident.state();
    const QString words = refusedWords(found->event, state, m_incident.process());
    const Command note{Verb::Note, found->event.occurredAt, {}, {{u"text"_s, tr("%1: %2").arg(found->event.recordedBy, words)}}};
    again(found->event, found->isRefused() ? refusedLine(found->event, state, m_incident.process()) : formatEntry(note));
}

void RefusalTray::again(const Event &event, const QString &line)
{
    emit entryRequested(line);
    const models::EntryLine there = m_entry.current();
    if (there.text == line) // nothing comes into the field where nothing can be written
        m_again.insert(there.begun.us, event.id);
}

// At the time it happened; who reads it sees that it was no more than words.
void RefusalTray::keepAsNote(const RefusedEvent &refused)
{
    const QString words = refusedWords(refused.event, m_incident.state(), m_incident.process());
    const auto done = m_desk.submitQuietly(
        {Verb::Note, refused.event.occurredAt, {}, {{u"text"_s, tr("Not taken by the backend: %1").arg(words)}}});
    if (!done)
        return m_desk.tell(done.problem()); // it stays in the tray
    m_sharing.settleRefusal(refused.event.id);
}

} // namespace fireline::window
