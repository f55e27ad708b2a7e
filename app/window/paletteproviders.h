// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/incidentfeed.h"
#include "process/contactbook.h"

#include <functional>

namespace fireline::views {
class CommandPalette;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

/// Where the palette's finds lead. Called on the GUI thread, after the palette has closed.
struct PaletteWays
{
    std::function<void(const QString &eventId)> toEntry;
    std::function<void(domain::Instant at)> toTime;
    std::function<void(const QString &line)> prepareEntry;
    std::function<void(const QString &clock)> toClock;
    std::function<bool(const QString &ref)> toWork;      ///< the row of a panel; false where no panel has it
    std::function<void(const QString &person)> toPerson; ///< shows what they wrote
    /// How a role, a contact or a person is reached.
    std::function<domain::ContactWays(const QString &who, const domain::Process &process)> waysTo;
    std::function<void(const QString &value)> copy;
};

/// Lets the palette find objects ("#"), people ("@"), times (":"), clocks ("due ") and ready texts ("say "). Feed and
/// times outlive the palette.
void addPaletteProviders(views::CommandPalette &palette, const models::IncidentFeed &feed, const views::TimeDisplay &times,
                         const PaletteWays &ways);

} // namespace fireline::window
