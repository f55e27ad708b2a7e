// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertitem.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

namespace fireline::views {

/// Puts one alert into words. Holds references only; lives for one look.
class AlertText
{
    Q_DECLARE_TR_FUNCTIONS(AlertText)
public:
    AlertText(const models::AlertItem &item, domain::Instant now, const TimeDisplay &times);

    /// "Update: Public – late 02:10 · owed by Comms Lead (Jo)"
    [[nodiscard]] QString line() const;
    /// The same without who owes it.
    [[nodiscard]] QString shortLine() const;
    /// What and when, in the fewest words.
    [[nodiscard]] QString briefLine() const;
    /// "Update: Public, late 2 minutes. Owed by Comms Lead (Jo)." It changes each minute, not each second.
    [[nodiscard]] QString spoken() const;
    /// All of it, in lines: what, since when, who owes it, the process's paragraph, what Enter does.
    [[nodiscard]] QString whole() const;

private:
    [[nodiscard]] domain::Span left() const;

    const models::AlertItem &m_item;
    domain::Instant m_now;
    const TimeDisplay &m_times;
};

} // namespace fireline::views
