// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapreader.h"
#include "process/guide.h"
#include "yamlnode.h"

namespace fireline::drill {

/// What has to show in the record: a moment as a word, {tick: Cond}, {act: ACT} or {entry: KIND}. What is wrong is recorded in the reader.
[[nodiscard]] domain::Sign readSign(process::Reader &reader, const process::YamlNode &node);

/// The key `guide` of a scenario; without steps where there is none.
[[nodiscard]] domain::Guide readGuide(process::MapReader &top);

} // namespace fireline::drill
