// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "files/fileexamination.h"
#include "files/networkshare.h"

#include <QString>

#include <functional>

namespace fireline::store {

/// What of an event can be searched; empty for an event without words.
using TextExtractor = std::function<QString(const domain::Event &)>;

/// The strings "text", "title" and "why" of the payload and what a text was corrected to, a line each. Pure.
[[nodiscard]] QString wordsOf(const domain::Event &event);

/// The version written into files, e.g. "0.1.0".
[[nodiscard]] QString thisProgramVersion();

/// What a journal takes from outside. A value; the defaults are those of the program.
struct JournalSettings
{
    enum class Durability {
        Full,   ///< what is acknowledged survives a power cut
        Normal, ///< it may not: only to show that the tests would notice
    };

    TextExtractor entryText = wordsOf;
    /// To be changed with `entryText`, so that the index of older files is made anew.
    int entryTextVersion = 2;
    ShareProbe shareOf = networkShareOf;
    QString programVersion = thisProgramVersion();
    int busyTimeoutMs = 5000;
    Durability durability = Durability::Full;
};

} // namespace fireline::store
