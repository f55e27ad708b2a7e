// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchangedesk.h"

#include "actions/actionregistry.h"
#include "asidedesk.h"
#include "contestdesk.h"
#include "decide/members.h"
#include "decide/restriction.h"
#include "entry/entry.h"
#include "incidentcontroller.h"
#include "incidentsharing.h"
#include "preferencesdesk.h"
#include "refusaltray.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "strip/strip.h"

#include <QAction>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::LinkState;
using views::Message;

namespace {

constexpr auto AnswerTime = std::chrono::seconds(2);
const QString offerId = u"putThere"_s;

} // namespace

ExchangeDesk::ExchangeDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_sharing(parts.incident.sharing())
    , m_tray(*new RefusalTray({parts.incident, parts.window, parts.desk, parts.entry}, this))
    , m_contests(*new ContestDesk({parts.incident, parts.window, parts.desk, parts.times}, this))
    , m_aside(*new AsideDesk(parts.incident, parts.window, this))
{
    connect(&m_sharing, &IncidentSharing::stateChanged, this, &ExchangeDesk::showState);
    connect(&m_sharing, &IncidentSharing::rewritten, this, &ExchangeDesk::askWhichCounts);
    connect(&m_sharing, &IncidentSharing::wentBack, this, &ExchangeDesk::sayWentBack);
    connect(&m_tray, &RefusalTray::entryRequested, this, &ExchangeDesk::entryRequested);
    connect(&m_tray, &RefusalTray::listRequested, &m_aside, &AsideDesk::show);
    connect(&m_aside, &AsideDesk::againRequested, &m_tray, qOverload<const QString &>(&RefusalTray::again));
    connect(&m_sharing, &IncidentSharing::problemOccurred, this, [this](const Problem &problem) {
        m_parts.window.messages().show({Message::Kind::Warning, problem.text, problem.source, {}, u"backend"_s});
    });
    connect(&m_sharing, &IncidentSharing::notConnected, this, &ExchangeDesk::sayNotConnected);
    connect(&m_sharing, &IncidentSharing::connected, this, [this] { m_parts.window.messages().close(u"connection"_s); });
    connect(&m_parts.preferences, &PreferencesDesk::passwordGiven, this, [this] {
        const bool goesThere = m_parts.incident.isOnBackend() || m_sharing.isBegun();
        if (goesThere && m_sharing.state().state != LinkState::State::Shared && whyNot().isEmpty())
            connectTo(false);
    });
    m_pendingLater.setSingleShot(true);
    m_pendingLater.setInterval(AnswerTime);
    connect(&m_pendingLater, &QTimer::timeout, this, &ExchangeDesk::showPending);
    connect(&m_parts.incident, &models::IncidentFeed::applied, this, &ExchangeDesk::watchPending);
    connect(&m_parts.incident, &models::IncidentFeed::applied, this, &ExchangeDesk::offerPrivacy);
}

void ExchangeDesk::addActions()
{
    QAction *sync = m_parts.window.actions().add(
        {u"file.sync"_s,
         tr("Exchange with others now"),
         tr("Sends what is recorded here to a shared server, and takes in what others recorded."),
         u"file"_s,
         u"sync"_s,
         {QKeySequence(u"F5"_s)}},
        [this] { press(); }, [this] { return whyNot(); });
    // A key that is held down agrees to nothing.
    sync->setAutoRepeat(false);
    m_tray.addActions();
    m_contests.addActions();
}

QString ExchangeDesk::whyNot() const
{
    if (m_parts.incident.state().drill)
        return tr("This is a drill. Drills stay on this computer.");
    if (m_parts.incident.saveStatus().readOnly)
        return tr("This incident is open to look only. Nothing is exchanged.");
    return {};
}

void ExchangeDesk::begin()
{
    if (!m_parts.incident.isOnBackend() || !whyNot().isEmpty())
        return;
    if (m_parts.preferences.preferences().backend.isEmpty())
        m_sharing.showOffline(tr("This incident belongs to a shared backend. Its address is not in the settings."));
    else
        connectTo(false);
}

void ExchangeDesk::connectTo(bool adopt)
{
    const auto address = backend::parseAddress(m_parts.preferences.preferences().backend);
    if (address)
        return askPassword(address.value(), adopt);
    m_sharing.showOffline(address.problem().text);
    m_parts.window.messages().show({Message::Kind::Warning,
                                    address.problem().text,
                                    {},
                                    {{tr("Settings…"), [this] { emit settingsRequested(); }}},
                                    u"backend"_s});
}

/// Whoever asks last is answered: an earlier answer would begin with a password that another has taken the place of.
void ExchangeDesk::askPassword(const backend::BackendAddress &address, bool adopt)
{
    m_adopts = m_adopts || adopt;
    m_waits = true;
    const auto begin = [this, asked = ++m_asked, with = address](const QString &password) mutable {
        if (asked != m_asked)
            return;
        m_waits = false;
        with.password = password;
        const bool adopts = std::exchange(m_adopts, false);
        m_sharing.isBegun() ? m_sharing.beginAgain(with) : m_sharing.begin(with, adopts);
    };
    m_parts.preferences.passwords().read(m_parts.preferences.preferences().backend, this, begin);
    if (m_waits && !m_sharing.isBegun())
        m_sharing.showOffline(tr("The password store is asked."));
}

// True until there is a connection, and then gone: beside "Shared" it would contradict what the strip says.
void ExchangeDesk::sayNotConnected(const Problem &problem)
{
    QList<views::MessageButton> ways;
    if (problem.code == "login"_L1)
        ways.append({tr("Settings…"), [this] { emit settingsRequested(); }});
    m_parts.window.messages().show({Message::Kind::Warning, problem.text, problem.source, ways, u"connection"_s});
}

void ExchangeDesk::press()
{
    if (m_parts.preferences.preferences().backend.isEmpty()) {
        m_parts.window.messages().show(
            {Message::Kind::Info,
             tr("There is no shared server in the settings. Its address belongs there, under General."),
             {},
             {{tr("Settings…"), [this] { emit settingsRequested(); }}},
             u"backend"_s});
        return;
    }
    if (m_sharing.isRewritten())
        return askWhichCounts(m_sharing.rewrittenProblem());
    if (m_sharing.isBegun()) {
        m_sharing.retryNow();
        const LinkState &state = m_sharing.state();
        const bool isShared = state.state == LinkState::State::Shared;
        const QString text = !isShared          ? tr("The backend is asked again. %1").arg(state.reason)
                             : state.unsent > 0 ? tr("%n entries are on their way to the backend.", nullptr, state.unsent)
                             : state.attachments > 0
                                 ? tr("%n attachments are on their way to the backend.", nullptr, state.attachments)
                                 : tr("Everything that is recorded here is on the shared backend.");
        const QString here = state.here.isEmpty() ? QString()
                                                  : tr("Here now: %1.").arg(QLocale().createSeparatedList(state.here));
        m_parts.window.messages().show({Message::Kind::Info, (text + u' ' + here).trimmed(), {}, {}, u"backend"_s});
        return;
    }
    const auto messages = m_parts.window.messages().messages();
    const bool offered = std::any_of(messages.begin(), messages.end(), [](const Message &each) { return each.id == offerId; });
    if (!offered && !m_parts.incident.isOnBackend())
        return offer();
    m_parts.window.messages().close(offerId);
    connectTo(offered && !m_parts.incident.isOnBackend());
}

// Who may read it there is told first; the same key, pressed once more while that is in sight, is a yes.
void ExchangeDesk::offer()
{
    const auto address = backend::parseAddress(m_parts.preferences.preferences().backend);
    if (!address)
        return connectTo(false); // says what is wrong with it
    const QString who = m_parts.incident.state().isPrivate
                            ? tr("The incident is private: who may see it there is decided by its members.")
                            : tr("Everybody who may log in there can read it.");
    const QString key = m_parts.window.actions().action(u"file.sync"_s)->shortcut().toString(QKeySequence::NativeText);
    const QString put = tr("Put it on the backend");
    m_parts.window.messages().show(
        {Message::Kind::Info,
         tr("This incident is in the file here alone. It can be put on %1, with everything recorded so far. %2")
             .arg(address.value().shown, who),
         {},
         {{key.isEmpty() ? put : tr("%1 (%2)", "button, its key").arg(put, key), [this] { connectTo(true); }}},
         offerId});
}

void ExchangeDesk::showState()
{
    m_parts.strip.setLink(m_sharing.state());
    showSkew(m_sharing.state().skew);
    watchPending();
    offerPrivacy();
    sayLooksOnly();
}

// What was entered before the backend said so, or in a file that it does not have: that nobody else reads it has to be known.
void ExchangeDesk::sayLooksOnly()
{
    const LinkState &state = m_sharing.state();
    const bool staysHere = state.looksOnly && state.unsent > 0;
    if (std::exchange(m_looksOnly, staysHere) == staysHere)
        return;
    if (!staysHere)
        return m_parts.window.messages().close(u"looksOnly"_s);
    m_parts.window.messages().show(
        {Message::Kind::Warning,
         state.takesNothing ? tr(
             "Nobody else sees what you entered here: your login on the server may look only. Ask whoever runs it to let you "
             "respond; it is sent then.")
                            : tr("Nobody else sees what you enter: your login on the server may look only. Ask whoever runs it "
                                 "to let you respond."),
         {},
         {},
         u"looksOnly"_s});
}

// What was written here goes there again by itself.
void ExchangeDesk::sayWentBack(int onlyHere)
{
    if (onlyHere == 0)
        return m_parts.window.messages().close(u"wentBack"_s);
    m_parts.window.messages().show({Message::Kind::Fault,
                                    tr("The shared server went back in time. %n entries of others are missing there. This file "
                                       "has set them aside; their own "
                                       "consoles send them again.",
                                       nullptr, onlyHere),
                                    {},
                                    {{tr("List them"), [this] { m_aside.show(); }}},
                                    u"wentBack"_s});
}

// The process leaves it to a few (SRE-23, SRE-41), and on the backend everybody sees it still. Who decides is asked, once.
void ExchangeDesk::offerPrivacy()
{
    const IncidentController &incident = m_parts.incident;
    const RuleContext context{incident.state(), incident.process(), incident.now(), {}};
    const bool asked = m_sharing.isBegun() && decidesMembers(incident.profile(), context);
    const QStringList people = asked ? needToKnow(incident.profile(), context) : QStringList();
    if (people.isEmpty()) {
        if (std::exchange(m_privacyOffered, false))
            m_parts.window.messages().close(u"needToKnow"_s);
        return;
    }
    if (std::exchange(m_privacyOffered, true))
        return;
    const QString line = formatEntry({Verb::Restrict, {}, {}, {{u"who"_s, QJsonArray::fromStringList(people)}}}) + u' ';
    m_parts.window.messages().show(
        {Message::Kind::Warning,
         tr("This is for those who need to know. On the shared backend everybody sees it. Make it private."),
         restrictionInForce(context)->rule.cite(),
         {{tr("Make it private…"), [this, line] { emit entryRequested(line); }}},
         u"needToKnow"_s});
}

/// Which of the two clocks is wrong nobody here knows; the server's is the one that all others see.
void ExchangeDesk::showSkew(Span skew)
{
    if (std::exchange(m_skew, skew) == skew)
        return;
    if (skew == Span{}) {
        m_parts.window.messages().close(u"skew"_s);
        return;
    }
    const QString length = toShortText(skew.us < 0 ? -skew : skew);
    const QString how = skew.us > 0 ? tr("This computer's clock is %1 behind the shared server's.").arg(length)
                                    : tr("This computer's clock is %1 ahead of the shared server's.").arg(length);
    m_parts.window.messages().show(
        {Message::Kind::Warning,
         tr("%1 Times recorded here are off by as much for the others. Let this computer set its clock by the network.").arg(how),
         {},
         {},
         u"skew"_s});
}

// An act of authority is not done before the one judge has said so, and a severity or phase is not confirmed (decisions 5).
void ExchangeDesk::watchPending()
{
    const auto &session = m_parts.incident.session();
    const auto unconfirmed = session.unconfirmed();
    const bool any = std::any_of(unconfirmed.begin(), unconfirmed.end(), [&](const Event &event) {
        return IncidentSharing::isProvisional(event.type) || session.isPending(event);
    });
    if (!any) {
        m_pendingLater.stop();
        m_told.clear();
        m_parts.window.messages().close(u"pending"_s);
        m_sharing.markUnconfirmed();
    } else if (!m_pendingLater.isActive()) {
        m_pendingLater.start();
    }
}

void ExchangeDesk::showPending()
{
    m_sharing.markUnconfirmed();
    const auto &session = m_parts.incident.session();
    QStringList texts;
    for (const Event &event : session.unconfirmed()) {
        const Entry *entry = session.isPending(event) ? session.state().entry(event.id) : nullptr;
        if (entry)
            texts.append(u'“' + entry->text.simplified() + u'”');
    }
    if (texts.isEmpty())
        m_parts.window.messages().close(u"pending"_s);
    if (texts.isEmpty() || texts == m_told)
        return;
    m_told = texts;
    m_parts.window.messages().show(
        {Message::Kind::Warning,
         tr("Not done yet: %1. The shared backend has to confirm it; until then nothing has changed.").arg(texts.join(u", "_s)),
         {},
         {},
         u"pending"_s});
}

// Two records that contradict each other: a person says which one counts, after asking whoever runs the server.
void ExchangeDesk::askWhichCounts(const Problem &problem)
{
    m_parts.window.messages().show(
        {Message::Kind::Fault,
         tr("%1 Ask whoever runs the server first. If theirs counts, yours is set aside, never deleted. What was written here is "
            "sent again.")
             .arg(problem.text),
         problem.source,
         {{tr("The server's record counts"), [this] { m_sharing.acceptServer(); }}, {tr("Stay apart"), [] {}}},
         u"rewritten"_s});
}

} // namespace fireline::window
