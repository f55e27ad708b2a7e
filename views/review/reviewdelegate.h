// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/linesdelegate.h"

namespace fireline::views {

class TimeDisplay;

/// Draws the rows of a review: each with its state as a shape and a word, whose it is, where the document asks for it, and what
/// the lints find in it. GUI thread; owned by the panel; theme and times outlive it.
class ReviewDelegate : public LinesDelegate
{
    Q_OBJECT
public:
    ReviewDelegate(Theme &theme, TimeDisplay &times, QObject *parent);

protected:
    [[nodiscard]] QList<Line> linesOf(const QModelIndex &index) const override;
    [[nodiscard]] bool isHeading(const QModelIndex &index) const override;

private:
    [[nodiscard]] Line small(const QString &text, Ink ink = Ink::Muted) const;
    [[nodiscard]] Line top(const QStringList &parts, Ink ink) const;
    [[nodiscard]] QList<Line> deadline(const QModelIndex &index) const;
    [[nodiscard]] QList<Line> need(const QModelIndex &index) const;
    [[nodiscard]] QList<Line> part(const QModelIndex &index) const;
    [[nodiscard]] QList<Line> item(const QModelIndex &index) const;
    [[nodiscard]] QString day(qint64 us) const;

    TimeDisplay &m_times;
};

} // namespace fireline::views
