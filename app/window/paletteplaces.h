// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"

#include <functional>

namespace fireline::views {
class CommandPalette;
}

namespace fireline::window {

/// A playbook as the palette shows it. A value.
struct PlaybookPlace
{
    QString key; ///< of its panel
    QString title;
    QString detail; ///< translated; may be empty
};

/// Where the palette's places lead. Called on the GUI thread, after the palette has closed.
struct PlaceWays
{
    std::function<QList<PlaybookPlace>()> playbooks;
    std::function<void(const QString &key)> toPlaybook;
    /// An empty section: the review as a whole.
    std::function<void(const QString &review, const QString &section)> toReview;
};

/// Lets the palette find playbooks ("play ") and reviews with their sections ("review "). The feed outlives the palette.
void addPalettePlaces(views::CommandPalette &palette, const models::IncidentFeed &feed, const PlaceWays &ways);

} // namespace fireline::window
