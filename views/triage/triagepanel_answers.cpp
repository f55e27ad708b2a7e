// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// What comes of a form of triage that was filled in, and which form words that were left belong to.
namespace fireline::views {

namespace t = models::triage;
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

Command TriagePanel::reportOf(const QJsonObject &values) const
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
Command TriagePanel::endOf(const QString &what, const QJsonObject &values) const
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

Command TriagePanel::linkOf(const QString &ref, const QJsonObject &values) const
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

Command TriagePanel::commandOf(const QString &id, const QJsonObject &values) const
{
    const QString what = id.section(u'/', 0, 0);
    const QString arg = id.section(u'/', 1, what == "need"_L1 ? 1 : -1);
    Command command;
    if (what == "report"_L1)
        return reportOf(values);
    if (what == "link"_L1)
        return linkOf(arg, values);
    if (what == "end"_L1)
        return endOf(arg, values);
    if (what == "need"_L1) {
        command.verb = Verb::GateConfirm;
        command.by = values.value(u"who").toString();
        command.args = {{u"id"_s, arg}, {u"item"_s, id.section(u'/', 2).toInt()}, {u"why"_s, values.value(u"why")}};
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

// What would be refused stays in the form, with the reason.
void TriagePanel::send(const QString &id, const QJsonObject &values)
{
    const Command command = commandOf(id, values);
    if (const QString why = m_model.whyNot(command); !why.isEmpty() && m_form->id() == id) {
        m_form->setProblem(why);
        return;
    }
    const auto ask = [&] { emit commandRequested(command); };
    m_form->id() == id ? m_form->send(ask) : ask();
}

QModelIndex TriagePanel::rowOf(int kind, int role, const QString &value, int count) const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row);
        const bool same = (kind < 0 || index.data(t::KindRole).toInt() == kind) && index.data(role).toString() == value;
        if (same && (count < 0 || index.data(t::CountRole).toInt() == count))
            return index;
    }
    return {};
}

void TriagePanel::resume(const QString &id)
{
    if (!overWhyNot().isEmpty())
        return;
    const QString what = id.section(u'/', 0, 0);
    const QString arg = id.section(u'/', 1, what == "need"_L1 ? 1 : -1);
    if (what == "confirm"_L1)
        askConfirmation(arg == "real"_L1);
    else if (what == "severity"_L1)
        askSeverity(arg, {});
    else if (what == "report"_L1)
        newReport(arg);
    else
        resumeRow(id, what, arg);
}

void TriagePanel::resumeRow(const QString &id, const QString &what, const QString &arg)
{
    const auto at = [this](const QModelIndex &index, auto ask) {
        if (!index.isValid())
            return;
        m_view->setCurrentIndex(index);
        ask(QModelIndex(index));
    };
    if (what == "field"_L1)
        at(rowOf(t::Question, t::IdRole, arg), [this](const QModelIndex &row) { askField(row); });
    else if (what == "record"_L1)
        at(rowOf(t::Record, t::IdRole, arg), [this](const QModelIndex &row) { askRecord(row); });
    else if (what == "flag"_L1 || what == "unflag"_L1)
        at(rowOf(t::Flag, t::IdRole, arg), [&](const QModelIndex &row) {
            if ((row.data(t::StateRole).toInt() != t::Set) == (what == "flag"_L1))
                askFlag(arg, what == "flag"_L1);
        });
    else if (what == "link"_L1)
        at(rowOf(-1, t::RefRole, arg), [this](const QModelIndex &) { link(); });
    else if (what == "need"_L1)
        at(rowOf(t::Need, t::IdRole, arg, id.section(u'/', 2).toInt()), [this](const QModelIndex &row) { confirmNeed(row); });
    else if (what == "end"_L1)
        at(rowOf(t::Next, t::ProposesRole, arg),
           [&](const QModelIndex &row) { askEnd(arg, row.data(t::ItemsRole).toStringList()); });
}

} // namespace fireline::views
