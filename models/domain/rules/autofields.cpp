// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/autofields.h"

#include "process/calendar.h"
#include "process/template.h"
#include "rules/facts.h"
#include "rules/fieldtext.h"
#include "rules/momentreader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

QString slug(const QString &title)
{
    QString text;
    for (const QChar c : title.toLower().normalized(QString::NormalizationForm_KD)) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            text += c;
        else if (!text.isEmpty() && !text.endsWith(u'-') && c.category() != QChar::Mark_NonSpacing)
            text += u'-';
    }
    text.truncate(40);
    while (text.endsWith(u'-'))
        text.chop(1);
    return text;
}

QString between(Instant from, Instant to)
{
    return from.isSet() && to.isSet() && to >= from ? toShortText(to - from) : QString();
}

QString nextUpdate(const RecordAtHand &record, const RuleContext &c)
{
    const Calendar calendar(c.process.calendar, c.process.defaults);
    Instant earliest;
    for (const CadenceRule &rule : c.process.cadences) {
        if (rule.item != CadenceKind::Update || u"update/"_s + rule.arg != record.target || !holds(rule.rule.when, c))
            continue;
        Instant t;
        if (const Span set = c.state.cadences.value(record.target); set.us > 0)
            t = c.now + set;
        else if (const Window *window = rule.every.forSeverity(c.state.severity))
            t = calendar.resolve(*window, c.now).late;
        if (t.isSet() && (!earliest.isSet() || t < earliest))
            earliest = t;
    }
    return clockText(earliest);
}

QString holdersText(const QString &role, const RuleContext &c)
{
    return c.process.role(role) || c.process.contact(role) ? c.state.holders(role).join(u", "_s) : QString();
}

QString detection(const RuleContext &c)
{
    const Instant start = c.state.impactStart.isSet() ? c.state.impactStart : c.state.declaredAt;
    return between(start, latestMoment({MomentKind::Detected, {}}, c));
}

QString resolution(const RuleContext &c)
{
    const Instant start = c.state.impactStart.isSet() ? c.state.impactStart : c.state.declaredAt;
    return between(start, c.state.resolvedAt.isSet() ? c.state.resolvedAt : c.now);
}

QString fixedField(const QString &id, const RecordAtHand &record, const RuleContext &c)
{
    const IncidentState &s = c.state;
    if (id == "now"_L1)
        return clockText(c.now);
    if (id == "severity"_L1)
        return s.severity;
    if (id == "title"_L1)
        return s.title;
    if (id == "service"_L1)
        return s.declaration.value(u"service").toString();
    if (id == "declared_at"_L1)
        return clockText(s.declaredAt);
    if (id == "impact_start"_L1)
        return clockText(s.impactStart);
    if (id == "impact_end"_L1)
        return clockText(s.impactEnd);
    if (id == "duration"_L1)
        return resolution(c);
    if (id == "time_to_detection"_L1)
        return detection(c);
    if (id == "time_to_resolution"_L1)
        return resolution(c);
    if (id == "channel"_L1)
        return channelName(c);
    if (id == "next_update"_L1)
        return nextUpdate(record, c);
    if (id == "status"_L1 || id == "state"_L1)
        return record.state;
    if (id == "id"_L1)
        return s.id.right(6);
    if (id == "phase"_L1) {
        const PhaseDef *phase = s.phase.isEmpty() ? c.process.firstPhase() : c.process.phase(s.phase);
        return phase ? phase->name : s.phase;
    }
    return {};
}

/// A template may name any fact (vocabulary 5, form): its words, or its number.
QString factText(const QString &name, const RuleContext &c)
{
    const qsizetype slash = name.indexOf(u'/');
    const auto fact = fromWord<Fact>(slash < 0 ? name : name.left(slash));
    if (!fact)
        return {};
    const FactValue value = readFact({*fact, slash < 0 ? QString() : name.mid(slash + 1)}, c);
    if (value.number)
        return QString::number(*value.number);
    // What a system answered comes first; that it answered at all is no text.
    if (*fact == Fact::System)
        return value.words.isEmpty() || value.words.first() == "false"_L1 ? QString() : value.words.first();
    return value.words.join(u", "_s);
}

} // namespace

QJsonValue autoField(const QString &id, const RecordAtHand &record, const RuleContext &context)
{
    if (const QString known = fixedField(id, record, context); !known.isEmpty())
        return known;
    if (const QString holders = holdersText(id, context); !holders.isEmpty())
        return holders;
    const FieldDef *field = context.process.field(id);
    if (field && field->fill) {
        if (const Instant t = latestMoment(*field->fill, context); t.isSet())
            return clockText(t);
    }
    if (const QString fact = field ? QString() : factText(id, context); !fact.isEmpty())
        return fact;
    // What a reader outside is told is stated anew each time; only records of the incident itself take earlier answers over.
    if (record.target.startsWith("update/"_L1) || record.target.startsWith("reply/"_L1))
        return QJsonValue(QJsonValue::Undefined);
    return context.state.fields.value(id);
}

QString channelName(const RuleContext &context)
{
    const QString pattern = context.process.systems.value(u"slack"_s).value(u"channel").toString();
    // Who declared may not have known it; the answer came later.
    QString service = context.state.declaration.value(u"service").toString();
    if (service.isEmpty())
        service = context.state.fields.value(u"service").toString();
    QJsonObject values{{u"date"_s, context.state.declaredAt.toUtc().toString(u"yyyy-MM-dd"_s)},
                       {u"slug"_s, slug(context.state.title)},
                       {u"service"_s, slug(service)},
                       {u"id"_s, context.state.id.right(6)},
                       {u"ID"_s, context.state.id.right(6)}};
    for (const QString &name : namesInTemplate(pattern)) {
        if (!values.contains(name))
            values.insert(name, factText(name, context));
    }
    return pattern.isEmpty() ? QString() : u'#' + filledTemplate(pattern, values);
}

QStringList namesInTemplate(const QString &text)
{
    return templateNames(text).names;
}

QString filledTemplate(const QString &text, const QJsonObject &values)
{
    return renderTemplate(text, values, [](const QJsonValue &value) {
        const QString words = fieldText(value);
        return words.isEmpty() ? QCoreApplication::translate("Forms", "(not stated)") : words;
    });
}

} // namespace fireline::domain
