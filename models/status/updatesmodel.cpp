// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/updatesmodel.h"

#include "core/daytime.h"
#include "decide/restriction.h"
#include "status/audience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;

namespace {

/// Those who approved this text, or an earlier one; each once.
QStringList approvedBy(const Update &update, bool thisText)
{
    QStringList people;
    for (const Approval &approval : update.approvals) {
        if ((approval.hash == update.hash) == thisText && !people.contains(approval.by))
            people.append(approval.by);
    }
    return people;
}

Instant writtenAt(const Update &update)
{
    return update.editedAt.isSet() ? update.editedAt : update.draftedAt;
}

} // namespace

bool UpdateRow::operator==(const UpdateRow &other) const
{
    const Update &a = update;
    const Update &b = other.update;
    return behind == other.behind && keptInside == other.keptInside && a.state == b.state && a.hash == b.hash && a.word == b.word
           && a.text == b.text && a.sentAt == b.sentAt && a.editedAt == b.editedAt && a.via == b.via && a.why == b.why
           && a.approvals.size() == b.approvals.size();
}

UpdatesModel::UpdatesModel(IncidentFeed &feed, QObject *parent) : FeedModel(feed, parent)
{
    follow();
}

QList<UpdateRow> UpdatesModel::rowsNow() const
{
    QList<Row> rows;
    const IncidentState &state = m_feed.state();
    const auto kept = keptInside({state, m_feed.process(), m_feed.now()});
    for (auto it = state.updates.rbegin(); it != state.updates.rend(); ++it) {
        if (isMessage(it->target))
            rows.append({*it, it->state == Update::State::Sent ? 0 : entriesSince(state, *it),
                         kept && isOutside(*it) ? kept->text : QString()});
    }
    return rows;
}

void UpdatesModel::tellChanges(int row, const Row &before)
{
    const Row &now = m_rows.at(row);
    const bool onlyBehind = before.behind != now.behind && before.update.state == now.update.state
                            && before.update.hash == now.update.hash;
    QList<int> roles;
    if (onlyBehind)
        roles = {status::BehindRole, Qt::AccessibleTextRole};
    emit dataChanged(index(row), index(row), roles);
}

bool UpdatesModel::isOutside(const Update &update) const
{
    const AudienceDef *audience = m_feed.process().audienceDef(update.target.section(u'/', 1));
    return audience && audience->outside;
}

QString UpdatesModel::sentence(const Update &update) const
{
    const QString at = dayMinute(update.sentAt.isSet() ? update.sentAt : writtenAt(update), m_feed.now());
    const QString name = messageName(update.target, m_feed.process());
    switch (update.state) {
    case Update::State::Drafted: return tr("%1 for %2, drafted at %3 UTC: %4").arg(update.id, name, at, update.text);
    case Update::State::Asked: return tr("%1 for %2, approval asked, of %3 UTC: %4").arg(update.id, name, at, update.text);
    case Update::State::Approved: return tr("%1 for %2, approved, of %3 UTC: %4").arg(update.id, name, at, update.text);
    case Update::State::Queued: return tr("%1 for %2, queued, of %3 UTC: %4").arg(update.id, name, at, update.text);
    case Update::State::Sent: return tr("%1 to %2, sent at %3 UTC: %4").arg(update.id, name, at, update.text);
    case Update::State::Unknown:
        return tr("%1 to %2, outcome unknown, look before resending: %3").arg(update.id, name, update.text);
    case Update::State::Failed: return tr("%1 to %2 did not go out: %3").arg(update.id, name, update.text);
    }
    return {};
}

QVariant UpdatesModel::updateData(const Row &row, int role) const
{
    const Update &update = row.update;
    switch (role) {
    case status::IdRole: return update.id;
    case status::AudienceNameRole: return messageName(update.target, m_feed.process());
    case status::UpdateTargetRole: return update.target;
    case status::WordRole: return update.word;
    case status::StateRole: return int(update.state);
    case status::AuthorRole: return update.author;
    case status::DraftedAtRole: return writtenAt(update).us;
    case status::SentAtRole: return update.state == Update::State::Sent ? update.sentAt.us : qint64(0);
    case status::SentViaRole: return update.via;
    case status::WhyRole: return update.why;
    case status::ApprovedRole: return approvedBy(update, true);
    case status::VoidRole: return approvedBy(update, false);
    case status::HashRole: return update.hash;
    case status::BehindRole: return row.behind;
    case status::UpdateOutsideRole: return isOutside(update);
    case status::UpdateKeptInsideRole: return row.keptInside;
    default: return {};
    }
}

QVariant UpdatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return row.update.text;
    return role == Qt::AccessibleTextRole ? QVariant(sentence(row.update)) : updateData(row, role);
}

} // namespace fireline::models
