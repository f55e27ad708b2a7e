// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbooktextmodel.h"

using namespace Qt::StringLiterals;

// What the rows of an open playbook tell their view.
namespace fireline::models {

namespace p = playbooks;

int PlaybookTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString PlaybookTextModel::sentence(const PlaybookPartRow &row) const
{
    const QString &text = row.piece.text;
    switch (row.piece.part) {
    case p::Heading: return tr("Heading: %1").arg(text);
    case p::Text: return text;
    case p::Code: return tr("Command: %1").arg(text);
    case p::Evidence: return tr("Kept by %1: %2").arg(row.actor, text);
    case p::Fault: return tr("Fault in the file: %1").arg(text);
    case p::Step: break;
    }
    const QString number = QString::number(row.piece.step);
    switch (row.state) {
    case p::Checked: return tr("Step %1, done by %2: %3").arg(number, row.actor, text);
    case p::Skipped: return tr("Step %1, skipped by %2: %3. Reason: %4").arg(number, row.actor, text, row.why);
    case p::Ticked: return tr("Step %1, seen done: %2").arg(number, text);
    case p::Open: break;
    }
    return row.next ? tr("Next step %1: %2").arg(number, text) : tr("Step %1, open: %2").arg(number, text);
}

QVariant PlaybookTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PlaybookPartRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.piece.text;
    case Qt::AccessibleTextRole: return sentence(row);
    case p::PartRole: return row.piece.part;
    case p::LevelRole: return row.piece.level;
    case p::NumberRole: return row.piece.step;
    case p::PlainRole: return row.piece.plain;
    case p::LineRole: return row.piece.line;
    case p::CommandsRole: return row.commands;
    default: return stepData(row, role);
    }
}

QVariant PlaybookTextModel::stepData(const PlaybookPartRow &row, int role) const
{
    switch (role) {
    case p::StepStateRole: return row.state;
    case p::ActorRole: return row.actor;
    case p::AtRole: return qint64(row.at.us);
    case p::WhyRole: return row.why;
    case p::NextRole: return row.next;
    case p::OwnerRole: return row.owner;
    case p::EntryRole: return row.entry;
    case p::HashRole: return row.hash;
    case p::OtherTextRole: return row.otherText;
    default: return {};
    }
}

} // namespace fireline::models
