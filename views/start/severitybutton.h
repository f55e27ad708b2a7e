// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QPushButton>

namespace fireline::views {

class Theme;

/// A button that looks like a severity: shape, word and colour of its rank, with a focus ring of its own. Enter presses it.
/// GUI thread.
class SeverityButton : public QPushButton
{
    Q_OBJECT
public:
    SeverityButton(Theme &theme, Chip chip, const QString &words, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int margin() const;

    Theme &m_theme;
    Chip m_chip;
};

} // namespace fireline::views
