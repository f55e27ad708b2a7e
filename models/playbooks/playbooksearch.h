// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbooks/playbooktext.h"

#include <optional>

namespace fireline::models {

/// How a playbook was found. A value.
struct PlaybookHit
{
    int score = 0; ///< higher is better
    QString line;  ///< the line of its text; empty where title or tags are enough

    bool operator==(const PlaybookHit &) const = default;
};

/// Finds by words: each has to be somewhere in title, tags, symptoms or text, whatever its case; else the characters of the whole
/// in the title or a tag, in their order ("dbov" finds "The database is overloaded"). An empty query finds everything. Pure; any
/// thread.
[[nodiscard]] std::optional<PlaybookHit> findPlaybook(QStringView query, const PlaybookText &text);

} // namespace fireline::models
