// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace fireline::views {

/// A line of plain text that is cut at its end while it is painted, in whatever width it was given: its words are asked for, and its
/// layout with them, only when they change. Less than `leastLetters` of a longer text say nothing, and are not shown. One that wraps its
/// words is painted like any label. GUI thread.
class CutLabel : public QLabel
{
    Q_OBJECT
public:
    CutLabel(int leastLetters, QWidget *parent);

    /// The part of the text that its reader needs most, where it ends with that: it stays whole, and the words before it are cut.
    void setKeptEnd(const QString &end);
    /// What is painted of it now.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_leastLetters;
    QString m_keptEnd;
};

} // namespace fireline::views
