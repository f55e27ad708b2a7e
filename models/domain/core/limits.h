// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace fireline::domain {

/// Most bytes of an attachment, and of any file that a line of text brings along (decisions 11). Texts for people say 16 MiB.
inline constexpr qint64 largestAttachment = 16 * 1024 * 1024;

} // namespace fireline::domain
