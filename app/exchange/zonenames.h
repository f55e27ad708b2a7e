// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zones.h"

#include <QStringView>

namespace fireline::exchange {

/// The closed table of zone names that people write. Internal to the zone reader.

/// A single word, capitals as written: PST, CET, Z, PT. Nothing when it is no zone.
[[nodiscard]] std::optional<Zone> zoneOfWord(QStringView word);
/// The longest name of several words at the start: "Central European Summer Time", "Pacific Time", "UK time".
[[nodiscard]] std::optional<ZoneMatch> zoneOfPhrase(QStringView text);
/// A city or country as in "Zurich time"; nothing when no zone carries that name.
[[nodiscard]] std::optional<Zone> zoneOfCity(QStringView city);
/// An IANA name, exactly as the zone data has it, or with the region misspelt ("UC/Pacific"): then `mended` is set.
[[nodiscard]] std::optional<Zone> zoneOfId(QStringView id);

} // namespace fireline::exchange
