// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewmodel.h"

#include "review/reviewsources.h"
#include "review/reviewtimelinemodel.h"

using namespace Qt::StringLiterals;

namespace fireline::models {

using namespace domain;
namespace r = models::review;

ReviewModel::ReviewModel(IncidentFeed &feed, QObject *parent)
    : FeedModel(feed, parent)
    , m_timeline(new ReviewTimelineModel(feed, this))
    , m_sources(new ReviewSourcesModel(feed, this))
    , m_review(feed.process().reviews.isEmpty() ? QString() : feed.process().reviews.first().id)
{
    follow();
}

ReviewModel::~ReviewModel() = default;

/// Another incident may have other reviews.
void ReviewModel::reload()
{
    if (!m_feed.process().review(m_review))
        m_review = reviews().value(0).first;
    show();
}

void ReviewModel::setWatched(bool watched)
{
    m_timeline->setWatched(watched);
    FeedModel::setWatched(watched);
}

void ReviewModel::show()
{
    FeedModel::reload();
    emit reviewChanged();
    emit situationChanged();
}

void ReviewModel::setReview(const QString &id)
{
    if (id == m_review || !m_feed.process().review(id))
        return;
    m_review = id;
    show();
}

void ReviewModel::tellChanges(int row, const ReviewRow &)
{
    emit dataChanged(index(row), index(row));
}

void ReviewModel::sync()
{
    FeedModel::sync();
    emit situationChanged();
}

void ReviewModel::tick()
{
    FeedModel::sync();
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    // Arrow keys pass over a row that is not enabled.
    const bool heading = m_rows.at(index.row()).kind == r::Heading;
    return heading ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString ReviewModel::headingText(const ReviewRow &row) const
{
    const bool settled = row.leftOver == 0;
    switch (row.of) {
    case r::Deadline: return settled ? tr("Deadlines") : tr("Deadlines: %n late", nullptr, row.leftOver);
    case r::Need:
        return settled ? tr("Before closing: nothing is missing") : tr("Before closing: %n missing", nullptr, row.leftOver);
    case r::Section:
        if (row.count == 0)
            return tr("Sections: the process names none");
        return settled ? tr("Sections") : tr("Sections: %n to be written", nullptr, row.leftOver);
    case r::Field: return settled ? tr("Questions of the process") : tr("Questions: %n without an answer", nullptr, row.leftOver);
    case r::Why: return row.count ? tr("Why did it happen") : tr("Why did it happen: no answer yet");
    case r::Factor: return row.count ? tr("Contributing factors") : tr("Contributing factors: none yet");
    case r::FollowUp: return tr("Follow-ups that were noted: %n without an action item", nullptr, row.leftOver);
    case r::Item:
        if (row.count == 0)
            return tr("Action items: none yet");
        return settled ? tr("Action items: all done") : tr("Action items: %n open", nullptr, row.leftOver);
    default: return tr("Agenda of the meeting");
    }
}

QString ReviewModel::sentence(const ReviewRow &row) const
{
    QString said;
    switch (row.kind) {
    case r::Heading: return headingText(row);
    case r::Deadline:
        said = row.state == r::Met        ? tr("%1: done in time.").arg(row.text)
               : row.state == r::DoneLate ? tr("%1: done late.").arg(row.text)
               : row.state == r::Late     ? tr("%1: late. It is for %2.").arg(row.text, row.who)
                                          : tr("%1: there is still time. It is for %2.").arg(row.text, row.who);
        break;
    case r::Need:
        said = row.state == r::Missing   ? tr("Missing: %1. It is for %2.").arg(row.text, row.who)
               : row.state == r::Advised ? tr("Advised: %1. It is for %2.").arg(row.text, row.who)
                                         : tr("Done: %1.").arg(row.text);
        if (!row.body.isEmpty())
            said = tr("%1 Type %2.", "a whole sentence, the command for it").arg(said, row.body);
        break;
    case r::Section:
    case r::Field:
        said = row.state == r::Missing ? tr("%1: still to be written.").arg(row.text)
               : row.body.isEmpty()    ? tr("%1: empty.").arg(row.text)
                                       : tr("%1: %2").arg(row.text, row.body);
        break;
    case r::Why:
        // Where it is set in, which question it answers is not that of the row above.
        said = row.above.isEmpty() || row.depth == 0 ? tr("Why %1: %2").arg(row.id, row.text)
                                                     : tr("Why %1, which answers %2: %3").arg(row.id, row.above, row.text);
        break;
    case r::Factor: said = tr("Factor %1: %2").arg(row.id, row.text); break;
    case r::Item:
        said = row.state == r::Done ? tr("Action item %1, done: %2").arg(row.id, row.text)
                                    : tr("Action item %1 of %2, due %3: %4").arg(row.id, row.who, row.due, row.text);
        break;
    case r::FollowUp: said = tr("Follow-up that %1 noted: %2").arg(row.who, row.text); break;
    case r::Passage: break; // not here
    case r::Agenda: said = tr("Point %1 of the meeting: %2").arg(row.item).arg(row.text); break;
    }
    return row.remarks.isEmpty() ? said : tr("%1 Remark: %2").arg(said, row.remarks.join(u' '));
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ReviewRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.kind == r::Heading ? headingText(row) : row.text;
    case Qt::AccessibleTextRole: return sentence(row);
    case r::KindRole: return row.kind;
    case r::OfRole: return row.of;
    case r::CountRole: return row.count;
    case r::LeftOverRole: return row.leftOver;
    case r::IdRole: return row.id;
    case r::StateRole: return row.state;
    case r::BodyRole: return row.body;
    case r::WhoRole: return row.who;
    case r::SourceRole: return row.source;
    case r::RemarksRole: return row.remarks;
    default: return moreData(row, role);
    }
}

QVariant ReviewModel::moreData(const ReviewRow &row, int role) const
{
    switch (role) {
    case r::ItemRole: return row.item;
    case r::ClosesRole: return row.closes;
    case r::ByHandRole: return row.byHand;
    case r::DeedRole: return row.line;
    case r::AtRole: return qint64(row.at.us);
    case r::LeftRole: return qint64(row.left.us);
    case r::DueRole: return row.due;
    case r::PriorityRole: return row.priority;
    case r::TagRole: return row.tag;
    case r::TicketRole: return row.ticket;
    case r::EntryRole: return row.entry;
    case r::RefRole: return row.ref;
    case r::MinutesRole: return row.minutes;
    case r::LevelRole: return row.level;
    case r::DepthRole: return row.depth;
    case r::AboveRole: return row.above;
    default: return {};
    }
}

} // namespace fireline::models
