// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "review/reviewroles.h"
#include "rules/rulecontext.h"

namespace fireline::models {

/// One row of a review. A value; equal values look equal.
struct ReviewRow
{
    review::Kind kind = review::Heading;
    review::Kind of = review::Section; ///< of a heading
    int count = 0;                     ///< of a heading
    int leftOver = 0;                  ///< of a heading
    QString id;
    QString text;
    review::State state = review::Plain;
    QString body;
    QString line;
    QString who;
    QString source;
    QStringList remarks;
    int item = 0;
    bool closes = false;
    bool byHand = false;
    domain::Instant at;
    domain::Span left;
    QString due;
    QString priority;
    QString tag;
    QString ticket;
    QString entry;
    QString ref;
    int minutes = 0;
    int level = 0;
    int depth = 0;
    QString above;

    [[nodiscard]] QPair<int, QString> key() const
    {
        // What a why is called changes with the others.
        const QString name = kind == review::Why ? entry : id;
        return {int(kind), kind == review::Heading ? QString::number(of) : name + u'/' + QString::number(item)};
    }
    bool operator==(const ReviewRow &) const = default;
};

/// Everything about one review as it stands now; what belongs to the incident as a whole (whys, factors, action items, the
/// gates before its closure) is below each of its reviews. An empty id: only that. Pure.
[[nodiscard]] QList<ReviewRow> reviewRows(const IncidentFeed &feed, const QString &review);

/// The tag of a follow-up that became an action item.
[[nodiscard]] QString takenUpTag();

/// "NIN-30: Focus on systems." for each finding.
[[nodiscard]] QStringList remarkTexts(const QList<domain::Notice> &notices);

} // namespace fireline::models
