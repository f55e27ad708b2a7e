// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/completionmodel.h"

#include "entry/completionroles.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

bool isSame(const Candidate &a, const Candidate &b)
{
    return a.word == b.word && a.detail == b.detail && a.positions == b.positions;
}

bool isSame(const QList<Candidate> &a, const QList<Candidate> &b)
{
    return a.size() == b.size()
           && std::equal(a.begin(), a.end(), b.begin(), [](const Candidate &x, const Candidate &y) { return isSame(x, y); });
}

} // namespace

CompletionModel::CompletionModel(QObject *parent) : QAbstractListModel(parent) { }

void CompletionModel::update(const QString &line, qsizetype cursor, const domain::EntryContext &context)
{
    Candidates candidates = candidatesAt(line, cursor, context);
    set(candidates, line.mid(candidates.start, candidates.length));
}

void CompletionModel::clear()
{
    set({}, {});
}

void CompletionModel::set(Candidates candidates, const QString &typed)
{
    m_typed = typed;
    if (isSame(candidates.list, m_now.list)) {
        m_now.start = candidates.start;
        m_now.length = candidates.length;
        return;
    }
    beginResetModel();
    m_now = std::move(candidates);
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_now.list.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Candidate &candidate = m_now.list.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case completionroles::Word: return candidate.word;
    case completionroles::Detail: return candidate.detail;
    case completionroles::Positions: return QVariant::fromValue(candidate.positions);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return candidate.detail.isEmpty() ? candidate.word : tr("%1: %2").arg(candidate.word, candidate.detail);
    default: return {};
    }
}

QHash<int, QByteArray> CompletionModel::roleNames() const
{
    return {{completionroles::Word, "word"}, {completionroles::Detail, "detail"}, {completionroles::Positions, "positions"}};
}

QString CompletionModel::insertion(int row) const
{
    if (row < 0 || row >= m_now.list.size())
        return {};
    const QString &word = m_now.list.at(row).word;
    return word.endsWith(u'=') || word.endsWith(u'.') ? word : word + u' ';
}

bool CompletionModel::isSettled() const
{
    return m_now.list.isEmpty() || (m_now.list.size() == 1 && m_now.list.first().word.compare(m_typed, Qt::CaseInsensitive) == 0);
}

} // namespace fireline::models
