// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace fireline::domain {

/// "/ack", "/ask" …: the verbs a word may have been meant for, nearest first, at most five. Pure; any thread.
[[nodiscard]] QStringList nearestVerbs(const QString &word);
/// The word begins more than one verb.
[[nodiscard]] bool isAmbiguousVerb(const QString &word);

} // namespace fireline::domain
