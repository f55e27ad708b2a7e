// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/commandterms.h"

#include "clocks/processnames.h"
#include "process/gatewords.h"
#include "process/listtitle.h"
#include "rules/fieldtext.h"
#include "state/incidentstate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandTerms)
};

/// Of a rule that says nothing of itself: what it is about.
QString subjectOf(const Envelope &envelope, const Process &process)
{
    switch (envelope.kind) {
    case RuleKind::Authority: return Text::tr("Who may decide");
    case RuleKind::Form:
        if (const FormRule *form = process.form(envelope.id))
            return Text::tr("What is stated: %1", "of a form").arg(recordName(form->target, process));
        break;
    case RuleKind::Lint: return Text::tr("How updates are worded");
    case RuleKind::Table: return Text::tr("What its table decides");
    case RuleKind::List:
        if (const ListRule *list = process.list(envelope.id))
            return listTitle(*list, process);
        break;
    default: break;
    }
    return {};
}

} // namespace

QList<CommandTerm> commandTerms(const QList<Event> &events, const Process &process)
{
    QList<CommandTerm> terms;
    const RoleDef *commander = process.commander();
    if (!commander)
        return terms;
    IncidentState state;
    QString holder;
    for (const Event &event : events) {
        apply(state, event);
        const QString now = state.holders(commander->id).value(0);
        if (now == holder)
            continue;
        if (!holder.isEmpty())
            terms.last().until = event.occurredAt;
        if (!now.isEmpty())
            terms.append({now, event.occurredAt, {}});
        holder = now;
    }
    return terms;
}

QStringList commandLines(const QList<CommandTerm> &terms)
{
    QStringList lines;
    for (const CommandTerm &term : terms)
        lines.append(term.until.isSet()
                         ? Text::tr("%1 from %2 to %3").arg(term.person, clockText(term.from), clockText(term.until))
                         : Text::tr("%1 from %2").arg(term.person, clockText(term.from)));
    return lines;
}

QString ruleWords(const QString &rule, const Process &process)
{
    const Envelope *envelope = process.rule(rule);
    if (!envelope)
        return rule;
    const GateRule *gate = process.gate(rule);
    QString words = gate ? gateWords(*gate) : envelope->say.section(u'\n', 0, 0).trimmed();
    if (words.isEmpty())
        words = ProcessNames(process).name(EntryNames::Kind::Clock, rule);
    if (words.isEmpty() || words == rule)
        words = subjectOf(*envelope, process);
    while (words.endsWith(u'.'))
        words.chop(1);
    const QString source = envelope->cite();
    if (words.isEmpty())
        return source.isEmpty() ? rule : source;
    return source.isEmpty() ? words : u"%1 (%2)"_s.arg(words, source);
}

} // namespace fireline::domain
