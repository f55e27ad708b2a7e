// SPDX-License-Identifier: GPL-3.0-or-later
#include "simworld.h"

#include "simconsole.h"

using namespace fireline::domain;
using namespace fireline::sync;
using namespace Qt::StringLiterals;

namespace {

constexpr int Consoles = 5;
constexpr Span Rough = Span::seconds(90);
constexpr int MostAtOneMoment = 20000;

} // namespace

SimWorld::SimWorld(quint64 seed, const Mutants &mutants, SimBackend *backend)
    : m_random(seed)
    , m_mutants(mutants)
    , m_owned(backend ? nullptr : std::make_unique<SimServer>())
    , m_server(backend ? *backend : *m_owned)
    , m_now{1700000000000000}
{
    m_server.ring = [this](const QString &payload) { ring(payload); };
    if (auto *inMemory = dynamic_cast<SimServer *>(m_owned.get())) {
        inMemory->keepsNoIds = mutants.noDedupe;
        inMemory->judgesNothing = mutants.noArbiter;
        inMemory->leavesGap = mutants.leaveGap;
        inMemory->tellsAnybody = mutants.tellAnybody;
        inMemory->namesInBell = mutants.nameInBell;
        if (mutants.naiveSeq)
            inMemory->leavesOut = [this] { return m_isRough && chance(10); };
    }
    for (int i = 0; i < Consoles; ++i)
        m_consoles.push_back(std::make_unique<SimConsole>(*this, i));
}

SimWorld::~SimWorld() = default;

QStringList SimWorld::people() const
{
    return {u"ana"_s, u"ben"_s, u"cy"_s, u"dee"_s, u"eli"_s};
}

void SimWorld::after(Span span, std::function<void()> act)
{
    m_due.push({(m_now + span).us, m_order++, std::move(act)});
}

void SimWorld::note(const QString &what)
{
    m_trace.addData(QByteArray::number(m_now.us) + ' ' + what.toUtf8() + '\n');
}

void SimWorld::violation(const QString &what)
{
    m_result.violations.append(what);
}

Span SimWorld::delay()
{
    return m_isRough && chance(8) ? Span::millis(100 + below(5000)) : Span::millis(1 + below(40));
}

void SimWorld::carry(SimConsole &from, quint64 ticket, const Request &request)
{
    ++m_result.requests;
    note(from.name() + u" asks "_s + QString::number(request.index()));
    const int copies = m_isRough && chance(4) ? 0 : m_isRough && chance(10) ? 2 : 1;
    for (int i = 0; i < copies; ++i)
        after(delay(), [this, sender = Sender{from, from.life(), from.connection(), m_server.generation()}, ticket, request] {
            arrive(sender, ticket, request);
        });
}

void SimWorld::arrive(const Sender &from, quint64 ticket, const Request &request)
{
    SimConsole &console = from.console;
    if (console.isCutOff || m_serverIsAway)
        return;
    // What is still on its way when a connection is cut may be done all the same, and nobody hears of it.
    const bool isOver = from.connection != console.connection() || from.generation != m_server.generation();
    if (std::holds_alternative<ask::Connect>(request) && !isOver)
        console.generation = from.generation;
    if (from.generation != m_server.generation() || console.generation != from.generation) // no connection outlives its server
        return send(from, ticket, Failure{Failure::Kind::Lost, {}});
    if (isOver && chance(50))
        return;
    m_server.now = m_now;
    if (std::holds_alternative<ask::Listen>(request) && !isOver)
        console.listens = true;
    const Answer answer = m_server.answer(console.name(), request);
    checkTold(console, answer);
    send(from, ticket, answer);
}

// A console that was started anew hears nothing of what was said to it in the life before; of a connection before it may.
void SimWorld::send(const Sender &to, quint64 ticket, const Answer &answer)
{
    const int copies = m_isRough && chance(4) ? 0 : m_isRough && chance(10) ? 2 : 1;
    for (int i = 0; i < copies; ++i)
        after(delay(), [this, to, ticket, answer] {
            if (to.console.isCutOff || m_serverIsAway || to.life != to.console.life())
                return;
            note(to.console.name() + u" hears "_s + QString::number(answer.index()));
            to.console.receive(ticket, answer);
        });
}

void SimWorld::ring(const QString &payload)
{
    checkRung(payload);
    for (const auto &console : m_consoles) {
        if (!console->listens || (m_isRough && chance(20)))
            continue;
        after(delay(), [this, to = console.get(), payload] {
            if (to->listens && !to->isCutOff)
                to->hear(payload);
        });
    }
}

void SimWorld::typing()
{
    SimConsole &console = *m_consoles.at(below(Consoles));
    if (console.isRunning() && !console.journals().empty()) {
        auto file = console.journals().begin();
        std::advance(file, below(quint32(console.journals().size())));
        console.type(file->first);
    }
    if (m_isRough)
        after(Span::millis(200 + below(2000)), [this] { typing(); });
}

void SimWorld::mishap()
{
    if (!m_isRough)
        return;
    SimConsole &console = *m_consoles.at(below(Consoles));
    const quint32 what = below(100);
    if (what < 30) {
        console.isCutOff = !console.isCutOff;
    } else if (what < 55 && console.isRunning()) {
        console.crash();
        if (chance(30))
            console.putBack();
        after(Span::millis(below(8000)), [&console] { console.start(); });
    } else if (what < 65) {
        m_serverIsAway = true;
        after(Span::millis(500 + below(8000)), [this] { m_serverIsAway = false; });
    } else if (what < 75 && m_mayGoBack) {
        note(u"the server goes back"_s);
        m_server.goBack(1 + int(below(4)));
        ++m_result.rewinds;
        for (const auto &each : m_consoles)
            each->listens = false;
    } else if (console.isRunning()) {
        console.checkFolds();
        console.backUp();
    }
    after(Span::millis(500 + below(4000)), [this] { mishap(); });
}

void SimWorld::goUntil(Instant end)
{
    int atThisMoment = 0;
    while (!m_due.empty() && m_due.top().at <= end.us) {
        const Due due = m_due.top();
        m_due.pop();
        atThisMoment = due.at == m_now.us ? atThisMoment + 1 : 0;
        if (atThisMoment > MostAtOneMoment)
            return violation(u"I11 a console asks without end"_s);
        m_now = {std::max(due.at, m_now.us)};
        due.act();
    }
    m_now = end;
}

void SimWorld::heal()
{
    m_isRough = false;
    m_serverIsAway = false;
    for (const auto &console : m_consoles) {
        console->isCutOff = false;
        console->start();
    }
}

SimulationResult SimWorld::run()
{
    for (const auto &console : m_consoles)
        after(Span::millis(below(3000)), [&] { console->start(); });
    goUntil(m_now + Span::seconds(3));
    m_mayGoBack = chance(60);
    m_consoles.at(0)->declare(false, chance(25) ? 3 + int(below(9)) : 0);
    if (chance(30))
        m_consoles.at(1)->declare(true, 0);
    after({}, [this] { typing(); });
    after({}, [this] { mishap(); });
    goUntil(m_now + Rough);
    heal();
    const Instant end = m_now + Patience;
    while (m_now < end && m_result.violations.isEmpty() && !isSettled())
        goUntil(m_now + Span::seconds(1));
    checkLogs();
    checkConsoles();
    checkAuthority();
    m_result.trace = m_trace.result();
    return m_result;
}

SimulationResult simulate(quint64 seed, const Mutants &mutants, SimBackend *backend)
{
    return SimWorld(seed, mutants, backend).run();
}
