// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QLabel>

namespace fireline::views {

class Theme;

/// A chip as a widget: a label with shape, word and filling. It reads as its word. GUI thread; owned by its parent.
class ChipLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ChipLabel(Theme &theme, QWidget *parent = nullptr);

    void setChip(Chip chip, const QString &word);
    [[nodiscard]] Chip chip() const { return m_chip; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Chip m_chip = Chip::Info;
};

} // namespace fireline::views
