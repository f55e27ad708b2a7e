// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagerows.h"

#include "process/fieldname.h"
#include "rules/facts.h"
#include "rules/fieldtext.h"
#include "rules/forms.h"
#include "rules/tables.h"
#include "rules/triage.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace t = models::triage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TriageRows)
};

RuleContext contextOf(const IncidentFeed &feed)
{
    return {feed.state(), feed.process(), feed.now()};
}

/// What the process says of the first answer of all: a step that asks for it, else what counts from it.
QString confirmationSource(const Process &process)
{
    for (const ListRule &list : process.lists) {
        const bool asks = std::any_of(list.items.begin(), list.items.end(),
                                      [](const ListItem &item) { return item.act == Act::Confirm; });
        if (asks)
            return list.rule.cite();
    }
    for (const LadderRule &ladder : process.ladders) {
        if (ladder.from.kind == MomentKind::Confirmed)
            return ladder.rule.cite();
    }
    for (const DeadlineRule &deadline : process.deadlines) {
        if (deadline.after.kind == MomentKind::Confirmed)
            return deadline.rule.cite();
    }
    return {};
}

TriageRow confirmation(const IncidentFeed &feed)
{
    const IncidentState &s = feed.state();
    TriageRow row;
    row.kind = t::Confirmation;
    row.id = u"confirm"_s;
    row.text = Text::tr("Is it real, or a false alarm?");
    row.answer = t::YesNo;
    row.source = confirmationSource(feed.process());
    row.needed = !row.source.isEmpty();
    if (!s.real)
        return row;
    row.state = *s.real ? t::Answered : t::FalseAlarm;
    row.value = *s.real ? Text::tr("It is real") : Text::tr("It is a false alarm");
    for (qsizetype i = s.entries.size() - 1; i >= 0; --i) {
        const Entry &entry = s.entries.at(i);
        if (entry.type != "incident.confirmed"_L1)
            continue;
        row.at = entry.at;
        row.reason = entry.text;
        row.entry = entry.eventId;
        row.ref = u"E%1"_s.arg(i + 1);
        break;
    }
    return row;
}

TriageRow question(const TriageQuestion &asked, const IncidentFeed &feed)
{
    TriageRow row;
    row.kind = t::Question;
    row.id = asked.field->id;
    row.text = fieldName(row.id, feed.process());
    row.needed = asked.required || asked.feeds;
    row.source = asked.rule->cite();
    describeAnswer(row, *asked.field, feed.process());
    row.value = fieldText(feed.state().fields.value(row.id));
    row.state = row.value.isEmpty() ? t::Open : t::Answered;
    if (asked.field->type == FieldType::Flag) // it is typed in words
        row.value = row.value == "yes"_L1 ? u"true"_s : row.value == "no"_L1 ? u"false"_s : row.value;
    for (qsizetype i = 0; i + 1 < row.choices.size(); i += 2) {
        if (row.choices.at(i).compare(row.value, Qt::CaseInsensitive) == 0)
            row.value = row.choices.at(i + 1);
    }
    return row;
}

/// What a table says of a field, where that is not its answer already.
void addProposals(QList<TriageRow> &rows, const TriageQuestion &asked, const IncidentFeed &feed)
{
    for (const TableRule &table : feed.process().tables) {
        if (table.give != GiveKind::Field || table.field != asked.field->id)
            continue;
        const QString value = tableAnswer(table, contextOf(feed)).value;
        if (value.isEmpty() || value.compare(fieldText(feed.state().fields.value(table.field)), Qt::CaseInsensitive) == 0)
            continue;
        TriageRow row;
        row.kind = t::Proposal;
        row.state = t::Proposed;
        row.id = value;
        row.text = asked.field->name;
        row.value = value;
        row.proposes = u"field/"_s + table.field;
        row.reason = tableReason(table, contextOf(feed));
        row.source = table.rule.cite();
        rows.append(row);
    }
}

TriageRow record(const FormRule &form, const IncidentFeed &feed)
{
    const RuleContext context = contextOf(feed);
    TriageRow row;
    row.kind = t::Record;
    row.id = form.rule.id;
    row.text = Text::tr("Triage record");
    row.source = form.rule.cite();
    row.needed = form.rule.effect == RuleEffect::Refuse;
    if (const Instant done = feed.state().forms.value(form.rule.id); done.isSet()) {
        row.state = t::Answered;
        row.at = done;
        return row;
    }
    RecordAtHand atHand{u"triage/"_s + form.rule.id, {}, {}, {}};
    atHand.fields = filledFields(atHand, context);
    for (const Notice &notice : checkRecord(atHand, context))
        row.missing.append(notice.text);
    row.state = row.missing.isEmpty() ? t::Ready : t::Blocked;
    return row;
}

void add(QList<TriageRow> &rows, t::Section section, QList<TriageRow> below)
{
    TriageRow heading;
    heading.section = section;
    heading.count = int(std::count_if(below.begin(), below.end(), [](const TriageRow &row) {
        return row.kind != t::Pattern && row.kind != t::Inside && row.state != t::Retracted;
    }));
    rows.append(heading);
    for (TriageRow &row : below) {
        row.section = section;
        rows.append(row);
    }
}

} // namespace

void describeAnswer(TriageRow &row, const FieldDef &field, const Process &process)
{
    const auto meaning = [&](const QString &value) {
        for (const GlossaryEntry &entry : process.glossary) {
            if (entry.term.compare(field.name + u' ' + value, Qt::CaseInsensitive) == 0)
                return Text::tr("%1 (%2)", "a choice and what it means").arg(value, entry.meaning);
        }
        return value;
    };
    switch (field.type) {
    case FieldType::Flag:
        row.answer = t::YesNo;
        row.choices = QStringList{u"true"_s, Text::tr("Yes"), u"false"_s, Text::tr("No")};
        return;
    case FieldType::Choice: {
        const QStringList &values = field.values;
        const bool yesNo = values.size() == 2 && values.first().compare("yes"_L1, Qt::CaseInsensitive) == 0
                           && values.last().compare("no"_L1, Qt::CaseInsensitive) == 0;
        row.answer = yesNo ? t::YesNo : t::Choice;
        for (const QString &value : values)
            row.choices << value << meaning(value);
        return;
    }
    case FieldType::Long:
    case FieldType::List: row.answer = t::LongWords; return;
    case FieldType::Person: row.answer = t::Person; return;
    default: row.answer = t::Words; return;
    }
}

QString factName(const FactRef &fact, const Process &process)
{
    if (const FieldDef *field = fact.fact == Fact::Field ? process.field(fact.arg) : nullptr)
        return fieldName(field->id, process);
    if (fact.fact == Fact::AlertTag)
        return Text::tr("Tag of an alert");
    if (fact.fact == Fact::AlertType)
        return Text::tr("Kind of an alert");
    return fact.toText();
}

QString tableReason(const TableRule &table, const RuleContext &context)
{
    const TableAnswer answer = tableAnswer(table, context);
    QStringList answers;
    for (qsizetype i = 0; i < table.inputs.size(); ++i) {
        const bool decides = answer.row < 0 || !table.rows.at(answer.row).in.value(i).any;
        const QStringList words = readFact(table.inputs.at(i), context).words;
        if (decides && !words.isEmpty())
            answers.append(Text::tr("%1: %2", "a question and its answer")
                               .arg(factName(table.inputs.at(i), context.process), words.join(u", "_s)));
    }
    const QString said = answers.join(u"; "_s);
    if (answer.row >= 0)
        return Text::tr("row %1 of the table, %2").arg(answer.row + 1).arg(said);
    return Text::tr("no row fits all of it, so the worst that fits one counts: %1").arg(said);
}

QList<TriageRow> askedRows(const IncidentFeed &feed)
{
    QList<TriageRow> rows{confirmation(feed)};
    for (const TriageQuestion &asked : triageQuestions(contextOf(feed))) {
        rows.append(question(asked, feed));
        addProposals(rows, asked, feed);
    }
    for (const FormRule *form : triageForms(contextOf(feed)))
        rows.append(record(*form, feed));
    return rows;
}

QList<TriageRow> triageRows(const IncidentFeed &feed)
{
    QList<TriageRow> rows;
    QList<TriageRow> asked = askedRows(feed);
    // Nobody waits for an answer any more.
    for (TriageRow &row : asked)
        row.needed = row.needed && feed.state().open();
    add(rows, t::Asked, asked);
    add(rows, t::HowBad, severityRows(feed));
    add(rows, t::HowFar, impactRows(feed));
    add(rows, t::Flags, flagRows(feed));
    if (const QList<TriageRow> alerts = alertRows(feed); !alerts.isEmpty())
        add(rows, t::Alerts, alerts);
    add(rows, t::Reports, reportRows(feed));
    if (const QList<TriageRow> onward = onwardRows(feed); !onward.isEmpty())
        add(rows, t::Onward, onward);
    if (const QList<TriageRow> end = endRows(feed); !end.isEmpty())
        add(rows, t::Ending, end);
    return rows;
}

} // namespace fireline::models
