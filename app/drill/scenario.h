// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "drillmetrics.h"
#include "process/condition.h"
#include "process/guide.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

// A drill as data. One YAML file:
//
//   format: 1
//   id: demo
//   title: Checkout fails after a deploy
//   process: severity-ladder
//   severity: "1"                       # optional: left out where the process assesses it in triage
//   start: "2025-03-04T09:00:00Z"       # the instant of declaration
//   seed: 7
//   source: what real incident it is drawn from
//   declare: {service: checkout}        # optional: fields given at declaration
//   people: [{name: Ana, role: commander}, {name: Bo}]   # role: whom the person plays; taking it is a step
//   pass: {late: 0, overrides: 0}       # optional: how many clocks may run late, how many rules be overridden
//   metrics: {file: demo.csv}           # optional: drillmetrics.h
//   steps:
//     - {at: 0s, inject: {alert: {name: CheckoutErrors, service: checkout}}, say: What the facilitator tells}
//     - {after: 1m, as: Ana, do: /claim}
//     - {after: 1m, as: Bo, do: /resolve, expect: {refused: {rule: lad.verify}}}
//     - {at: 20m, when: {severity: "1"}, until: 5m, inject: {executive: {name: The director, text: How long still?}}}
//
// A step stands at a time after the start or after the step before; `when` makes it wait until the condition holds, for
// `until` at the longest. It does exactly one thing: `do` (a line of quick entry, said by `as`) or `inject`, one of
//   alert: {name, label: value …} · alert_clear: NAME · report: {text, region, kind, …} · metric: TEXT · finding: TEXT
//   executive: {name, text} · silent: {who, for} · network: cut | back · system: {thing: slack.channel, outcome: "true"}
// A step of somebody else's can also wait for the person at the console: `once` names what has to show in the record, and
// `later` how long after that it happens. Such steps stand first, at 0s. What shows is a moment of the process vocabulary
// (`once: order.given`), a condition ({tick: {severity: "1"}}), an act ({act: confirm}) or a row of the timeline
// ({entry: hypothesis}).
//
// A drill that leads a newcomer says what to do, one step at a time; each ticks itself once `done` shows:
//
//   guide:
//     next: What to try afterwards
//     steps:
//       - {id: claim, what: Take command, how: "Type `/claim` and press `Enter`.", why: …, done: role.taken/ic}
//       - {id: resolve, what: …, how: …, needs: [{sign: alert.cleared, text: Wait until the alert clears.}], done: resolved}
//
// `expect` is ok (the default), {refused: {code, rule}} or {warned: {rule}}. `hindsight: true` marks what was known only
// afterwards; such a step stands after the line that resolves.
namespace fireline::drill {

struct Person
{
    QString name;
    QString role; ///< role id; for show
};

/// What happens to the responders.
struct Inject
{
    enum class Kind { Alert, AlertClear, Report, Metric, Finding, Executive, Silent, Network, System };
    Kind kind = Kind::Metric;
    QString name;        ///< alert, alert_clear, executive, silent (the person), system (the thing)
    QString text;        ///< report, metric, finding, executive; system: the outcome
    QJsonObject fields;  ///< alert: labels; report: its fields
    domain::Span length; ///< silent
    bool cut = false;    ///< network
};

struct Expectation
{
    enum class Kind { Ok, Refused, Warned };
    Kind kind = Kind::Ok;
    QString code; ///< refused: empty means any
    QString rule; ///< empty means any
};

struct Step
{
    domain::Span at; ///< after the start: resolved when the file is read
    std::optional<domain::Cond> when;
    std::optional<domain::Sign> once;  ///< happens only after this shows …
    domain::Span later;                ///< … and by so much
    std::optional<domain::Span> until; ///< how long it waits for `when` and `once` at the longest, then it happens anyway
    QString as;                        ///< person; empty: the first one
    QString line;                      ///< `do`; empty where it injects
    std::optional<Inject> inject;
    Expectation expect;
    bool hindsight = false;
    QString say;
    int place = 0; ///< line in the file
};

/// One drill, read and checked. A value, never changed after loading; any thread.
struct Scenario
{
    QString id;
    QString title;
    QString process;
    QString severity; ///< may be empty
    domain::Instant start;
    quint64 seed = 1;
    QString source;
    QJsonObject declare;
    QList<Person> people; ///< never empty; the first one sits at the console
    int lateAllowed = 0;
    int overridesAllowed = 0;
    QList<Step> steps;   ///< by rising time
    domain::Guide guide; ///< without steps where nobody is led
    DrillMetrics metrics;
    QString fileName;
};

} // namespace fireline::drill
