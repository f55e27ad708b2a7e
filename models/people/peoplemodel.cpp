// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/peoplemodel.h"

#include "people/peopleroles.h"
#include "process/deputy.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

/// Without those that say nothing new, the shortest first.
QStringList wordsOf(const QString &id, const QStringList &aliases)
{
    QStringList words = QStringList{id} + aliases;
    words.removeDuplicates();
    std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() < b.size(); });
    return words;
}

} // namespace

PeopleModel::PeopleModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

PeopleModel::~PeopleModel() = default;

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(people::ColumnCount);
}

QList<PeopleModel::Row> PeopleModel::rowsNow() const
{
    const IncidentState &state = m_feed.state();
    const Process &process = m_feed.process();
    QList<Row> rows;
    QStringList names(state.people.begin(), state.people.end());
    names.sort(Qt::CaseInsensitive);
    for (const QString &person : std::as_const(names)) {
        if (process.role(person) || process.contact(person))
            continue;
        QStringList held;
        for (const QString &id : state.rolesOf(person))
            held.append(roleTitle(id, process));
        rows.append({people::PersonKind, {person}, QLocale().createSeparatedList(held), {}});
    }
    for (const RoleDef &role : process.roles)
        rows.append({people::RoleKind, wordsOf(role.id, role.aliases), role.name, state.holders(role.id)});
    for (const ContactDef &contact : process.contacts)
        rows.append({people::ContactKind, {contact.id}, contact.name, {}});
    return rows;
}

void PeopleModel::tellChanges(int row, const Row &)
{
    emit dataChanged(index(row, 0), index(row, people::ColumnCount - 1),
                     {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, people::NameRole, people::HoldersRole});
}

QString PeopleModel::sentence(const Row &row) const
{
    const QString words = QLocale().createSeparatedList(row.words);
    if (!row.holders.isEmpty())
        return tr("%1: %2, held by %3", "words, a role, people").arg(words, row.name, QLocale().createSeparatedList(row.holders));
    return row.name.isEmpty() ? words : tr("%1: %2", "words, a name").arg(words, row.name);
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == people::WordsColumn)
            return u'@' + row.words.join(u" @"_s);
        return row.holders.isEmpty()
                   ? row.name
                   : tr("%1: %2", "a role, who has it").arg(row.name, QLocale().createSeparatedList(row.holders));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    case people::WordRole: return row.words.value(0);
    case people::WordsRole: return row.words;
    case people::KindRole: return row.kind;
    case people::NameRole: return row.name;
    case people::HoldersRole: return row.holders;
    default: return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == people::WordsColumn ? tr("Type") : tr("Who");
}

} // namespace fireline::models
