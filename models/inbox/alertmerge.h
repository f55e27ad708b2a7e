// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbox/inboxalert.h"
#include "state/messagerecords.h"

namespace fireline::models {

/// One alert for each fingerprint, of all sources and of the incident's record (HDF-8). Pure; any thread.
///
/// The sources say whether it fires; where one silences it, it is silenced. The record says whether somebody acknowledged it. One that is
/// only in the record is cleared where the source it came from has answered and does not have it; otherwise it stays as recorded, and is
/// stale where that source is. An alert that was recorded as cleared and fires again is a new one, without a link.
[[nodiscard]] QList<InboxAlert> mergeAlerts(const QList<SourceReading> &readings, const QList<domain::Alert> &recorded);

/// By name and these labels. The most urgent group first, then the one that began last, then by name; nothing is left out.
[[nodiscard]] QList<InboxGroup> groupAlerts(const QList<InboxAlert> &alerts, const QStringList &byLabels = {});

} // namespace fireline::models
