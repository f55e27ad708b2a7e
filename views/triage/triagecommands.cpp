// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/triagecommands.h"

#include "triage/triagemodel.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::views {

using domain::Command;
using domain::Verb;

namespace {

/// The answers to inputs whose keys begin with "field_".
QJsonObject fieldsOf(const QJsonObject &values)
{
    QJsonObject fields;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it.key().startsWith("field_"_L1) && !it.value().toString().isEmpty())
            fields.insert(it.key().mid(6), it.value());
    }
    return fields;
}

} // namespace

Command TriageCommands::report(const QJsonObject &values) const
{
    Command command;
    command.verb = Verb::Report;
    QJsonObject fields = fieldsOf(values);
    if (const QString same = values.value(u"same").toString(); !same.isEmpty())
        fields.insert(m_model.sameKey(), same);
    command.args = {{u"text"_s, values.value(u"text")}};
    if (!fields.isEmpty())
        command.args.insert(u"fields"_s, fields);
    return command;
}

// What the console knew already is not said once more.
Command TriageCommands::end(const QString &what, const QJsonObject &values) const
{
    Command command;
    command.verb = what == "close"_L1 ? Verb::Close : Verb::Resolve;
    command.by = values.value(u"who").toString();
    QJsonObject fields = fieldsOf(values);
    for (const models::TriageField &field : m_model.resolutionFields()) {
        if (fields.value(field.id).toString() == field.known)
            fields.remove(field.id);
    }
    command.args = {{u"text"_s, values.value(u"text")}};
    if (!fields.isEmpty())
        command.args.insert(u"fields"_s, fields);
    return command;
}

Command TriageCommands::link(const QString &ref, const QJsonObject &values) const
{
    Command command;
    command.verb = Verb::Note;
    const QString to = values.value(u"to").toString();
    const QString said = values.value(u"text").toString();
    command.args = {
        {u"text"_s, said.isEmpty() ? tr("#%1 belongs to #%2").arg(ref, to) : tr("#%1 belongs to #%2: %3").arg(ref, to, said)},
        {u"links"_s, QJsonArray{ref, to}}};
    return command;
}

Command TriageCommands::of(const QString &form, const QJsonObject &values) const
{
    const QString what = form.section(u'/', 0, 0);
    const QString arg = form.section(u'/', 1, what == "need"_L1 ? 1 : -1);
    Command command;
    if (what == "report"_L1)
        return report(values);
    if (what == "link"_L1)
        return link(arg, values);
    if (what == "end"_L1)
        return end(arg, values);
    if (what == "need"_L1) {
        command.verb = Verb::GateConfirm;
        command.by = values.value(u"who").toString();
        command.args = {{u"id"_s, arg}, {u"item"_s, form.section(u'/', 2).toInt()}, {u"why"_s, values.value(u"why")}};
        return command;
    }
    if (what == "confirm"_L1) {
        command.verb = Verb::Confirm;
        command.args = {{u"real"_s, values.value(u"real").toString() == "true"_L1}, {u"why"_s, values.value(u"why")}};
    } else if (what == "field"_L1) {
        command.verb = Verb::Field;
        command.args = {{u"fields"_s, fieldsOf(values)}};
    } else if (what == "record"_L1) {
        command.verb = Verb::Draft;
        command.args = {{u"id"_s, arg}, {u"fields"_s, fieldsOf(values)}};
    } else if (what == "severity"_L1) {
        command.verb = Verb::Severity;
        command.args = {{u"id"_s, values.value(u"id")}, {u"why"_s, values.value(u"why")}};
    } else {
        command.verb = what == "flag"_L1 ? Verb::Flag : Verb::Unflag;
        command.args = {{u"id"_s, arg}, {u"why"_s, values.value(u"why")}};
    }
    return command;
}

} // namespace fireline::views
