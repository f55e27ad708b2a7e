// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeincident.h"

#include "entry/statecontext.h"
#include "processlibrary.h"
#include "sqlite/sqlitejournal.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::test {

MadeIncident::MadeIncident(const Declaration &declaration) : m_clock(declaration.start)
{
    const auto process = process::ProcessLibrary(declaration.configDir).process(declaration.processId);
    if (!process)
        qFatal("no process: %s", qPrintable(process.problem().text));
    Command command{Verb::Declare, {}, {}, {{u"text"_s, declaration.title}}};
    if (!declaration.severity.isEmpty())
        command.args.insert(u"severity"_s, declaration.severity);
    if (declaration.isPrivate)
        command.args.insert(u"private"_s, true);
    const session::SessionSetup setup{m_clock, m_ids, declaration.profile, u"01910000-0000-7000-8000-000000000001"_s};
    auto session = session::IncidentSession::declare(
        [&]() -> Outcome<std::unique_ptr<EventStore>> {
            auto journal = store::SqliteJournal::create(declaration.path);
            if (!journal)
                return journal.problem();
            return std::unique_ptr<EventStore>(std::move(journal).value());
        },
        setup, process.value(), command);
    if (!session)
        qFatal("not declared: %s", qPrintable(session.problem().text));
    m_session = std::move(session).value();
}

MadeIncident::~MadeIncident() = default;

bool MadeIncident::line(const QString &text, const QString &as)
{
    const ParsedEntry parsed = parseEntry(text, entryContext(m_session->state(), m_session->process(), m_session->now()));
    if (!parsed.ok()) {
        qCritical("%s: %s", qPrintable(text), qPrintable(parsed.problems.first()));
        return false;
    }
    Command command = parsed.command;
    if (command.by.isEmpty())
        command.by = as;
    const auto executed = m_session->execute(command);
    if (!executed)
        qCritical("%s: %s", qPrintable(text), qPrintable(executed.problem().text));
    return executed.ok();
}

void MadeIncident::notes(int count)
{
    const QStringList people{u"ana"_s, u"Bo Lindqvist"_s, u"Chidi Okafor"_s, u"Dana Weiß"_s};
    const QStringList texts{
        u"customers report 502 since the deploy"_s,           u"replica lag is falling, now at %1 s"_s,
        u"restarted pod %1 of the checkout service"_s,        u"error rate %1 in ten thousand #db"_s,
        u"nothing in the log of the load balancer so far"_s,  u"the queue holds %1 messages and is not growing"_s,
        u"support has %1 tickets, most of them from Europe"_s};
    constexpr int batch = 2000;
    for (int made = 0; made < count;) {
        QList<EventDraft> drafts;
        for (const int end = std::min(count, made + batch); made < end; ++made) {
            m_clock.advance(Span::seconds(3));
            const QString text = texts.at(made % texts.size());
            drafts.append({u"entry.posted"_s,
                           {{u"kind"_s, made % 5 == 4 ? u"finding"_s : u"note"_s},
                            {u"text"_s, text.contains("%1"_L1) ? text.arg(made) : text},
                            {u"by"_s, people.at(made % people.size())}},
                           m_clock.now()});
        }
        if (const auto written = m_session->record(drafts); !written)
            qFatal("not written: %s", qPrintable(written.problem().text));
    }
}

} // namespace fireline::test
