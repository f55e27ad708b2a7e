// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/whytree.h"

#include "state/statements.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr qsizetype letters = 26;
const QString lead = u"why/"_s; // and the event id of the one that it answers

/// Whys by their place among all that were stated, and which of them answer which; -1 is what happened itself.
struct Answers
{
    QList<const Statement *> whys;
    QHash<qsizetype, QList<qsizetype>> to;
};

Answers answersOf(const IncidentState &state)
{
    Answers found;
    QHash<QString, qsizetype> places;
    QList<qsizetype> standing; // itself; of one that was taken back, the one above it
    for (const Statement &statement : state.statements) {
        if (!isWhy(statement))
            continue;
        const qsizetype place = found.whys.size();
        const qsizetype named = places.value(statement.what.mid(lead.size()), -1);
        const qsizetype above = named < 0 ? -1 : standing.at(named);
        found.whys.append(&statement);
        places.insert(statement.eventId, place);
        standing.append(statement.withdrawn ? above : place);
        if (!statement.withdrawn)
            found.to[above].append(place);
    }
    return found;
}

QString branchLetter(qsizetype place)
{
    return place < letters ? QString(QChar(u'a' + int(place))) : u"(%1)"_s.arg(place + 1);
}

struct Waiting
{
    qsizetype why = 0;
    int answersTo = -1;
    QString branch;
    int depth = 0;
};

/// In front of all that wait, the first of them last.
void wait(QList<Waiting> &waiting, const QList<qsizetype> &answers, const Waiting &above)
{
    const bool branches = answers.size() > 1;
    for (qsizetype i = answers.size() - 1; i >= 0; --i)
        waiting.append({answers.at(i), above.answersTo, branches ? above.branch + branchLetter(i) : above.branch,
                        above.depth + (branches && above.answersTo >= 0 ? 1 : 0)});
}

} // namespace

bool isWhy(const Statement &statement)
{
    return statement.what.startsWith(lead);
}

// No recursion: a record may hold any number of them.
QList<WhyNode> whyTree(const IncidentState &state)
{
    const Answers answers = answersOf(state);
    QList<WhyNode> tree;
    QList<Waiting> waiting;
    wait(waiting, answers.to.value(-1), {});
    while (!waiting.isEmpty()) {
        const Waiting next = waiting.takeLast();
        const Statement *why = answers.whys.at(next.why);
        const int level = next.answersTo < 0 ? 1 : tree.at(next.answersTo).level + 1;
        tree.append({why->eventId, why->value, QString::number(level) + next.branch, level, next.depth, next.answersTo});
        wait(waiting, answers.to.value(next.why), {next.why, int(tree.size()) - 1, next.branch, next.depth});
    }
    return tree;
}

bool isChain(const QList<WhyNode> &tree)
{
    return tree.isEmpty() || tree.constLast().level == tree.size();
}

QStringList deepestWhys(const QList<WhyNode> &tree)
{
    const auto deepest = std::max_element(tree.begin(), tree.end(),
                                          [](const WhyNode &a, const WhyNode &b) { return a.level < b.level; });
    QStringList whys;
    for (int place = deepest == tree.end() ? -1 : int(deepest - tree.begin()); place >= 0; place = tree.at(place).answersTo)
        whys.prepend(tree.at(place).text);
    return whys;
}

const Statement *latestWhy(const IncidentState &state)
{
    const auto stands = [](const Statement &statement) { return isWhy(statement) && !statement.withdrawn; };
    const auto found = std::find_if(state.statements.rbegin(), state.statements.rend(), stands);
    return found == state.statements.rend() ? nullptr : &*found;
}

void stateWhy(IncidentState &state, const QString &eventId, const QString &text, const QJsonValue &under)
{
    const Statement *last = nullptr; // also one that was taken back: it may be restored
    const Statement *named = nullptr;
    for (const Statement &statement : std::as_const(state.statements)) {
        if (!isWhy(statement))
            continue;
        last = &statement;
        if (under.isString() && statement.eventId == under.toString())
            named = &statement;
    }
    const bool first = under.isString() && under.toString().isEmpty();
    const Statement *answered = first ? nullptr : named ? named : last;
    const Statement made{eventId, lead + (answered ? answered->eventId : QString()), text, false};
    state.statements.append(made);
    restateValues(state, made);
}

} // namespace fireline::domain
