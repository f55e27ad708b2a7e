// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answers/series.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace fireline::connectors {

// What the parsers of all systems have in common. Pure; any thread. Whatever the bytes are, they answer with a value or a Problem
// "unreadable" whose text is for the log: the client says it in words for people.

[[nodiscard]] domain::Problem notReadable(const QString &what);

/// The document as a value: an object, a list or (Alertmanager's errors) a bare string.
[[nodiscard]] domain::Outcome<QJsonValue> readJson(const QByteArray &body);

/// A list with at most that many items.
[[nodiscard]] domain::Outcome<QJsonArray> readList(const QJsonValue &value, const QString &what, qsizetype most = mostRecords);

/// An object of strings. A value that is none is left out, and more than `mostLabels` are not taken.
[[nodiscard]] Labels readLabels(const QJsonValue &value);
[[nodiscard]] QStringList readWords(const QJsonValue &value);

/// 12.5, "12.5", "NaN", "+Inf", "-Inf"; null is NaN. Nothing for all else.
[[nodiscard]] std::optional<double> readNumber(const QJsonValue &value);

/// Seconds or milliseconds since 1970, of which one second is `perSecond`; nothing before 1970, after 9999, or where it is no number.
[[nodiscard]] std::optional<qint64> readEpochUs(const QJsonValue &value, double perSecond);

/// RFC 3339 with any number of decimals; unset where it is not, and for the year 1, by which Go says "never".
[[nodiscard]] domain::Instant readInstant(const QJsonValue &value);

} // namespace fireline::connectors
