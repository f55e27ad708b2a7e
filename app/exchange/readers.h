// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer.h"
#include "textdecode.h"
#include "zones.h"

namespace fireline::exchange {

/// The three readers behind importRecord. `override` is the option's zone, not set when there is none.
[[nodiscard]] domain::Outcome<Imported> importMarkdown(const DecodedText &text, const QString &fileName, const Zone &override,
                                                       int yearHint);
[[nodiscard]] domain::Outcome<Imported> importIncidentJson(const DecodedText &text, const QString &fileName,
                                                           const Zone &override);
[[nodiscard]] domain::Outcome<Imported> importCsv(const DecodedText &text, const QString &fileName, const Zone &override,
                                                  int yearHint);

} // namespace fireline::exchange
