// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componentsmodel.h"

#include "core/daytime.h"
#include "decide/decide.h"
#include "state/closedwords.h"
#include "state/componentstate.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

QString spokenWord(ComponentState state)
{
    return closedWord(publishedWord(state));
}

QVariantList toldList(const ComponentRow &row)
{
    QVariantList list;
    for (const ToldOfComponent &one : row.told) {
        list.append(QVariantMap{{u"audience"_s, one.audience},
                                {u"outside"_s, one.outside},
                                {u"state"_s, int(one.state)},
                                {u"at"_s, one.at.us},
                                {u"update"_s, one.update},
                                {u"differs"_s, row.differs(one)}});
    }
    return list;
}

} // namespace

ComponentsModel::ComponentsModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

void ComponentsModel::tellChanges(int row, const ComponentRow &before)
{
    const ComponentRow &now = m_rows.at(row);
    ChangedRoles changed({Qt::AccessibleTextRole});
    changed.add(before.known != now.known, {components::KnownRole});
    changed.add(before.knownAt != now.knownAt, {components::KnownAtRole});
    changed.add(before.knownBy != now.knownBy, {components::KnownByRole});
    changed.add(before.origin != now.origin, {components::OriginRole});
    changed.add(before.telling() != now.telling(), {components::TellingRole});
    changed.add(before.over != now.over, {components::WhyNotRole});
    changed.add(toldList(before) != toldList(now), {components::ToldRole});
    emit dataChanged(index(row), index(row), changed.roles());
}

QString ComponentsModel::sentence(const ComponentRow &row) const
{
    const QString known = row.known ? spokenWord(*row.known) : tr("nothing is known of it");
    for (const ToldOfComponent &one : row.told) {
        if (row.differs(one))
            return tr("%1: %2. %3 was told otherwise: %4.").arg(row.name, known, one.audience, spokenWord(one.state));
    }
    if (row.telling() == components::Untold)
        return tr("%1: %2. Nobody was told.").arg(row.name, known);
    if (row.told.isEmpty())
        return tr("%1: %2.").arg(row.name, known);
    return tr("%1: %2. Last told at %3 UTC: %4.")
        .arg(row.name, known, dayMinute(row.told.first().at, m_feed.now()), spokenWord(row.told.first().state));
}

/// What deciding on a word about it would answer now.
QString ComponentsModel::whyNot(const ComponentRow &row) const
{
    if (row.over)
        return tr("The incident is over.");
    Command command;
    command.verb = Verb::Impact;
    command.args = {{u"id"_s, componentField(row.name)}, {u"text"_s, publishedWord(ComponentState::Degraded)}};
    const auto decision = decide({m_feed.state(), m_feed.process(), m_feed.now(), m_feed.profile()}, command);
    return decision ? QString() : decision.problem().text;
}

QVariant ComponentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ComponentRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.name;
    case Qt::AccessibleTextRole: return sentence(row);
    case components::KnownRole: return row.known ? int(*row.known) : -1;
    case components::KnownAtRole: return row.knownAt.us;
    case components::KnownByRole: return row.knownBy;
    case components::OriginRole: return row.origin;
    case components::TellingRole: return int(row.telling());
    case components::ToldRole: return toldList(row);
    case components::WhyNotRole: return whyNot(row);
    default: return {};
    }
}

} // namespace fireline::models
