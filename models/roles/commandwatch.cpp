// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles/commandwatch.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

CommandWatch::CommandWatch(IncidentFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_had(commanders().contains(feed.profile()))
{
    connect(&feed, &IncidentFeed::applied, this, &CommandWatch::look);
    connect(&feed, &IncidentFeed::reset, this, &CommandWatch::look);
}

QStringList CommandWatch::commanders() const
{
    const RoleDef *role = m_feed.process().commander();
    return role && m_feed.state().open() ? m_feed.state().holders(role->id) : QStringList();
}

/// The row by which command went to whoever has it now. A row names no role; when a role was taken is known.
const Entry *CommandWatch::change() const
{
    static const QSet<QString> types{u"command.takenOver"_s, u"handover.accepted"_s, u"role.assigned"_s, u"role.taken"_s};
    const IncidentState &state = m_feed.state();
    const QString role = m_feed.process().commander()->id;
    const auto took = [&](const Entry &entry) {
        return types.contains(entry.type)
               && std::any_of(state.holdings.cbegin(), state.holdings.cend(),
                              [&](const Holding &holding) { return holding.role == role && holding.since == entry.at; });
    };
    const auto found = std::find_if(state.entries.crbegin(), state.entries.crend(), took);
    return found == state.entries.crend() ? nullptr : &*found;
}

void CommandWatch::look()
{
    const QStringList holders = commanders();
    const bool has = holders.contains(m_feed.profile());
    const bool lost = std::exchange(m_had, has) && !has;
    if (m_told && (has || holders.isEmpty())) {
        m_told = false;
        emit settled();
    }
    const Entry *entry = lost && !holders.isEmpty() ? change() : nullptr;
    if (!entry || entry->actor == m_feed.profile() || entry->type == "handover.accepted"_L1)
        return;
    m_told = true;
    const QString said = entry->text.endsWith(u'.') ? entry->text : entry->text + u'.';
    emit taken(tr("Command was taken from you. %1 Tell %2 what is under way.", "what the record says of it, a person")
                   .arg(said, holders.first()),
               entry->eventId);
}

} // namespace fireline::models
