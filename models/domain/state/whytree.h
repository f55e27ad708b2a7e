// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/incidentstate.h"

namespace fireline::domain {

/// One answer to "why", where it stands among the others. A value.
struct WhyNode
{
    QString eventId;
    QString text;
    QString label;      ///< its level, with a letter for each branch on the way: "3", "3b"
    int level = 1;      ///< how many whys lead to it, itself among them
    int depth = 0;      ///< how many of the branches on the way stand below another why: how far it is set in
    int answersTo = -1; ///< place in the tree of the why it answers; -1: what happened itself

    bool operator==(const WhyNode &) const = default;
};

[[nodiscard]] bool isWhy(const Statement &statement);

/// The whys that stand, each before those that answer it; answers to one question in the order in which they were given. What
/// answered one that was taken back answers the one above it.
[[nodiscard]] QList<WhyNode> whyTree(const IncidentState &state);

/// No why has two answers: the five times why as they are told.
[[nodiscard]] bool isChain(const QList<WhyNode> &tree);

/// The longest way from what happened to a cause; the first of them where there are more.
[[nodiscard]] QStringList deepestWhys(const QList<WhyNode> &tree);

/// The why that follows the ones before where nobody says which it answers; null where there is none.
[[nodiscard]] const Statement *latestWhy(const IncidentState &state);

/// Takes a why in. `under` is the event id of the one it answers, "" for what happened itself; whatever else, as in records of
/// before whys could branch, follows the last one. Part of apply().
void stateWhy(IncidentState &state, const QString &eventId, const QString &text, const QJsonValue &under);

} // namespace fireline::domain
