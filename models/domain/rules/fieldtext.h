// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "process/process.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace fireline::domain {

/// A field's value as words: lists joined by semicolons, numbers and truth values spelled out.
[[nodiscard]] QString fieldText(const QJsonValue &value);

/// The entries of a list: those of an array, or what semicolons part.
[[nodiscard]] QStringList listEntries(const QJsonValue &value);

/// Whether the words say that something is not known ("none known", "unknown", "n/a" …) instead of saying it.
[[nodiscard]] bool saysNone(const QString &text);

/// A time as people write it in a field: RFC 3339, "14:30" or "14:30 UTC" (the next such instant), "+30m".
[[nodiscard]] std::optional<Instant> instantOf(const QString &text, Instant now);

/// "2025-01-02 14:05 UTC"; empty when not set.
[[nodiscard]] QString clockText(Instant t);

/// Why a value does not fit its field's type; empty when it does. An empty value always fits.
[[nodiscard]] QString typeFault(const FieldDef &field, const QString &text, Instant now);

} // namespace fireline::domain
