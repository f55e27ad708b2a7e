// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "triage/triagecommands.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"
#include "triage/triageplaces.h"

using namespace Qt::StringLiterals;

// What becomes of a form of triage that was filled in, and which form words that were left belong to.
namespace fireline::views {

namespace t = models::triage;
using domain::Command;

// What would be refused stays in the form, with the reason.
void TriagePanel::send(const QString &id, const QJsonObject &values)
{
    if (id == "situation"_L1)
        return sendSituation(values);
    const Command command = TriageCommands(m_model).of(id, values);
    if (const QString why = m_model.whyNot(command); !why.isEmpty() && m_form->id() == id) {
        m_form->setProblem(why);
        return;
    }
    const auto ask = [&] { emit commandRequested(command); };
    m_form->id() == id ? m_form->send(ask) : ask();
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
    else if (what == "situation"_L1)
        askSituation();
    else if (what == "report"_L1)
        newReport(arg);
    else
        resumeRow(id, what, arg);
}

bool TriagePanel::writeRecord(const QString &form)
{
    emit showRequested(); // its rows follow the record while they are seen
    const QModelIndex row = triageRow(m_model, t::Record, t::IdRole, form);
    if (!row.isValid() || !overWhyNot().isEmpty())
        return false;
    showRow(row.row());
    if (row.data(t::StateRole).toInt() != t::Ready)
        askRecord(row);
    return true;
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
        at(triageRow(m_model, t::Question, t::IdRole, arg), [this](const QModelIndex &row) { askField(row); });
    else if (what == "record"_L1)
        at(triageRow(m_model, t::Record, t::IdRole, arg), [this](const QModelIndex &row) { askRecord(row); });
    else if (what == "flag"_L1 || what == "unflag"_L1)
        at(triageRow(m_model, t::Flag, t::IdRole, arg), [&](const QModelIndex &row) {
            if ((row.data(t::StateRole).toInt() != t::Set) == (what == "flag"_L1))
                askFlag(arg, what == "flag"_L1);
        });
    else if (what == "link"_L1)
        at(triageRow(m_model, -1, t::RefRole, arg), [this](const QModelIndex &) { link(); });
    else if (what == "need"_L1)
        at(triageRow(m_model, t::Need, t::IdRole, arg, id.section(u'/', 2).toInt()),
           [this](const QModelIndex &row) { confirmNeed(row); });
    else if (what == "end"_L1)
        at(triageRow(m_model, t::Next, t::ProposesRole, arg),
           [&](const QModelIndex &row) { askEnd(arg, row.data(t::ItemsRole).toStringList()); });
}

} // namespace fireline::views
