// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"

namespace fireline::views {

class TimeDisplay;

/// Draws hypotheses, decisions, mitigations and ways to mitigate: state by shape, word and colour, then the text, then what
/// else is known. GUI thread; made by the panel; theme and times outlive it.
class DecisionsDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    DecisionsDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

protected:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;
    [[nodiscard]] bool isHeading(const QModelIndex &index) const override;

private:
    void addHypothesis(QList<Line> &lines, const QModelIndex &index) const;
    void addDecision(QList<Line> &lines, const QModelIndex &index) const;
    void addMitigation(QList<Line> &lines, const QModelIndex &index) const;
    void addOption(QList<Line> &lines, const QModelIndex &index) const;
    [[nodiscard]] QString minute(const QModelIndex &index, int role) const;
    [[nodiscard]] Line small(const QString &text, Ink ink = Ink::Muted) const;

    TimeDisplay &m_times;
};

/// Shape and word of a state: "✓ confirmed".
[[nodiscard]] QString decisionStateText(int state);

} // namespace fireline::views
