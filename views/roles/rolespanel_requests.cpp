// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "entry/entry.h"
#include "process/deputy.h"
#include "roles/rolespanel.h"
#include "roles/rolesroles.h"
#include "roles/rolesview.h"

#include <QJsonArray>
#include <QMenu>

using namespace Qt::StringLiterals;

// What the role board asks for: by keys, buttons, menu and drag.
namespace fireline::views {

namespace roles = models::roles;
using domain::Verb;

void RolesPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    actions.add(
        {u"roles.takeCommand"_s, tr("Take command"), tr("You command the incident from now on."), u"incident"_s, u"role"_s},
        [this] { takeCommand(); },
        [this] {
            const QModelIndex row = commanderRow();
            const bool held = row.isValid() && !row.data(roles::PersonRole).toString().isEmpty();
            return held ? tr("%1 has command. Ask for a handover.").arg(row.data(roles::PersonRole).toString()) : QString();
        });
    actions.add(
        {u"roles.assign"_s, tr("Assign the selected role…"), tr("Gives the role that is selected in the role board to somebody."),
         u"incident"_s, u"person"_s},
        [this] { edit(); }, [this] { return assignWhyNot(); });
    actions.add({u"roles.checkIn"_s,
                 tr("Check in"),
                 tr("Notes that the person selected in the role board was heard of, which begins their call-back anew."),
                 u"incident"_s,
                 u"ack"_s,
                 {QKeySequence(u"Ctrl+Shift+B"_s)}},
                [this] { checkIn(); });
    actions.add(
        {u"roles.leave"_s, tr("Leave the selected role"), tr("Takes the selected person out of the role."), u"incident"_s,
         u"remove"_s},
        [this] { leave(); }, [this] { return leaveWhyNot(); });
    addPeopleActions(actions);
    addMemberActions(actions);
}

void RolesPanel::addPeopleActions(ActionRegistry &actions)
{
    actions.add(
        {u"roles.deputy"_s, tr("Name a deputy for the selected role…"),
         tr("Says who stands in for whoever has the selected role; nothing of the role goes to them."), u"incident"_s,
         u"people"_s},
        [this] { editDeputy(); }, [this] { return deputyWhyNot(); });
    actions.add(
        {u"roles.relief"_s, tr("Ask for relief…"),
         tr("Asks the deputy, or who commands, to relieve the selected person; the board then offers the handover."),
         u"incident"_s, u"handover"_s},
        [this] { askRelief(); }, [this] { return reliefWhyNot(); });
    actions.add(
        {u"roles.rhythm"_s, tr("Set how often everybody checks in…"),
         tr("Sets the time within which everybody with a role is to be heard of."), u"incident"_s, u"clock"_s},
        [this] { setRhythm(); }, [this] { return rhythmWhyNot(); });
}

QString RolesPanel::deputyWhyNot() const
{
    return leaveWhyNot();
}

/// The selected one, else one's own.
QModelIndex RolesPanel::reliefRow() const
{
    if (!current().data(roles::ReliefLineRole).toString().isEmpty())
        return current();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, roles::PersonColumn);
        if (index.data(roles::IsMeRole).toBool() && !index.data(roles::ReliefLineRole).toString().isEmpty())
            return index;
    }
    return {};
}

QString RolesPanel::reliefWhyNot() const
{
    const QModelIndex row = reliefRow();
    if (!row.isValid())
        return tr("Select who is to be relieved of a role.");
    return row.data(roles::NextRole).toString().isEmpty()
               ? QString()
               : tr("%1 is taking over already.").arg(row.data(roles::NextRole).toString());
}

QString RolesPanel::rhythmWhyNot() const
{
    return m_model->index(0, 0).data(roles::OverRole).toBool() ? tr("The incident is over.") : QString();
}

// The line can be changed before it is entered: whom to ask, why, and until when.
void RolesPanel::askRelief()
{
    if (reliefWhyNot().isEmpty())
        emit entryRequested(reliefRow().data(roles::ReliefLineRole).toString());
}

void RolesPanel::setRhythm()
{
    emit entryRequested(u"/cadence checkin "_s);
}

void RolesPanel::editDeputy()
{
    if (!deputyWhyNot().isEmpty())
        return;
    m_naming = true;
    showColumns();
    m_view->setFocus();
    m_view->edit(current().siblingAtColumn(roles::DeputyColumn));
}

void RolesPanel::nameDeputy(const QModelIndex &row, const QString &named)
{
    const QString id = domain::deputyOf(row.data(roles::RoleIdRole).toString());
    const QString deputy = row.data(roles::DeputyRole).toString();
    if (named == deputy)
        return;
    if (named.isEmpty())
        request(Verb::Role, {{u"id"_s, id}, {u"leave"_s, true}, {u"person"_s, deputy}});
    else
        request(Verb::Role, {{u"id"_s, id}, {u"who"_s, QJsonArray{named}}});
}

void RolesPanel::addMemberActions(ActionRegistry &actions)
{
    actions.add(
        withoutWayBack({u"roles.makePrivate"_s, tr("Make the incident private…"),
                        tr("From then on only those you name see it on a shared backend, and nothing of it goes outside."),
                        u"incident"_s, u"lock"_s}),
        [this] { makePrivate(); }, [this] { return privateWhyNot(); });
    actions.add(
        {u"roles.addMember"_s, tr("Let somebody see the private incident…"), tr("Names who else may see it on a shared backend."),
         u"incident"_s, u"unlock"_s},
        [this] { addMember(); }, [this] { return membersWhyNot(); });
    actions.add(
        {u"roles.removeMember"_s, tr("Hide the private incident from somebody…"),
         tr("From then on they see nothing new of it on a shared backend. What they have stays with them."), u"incident"_s,
         u"hide"_s},
        [this] { removeMember(); }, [this] { return membersWhyNot(); });
}

QString RolesPanel::privateWhyNot() const
{
    return m_model->index(0, 0).data(roles::MembersRole).isValid() ? tr("The incident is private already.") : QString();
}

QString RolesPanel::membersWhyNot() const
{
    return privateWhyNot().isEmpty() ? tr("The incident is not private.") : QString();
}

void RolesPanel::makePrivate()
{
    QJsonArray held;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, roles::PersonColumn);
        const QString person = index.data(roles::PersonRole).toString();
        const bool works = !person.isEmpty() && !index.data(roles::RoleIdRole).toString().isEmpty();
        if (works && !index.data(roles::IsMeRole).toBool() && !held.contains(person))
            held.append(person);
    }
    emit entryRequested(held.isEmpty() ? u"/private @"_s
                                       : domain::formatEntry({Verb::Restrict, {}, {}, {{u"who"_s, held}}}) + u' ');
}

void RolesPanel::addMember()
{
    emit entryRequested(u"/member @"_s);
}

void RolesPanel::removeMember()
{
    const QString person = current().data(roles::PersonRole).toString();
    const QJsonObject args{{u"who"_s, QJsonArray{person}}};
    emit entryRequested(person.isEmpty() ? u"/unmember @"_s : domain::formatEntry({Verb::RemoveMember, {}, {}, args}) + u' ');
}

QString RolesPanel::assignWhyNot() const
{
    const QModelIndex row = current();
    if (!row.isValid())
        return tr("Select a role first.");
    if (row.data(roles::OverRole).toBool())
        return tr("The incident is over; roles are no longer given.");
    return row.data(roles::RoleIdRole).toString().isEmpty() ? tr("Select a role rather than a person without one.") : QString();
}

QString RolesPanel::leaveWhyNot() const
{
    if (const QString why = assignWhyNot(); !why.isEmpty())
        return why;
    return current().data(roles::PersonRole).toString().isEmpty() ? tr("Nobody has this role.") : QString();
}

void RolesPanel::request(Verb verb, const QJsonObject &args)
{
    emit commandRequested({verb, {}, {}, args});
}

void RolesPanel::takeCommand()
{
    request(Verb::Claim, {});
}

void RolesPanel::edit()
{
    if (!assignWhyNot().isEmpty())
        return;
    m_view->setFocus();
    m_view->edit(current());
}

void RolesPanel::assign(const QModelIndex &role, const QString &named)
{
    const QString id = role.data(roles::RoleIdRole).toString();
    const QString holder = role.data(roles::PersonRole).toString();
    QString person = named.trimmed();
    if (person.startsWith(u'@'))
        person.remove(0, 1);
    for (const QString &known : role.data(roles::PeopleRole).toStringList()) {
        if (known.compare(person, Qt::CaseInsensitive) == 0)
            person = known;
    }
    if (role.column() == roles::DeputyColumn && !id.isEmpty())
        return nameDeputy(role, person);
    if (id.isEmpty() || person.isEmpty() || person == holder)
        return;
    const QJsonObject args{{u"id"_s, id}, {u"who"_s, QJsonArray{person}}};
    const bool commands = role.data(roles::CommandsRole).toBool();
    if (commands && holder.isEmpty() && person == role.data(roles::ProfileRole).toString())
        takeCommand();
    else if (commands && !holder.isEmpty())
        request(Verb::Handover, args); // command passes by handover alone
    else
        request(Verb::Role, args);
}

void RolesPanel::leave()
{
    if (!leaveWhyNot().isEmpty())
        return;
    request(Verb::Role, {{u"id"_s, current().data(roles::RoleIdRole).toString()},
                         {u"leave"_s, true},
                         {u"person"_s, current().data(roles::PersonRole).toString()}});
}

void RolesPanel::checkIn()
{
    const QString person = current().data(roles::PersonRole).toString();
    request(Verb::CheckIn, {{u"who"_s, QJsonArray{person.isEmpty() ? u"me"_s : person}}});
}

void RolesPanel::handOver(const QModelIndex &row)
{
    const QString to = row.data(roles::ReliefToRole).toString();
    const QJsonObject args{{u"who"_s, QJsonArray{to}}, {u"id"_s, row.data(roles::RoleIdRole).toString()}};
    emit entryRequested(to.isEmpty() ? u"/handover @"_s : domain::formatEntry({Verb::Handover, {}, {}, args}));
}

void RolesPanel::addAssignMenu(QMenu *menu, const QString &person)
{
    QMenu *to = menu->addMenu(tr("Give %1 a role").arg(person));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QPersistentModelIndex index = m_model->index(row, roles::PersonColumn);
        if (!index.flags().testFlag(Qt::ItemIsDropEnabled))
            continue;
        const QString role = index.data(roles::RoleNameRole).toString();
        const QString holder = index.data(roles::PersonRole).toString();
        to->addAction(holder.isEmpty() ? role : tr("%1 (now %2)").arg(role, holder), this,
                      [this, index, person] { assign(index, person); });
    }
    to->setEnabled(!to->isEmpty());
}

void RolesPanel::showMenu(const QPoint &at)
{
    const QModelIndex row = current();
    if (!row.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rolesMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Assign…"), this, &RolesPanel::edit)->setEnabled(assignWhyNot().isEmpty());
    const QString person = row.data(roles::PersonRole).toString();
    if (!person.isEmpty())
        addAssignMenu(menu, person);
    menu->addAction(tr("Check in"), this, &RolesPanel::checkIn);
    menu->addAction(tr("Leave role"), this, &RolesPanel::leave)->setEnabled(leaveWhyNot().isEmpty());
    menu->addAction(tr("Hand over…"), this, [this] { handOver(current()); })->setEnabled(leaveWhyNot().isEmpty());
    menu->addAction(tr("Ask for relief…"), this, &RolesPanel::askRelief)->setEnabled(reliefWhyNot().isEmpty());
    menu->addAction(tr("Name a deputy…"), this, &RolesPanel::editDeputy)->setEnabled(deputyWhyNot().isEmpty());
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace fireline::views
