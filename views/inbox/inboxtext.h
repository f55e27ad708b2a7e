// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxalert.h"
#include "theme/tokens.h"

#include <QModelIndex>
#include <QString>

namespace fireline::views {

class TimeDisplay;

// What the alert inbox says, in words. Rows are those of the inbox's model (inbox/inboxroles.h).

/// "CheckoutErrors"; the first of several of one name says how many.
[[nodiscard]] QString alertTitle(const QModelIndex &alert);
[[nodiscard]] Chip alertChip(const QModelIndex &alert);
/// "▲ fires", "✓ cleared".
[[nodiscard]] QString alertTime(const QModelIndex &alert);
/// Under the name: what is due, since when, what the source says, and which of its kind it is.
[[nodiscard]] QString alertDetail(const QModelIndex &alert, const TimeDisplay &times);
/// "Daily: 4 of 5 times around this hour. 1 in the last day, 5 in 7 days …"; empty where nobody has asked yet.
[[nodiscard]] QString verdictText(const QModelIndex &alert, const TimeDisplay &times);
/// What somebody wants to know first: kind, possible cause, and how often it fired before. May be empty.
[[nodiscard]] QString alertSummary(const QModelIndex &alert, const TimeDisplay &times);
/// All that is known of it.
[[nodiscard]] QString alertDetails(const QModelIndex &alert, const TimeDisplay &times);

/// Who was asked, when each answered, and why one does not. A value.
struct SourcesText
{
    QString text;
    bool warns = false;
};
/// Which of a source's alerts stand beside the text.
enum class ShownAlerts { All, Unsilenced };
[[nodiscard]] SourcesText sourcesText(const QList<models::SourceReading> &readings, bool drill, const TimeDisplay &times,
                                      ShownAlerts shown = ShownAlerts::All);

} // namespace fireline::views
