// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbooks/playbooksmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace p = playbooks;

namespace {

constexpr Span lookAgain = Span::seconds(15); // start conditions may be of time

QList<int> changedRoles(const PlaybookRow &a, const PlaybookRow &b)
{
    ChangedRoles changed;
    changed.add(a.text.title != b.text.title, {Qt::DisplayRole});
    changed.add(a.state != b.state, {p::StateRole});
    changed.add(a.reason != b.reason, {p::ReasonRole});
    changed.add(a.word != b.word, {p::ReasonWordRole});
    changed.add(a.count != b.count, {p::CountRole});
    changed.add(a.settled != b.settled, {p::SettledRole});
    changed.add(a.text.tags != b.text.tags, {p::TagsRole});
    changed.add(a.hit.line != b.hit.line, {p::FoundRole});
    changed.add(a.text.path != b.text.path, {p::FileRole});
    changed.add(a.text.builtIn != b.text.builtIn, {p::BuiltInRole});
    changed.add(a.text.problems != b.text.problems, {p::ProblemsRole});
    changed.add(a.source != b.source, {p::SourceRole});
    changed.add(!changed.isEmpty(), {Qt::AccessibleTextRole});
    return changed.roles();
}

} // namespace

PlaybooksModel::PlaybooksModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    look();
    follow();
}

PlaybooksModel::~PlaybooksModel() = default;

/// All there are; rowsNow() leaves away what is not looked for.
void PlaybooksModel::look()
{
    m_looked = m_feed.now();
    m_all = playbookRows(m_texts, {}, {m_feed.state(), m_feed.process(), m_looked}, m_feed.profile());
}

QList<PlaybookRow> PlaybooksModel::rowsNow() const
{
    if (m_query.isEmpty())
        return m_all;
    return playbookRows(m_texts, m_query, {m_feed.state(), m_feed.process(), m_looked}, m_feed.profile());
}

void PlaybooksModel::tellChanges(int row, const PlaybookRow &before)
{
    if (const QList<int> roles = changedRoles(before, m_rows.at(row)); !roles.isEmpty())
        emit dataChanged(index(row), index(row), roles);
}

void PlaybooksModel::sync()
{
    look();
    FeedModel::sync();
    emit situationChanged();
}

void PlaybooksModel::reload()
{
    look();
    FeedModel::reload();
    emit situationChanged();
}

void PlaybooksModel::tick()
{
    if (m_feed.now() - m_looked >= lookAgain)
        sync();
}

void PlaybooksModel::setTexts(const QList<PlaybookText> &texts)
{
    m_texts = texts;
    sync();
}

void PlaybooksModel::setQuery(const QString &query)
{
    if (query.simplified() == m_query)
        return;
    m_query = query.simplified();
    sync();
}

const PlaybookRow *PlaybooksModel::row(const QString &key) const
{
    const auto it = std::find_if(m_all.begin(), m_all.end(), [&](const PlaybookRow &row) { return row.key() == key; });
    return it == m_all.end() ? nullptr : &*it;
}

QString PlaybooksModel::sentence(const PlaybookRow &row) const
{
    const QString &title = row.text.title;
    switch (row.state) {
    case p::Running: return tr("Playbook %1, running: %2 of %3 steps settled").arg(title).arg(row.settled).arg(row.count);
    case p::Suggested: return tr("Playbook %1, suggested").arg(title);
    case p::Ready: return tr("Playbook %1").arg(title);
    case p::Done: return tr("Playbook %1, done").arg(title);
    case p::Missing: return tr("Playbook %1, used in this incident and not in your folder").arg(title);
    case p::Unusable: break;
    }
    return tr("Playbook file %1, to be read only: %2").arg(title, row.text.problems.value(0));
}

QVariant PlaybooksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PlaybookRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.text.title;
    case Qt::AccessibleTextRole: return sentence(row);
    case p::ListIdRole: return row.text.listId;
    case p::StateRole: return row.state;
    case p::ReasonRole: return row.reason;
    case p::ReasonWordRole: return row.word;
    case p::TagsRole: return row.text.tags;
    case p::CountRole: return row.count;
    case p::SettledRole: return row.settled;
    case p::FoundRole: return row.hit.line;
    case p::FileRole: return row.text.path;
    case p::BuiltInRole: return row.text.builtIn;
    case p::ProblemsRole: return row.text.problems;
    case p::SourceRole: return row.source;
    case p::KeyRole: return row.key();
    default: return {};
    }
}

} // namespace fireline::models
