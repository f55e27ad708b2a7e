// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/chiplabel.h"

#include "theme/chippainter.h"
#include "theme/theme.h"

#include <QPainter>

namespace fireline::views {

ChipLabel::ChipLabel(Theme &theme, QWidget *parent) : QLabel(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChipLabel::setChip(Chip chip, const QString &word)
{
    m_chip = chip;
    setText(chipText(chip, word));
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(text(), m_theme.textFont());
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_theme.chip(m_chip), text(), m_theme.textFont());
}

} // namespace fireline::views
