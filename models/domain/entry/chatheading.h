// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/entrytime.h"

#include <QString>
#include <QStringView>

namespace fireline::domain {

/// Who and when, as a chat program writes it above or before a message. A value; views look into the line read.
struct ChatHeading
{
    TimeReading time; ///< NotATime where the line is no heading
    QString name;     ///< empty where none is written
    QStringView text; ///< the message, where it stands in the same line
};

/// "Priya Nair  10:43 AM", "Priya Nair [10:43]" (the message follows below), "[10:43] Priya: text", "[2025-03-01 10:43:07] text".
[[nodiscard]] ChatHeading readChatHeading(QStringView line, const TimeFrame &frame);

/// "Priya Nair": words that may be a person's name, each with a capital.
[[nodiscard]] bool looksLikeName(QStringView text);

} // namespace fireline::domain
