// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryfeed.h"

#include "entry/statecontext.h"
#include "playbookfolder.h"
#include "processlibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::test {

MemoryFeed::MemoryFeed(const QString &processId, const QString &severity, const QString &profile, bool isPrivate, bool isDrill)
    : m_clock(*Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s))
    , m_profile(profile)
{
    const auto process = process::ProcessLibrary({}).process(processId);
    if (!process)
        qFatal("no process: %s", qPrintable(process.problem().text));
    Command command{Verb::Declare, {}, {}, {{u"text"_s, u"Checkout fails"_s}}};
    if (!severity.isEmpty())
        command.args.insert(u"severity"_s, severity);
    if (isPrivate)
        command.args.insert(u"private"_s, true);
    if (isDrill)
        command.args.insert(u"drill"_s, true);
    auto session = session::IncidentSession::declare(
        [this] { return Outcome<std::unique_ptr<EventStore>>(std::make_unique<MemoryStore>(m_disk)); }, setup(), process.value(),
        command);
    if (!session)
        qFatal("not declared: %s", qPrintable(session.problem().text));
    m_session = std::move(session).value();
    refreshClocks();
}

MemoryFeed::~MemoryFeed() = default;

Outcome<session::Executed> MemoryFeed::line(const QString &text, const QString &as)
{
    const ParsedEntry parsed = parseEntry(text, entryContext(state(), process(), now()));
    if (!parsed.ok())
        qFatal("%s: %s", qPrintable(text), qPrintable(parsed.problems.first()));
    Command command = parsed.command;
    if (command.by.isEmpty())
        command.by = as;
    return execute(command);
}

Outcome<session::Executed> MemoryFeed::execute(const Command &command)
{
    auto executed = m_session->execute(command);
    refreshClocks();
    if (executed) {
        if (m_hold) {
            for (const Event &event : executed.value().events)
                m_held.append(event.id);
        }
        emit applied(executed.value().events);
    }
    return executed;
}

session::SessionSetup MemoryFeed::setup()
{
    return {m_clock, m_ids, m_profile, u"01910000-0000-7000-8000-000000000001"_s,
            [this](Process process) { return process::withLists(std::move(process), m_playbooks); }};
}

void MemoryFeed::setPlaybooks(const QList<ListRule> &lists)
{
    m_playbooks = lists;
    if (const auto known = m_session->setPlaybooks(setup().withPlaybooks); !known)
        qFatal("not known: %s", qPrintable(known.problem().text));
    refreshClocks();
    emit applied({});
}

void MemoryFeed::restart()
{
    auto session = session::IncidentSession::resume(std::make_unique<MemoryStore>(m_disk), setup());
    if (!session)
        qFatal("not resumed: %s", qPrintable(session.problem().text));
    m_session = std::move(session).value();
    refreshClocks();
    emit reset();
}

void MemoryFeed::advance(Span by)
{
    m_clock.advance(by);
    refreshClocks();
    emit ticked();
}

void MemoryFeed::setTime(Instant t)
{
    m_clock.set(t);
    refreshClocks();
    emit ticked();
}

void MemoryFeed::release(bool asSaved)
{
    const QStringList released = std::exchange(m_held, {});
    m_hold = false;
    if (!asSaved)
        m_notSaved.unite(QSet<QString>(released.begin(), released.end()));
    emit savedChanged(released);
}

const IncidentState &MemoryFeed::state() const
{
    return m_session->state();
}

const Process &MemoryFeed::process() const
{
    return m_session->process();
}

models::Saved MemoryFeed::saved(const QString &eventId) const
{
    if (m_notSaved.contains(eventId))
        return models::Saved::NotSaved;
    return m_held.contains(eventId) ? models::Saved::Saving : models::Saved::Saved;
}

models::SaveStatus MemoryFeed::saveStatus() const
{
    return {int(m_held.size()), int(m_notSaved.size()), now(), {}, false};
}

void MemoryFeed::refreshClocks()
{
    m_clocks = runningClocks(state(), process(), now());
}

} // namespace fireline::test
