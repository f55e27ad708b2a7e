// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handoverboard.h"

namespace fireline::views {

class TimeDisplay;

/// Who has the role and where its handover stands, in whole sentences; begins with a shape.
[[nodiscard]] QString handoverStatus(const models::HandoverBoard &board, const TimeDisplay &times);
/// One word before a handover is done: that it is not, how it is ended, and that the word cannot be taken back.
[[nodiscard]] QString handoverLastWord(const models::HandoverBoard &board);
/// How the last handover ended; empty where there was none or one runs.
[[nodiscard]] QString handoverEnd(const models::HandoverBoard &board, const TimeDisplay &times);
/// How long the holder is on, against the limit of the process, and its own words about it; empty where all is well.
[[nodiscard]] QString fatigueText(const models::HandoverBoard &board, const TimeDisplay &times);
/// Whether the step is another person's "I have command", which is written for them here and undone by no key.
[[nodiscard]] bool isTheirLastWord(const models::HandoverRow &step);
/// What pressing the button of this step does, as a verb and an object.
[[nodiscard]] QString stepText(const models::HandoverRow &row);

} // namespace fireline::views
