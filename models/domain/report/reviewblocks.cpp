// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reviewblocks.h"

#include "report/frozenblocks.h"
#include "report/metrics.h"
#include "rules/fieldtext.h"
#include "state/closedwords.h"
#include "state/componentstate.h"
#include "state/whytree.h"
#include "state/withdrawn.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ReviewBlocks)
};

/// A line that is nothing but a mark.
const QRegularExpression &marker()
{
    static const QRegularExpression line(u"^\\s*\\{\\{\\s*([a-z_]+)((?:\\s+[a-z_]+)*)\\s*\\}\\}\\s*$"_s);
    return line;
}

QStringList impactLines(const IncidentState &s)
{
    QStringList lines;
    if (s.impactStart.isSet())
        lines.append(Text::tr("Impact began: %1").arg(clockText(s.impactStart)));
    if (s.impactEnd.isSet())
        lines.append(Text::tr("Impact ended: %1").arg(clockText(s.impactEnd)));
    for (auto it = s.impact.begin(); it != s.impact.end(); ++it)
        lines.append(Text::tr("%1: %2", "a measure of the impact").arg(impactName(it.key()), closedWord(it.value())));
    return lines;
}

QStringList measureLines(const IncidentState &state, const Process &process, Instant now)
{
    QStringList lines;
    for (const MetricValue &metric : metricValues(state, process, now)) {
        if (metric.value)
            lines.append(u"%1: %2"_s.arg(metric.name, toShortText(*metric.value)));
    }
    return lines;
}

QStringList decisionLines(const IncidentState &state)
{
    QStringList lines;
    for (const DecisionRecord &decision : state.decisions) {
        if (!isWithdrawn(state, decision.eventId))
            lines.append(u"%1 %2 (%3)"_s.arg(decision.id, decision.text, decision.by));
    }
    return lines;
}

QStringList followUpLines(const IncidentState &state)
{
    QStringList lines;
    for (const Entry &entry : state.entries) {
        if (entry.kind == "todo"_L1 && !entry.retracted)
            lines.append(u"%1 (%2)"_s.arg(entry.text, entry.actor));
    }
    return lines;
}

ReviewBlock blockOf(const QString &name, const QString &words, const IncidentState &s, const Process &process, Instant now)
{
    ReviewBlock block;
    block.name = name;
    block.kind = ReviewBlock::Kind::Lines;
    if (name == "timeline"_L1) {
        block.kind = ReviewBlock::Kind::Timeline;
        block.choice = timelineChoice(words);
    } else if (name == "impact"_L1) {
        block.lines = impactLines(s);
    } else if (name == "measures"_L1) {
        block.lines = measureLines(s, process, now);
    } else if (name == "whys"_L1) {
        const WhyLines whys = whyLines(s);
        block.lines = whys.lines;
        block.depths = whys.depths;
        block.numbered = whys.depths.isEmpty();
    } else if (name == "factors"_L1) {
        block.lines = s.factors;
    } else if (name == "decisions"_L1) {
        block.lines = decisionLines(s);
    } else if (name == "follow_ups"_L1) {
        block.lines = followUpLines(s);
    } else {
        block.lines = actionItemLines(s);
    }
    return block;
}

} // namespace

WhyLines whyLines(const IncidentState &state)
{
    const QList<WhyNode> tree = whyTree(state);
    if (isChain(tree))
        return {state.whys, {}};
    WhyLines whys;
    for (const WhyNode &why : tree) {
        whys.lines.append(Text::tr("Why %1: %2").arg(why.label, why.text));
        whys.depths.append(why.depth);
    }
    return whys;
}

const QStringList &reviewBlockNames()
{
    static const QStringList names{u"timeline"_s, u"impact"_s,    u"measures"_s,     u"whys"_s,
                                   u"factors"_s,  u"decisions"_s, u"action_items"_s, u"follow_ups"_s};
    return names;
}

QStringList looseMarks(const QString &section)
{
    static const QRegularExpression mark(u"\\{\\{[^{}\\n]*\\}\\}"_s);
    static const QRegularExpression code(u"`[^`]*`"_s);
    QString text;
    qsizetype from = 0;
    for (const FrozenBlock &frozen : frozenBlocks(section)) {
        text += section.mid(from, frozen.from - from);
        from = frozen.from + frozen.length;
    }
    text += section.mid(from);
    QStringList loose;
    bool fenced = false;
    for (QString line : text.split(u'\n')) {
        const bool fence = line.trimmed().startsWith("```"_L1);
        fenced = fenced != fence;
        const auto whole = marker().match(line);
        if (fence || fenced || (whole.hasMatch() && reviewBlockNames().contains(whole.captured(1))))
            continue;
        for (auto found = mark.globalMatch(line.remove(code)); found.hasNext();)
            loose.append(found.next().captured());
    }
    return loose;
}

QList<ReviewBlock> reviewBlocks(const QString &section, const IncidentState &state, const Process &process, Instant now)
{
    QList<ReviewBlock> blocks;
    QStringList written;
    const auto flush = [&] {
        const QString text = written.join(u'\n').trimmed();
        if (!text.isEmpty())
            blocks.append({ReviewBlock::Kind::Text, {}, text, {}, false, {}});
        written.clear();
    };
    const auto takeLines = [&](const QString &lines) {
        for (const QString &line : lines.split(u'\n')) {
            const auto found = marker().match(line);
            if (!found.hasMatch() || !reviewBlockNames().contains(found.captured(1))) {
                written.append(line);
                continue;
            }
            flush();
            blocks.append(blockOf(found.captured(1), found.captured(2), state, process, now));
        }
    };
    qsizetype at = 0;
    for (const FrozenBlock &frozen : frozenBlocks(section)) {
        takeLines(section.mid(at, frozen.from - at));
        flush();
        blocks.append({ReviewBlock::Kind::Text, frozen.name, frozen.text, {}, false, {}});
        at = frozen.from + frozen.length;
    }
    takeLines(section.mid(at));
    flush();
    return blocks;
}

QString proposedSection(const QString &name)
{
    // Words of headings as process documents write them, the more telling first.
    static const QList<QPair<QString, QString>> about{
        {u"timeline"_s, u"timeline"_s}, {u"action"_s, u"action_items"_s}, {u"factor"_s, u"factors"_s},
        {u"why"_s, u"whys"_s},          {u"how long"_s, u"measures"_s},   {u"impact"_s, u"impact"_s},
    };
    for (const auto &[word, block] : about) {
        if (name.contains(word, Qt::CaseInsensitive))
            return u"{{"_s + block + u"}}"_s;
    }
    return {};
}

QStringList causeLines(const IncidentState &state)
{
    QStringList lines;
    if (const QString stated = fieldText(state.fields.value(u"root_cause"_s)); !stated.isEmpty())
        lines.append(stated);
    for (const Hypothesis &one : state.hypotheses) {
        if (one.state != Hypothesis::State::Confirmed || isWithdrawn(state, one.eventId))
            continue;
        const QString text = one.id + u' ' + one.text;
        lines.append(one.evidence.isEmpty()
                         ? Text::tr("%1 (confirmed)", "a hypothesis").arg(text)
                         : Text::tr("%1 (confirmed: %2)", "a hypothesis, what shows it").arg(text, one.evidence));
    }
    return lines;
}

QStringList actionItemLines(const IncidentState &state)
{
    QStringList lines;
    for (const ActionItemRecord &item : state.actionItems) {
        if (!isWithdrawn(state, item.eventId))
            lines.append(actionItemLine(item));
    }
    return lines;
}

QString actionItemLine(const ActionItemRecord &item)
{
    QStringList parts;
    const auto add = [&](const QString &key, const QString &text) {
        if (const QString value = fieldText(item.fields.value(key)); !value.isEmpty())
            parts.append(text.isEmpty() ? value : text.arg(value));
    };
    add(u"owner"_s, Text::tr("owner: %1"));
    add(u"due"_s, Text::tr("due: %1"));
    add(u"priority"_s, Text::tr("priority: %1"));
    add(u"tag"_s, {});
    add(u"ticket"_s, {});
    parts.append(item.doneAt.isSet() ? Text::tr("done") : Text::tr("open"));
    return u"%1 %2 (%3)"_s.arg(item.id, item.text, parts.join(u", "_s));
}

} // namespace fireline::domain
