// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/rolesmodel.h"

#include "process/deputy.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

bool isRequired(const RoleDef &role, const IncidentState &state)
{
    // Somebody has to command whatever the severity, and before it is known.
    return role.commands || role.required.contains(state.severity);
}

} // namespace

RolesModel::RolesModel(IncidentFeed &feed, QObject *parent)
    : FeedModel(feed, parent)
    , m_people(people())
    , m_members(members())
    , m_over(!feed.state().open())
{
    follow();
}

RolesModel::~RolesModel() = default;

int RolesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(roles::ColumnCount);
}

QString RolesModel::roleName(const QString &roleId) const
{
    return roleTitle(roleId, m_feed.process());
}

RolesModel::Row RolesModel::vacantRow(const RoleDef &role) const
{
    Row row;
    row.roleId = role.id;
    row.required = isRequired(role, m_feed.state());
    row.id = {role.id, QString()};
    return row;
}

RolesModel::Row RolesModel::heldRow(const Holding &holding) const
{
    const RoleDef *role = m_feed.process().role(holding.role);
    Row row;
    row.roleId = holding.role;
    row.person = holding.person;
    row.since = holding.since;
    row.seen = m_feed.state().lastSeen.value(holding.person);
    row.note = holding.note;
    row.sees = m_feed.state().maySee(holding.person);
    row.required = role && isRequired(*role, m_feed.state());
    const auto &handover = m_feed.state().handover;
    if (handover && handover->state == Handover::State::Running && handover->role == holding.role)
        row.next = handover->to;
    row.deputy = deputiesOf(holding.role, m_feed.state()).join(u", "_s);
    row.relief = reliefOf(holding, m_feed);
    takeTime(row);
    row.id = {holding.role, role && role->single ? QString() : holding.person};
    return row;
}

/// What time alone changes: how long they are on, with what the process says of that, and when they are to be heard of.
void RolesModel::takeTime(Row &row) const
{
    row.onForMinutes = std::max<qint64>(0, (m_feed.now() - row.since).us / Span::minutes(1).us);
    if (!m_feed.state().open())
        return;
    row.tenure = tenureOf(row.roleId, row.since, m_feed.process(), m_feed.clocks(), m_feed.now());
    row.checkIn = checkInOf(std::max(row.seen, row.since), checkInRhythm(m_feed), m_feed.now());
}

// Whoever only stands in for somebody has no role of their own.
void RolesModel::addIdlePeople(QList<Row> &rows) const
{
    for (const QString &person : people()) {
        const QStringList roles = m_feed.state().rolesOf(person);
        const bool works = std::any_of(roles.begin(), roles.end(), [](const QString &role) { return deputised(role).isEmpty(); });
        if (works || m_feed.process().role(person) || m_feed.process().contact(person))
            continue;
        Row row;
        row.person = person;
        row.note = roles.isEmpty() ? QString() : roleName(roles.first());
        row.seen = m_feed.state().lastSeen.value(person);
        row.sees = m_feed.state().maySee(person);
        row.id = {QString(), person};
        rows.append(row);
    }
}

QList<RolesModel::Row> RolesModel::rowsNow() const
{
    QList<Row> missing;
    QList<Row> held;
    QList<Row> vacant;
    const QList<Holding> &holdings = m_feed.state().holdings;
    for (const RoleDef &role : m_feed.process().roles) {
        const qsizetype before = held.size();
        for (const Holding &holding : holdings) {
            if (holding.role == role.id)
                held.append(heldRow(holding));
        }
        if (held.size() == before) {
            const Row row = vacantRow(role);
            (row.required && m_feed.state().open() ? missing : vacant).append(row);
        }
    }
    for (const Holding &holding : holdings) {
        if (!m_feed.process().role(holding.role) && !m_feed.process().role(deputised(holding.role)))
            held.append(heldRow(holding));
    }
    QList<Row> rows = missing + held + vacant;
    addIdlePeople(rows);
    return rows;
}

QStringList RolesModel::people() const
{
    const QSet<QString> &known = m_feed.state().people;
    QStringList names(known.begin(), known.end());
    if (!names.contains(m_feed.profile()))
        names.append(m_feed.profile());
    if (m_feed.state().isPrivate) {
        for (const QString &member : m_feed.state().members) {
            if (!names.contains(member, Qt::CaseInsensitive))
                names.append(member);
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

QVariant RolesModel::members() const
{
    return m_feed.state().isPrivate ? QVariant(m_feed.state().members) : QVariant();
}

void RolesModel::tellChanges(int row, const Row &before)
{
    const Row &now = m_rows.at(row);
    ChangedRoles changed({Qt::AccessibleTextRole});
    changed.add(before.person != now.person, {Qt::DisplayRole, roles::PersonRole, roles::IsMeRole});
    changed.add(before.since != now.since, {roles::SinceRole});
    changed.add(before.onForMinutes != now.onForMinutes, {Qt::DisplayRole, roles::OnForRole});
    changed.add(before.seen != now.seen, {roles::SeenRole});
    changed.add(before.next != now.next, {Qt::DisplayRole, roles::NextRole});
    changed.add(before.note != now.note, {Qt::DisplayRole, roles::NoteRole});
    changed.add(before.deputy != now.deputy, {Qt::DisplayRole, roles::DeputyRole});
    changed.add(!(before.checkIn == now.checkIn), {Qt::DisplayRole, roles::CheckInRole, roles::MinutesRole});
    changed.add(!(before.relief == now.relief), {roles::ReliefAtRole, roles::ReliefToRole});
    changed.add(before.required != now.required, {roles::RequiredRole});
    changed.add(before.sees != now.sees, {Qt::DisplayRole, roles::SeesRole});
    changed.add(!(before.tenure == now.tenure), {roles::LoadRole, roles::LimitRole, roles::AdviceRole, roles::SourceRole});
    emit dataChanged(index(row, 0), index(row, roles::ColumnCount - 1), changed.roles());
}

void RolesModel::reload()
{
    m_people = people();
    m_members = members();
    m_over = !m_feed.state().open();
    FeedModel::reload();
}

void RolesModel::sync()
{
    FeedModel::sync();
    const bool over = !m_feed.state().open();
    const QStringList known = people();
    const QVariant seeing = members();
    const bool others = std::exchange(m_people, known) != known;
    const bool ended = std::exchange(m_over, over) != over;
    if (std::exchange(m_members, seeing) != seeing || others || ended)
        emit dataChanged(index(0, 0), index(rowCount() - 1, roles::ColumnCount - 1),
                         {roles::PeopleRole, roles::OverRole, roles::MembersRole});
}

// Time alone changes how long somebody is on, and with it what the process says of that.
void RolesModel::tick()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        Row &shown = m_rows[row];
        if (!shown.since.isSet())
            continue;
        const Row before = shown;
        takeTime(shown);
        if (!(before == shown))
            tellChanges(row, before);
    }
}

QVariant RolesModel::duties(const Row &row, int role) const
{
    const RoleDef *def = m_feed.process().role(row.roleId);
    switch (role) {
    case roles::CommandsRole: return def && def->commands;
    case roles::SingleRole: return def && def->single;
    case roles::DutiesRole: return def ? def->duties : QStringList();
    case roles::AvoidRole: return def ? def->avoid : QStringList();
    default: return {};
    }
}

QString RolesModel::sentence(const Row &row) const
{
    if (!row.person.isEmpty() && !row.sees)
        return row.roleId.isEmpty() ? tr("%1 has no role and may not see this private incident.").arg(row.person)
                                    : tr("%1: %2, who may not see this private incident.").arg(roleName(row.roleId), row.person);
    if (row.roleId.isEmpty())
        return row.note.isEmpty() ? tr("%1 has no role.").arg(row.person)
                                  : tr("%1: %2.", "a person, whose deputy they are").arg(row.person, row.note);
    const QString role = roleName(row.roleId);
    if (row.person.isEmpty())
        return row.required ? tr("%1 is vacant and required.").arg(role) : tr("%1 is vacant.").arg(role);
    QString text = heldSentence(row);
    if (!row.deputy.isEmpty())
        text += u' ' + tr("Deputy: %1.").arg(row.deputy);
    if (row.relief.askedAt.isSet())
        text += u' ' + tr("%1 asks for relief.").arg(row.person);
    if (row.checkIn.state == checkin::Late)
        return text + u' ' + tr("To be heard of since %n minutes.", nullptr, row.checkIn.minutes);
    if (row.checkIn.state != checkin::None)
        return text + u' ' + tr("To be heard of within %n minutes.", nullptr, row.checkIn.minutes);
    return text;
}

QString RolesModel::heldSentence(const Row &row) const
{
    const QString role = roleName(row.roleId);
    const int minutes = int(row.onForMinutes);
    if (!row.next.isEmpty())
        return tr("%1: %2, on for %n minutes, being handed over to %3.", nullptr, minutes).arg(role, row.person, row.next);
    switch (row.tenure.load) {
    case tenure::Fine: break;
    case tenure::Plan:
        return tr("%1: %2, on for %n minutes. The handover is to be planned.", nullptr, minutes).arg(role, row.person);
    case tenure::Over:
        return tr("%1: %2, on for %n minutes, longer than the process allows.", nullptr, minutes).arg(role, row.person);
    }
    return tr("%1: %2, on for %n minutes.", nullptr, minutes).arg(role, row.person);
}

QVariant RolesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case roles::RoleColumn: return row.roleId.isEmpty() ? QString() : roleName(row.roleId);
        case roles::PersonColumn: return row.person;
        case roles::DeputyColumn: return row.deputy;
        case roles::NextColumn: return row.next;
        default: return {};
        }
    case Qt::EditRole:
        return index.column() == roles::PersonColumn   ? row.person
               : index.column() == roles::DeputyColumn ? row.deputy
                                                       : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return sentence(row);
    case roles::RoleIdRole: return row.roleId;
    case roles::RoleNameRole: return row.roleId.isEmpty() ? QString() : roleName(row.roleId);
    case roles::PersonRole: return row.person;
    case roles::SinceRole: return row.since.us;
    case roles::OnForRole: return Span::minutes(row.onForMinutes).us;
    case roles::SeenRole: return row.seen.us;
    case roles::NextRole: return row.next;
    case roles::NoteRole: return row.note;
    case roles::RequiredRole: return row.required;
    case roles::DeputyRole: return row.deputy;
    case roles::CheckInRole: return int(row.checkIn.state);
    case roles::MinutesRole: return row.checkIn.minutes;
    case roles::ReliefAtRole: return row.relief.askedAt.us;
    case roles::ReliefToRole: return row.relief.to.isEmpty() ? row.deputy.section(u", "_s, 0, 0) : row.relief.to;
    case roles::ReliefLineRole: return m_over ? QString() : reliefLine(row.roleId, row.person, m_feed);
    case roles::LoadRole: return int(row.tenure.load);
    case roles::LimitRole: return row.tenure.limit.us;
    case roles::AdviceRole: return row.tenure.advice;
    case roles::SourceRole: return row.tenure.source;
    case roles::IsMeRole: return !row.person.isEmpty() && row.person.compare(m_feed.profile(), Qt::CaseInsensitive) == 0;
    case roles::PeopleRole: return m_people;
    case roles::ProfileRole: return m_feed.profile();
    case roles::OverRole: return m_over;
    case roles::SeesRole: return row.sees;
    case roles::MembersRole: return m_members;
    default: return duties(row, role);
    }
}

QVariant RolesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    // Its heading is short, so that the name of who commands is whole beside it on a small screen.
    if (section == roles::CheckInColumn && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return tr("Check-in: when each person is to be heard of again");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case roles::RoleColumn: return tr("Role");
    case roles::PersonColumn: return tr("Person");
    case roles::OnForColumn: return tr("Hours");
    case roles::CheckInColumn: return tr("Due", "the next check-in of a person");
    case roles::DeputyColumn: return tr("Deputy");
    case roles::NextColumn: return tr("Taking over");
    default: return {};
    }
}

Qt::ItemFlags RolesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_over)
        return flags;
    const Row &row = m_rows.at(index.row());
    if (!row.person.isEmpty())
        flags |= Qt::ItemIsDragEnabled;
    if (row.roleId.isEmpty())
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    if (index.column() == roles::PersonColumn || (index.column() == roles::DeputyColumn && !row.person.isEmpty()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList RolesModel::mimeTypes() const
{
    return {QLatin1String(roles::personMimeType)};
}

QMimeData *RolesModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || indexes.first().data(roles::PersonRole).toString().isEmpty())
        return nullptr;
    const QString person = indexes.first().data(roles::PersonRole).toString();
    auto *mime = new QMimeData;
    mime->setData(QLatin1String(roles::personMimeType), person.toUtf8());
    mime->setText(person);
    return mime;
}

} // namespace fireline::models
