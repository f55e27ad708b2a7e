// SPDX-License-Identifier: GPL-3.0-or-later
#include "drillresult.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <numeric>

using namespace Qt::StringLiterals;

namespace fireline::drill {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DrillResult)
};

QString clock(domain::Instant t)
{
    return t.toUtc().toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
}

QString mark(DrillLine::Kind kind)
{
    switch (kind) {
    case DrillLine::Kind::Say: return u"--"_s;
    case DrillLine::Kind::Inject: return u"=>"_s;
    case DrillLine::Kind::Done: return u"ok"_s;
    case DrillLine::Kind::Refused: return u"no"_s;
    case DrillLine::Kind::Warned: return u"!"_s;
    case DrillLine::Kind::Rung: return u"^"_s;
    case DrillLine::Kind::Late: return u"LATE"_s;
    case DrillLine::Kind::Silent:
    case DrillLine::Kind::HeldBack: return u".."_s;
    case DrillLine::Kind::Unexpected: return u"??"_s;
    case DrillLine::Kind::Left: return u"you"_s;
    }
    return {};
}

} // namespace

int DrillResult::overrides() const
{
    return std::accumulate(overridden.begin(), overridden.end(), 0);
}

bool DrillResult::passed() const
{
    return !problem && unexpected.isEmpty() && late.size() <= lateAllowed && overrides() <= overridesAllowed;
}

QString kindWord(DrillLine::Kind kind)
{
    switch (kind) {
    case DrillLine::Kind::Say: return u"say"_s;
    case DrillLine::Kind::Inject: return u"inject"_s;
    case DrillLine::Kind::Done: return u"done"_s;
    case DrillLine::Kind::Refused: return u"refused"_s;
    case DrillLine::Kind::Warned: return u"warned"_s;
    case DrillLine::Kind::Rung: return u"rung"_s;
    case DrillLine::Kind::Late: return u"late"_s;
    case DrillLine::Kind::Silent: return u"silent"_s;
    case DrillLine::Kind::HeldBack: return u"held-back"_s;
    case DrillLine::Kind::Unexpected: return u"unexpected"_s;
    case DrillLine::Kind::Left: return u"left"_s;
    }
    return {};
}

QString lineText(const DrillLine &line)
{
    const QString who = line.who.isEmpty() ? QString() : line.who + u": "_s;
    return u"%1 %2 %3%4"_s.arg(clock(line.at), mark(line.kind).leftJustified(4), who, line.text);
}

QString reportText(const DrillResult &result)
{
    QStringList lines;
    lines.append(
        Text::tr("Drill %1: %2 (process %3, seed %4)").arg(result.scenario, result.title, result.process).arg(result.seed));
    lines.append(Text::tr("Played %1 from %2 to %3.")
                     .arg(domain::toShortText(result.ended - result.started), clock(result.started), clock(result.ended)));
    lines.append(Text::tr("Lines taken: %1. Refused as expected: %2.").arg(result.done).arg(result.refused));
    lines.append(Text::tr("Clocks that ran late: %1 (allowed: %2).").arg(result.late.size()).arg(result.lateAllowed));
    for (const LateClock &late : result.late)
        lines.append(u"  %1 %2 (%3)"_s.arg(clock(late.due), late.text, late.rule));
    lines.append(Text::tr("Rules overridden: %1 (allowed: %2).").arg(result.overrides()).arg(result.overridesAllowed));
    for (auto it = result.overridden.begin(); it != result.overridden.end(); ++it)
        lines.append(u"  %1: %2"_s.arg(it.key()).arg(it.value()));
    if (!result.unexpected.isEmpty())
        lines.append(Text::tr("Not as expected: %1.").arg(result.unexpected.size()));
    for (const QString &unexpected : result.unexpected)
        lines.append(u"  "_s + unexpected);
    if (result.problem)
        lines.append(Text::tr("The drill ended early: %1").arg(result.problem->text));
    lines.append(result.passed() ? Text::tr("PASSED") : Text::tr("FAILED"));
    return lines.join(u'\n') + u'\n';
}

QJsonObject reportJson(const DrillResult &result)
{
    QJsonArray lines;
    for (const DrillLine &line : result.lines)
        lines.append(QJsonObject{{u"at"_s, line.at.toRfc3339()},
                                 {u"kind"_s, kindWord(line.kind)},
                                 {u"who"_s, line.who},
                                 {u"text"_s, line.text},
                                 {u"rule"_s, line.rule}});
    QJsonArray late;
    for (const LateClock &one : result.late)
        late.append(QJsonObject{{u"id"_s, one.id},
                                {u"rule"_s, one.rule},
                                {u"text"_s, one.text},
                                {u"late"_s, one.due.toRfc3339()},
                                {u"source"_s, QJsonArray::fromStringList(one.source)}});
    QJsonObject overridden;
    for (auto it = result.overridden.begin(); it != result.overridden.end(); ++it)
        overridden.insert(it.key(), it.value());
    QJsonObject report{{u"scenario"_s, result.scenario},
                       {u"title"_s, result.title},
                       {u"process"_s, result.process},
                       {u"seed"_s, QString::number(result.seed)},
                       {u"started"_s, result.started.toRfc3339()},
                       {u"ended"_s, result.ended.toRfc3339()},
                       {u"done"_s, result.done},
                       {u"refused"_s, result.refused},
                       {u"late"_s, late},
                       {u"lateAllowed"_s, result.lateAllowed},
                       {u"overridden"_s, overridden},
                       {u"overridesAllowed"_s, result.overridesAllowed},
                       {u"unexpected"_s, QJsonArray::fromStringList(result.unexpected)},
                       {u"clocksSeen"_s, QJsonArray::fromStringList(result.clocksSeen)},
                       {u"passed"_s, result.passed()},
                       {u"lines"_s, lines}};
    if (result.problem)
        report.insert(u"problem"_s, QJsonObject{{u"code"_s, result.problem->code}, {u"text"_s, result.problem->text}});
    return report;
}

} // namespace fireline::drill
