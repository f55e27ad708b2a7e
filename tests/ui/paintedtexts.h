// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QWidget;

/// What is really painted, whoever paints it: a label, a style, a delegate. A panel that is added is covered without a line
/// about it. GUI thread; the widget is on a screen.
namespace fireline::test {

/// A piece of text as one call painted it.
struct PaintedText
{
    QString text;
    QRectF rect; ///< in the widget that was asked, as far as it was not clipped
    QColor colour;
    const QWidget *painter = nullptr; ///< whose it is; as long as that lives
    double share = 1;                 ///< of its height, how much was not clipped
};

/// Every piece that the widget and its children paint now, in the order in which they do it.
[[nodiscard]] QList<PaintedText> paintedTexts(QWidget *widget);

/// The widget's pixels, one for each of its own units.
[[nodiscard]] QImage pixelsOf(QWidget *widget);

/// WCAG 2 contrast of a text with what there is most of behind it.
[[nodiscard]] double contrastOf(const PaintedText &text, const QImage &pixels);

/// Which rows of lists are looked at.
enum class Rows { AtRest, InEveryState };

/// Texts with less contrast than 4.5 anywhere in the window, in rows that are at rest, selected (with and without the focus)
/// and under the mouse. What cannot be used now is left out, as WCAG does.
[[nodiscard]] QStringList palePaintedTexts(QWidget *window, Rows rows = Rows::InEveryState);

/// Texts that are painted over each other.
[[nodiscard]] QStringList overlappingTexts(QWidget *window);

/// Texts that end in "…" because there is no room for them, where no tooltip tells them whole.
[[nodiscard]] QStringList shortenedTexts(QWidget *window);

} // namespace fireline::test
