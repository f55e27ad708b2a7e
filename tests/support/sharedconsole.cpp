// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedconsole.h"

#include "entry/statecontext.h"
#include "processlibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::session::IncidentSession;

namespace fireline::test {

SharedConsole::SharedConsole(const QString &name, int number)
    : m_clock(*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s))
    , m_ids(quint64(number))
    , m_setup{m_clock, m_ids, name, u"01910000-0000-7000-8000-00000000000%1"_s.arg(number)}
{
}

void SharedConsole::declare()
{
    const auto process = process::ProcessLibrary({}).process(u"severity-ladder"_s);
    const Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}, {u"severity"_s, u"2"_s}}};
    const auto make = [this] { return Outcome<std::unique_ptr<EventStore>>(std::make_unique<MemoryStore>(disk)); };
    m_session = IncidentSession::declare(make, m_setup, process.value(), command).value();
    m_session->beginSharing();
    QVERIFY(m_session->share({disk.events, {}, {}}).ok());
}

void SharedConsole::join(const QList<Event> &ordered)
{
    disk.events = ordered;
    m_session = IncidentSession::resume(std::make_unique<MemoryStore>(disk), m_setup).value();
    m_session->beginSharing();
    QVERIFY(m_session->share({ordered, {}, {}}).ok());
}

bool SharedConsole::line(const QString &text)
{
    const ParsedEntry parsed = parseEntry(text, entryContext(state(), process(), now()));
    return parsed.ok() && execute(parsed.command);
}

bool SharedConsole::execute(const Command &command)
{
    const auto executed = m_session->execute(command);
    if (!executed)
        return false;
    written += executed.value().events;
    emit applied(executed.value().events);
    return true;
}

void SharedConsole::take(const QList<ServerEvent> &events)
{
    auto taken = m_session->take(events);
    written += taken.followed;
    const QList<Event> news = taken.added + taken.followed;
    if (!taken.refolded)
        return emit applied(news);
    taken.moves.folded += news;
    emit rowsMoved(taken.moves);
    emit applied({});
}

void SharedConsole::pass(Span by)
{
    m_clock.advance(by);
    emit ticked();
}

SharedIncident::SharedIncident() : m_consoles{SharedConsole(u"ana"_s, 1), SharedConsole(u"ben"_s, 2)}
{
    m_consoles[0].declare();
    m_order = m_consoles[0].disk.events;
    m_consoles[1].join(m_order);
    m_consoles[0].pulled = m_consoles[1].pulled = m_order.size();
}

void SharedIncident::push(SharedConsole &console)
{
    if (console.pushed < console.written.size())
        m_order.append(console.written.at(console.pushed++));
}

void SharedIncident::pull(SharedConsole &console)
{
    QList<ServerEvent> news;
    for (; console.pulled < m_order.size(); ++console.pulled) {
        const Event &event = m_order.at(console.pulled);
        news.append({event, console.pulled + 1, event.recordedAt, event.recordedBy, false, {}, {}});
    }
    if (!news.isEmpty())
        console.take(news);
}

void SharedIncident::pass(Span by)
{
    for (SharedConsole &console : m_consoles)
        console.pass(by);
}

} // namespace fireline::test
