// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strip/celltext.h"
#include "strip/stripstate.h"
#include "text/timedisplay.h"

#include <QCoreApplication>

namespace fireline::views {

/// Puts the state of an incident into the words of the strip's cells. Holds references only; lives for one look.
class StripText
{
    Q_DECLARE_TR_FUNCTIONS(StripText)
public:
    /// `viewing` is unset while the timeline shows the present.
    StripText(const models::StripState &state, const TimeDisplay &times, domain::Instant viewing);

    [[nodiscard]] CellText cell(StripCell cell) const;
    /// The line that Enter on a cell puts into quick entry; empty where it opens something else.
    [[nodiscard]] QString entryLine(StripCell cell) const;

private:
    [[nodiscard]] CellText severity() const;
    [[nodiscard]] CellText phase() const;
    [[nodiscard]] QString stage() const;
    void markUnconfirmed(CellText &text) const;
    [[nodiscard]] CellText elapsed() const;
    [[nodiscard]] QString elapsedCaption() const;
    [[nodiscard]] QString elapsedShortly() const;
    [[nodiscard]] CellText updates() const;
    [[nodiscard]] QString updatesToolTip() const;
    [[nodiscard]] QString updatesSpoken() const;
    [[nodiscard]] QString updatesLeftSpoken() const;
    [[nodiscard]] CellText command() const;
    [[nodiscard]] CellText handover() const;
    [[nodiscard]] CellText callBacks() const;
    [[nodiscard]] QString callBacksSpoken() const;
    [[nodiscard]] CellText save() const;
    [[nodiscard]] CellText notSaved() const;
    [[nodiscard]] CellText shared() const;
    [[nodiscard]] CellText drill() const;
    [[nodiscard]] CellText members() const;
    [[nodiscard]] CellText viewing() const;

    const models::StripState &m_state;
    const TimeDisplay &m_times;
    domain::Instant m_viewing;
};

} // namespace fireline::views
