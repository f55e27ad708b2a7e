// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/polllight.h"
#include "theme/tokens.h"

#include <QModelIndex>
#include <QString>

#include <optional>

namespace fireline::views {

class TimeDisplay;

/// A state as shape, word and colour: no two states have the same word. A value.
struct StateLook
{
    QString shape;
    QString word;
    Ink ink = Ink::Text;      ///< where it is plain text
    std::optional<Chip> chip; ///< where it is to be seen from afar

    [[nodiscard]] QString text() const { return shape + u' ' + word; }
};

/// How a row of the orders looks.
[[nodiscard]] StateLook orderLook(const QModelIndex &index);
/// "04:31", "▼ 01:40" or "▲ 02:10"; empty where nothing is due any more.
[[nodiscard]] QString orderDueText(const QModelIndex &index);
[[nodiscard]] std::optional<Chip> orderDueChip(const QModelIndex &index);

/// The light of one role in a poll.
[[nodiscard]] StateLook lightLook(models::PollLight::State state);
/// "Operations Lead (bo): no objection", as a whole sentence.
[[nodiscard]] QString lightSentence(const models::PollLight &light);

/// Everything about a row, as HTML: its whole text, who, when, what the process was told, and how it ended.
[[nodiscard]] QString orderDetails(const QModelIndex &index, const TimeDisplay &times);

} // namespace fireline::views
