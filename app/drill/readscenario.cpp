// SPDX-License-Identifier: GPL-3.0-or-later
#include "readscenario.h"

#include "entry/entry.h"
#include "injects.h"
#include "mapreader.h"
#include "processloader.h"
#include "readguide.h"
#include "readmetrics.h"
#include "readparts.h"
#include "yamlnode.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::process;

namespace fireline::drill {

namespace {

constexpr std::size_t maximumSteps = 2000;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioReader)
};

/// What the steps read need to know of the file so far.
struct Place
{
    const Scenario &scenario;
    const Process &process;
    Span previous;
    bool resolved = false;
};

bool isKnownPerson(const Scenario &scenario, const QString &name)
{
    return std::any_of(scenario.people.begin(), scenario.people.end(), [&](const Person &p) { return p.name == name; });
}

QStringList names(const Scenario &scenario)
{
    QStringList all;
    for (const Person &person : scenario.people)
        all.append(person.name);
    return all;
}

QString readPerson(MapReader &map, const QString &key, const Scenario &scenario)
{
    const YamlNode *node = map.take(key);
    if (!node)
        return {};
    QString name = map.reader().text(*node);
    if (!name.isEmpty() && !isKnownPerson(scenario, name))
        map.reader().fault(*node, u"unknown-person"_s, Text::tr("\"%1\" is not among the people.").arg(name),
                           Reader::suggestion(name, names(scenario)));
    return name;
}

void readTime(MapReader &map, Step &step, const Place &place)
{
    Reader &reader = map.reader();
    const YamlNode *at = map.take(u"at"_s);
    const YamlNode *after = map.take(u"after"_s);
    if (bool(at) == bool(after)) {
        reader.fault(map.node(), u"not-one"_s, Text::tr("A step has either \"at\" or \"after\"."),
                     Text::tr("Write at: 5m (after the start) or after: 5m (after the step before)."));
        return;
    }
    step.at = at ? reader.span(*at) : place.previous + reader.span(*after);
    if (step.at < place.previous)
        reader.fault(*at, u"turned-round"_s, Text::tr("This step stands before the one above it."),
                     Text::tr("Give a later time, or move the step up."));
}

void readExpectation(MapReader &step, Expectation &expect)
{
    Reader &reader = step.reader();
    const YamlNode *node = step.take(u"expect"_s);
    if (!node || (node->isScalar() && node->text == u"ok"))
        return;
    const YamlNode *refused = node->find(u"refused");
    const YamlNode *warned = node->find(u"warned");
    if (!node->isMap() || node->keys.size() != 1 || bool(refused) == bool(warned)) {
        reader.fault(*node, u"unknown-word"_s, Text::tr("This is not something to expect."),
                     Text::tr("Write ok, {refused: {rule: ID}} or {warned: {rule: ID}}."));
        return;
    }
    expect.kind = refused ? Expectation::Kind::Refused : Expectation::Kind::Warned;
    MapReader map(reader, refused ? *refused : *warned);
    if (refused)
        expect.code = map.text(u"code"_s);
    expect.rule = map.ref(u"rule"_s, RefKind::Rule);
    map.finish();
}

// Roles, objects and ids are proved when the line is played; here only that quick entry understands it.
void checkLine(Reader &reader, const YamlNode &node, const Step &step, const Place &place)
{
    EntryContext context;
    context.now = place.scenario.start + step.at;
    context.people = names(place.scenario);
    for (const RoleDef &role : place.process.roles)
        context.roleWords += QStringList{role.id} + role.aliases;
    const ParsedEntry parsed = parseEntry(step.line, context);
    if (!parsed.ok())
        reader.fault(node, u"bad-line"_s,
                     Text::tr("Quick entry does not understand this line: %1").arg(parsed.problems.join(u' ')),
                     Text::tr("Write it as it is typed in the window."));
}

/// What a step waits for beside its time.
void readWaiting(MapReader &map, Step &step)
{
    Reader &reader = map.reader();
    if (const YamlNode *when = map.take(u"when"_s))
        step.when = reader.cond(*when);
    if (const YamlNode *once = map.take(u"once"_s))
        step.once = readSign(reader, *once);
    if (const YamlNode *later = map.take(u"later"_s)) {
        step.later = reader.span(*later);
        if (!step.once)
            reader.fault(*later, u"useless-key"_s, Text::tr("\"later\" belongs to \"once\"."), Text::tr("Remove it."));
    }
    if (const YamlNode *until = map.take(u"until"_s)) {
        step.until = reader.span(*until);
        if (!step.when && !step.once)
            reader.fault(*until, u"useless-key"_s, Text::tr("\"until\" belongs to \"when\" or \"once\"."),
                         Text::tr("Remove it."));
    }
}

Step readStep(MapReader &map, Place &place)
{
    Reader &reader = map.reader();
    Step step;
    step.place = map.node().line;
    readTime(map, step, place);
    step.as = readPerson(map, u"as"_s, place.scenario);
    step.say = map.text(u"say"_s);
    step.hindsight = map.boolean(u"hindsight"_s);
    readWaiting(map, step);
    readExpectation(map, step.expect);
    const YamlNode *line = map.take(u"do"_s);
    const YamlNode *inject = map.take(u"inject"_s);
    if (bool(line) == bool(inject)) {
        reader.fault(map.node(), u"not-one"_s, Text::tr("A step has either \"do\" or \"inject\"."),
                     Text::tr("Make it two steps, or add the one that is missing."));
    } else if (line) {
        step.line = reader.text(*line);
        checkLine(reader, *line, step, place);
    } else {
        step.inject = readInject(reader, *inject, names(place.scenario));
    }
    if (step.hindsight && !place.resolved)
        reader.fault(map.node(), u"hindsight"_s, Text::tr("What was known only afterwards stands before the line that resolves."),
                     Text::tr("Move the step down, or remove it."));
    place.resolved = place.resolved || (step.line.startsWith(u"/resolve"_s) && step.expect.kind != Expectation::Kind::Refused);
    place.previous = std::max(place.previous, step.at);
    return step;
}

void readPeopleOf(MapReader &top, Scenario &scenario)
{
    eachMap(top, u"people"_s, [&](MapReader &map) {
        const Person person{map.needText(u"name"_s), map.ref(u"role"_s, RefKind::Role)};
        if (isKnownPerson(scenario, person.name))
            map.reader().fault(map.node(), u"duplicate-id"_s, Text::tr("\"%1\" stands here twice.").arg(person.name),
                               Text::tr("Remove one."));
        scenario.people.append(person);
    });
    if (scenario.people.isEmpty()) {
        top.reader().fault(top.node(), u"missing-key"_s, Text::tr("There are no people."),
                           Text::tr("Name at least one: people: [{name: Ana}]."));
        scenario.people.append({u"?"_s, {}});
    }
}

const Process *readHead(MapReader &top, Scenario &scenario, const ProcessLookup &processes)
{
    Reader &reader = top.reader();
    if (const YamlNode *format = top.need(u"format"_s); format && reader.integer(*format, 1, 1000) != 1)
        reader.fault(*format, u"newer-format"_s, Text::tr("This format is not known to this program."),
                     Text::tr("Write format: 1, or take a newer Fireline."));
    scenario.id = top.needId(u"id"_s);
    scenario.title = top.needText(u"title"_s);
    scenario.source = top.text(u"source"_s);
    scenario.severity = top.ref(u"severity"_s, RefKind::Severity);
    scenario.seed = quint64(top.integer(u"seed"_s, 1, 1000000000, 1));
    if (const YamlNode *start = top.need(u"start"_s)) {
        const auto instant = Instant::fromRfc3339(reader.text(*start));
        if (!instant)
            reader.fault(*start, u"not-a-time"_s, Text::tr("\"%1\" is not an instant.").arg(start->text.left(80)),
                         Text::tr("Write it as \"2025-03-04T09:00:00Z\"."));
        scenario.start = instant.value_or(Instant{1});
    }
    const YamlNode *process = top.need(u"process"_s);
    const QString id = process ? reader.id(*process) : QString();
    scenario.process = id;
    const Process *found = id.isEmpty() ? nullptr : processes(id);
    if (process && !found && !id.isEmpty())
        reader.fault(*process, u"unknown-id"_s, Text::tr("There is no process \"%1\".").arg(id),
                     Text::tr("\"fireline process list\" names those there are."));
    return found;
}

void readDeclaration(MapReader &top, Scenario &scenario)
{
    if (const YamlNode *declare = top.take(u"declare"_s); declare && top.reader().expectMap(*declare)) {
        for (std::size_t i = 0; i < declare->items.size(); ++i)
            scenario.declare.insert(top.reader().ref(declare->keys[i], RefKind::FieldOrAuto),
                                    top.reader().text(declare->items[i]));
    }
    if (const YamlNode *pass = top.take(u"pass"_s)) {
        MapReader map(top.reader(), *pass);
        scenario.lateAllowed = map.integer(u"late"_s, 0, 1000);
        scenario.overridesAllowed = map.integer(u"overrides"_s, 0, 1000);
        map.finish();
    }
}

void readSteps(MapReader &top, Scenario &scenario, const Process &process)
{
    const YamlNode *steps = top.need(u"steps"_s);
    if (!steps || !top.reader().expectList(*steps))
        return;
    if (steps->items.empty() || steps->items.size() > maximumSteps) {
        top.reader().fault(*steps, u"empty-value"_s, Text::tr("A drill has 1 to %1 steps.").arg(maximumSteps),
                           Text::tr("Correct it."));
        return;
    }
    Place place{scenario, process, {}, false};
    for (const YamlNode &node : steps->items) {
        MapReader map(top.reader(), node);
        if (!map.valid())
            continue;
        scenario.steps.append(readStep(map, place));
        map.finish();
    }
}

} // namespace

ScenarioReading readScenario(const QByteArray &bytes, const QString &fileName, const ProcessLookup &processes)
{
    ScenarioReading reading;
    const auto root = parseYaml(bytes, fileName, reading.findings);
    if (!root)
        return reading;
    Reader reader(fileName, reading.findings);
    if (root->isNull()) {
        reader.faultAt(0, 0, u"empty-file"_s, Text::tr("The file is empty."), Text::tr("Begin with \"format: 1\"."));
        return reading;
    }
    MapReader top(reader, *root);
    Scenario scenario;
    scenario.fileName = fileName;
    if (!top.valid())
        return reading;
    if (const Process *process = readHead(top, scenario, processes)) {
        readDeclaration(top, scenario);
        readPeopleOf(top, scenario);
        readSteps(top, scenario, *process);
        scenario.guide = readGuide(top);
        readMetrics(top, scenario);
        top.finish();
        resolveReferences(reader, *process);
    }
    std::stable_sort(reading.findings.begin(), reading.findings.end(),
                     [](const Finding &a, const Finding &b) { return a.line != b.line ? a.line < b.line : a.column < b.column; });
    if (!hasFaults(reading.findings))
        reading.scenario = std::move(scenario);
    return reading;
}

Outcome<Scenario> loadScenario(const QByteArray &bytes, const QString &fileName, const ProcessLookup &processes)
{
    ScenarioReading reading = readScenario(bytes, fileName, processes);
    if (reading.scenario)
        return std::move(*reading.scenario);
    Problem problem = problemOf(reading.findings);
    problem.code = u"scenario-faults"_s;
    return problem;
}

} // namespace fireline::drill
