// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strip/celltext.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QCache>
#include <QList>
#include <QSize>

namespace fireline::views {

/// One cell of the strip: a caption, a value, a chip behind it. Paints itself, and only what changed; a click, Enter or Space
/// is its clicked(). Made and placed by Strip alone.
class CellWidget : public QAbstractButton
{
    Q_OBJECT
public:
    CellWidget(StripCell cell, Theme &theme, QWidget *parent);

    [[nodiscard]] StripCell cell() const { return m_cell; }
    [[nodiscard]] const CellText &text() const { return m_text; }
    /// Gives whether the cell needs another place for this text.
    bool setText(const CellText &text);
    /// Which of the text's variants is shown.
    void setVariant(int variant);
    /// Fonts or colours changed.
    void restyle();
    [[nodiscard]] int variant() const { return m_variant; }

    /// Of each variant, in its order.
    [[nodiscard]] QList<int> widths() const;
    /// What a cut text needs at least.
    [[nodiscard]] int leastWidth() const;
    /// How large its text is, of what the theme says, but never too small to be read; false where it was so already.
    bool setTextShare(double share);
    [[nodiscard]] QFont captionFont() const;
    /// Whether all of the shown caption and value can be seen.
    [[nodiscard]] bool showsAll() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont shareOf(QFont font, double least) const;
    [[nodiscard]] QFont wordFont() const;
    [[nodiscard]] QFont valueFont() const;
    void measureAgain();
    [[nodiscard]] int drawnWidth(const QFont &font, const QString &text) const;
    [[nodiscard]] int widthOf(const CellVariant &variant) const;
    [[nodiscard]] int iconWidth() const; ///< with the room behind it
    [[nodiscard]] const CellVariant *shown() const;
    [[nodiscard]] QRect captionRect() const;
    [[nodiscard]] QRect valueRect() const;
    void paintValue(QPainter &painter, const CellVariant &shown) const;

    StripCell m_cell;
    Theme &m_theme;
    CellText m_text;
    double m_textShare = 1;
    int m_variant = 0;
    // Layouts ask at every step, and texts are slow to measure: kept until the text or the fonts change.
    mutable QList<int> m_widths;
    mutable QSize m_hint;
    mutable QCache<QString, int> m_drawn{100}; ///< texts come back (saving, saved), and so do the sizes tried for them
};

} // namespace fireline::views
