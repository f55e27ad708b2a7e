// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillplayer.h"

#include "entry/statecontext.h"
#include "injects.h"
#include "rules/facts.h"
#include "rules/guidestatus.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::drill {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DrillPlayer)
};

bool isAnswer(const Problem &problem)
{
    return problem.kind == Problem::Kind::Refused || problem.kind == Problem::Kind::Usage
           || problem.kind == Problem::Kind::NotFound;
}

QString cite(const QString &code, const QString &rule)
{
    return rule.isEmpty() ? code : code + u' ' + rule;
}

bool isAsExpected(const Expectation &expect, const Outcome<QList<Notice>> &outcome)
{
    switch (expect.kind) {
    case Expectation::Kind::Ok: return outcome.ok();
    case Expectation::Kind::Refused:
        return !outcome.ok() && isAnswer(outcome.problem()) && (expect.code.isEmpty() || outcome.problem().code == expect.code)
               && (expect.rule.isEmpty() || outcome.problem().rule == expect.rule);
    case Expectation::Kind::Warned:
        return outcome.ok() && std::any_of(outcome.value().begin(), outcome.value().end(), [&](const Notice &notice) {
                   return notice.effect == RuleEffect::Warn && (expect.rule.isEmpty() || notice.rule == expect.rule);
               });
    }
    return false;
}

QString whatHappened(const Outcome<QList<Notice>> &outcome)
{
    if (!outcome.ok())
        return Text::tr("refused (%1): %2").arg(cite(outcome.problem().code, outcome.problem().rule), outcome.problem().text);
    return outcome.value().isEmpty() ? Text::tr("it was taken")
                                     : Text::tr("it was taken, with: %1").arg(outcome.value().first().text);
}

} // namespace

DrillPlayer::DrillPlayer(const Scenario &scenario, DrillSession &session, PlayOptions options)
    : m_scenario(scenario)
    , m_session(session)
    , m_options(std::move(options))
{
}

DrillResult DrillPlayer::play()
{
    begin();
    constexpr Instant never{std::numeric_limits<qint64>::max()};
    while (playUntil(never)) { }
    return finish();
}

void DrillPlayer::begin()
{
    m_result = {};
    m_result.scenario = m_scenario.id;
    m_result.title = m_scenario.title;
    m_result.process = m_scenario.process;
    m_result.seed = m_options.seed;
    m_result.started = m_session.now();
    m_result.lateAllowed = m_scenario.lateAllowed;
    m_result.overridesAllowed = m_scenario.overridesAllowed;
    observe();
}

bool DrillPlayer::playUntil(Instant t)
{
    if (m_options.patient && m_waiting.isEmpty() && isRestLeft())
        return false;
    while (!m_result.problem && m_nextStep < m_scenario.steps.size()) {
        const Instant due = m_scenario.start + m_scenario.steps.at(m_nextStep).at;
        if (due > t)
            return advanceTo(t);
        if (!advanceTo(due) || !playNext())
            return false;
    }
    if (m_options.patient && !m_result.problem && !m_waiting.isEmpty())
        return advanceTo(t);
    Instant last;
    for (const Waiting &waiting : m_waiting)
        last = std::max(last, waiting.until);
    return !m_result.problem && last > m_session.now() && advanceTo(std::min(last, t));
}

bool DrillPlayer::playNext()
{
    const Step &step = m_scenario.steps.at(m_nextStep++);
    if (step.when || step.once)
        m_waiting.append({&step, step.until ? m_session.now() + *step.until : Instant(), {}});
    else if (!playStep(step))
        return false;
    return playWaiting();
}

DrillResult DrillPlayer::finish()
{
    for (const Waiting &waiting : m_waiting)
        unexpected(*waiting.step, waiting.step->as, Text::tr("what it waits for never came"));
    return closed();
}

DrillResult DrillPlayer::stop()
{
    m_waiting.clear();
    m_nextStep = m_scenario.steps.size();
    m_result.problem = Problem{Problem::Kind::Refused, u"stopped"_s, Text::tr("The drill was stopped."), {}, {}, {}};
    return closed();
}

DrillResult DrillPlayer::closed()
{
    m_result.ended = m_session.now();
    for (auto it = m_session.state().overridden.begin(); it != m_session.state().overridden.end(); ++it)
        m_result.overridden.insert(it.key(), it.value());
    m_result.clocksSeen = QStringList(m_watch.seen().begin(), m_watch.seen().end());
    m_result.clocksSeen.sort();
    return m_result;
}

DrillScore DrillPlayer::score() const
{
    const auto &overridden = m_session.state().overridden;
    return {int(m_result.late.size()), m_scenario.lateAllowed, std::accumulate(overridden.begin(), overridden.end(), 0),
            m_scenario.overridesAllowed, int(m_result.unexpected.size())};
}

QList<ComingInject> DrillPlayer::coming() const
{
    QList<ComingInject> coming;
    for (qsizetype i = m_nextStep; i < m_scenario.steps.size(); ++i) {
        const Step &step = m_scenario.steps.at(i);
        if (step.inject)
            coming.append({m_scenario.start + step.at, describe(*step.inject)});
    }
    for (const Waiting &waiting : m_waiting) {
        if (waiting.step->inject)
            coming.append({waiting.due.isSet() ? waiting.due : waiting.until, describe(*waiting.step->inject)});
    }
    for (const auto &held : m_heldBack)
        coming.append({{}, describe(held.first)});
    std::stable_sort(coming.begin(), coming.end(),
                     [](const ComingInject &a, const ComingInject &b) { return a.at.isSet() && (!b.at.isSet() || a.at < b.at); });
    return coming;
}

bool DrillPlayer::advanceTo(Instant target)
{
    while (m_session.now() < target) {
        if (!advanceOnce(target))
            return false;
    }
    return true;
}

// From change to change: a clock that is late for a minute between two steps is late all the same.
bool DrillPlayer::advanceOnce(Instant target)
{
    const Instant now = m_session.now();
    Instant next = target;
    const Instant change = nextChange(clocksApart(m_session.state(), m_session.process(), now), now);
    if (change.isSet() && change > now)
        next = std::min(next, change);
    for (const Waiting &waiting : m_waiting) {
        for (const Instant at : {waiting.until, waiting.due}) {
            if (at > now)
                next = std::min(next, at);
        }
    }
    if (const auto moved = m_session.advanceTo(next); !moved) {
        m_result.problem = moved.problem();
        return false;
    }
    observe();
    return playWaiting();
}

bool DrillPlayer::isDue(Waiting &waiting) const
{
    const Instant now = m_session.now();
    const RuleContext context{m_session.state(), m_session.process(), now, {}};
    if (waiting.step->once && !waiting.due.isSet() && isShown(*waiting.step->once, context))
        waiting.due = now + waiting.step->later;
    if (waiting.until.isSet() && now >= waiting.until)
        return true;
    if (waiting.step->once && (!waiting.due.isSet() || now < waiting.due))
        return false;
    return !waiting.step->when || holds(*waiting.step->when, context);
}

bool DrillPlayer::playWaiting()
{
    for (qsizetype i = 0; i < m_waiting.size();) {
        if (!isDue(m_waiting[i])) {
            ++i;
            continue;
        }
        const Waiting waiting = m_waiting.takeAt(i);
        if (!playStep(*waiting.step))
            return false;
        i = 0; // what it did may be what an earlier one waits for
    }
    return true;
}

bool DrillPlayer::playStep(const Step &step)
{
    if (!step.say.isEmpty())
        tell(DrillLine::Kind::Say, {}, step.say);
    const QString by = personOf(step);
    const bool goesOn = step.inject ? playInject(*step.inject, by) : playLine(step, by);
    observe();
    return goesOn;
}

bool DrillPlayer::playLine(const Step &step, const QString &by)
{
    if (isLeft(by)) {
        tell(DrillLine::Kind::Left, by, step.line);
        return true;
    }
    if (isSilent(by)) {
        tell(DrillLine::Kind::Silent, by, step.line);
        return true;
    }
    const ParsedEntry parsed = parseEntry(step.line, entryContext(m_session.state(), m_session.process(), m_session.now()));
    if (!parsed.ok()) {
        judge(step, by, Problem{Problem::Kind::Usage, u"usage"_s, parsed.problems.join(u' '), {}, {}, {}});
        return true;
    }
    Command command = parsed.command;
    if (command.by.isEmpty())
        command.by = by;
    const auto outcome = m_session.execute(command);
    if (!outcome.ok() && !isAnswer(outcome.problem())) {
        m_result.problem = outcome.problem();
        return false;
    }
    judge(step, by, outcome);
    return true;
}

void DrillPlayer::judge(const Step &step, const QString &by, const Outcome<QList<Notice>> &outcome)
{
    if (!isAsExpected(step.expect, outcome)) {
        unexpected(step, by, whatHappened(outcome));
        return;
    }
    if (!outcome.ok()) {
        ++m_result.refused;
        tell(DrillLine::Kind::Refused, by, step.line + u" — "_s + outcome.problem().text, outcome.problem().rule);
        return;
    }
    ++m_result.done;
    tell(DrillLine::Kind::Done, by, step.line);
    for (const Notice &notice : outcome.value())
        tell(DrillLine::Kind::Warned, {}, notice.text, notice.rule);
}

void DrillPlayer::unexpected(const Step &step, const QString &by, const QString &what)
{
    const QString subject = step.inject ? describe(*step.inject) : step.line;
    const QString text = Text::tr("Line %1, %2 \"%3\": %4").arg(QString::number(step.place), by, subject, what);
    m_result.unexpected.append(text);
    tell(DrillLine::Kind::Unexpected, by, text);
}

bool DrillPlayer::playInject(const Inject &inject, const QString &by)
{
    if (inject.kind == Inject::Kind::Network)
        return playNetwork(inject.cut);
    if (m_cut && comesByNetwork(inject)) {
        tell(DrillLine::Kind::HeldBack, {}, describe(inject));
        m_heldBack.append({inject, m_session.now()});
        return true;
    }
    tell(DrillLine::Kind::Inject, inject.kind == Inject::Kind::Finding ? by : QString(), describe(inject));
    if (inject.kind == Inject::Kind::Silent) {
        m_silentUntil.insert(inject.name, m_session.now() + inject.length);
        return true;
    }
    const auto command = commandOf(inject, m_session.state(), by);
    return !command || give(*command);
}

bool DrillPlayer::playNetwork(bool cut)
{
    m_cut = cut;
    Inject inject;
    inject.kind = Inject::Kind::Network;
    inject.cut = cut;
    const QString text = describe(inject);
    tell(DrillLine::Kind::Inject, {}, text);
    if (!give({Verb::Note, {}, {}, {{u"text"_s, text}}}))
        return false;
    while (!m_cut && !m_heldBack.isEmpty()) {
        const auto [waited, happened] = m_heldBack.takeFirst();
        auto command = commandOf(waited, m_session.state(), {});
        if (!command)
            continue;
        command->at = happened;
        tell(DrillLine::Kind::Inject, {}, describe(waited));
        if (!give(*command))
            return false;
    }
    return true;
}

bool DrillPlayer::give(const Command &command)
{
    const auto outcome = m_session.execute(command);
    if (outcome.ok())
        return true;
    if (!isAnswer(outcome.problem())) {
        m_result.problem = outcome.problem();
        return false;
    }
    m_result.unexpected.append(Text::tr("An inject was refused: %1").arg(outcome.problem().text));
    tell(DrillLine::Kind::Unexpected, {}, m_result.unexpected.last(), outcome.problem().rule);
    return true;
}

void DrillPlayer::observe()
{
    for (const ClockNews &news : m_watch.observe(clocksApart(m_session.state(), m_session.process(), m_session.now()))) {
        const RunningClock &clock = news.clock;
        if (news.kind == ClockNews::Kind::Late)
            m_result.late.append({clock.id, clock.rule, clock.text, clock.source, clock.late});
        tell(news.kind == ClockNews::Kind::Late ? DrillLine::Kind::Late : DrillLine::Kind::Rung, {}, clock.text, clock.rule);
    }
}

void DrillPlayer::tell(DrillLine::Kind kind, const QString &who, const QString &text, const QString &rule)
{
    m_result.lines.append({kind, m_session.now(), who, text, rule});
    if (m_options.onLine)
        m_options.onLine(m_result.lines.last());
}

bool DrillPlayer::isLeft(const QString &person) const
{
    return !m_options.automatic || person == m_options.console;
}

/// Nothing more happens but what the person at the console does.
bool DrillPlayer::isRestLeft() const
{
    return std::all_of(m_scenario.steps.begin() + m_nextStep, m_scenario.steps.end(),
                       [this](const Step &step) { return !step.inject && isLeft(personOf(step)); });
}

QString DrillPlayer::personOf(const Step &step) const
{
    return step.as.isEmpty() ? m_scenario.people.first().name : step.as;
}

bool DrillPlayer::isSilent(const QString &person) const
{
    return m_silentUntil.value(person) > m_session.now();
}

} // namespace fireline::drill
