// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QAbstractButton>

#include <optional>

namespace fireline::views {

/// One line that can be pressed: a chip with a shape, a text that is cut at its end. Part of LatestAlert.
class AlertLine : public QAbstractButton
{
    Q_OBJECT
public:
    AlertLine(Theme &theme, QWidget *parent);

    /// No chip: plain, muted text.
    void setAlert(const QString &text, std::optional<Chip> chip);
    /// What it takes to show all of this.
    [[nodiscard]] int widthOf(const QString &text, std::optional<Chip> chip) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Up and Down: the alert before, the alert after.
    void stepRequested(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme &m_theme;
    std::optional<Chip> m_chip;
};

} // namespace fireline::views
