// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/nextstep.h"

#include "alerts/alertitem.h"
#include "checklist/checklists.h"
#include "checklist/phasestep.h"
#include "decide/handoversteps.h"
#include "report/reviewstatus.h"
#include "report/stillopen.h"
#include "rules/phaseway.h"
#include "rules/tickline.h"
#include "rules/who.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

/// How long after the declaration the lists lead (ux 2.8).
constexpr Span firstMinutes = Span::minutes(10);

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::models::NextStep)
};

/// A text as the object of "Next: …", which ends the sentence itself.
QString bare(QString text)
{
    while (text.endsWith(u'.') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

/// The step, and what is typed for it where that is not a tick.
QString withLine(const QString &what, const QString &line)
{
    return line.isEmpty() ? bare(what) : Text::tr("%1, with %2", "a step, the command for it").arg(bare(what), namedLine(line));
}

QString next(const QString &what, const QString &line)
{
    return Text::tr("Next: %1.").arg(withLine(what, line));
}

QString commandStep(const NextStepInput &in, const RuleContext &c)
{
    const RoleDef *role = c.process.commander();
    if (role && in.state.holders(role->id).isEmpty())
        return Text::tr("Next: take command, with /claim.");
    const auto turn = incomingTurn(c);
    if (!turn || in.state.handover->to.compare(in.profile, Qt::CaseInsensitive) != 0)
        return {};
    switch (turn->kind) {
    case HandoverStep::Kind::Able: return Text::tr("Next: say whether you can take over, with /able or /decline.");
    case HandoverStep::Kind::Shadow: return Text::tr("Next: begin to look over their shoulder, with /shadow.");
    default: return Text::tr("Next: say that you have command, with /ihavecommand.");
    }
}

QString listStep(const NextStepInput &in, const RuleContext &c)
{
    for (const Checklist &list : checklistsNow(c, in.profile)) {
        for (const ChecklistStep &step : list.steps) {
            if (list.mine && !list.ahead && !list.canStart && step.forMe && step.state == checklist::Open)
                return next(step.text, step.line);
        }
    }
    return {};
}

/// What still keeps the incident from that.
QList<ClosingNeed> unmetNeeds(Act before, const RuleContext &c)
{
    QList<ClosingNeed> needs = closingNeeds(before, c);
    needs.removeIf([](const ClosingNeed &need) { return need.met; });
    return needs;
}

QString firstOfMine(const QList<ClosingNeed> &needs, const NextStepInput &in, const RuleContext &c)
{
    for (const ClosingNeed &need : needs) {
        const GateNeed &asked = c.process.gate(need.gate)->needs.at(need.item - 1);
        if (asked.by.isEmpty() || isOneOf(in.profile, asked.by, c))
            return withLine(need.text, need.line);
    }
    return {};
}

// What still keeps the incident from beginning officially (HUB-2).
QString gateStep(const NextStepInput &in, const RuleContext &c)
{
    const QString need = in.state.begunAt.isSet() ? QString() : firstOfMine(unmetNeeds(Act::Begin, c), in, c);
    return need.isEmpty() ? QString() : next(need, {});
}

/// Whoever commands moves the phase, which keeps what comes next out of sight until then.
QString phaseStep(const NextStepInput &in, const RuleContext &c)
{
    const PhaseDef *next = isOneOf(in.profile, {u"commander"_s}, c) ? phaseToFollow(c) : nullptr;
    return next ? Text::tr("Next: go on with %1, the work is beyond “%2”.", "a command, the phase that is shown")
                      .arg(namedLine(u"/phase "_s + next->id), presentPhase(c)->name)
                : QString();
}

/// All that the phase lists is done, and nobody went on.
QString doneStep(const NextStepInput &in, const RuleContext &c)
{
    const PhaseDef *next = isOneOf(in.profile, {u"commander"_s}, c) ? phaseAfterDone(c) : nullptr;
    return next ? Text::tr("Next: all of “%1” is done. Go on to “%2”, with %3.", "the phase, the next one, the command")
                      .arg(presentPhase(c)->name, next->name, namedLine(u"/phase "_s + next->id))
                : QString();
}

/// Once it is closed hardly anybody writes on: what a review still wants is named before, though it may be closed without.
QString sectionStep(const RuleContext &c)
{
    for (const ReviewDef &review : c.process.reviews) {
        if (c.state.reviews.value(review.id).closedAt.isSet())
            continue;
        for (const ReviewPart &part : reviewParts(review, c)) {
            if (part.missing && !part.isField)
                return Text::tr("Next: write “%1” (%2), or close the incident without it, with /close.", "a section, its review")
                    .arg(part.name, review.name.isEmpty() ? review.id : review.name);
        }
    }
    return {};
}

/// A resolved incident is not over before it is closed.
QString closingStep(const NextStepInput &in, const RuleContext &c)
{
    const auto needs = unmetNeeds(Act::Close, c);
    if (needs.isEmpty()) {
        const QString section = sectionStep(c);
        return section.isEmpty() ? Text::tr("Next: close the incident, with /close.") : section;
    }
    const QString need = firstOfMine(needs, in, c);
    return need.isEmpty() ? QString() : Text::tr("Next, before it can be closed: %1.").arg(need);
}

/// It is over for us, and not yet for others.
QString openStep(const NextStepInput &in)
{
    const QStringList open = stillOpen(in.state, in.process);
    return open.isEmpty() ? QString() : Text::tr("Next, still open: %1.").arg(open.join(u"; "_s));
}

/// What it was resolved without, and can still be done.
QString missingStep(const NextStepInput &in)
{
    const QList<MissingAtEnd> missing = missingAtEnd(in.state, in.process);
    if (missing.isEmpty())
        return {};
    return Text::tr("Next, still missing: %1.").arg(withLine(missing.first().text, missing.first().line));
}

bool isDue(const RunningClock &clock)
{
    return clock.state == RunningClock::State::Due || clock.state == RunningClock::State::Late;
}

enum class Of { Deeds, Advice };

QString clockStep(const NextStepInput &in, const RuleContext &c, Of kind)
{
    // The clock of an action names its owner in person.
    const auto mine = [&](const RunningClock &clock) {
        const bool owned = clock.owner.contains(in.profile, Qt::CaseInsensitive) || isOneOf(in.profile, clock.owner, c);
        return isDue(clock) && clock.advice() == (kind == Of::Advice) && !clock.text.isEmpty() && owned && clock.id != in.alert;
    };
    // The most urgent comes first.
    const auto it = std::find_if(in.clocks.begin(), in.clocks.end(), mine);
    if (it == in.clocks.end())
        return {};
    const auto minutes = [](Span span) { return int(span.us / Span::minutes(1).us); };
    if (it->state == RunningClock::State::Late) {
        const int late = minutes(in.now - it->late);
        if (late >= 120)
            return Text::tr("Next: %1, late by %n hours.", nullptr, late / 60).arg(bare(it->text));
        return late > 0 ? Text::tr("Next: %1, late by %n minutes.", nullptr, late).arg(bare(it->text))
                        : Text::tr("Next: %1, late since less than a minute.").arg(bare(it->text));
    }
    if (!it->late.isSet())
        return Text::tr("Next: %1, due now.").arg(bare(it->text));
    const int left = minutes(it->late - in.now);
    return left > 0 ? Text::tr("Next: %1, late in %n minutes.", nullptr, left).arg(bare(it->text))
                    : Text::tr("Next: %1, late in less than a minute.").arg(bare(it->text));
}

} // namespace

QString nextStepText(const NextStepInput &input)
{
    if (!input.state.open())
        return {};
    const RuleContext context{input.state, input.process, input.now};
    if (input.state.resolvedAt.isSet()) {
        QString text = openStep(input);
        if (text.isEmpty())
            text = clockStep(input, context, Of::Deeds);
        if (text.isEmpty())
            text = missingStep(input);
        if (text.isEmpty())
            text = closingStep(input, context);
        return text.isEmpty() ? clockStep(input, context, Of::Advice) : text;
    }
    const bool early = input.now - input.state.declaredAt < firstMinutes;
    QString text = commandStep(input, context);
    if (text.isEmpty() && !early)
        text = clockStep(input, context, Of::Deeds);
    if (text.isEmpty())
        text = gateStep(input, context);
    if (text.isEmpty())
        text = phaseStep(input, context);
    if (text.isEmpty())
        text = listStep(input, context);
    if (text.isEmpty() && early)
        text = clockStep(input, context, Of::Deeds);
    if (text.isEmpty())
        text = doneStep(input, context);
    // What the process only says to its people is no step while there is one to take.
    if (text.isEmpty())
        text = clockStep(input, context, Of::Advice);
    return text;
}

NextStep::NextStep(IncidentFeed &feed, QObject *parent) : QObject(parent), m_feed(feed)
{
    connect(&feed, &IncidentFeed::reset, this, &NextStep::look);
    connect(&feed, &IncidentFeed::applied, this, &NextStep::look);
    connect(&feed, &IncidentFeed::ticked, this, &NextStep::look);
    look();
}

void NextStep::endDrill()
{
    m_drillOver = true;
    look();
}

void NextStep::look()
{
    const auto alerts = alertsNow(m_feed.state(), m_feed.process(), m_feed.clocks(), m_feed.now());
    const QString alert = alerts.isEmpty() ? QString() : alerts.first().id;
    QString text = nextStepText({m_feed.state(), m_feed.process(), m_feed.clocks(), m_feed.now(), m_feed.profile(), alert});
    if (m_drillOver && !text.isEmpty())
        text = tr("The drill stops here. In a real incident: %1", "a sentence that begins with Next").arg(text);
    if (std::exchange(m_text, text) != text)
        emit textChanged(text);
}

} // namespace fireline::models
