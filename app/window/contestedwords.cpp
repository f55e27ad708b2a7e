// SPDX-License-Identifier: GPL-3.0-or-later
#include "contestedwords.h"

#include "clocks/processnames.h"
#include "process/fieldname.h"
#include "process/process.h"
#include "state/closedwords.h"
#include "state/componentstate.h"
#include "state/incidentstate.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::window::ContestedWords)
};

constexpr qsizetype longestValue = 32;

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestValue ? line.left(longestValue) + u'…' : line;
}

/// What stands behind the first slash, and behind the second.
QString owner(const FieldSetting &setting)
{
    return setting.field.section(u'/', 1, 1);
}

QString rest(const FieldSetting &setting)
{
    return setting.field.section(u'/', 2);
}

QString itemId(const FieldSetting &setting, const IncidentState &state)
{
    const ActionItemRecord *item = state.actionItem(owner(setting));
    return item ? item->id : QString();
}

QString orderId(const FieldSetting &setting, const IncidentState &state)
{
    const Order *order = state.order(owner(setting));
    return order ? order->id : QString();
}

QString rowName(const FieldSetting &setting, const IncidentState &state)
{
    const int row = state.entryByEvent.value(owner(setting), -1) + 1;
    return setting.event.type == "entry.retimed"_L1 ? Text::tr("Time of #E%1").arg(row) : Text::tr("Words of #E%1").arg(row);
}

} // namespace

QString contestedName(const FieldSetting &setting, const IncidentState &state, const Process &process)
{
    const QString kind = setting.field.section(u'/', 0, 0);
    if (kind == "severity"_L1)
        return Text::tr("Severity");
    if (kind == "phase"_L1)
        return Text::tr("Phase");
    if (kind == "field"_L1)
        return fieldName(setting.field.section(u'/', 1), process);
    if (kind == "impact"_L1)
        return Text::tr("Impact, %1", "which part of it").arg(closedWord(impactName(setting.body.value(u"field").toString())));
    if (kind == "flag"_L1) {
        const FlagDef *flag = process.flag(owner(setting));
        return Text::tr("Flag “%1”").arg(flag ? flag->name : owner(setting));
    }
    if (kind == "cadence"_L1)
        return Text::tr("Rhythm of %1")
            .arg(ProcessNames(process).name(EntryNames::Kind::Cadence, setting.field.section(u'/', 1)));
    if (kind == "order"_L1)
        return Text::tr("Due time of #%1").arg(orderId(setting, state));
    if (kind == "item"_L1)
        return Text::tr("%1 of #%2", "a field of an action item").arg(fieldName(rest(setting), process), itemId(setting, state));
    if (kind == "review"_L1)
        return Text::tr("Review, %1", "a section of it").arg(rest(setting));
    return rowName(setting, state);
}

QString contestedValue(const FieldSetting &setting, const Process &process, const views::TimeDisplay &times)
{
    const QString &type = setting.event.type;
    if (type == "phase.moved"_L1) {
        const PhaseDef *phase = process.phase(setting.value.toString());
        return phase ? phase->name : setting.value.toString();
    }
    if (type == "flag.set"_L1)
        return Text::tr("set", "a flag");
    if (type == "flag.cleared"_L1)
        return Text::tr("cleared", "a flag");
    if (type == "cadence.set"_L1)
        return toShortText(Span{setting.value.toInteger()});
    if (type == "order.extended"_L1 || type == "entry.retimed"_L1)
        return times.dayMinute(Instant{setting.value.toInteger()});
    if (const auto at = setting.body.value(u"atUs"); type == "impact.stated"_L1 && at.isDouble())
        return times.dayMinute(Instant{at.toInteger()});
    const QString said = setting.value.toVariant().toString();
    const QString text = shortened(type == "impact.stated"_L1 ? closedWord(said) : said);
    return text.isEmpty() ? Text::tr("nothing", "a field that was emptied") : text;
}

Command commandOf(const FieldSetting &setting, const IncidentState &state, const QString &why)
{
    const QString &type = setting.event.type;
    const QJsonObject &body = setting.body;
    if (type == "severity.set"_L1 || type == "phase.moved"_L1)
        return {type == "severity.set"_L1 ? Verb::Severity : Verb::Phase, {}, {}, {{u"id"_s, setting.value}, {u"why"_s, why}}};
    if (type == "flag.set"_L1 || type == "flag.cleared"_L1)
        return {type == "flag.set"_L1 ? Verb::Flag : Verb::Unflag, {}, {}, {{u"id"_s, owner(setting)}, {u"why"_s, why}}};
    if (type == "field.set"_L1)
        return {Verb::Field, {}, {}, {{u"fields"_s, body.value(u"fields")}}};
    if (type == "impact.stated"_L1) {
        QJsonObject args{
            {u"id"_s, body.value(u"field")}, {u"text"_s, body.value(u"value")}, {u"source"_s, body.value(u"source")}};
        if (body.contains(u"atUs"_s))
            args.insert(u"timeUs"_s, body.value(u"atUs"));
        return {Verb::Impact, {}, {}, args};
    }
    if (type == "cadence.set"_L1)
        return {Verb::Cadence, {}, {}, {{u"item"_s, body.value(u"item")}, {u"spanUs"_s, setting.value}}};
    if (type == "order.extended"_L1)
        return {Verb::Extend, {}, {}, {{u"ref"_s, orderId(setting, state)}, {u"dueAtUs"_s, setting.value}}};
    if (type == "actionItem.edited"_L1)
        return {Verb::Edit, {}, {}, {{u"ref"_s, itemId(setting, state)}, {u"fields"_s, body.value(u"fields")}}};
    if (type == "review.edited"_L1)
        return {Verb::ReviewEdit, {}, {}, {{u"id"_s, body.value(u"review")}, {u"fields"_s, body.value(u"sections")}}};
    if (type == "entry.retimed"_L1)
        return {Verb::Retime, {}, {}, {{u"ref"_s, owner(setting)}, {u"timeUs"_s, setting.value}, {u"why"_s, why}}};
    const QJsonObject fields{{body.value(u"field").toString(), setting.value}};
    return {Verb::Correct, {}, {}, {{u"ref"_s, owner(setting)}, {u"fields"_s, fields}, {u"why"_s, why}}};
}

} // namespace fireline::window
