// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocks/momenttext.h"
#include "decide/restriction.h"
#include "rules/fieldtext.h"
#include "rules/triage.h"
#include "triage/triagerows.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// How far it reaches, and the flags with what they set off.
namespace fireline::models {

using namespace domain;
namespace t = models::triage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageRows)
};

struct Part
{
    const char *word; ///< of /impact
    const char *text;
};

// Who is hurt, where, how it goes on, since when: in the order in which it is asked.
const Part parts[] = {
    {"users", QT_TRANSLATE_NOOP("TriageRows", "Users affected")},
    {"regions", QT_TRANSLATE_NOOP("TriageRows", "Regions affected")},
    {"spreading", QT_TRANSLATE_NOOP("TriageRows", "Is it spreading?")},
    {"start", QT_TRANSLATE_NOOP("TriageRows", "Impact began")},
    {"end", QT_TRANSLATE_NOOP("TriageRows", "Impact ended")},
    {"cost", QT_TRANSLATE_NOOP("TriageRows", "Cost so far")},
    {"text", QT_TRANSLATE_NOOP("TriageRows", "Impact in words")},
};

void addEntry(TriageRow &row, const QString &eventId, const IncidentState &state)
{
    const auto at = state.entryByEvent.constFind(eventId);
    if (at == state.entryByEvent.constEnd())
        return;
    row.entry = eventId;
    row.ref = u"E%1"_s.arg(at.value() + 1);
    row.at = state.entries.at(at.value()).at;
}

TriageRow impactRow(const Part &part, const IncidentState &state)
{
    const QString word = QString::fromLatin1(part.word);
    TriageRow row;
    row.kind = t::Impact;
    row.id = word;
    row.text = Text::tr(part.text);
    row.line = word == "text"_L1 ? u"/impact "_s : u"/impact %1 "_s.arg(word);
    row.value = state.impact.value(word);
    if (word == "start"_L1)
        row.at = state.impactStart;
    else if (word == "end"_L1)
        row.at = state.impactEnd;
    if (word == "spreading"_L1) {
        const bool spreads = row.value == "yes"_L1;
        row.line += spreads ? u"no"_s : u"yes"_s;
        row.value = row.value.isEmpty() ? QString() : spreads ? Text::tr("Yes") : Text::tr("No");
    }
    for (auto it = state.statements.rbegin(); it != state.statements.rend(); ++it) {
        if (!it->withdrawn && it->what == u"impact/"_s + word) {
            addEntry(row, it->eventId, state);
            break;
        }
    }
    row.state = row.value.isEmpty() && !row.at.isSet() ? t::Open : t::Answered;
    return row;
}

QString cited(const QString &text, const Envelope *rule)
{
    return rule ? Text::tr("%1 (%2)", "what a rule says and its row").arg(text, rule->cite()) : text;
}

/// "open the list" is told with the list itself.
QString effectsOf(const FlagConsequence &consequence, const QList<FlagConsequence> &all, const Process &process)
{
    QList<EffectSpec> told = *consequence.effects;
    told.removeIf([&](const EffectSpec &effect) {
        return effect.kind == EffectKind::Open && std::any_of(all.begin(), all.end(), [&](const FlagConsequence &other) {
                   return other.kind == FlagConsequence::Kind::List && other.rule->id == effect.text;
               });
    });
    const QString text = effectsText(told, process);
    const bool atOnce = consequence.after->kind == Duration::Kind::Elapsed && consequence.after->amount == 0;
    return atOnce || text.isEmpty() ? text : Text::tr("After %1: %2").arg(consequence.after->toText(), text);
}

QString listText(const QString &id, const Process &process)
{
    const ListRule *list = process.list(id);
    QStringList steps;
    for (const ListItem &item : list ? list->items : QList<ListItem>())
        steps.append(item.label());
    return Text::tr("Offers %n steps: %1", nullptr, int(steps.size())).arg(steps.join(u" · "_s));
}

QString clockText(const FlagConsequence &consequence, const IncidentFeed &feed)
{
    if (!consequence.deadline)
        return Text::tr("Starts the clock %1").arg(consequence.rule->id);
    const Window *window = consequence.deadline->within.forSeverity(feed.state().severity);
    if (!window)
        return {};
    const QString what = momentText(consequence.deadline->done, feed.process());
    if (window->late.kind == Duration::Kind::Now)
        return Text::tr("Starts a clock: %1, at once").arg(what);
    return Text::tr("Starts a clock: %1, within %2").arg(what, window->toText());
}

QString actText(const FlagConsequence &consequence, const Process &process)
{
    if (!consequence.rule->say.isEmpty())
        return consequence.rule->say;
    for (const AuthorityRule &rule : process.authorities) {
        if (&rule.rule != consequence.rule)
            continue;
        QStringList acts;
        for (const Act act : rule.acts)
            acts.append(wordOf(act));
        return Text::tr("A rule holds for: %1").arg(acts.join(u", "_s));
    }
    return Text::tr("The rule %1 holds").arg(consequence.rule->id);
}

QStringList setOffBy(const QString &flag, const IncidentFeed &feed)
{
    const QList<FlagConsequence> all = flagConsequences(flag, feed.process());
    using Kind = FlagConsequence::Kind;
    QStringList texts;
    for (const FlagConsequence &consequence : all) {
        QString text;
        switch (consequence.kind) {
        case Kind::Effects: text = effectsOf(consequence, all, feed.process()); break;
        case Kind::Clock: text = clockText(consequence, feed); break;
        case Kind::List: text = listText(consequence.rule->id, feed.process()); break;
        case Kind::Closed: text = Text::tr("Makes the channel in %1 private").arg(consequence.system); break;
        case Kind::Asks:
        case Kind::Forbids: text = actText(consequence, feed.process()); break;
        }
        if (!text.isEmpty())
            texts.append(cited(text, consequence.rule));
    }
    return texts;
}

} // namespace

QList<TriageRow> impactRows(const IncidentFeed &feed)
{
    QList<TriageRow> rows;
    const IncidentState &s = feed.state();
    const FieldDef *service = feed.process().field(u"service");
    const QString named = s.fields.contains(u"service"_s) ? fieldText(s.fields.value(u"service"))
                                                          : s.declaration.value(u"service").toString();
    if (service || !named.isEmpty()) {
        TriageRow row;
        row.kind = t::Impact;
        row.id = u"service"_s;
        row.text = service && !service->name.isEmpty() ? service->name : Text::tr("Service affected");
        row.value = named;
        row.state = named.isEmpty() ? t::Open : t::Answered;
        row.line = service ? u"/field service="_s : QString();
        rows.append(row);
    }
    for (const Part &part : parts)
        rows.append(impactRow(part, s));
    return rows;
}

QList<TriageRow> flagRows(const IncidentFeed &feed)
{
    QList<TriageRow> rows;
    const IncidentState &s = feed.state();
    if (const auto inside = keptInside({s, feed.process(), feed.now()})) {
        TriageRow row;
        row.kind = t::Inside;
        row.id = u"inside"_s;
        row.state = t::Set;
        row.text = inside->text;
        row.source = inside->source;
        rows.append(row);
    }
    for (const FlagDef &flag : feed.process().flags) {
        TriageRow row;
        row.kind = t::Flag;
        row.id = flag.id;
        row.text = flag.name.isEmpty() ? flag.id : flag.name;
        row.at = s.flags.value(flag.id);
        row.state = s.flags.contains(flag.id) ? t::Set : t::Open;
        row.setsOff = setOffBy(flag.id, feed);
        rows.append(row);
    }
    return rows;
}

} // namespace fireline::models
