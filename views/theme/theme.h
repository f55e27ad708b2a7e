// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/look.h"
#include "theme/tokens.h"

#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace fireline::views {

class SystemScheme;

/// How everything looks: the palette in force, fonts at the chosen text size, recoloured icons. Panels and delegates ask it
/// and repaint on changed(). GUI thread; owned by the program, outlives every widget.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark, HighContrast };
    /// How high the rows of lists are.
    enum class Density { Comfortable, Compact };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Gives the application our style, palette and font, now and after every change, and follows the desktop's light or
    /// dark. Once, before the first widget.
    void install(QApplication &application);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// The palette in force.
    [[nodiscard]] Scheme scheme() const { return m_look->scheme; }

    /// Per cent of the system's font size, 80 to 200; what is beyond is clamped.
    [[nodiscard]] int textSize() const { return m_look->textSize; }
    void setTextSize(int percent);

    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);

    /// A length that is right at 100 %, in the chosen text size.
    [[nodiscard]] int scaled(int pixels) const { return m_look->scaled(pixels); }
    /// Of lists: 28 pixels or 20 at 100 %, and never lower than a line of text.
    [[nodiscard]] int rowHeight() const;
    /// The lower of the two, for a list that wants it whatever is chosen.
    [[nodiscard]] int compactRowHeight() const;
    /// The side of an icon beside text.
    [[nodiscard]] int iconSize() const { return scaled(16); }
    /// For whoever paints with ControlPainter.
    [[nodiscard]] const Look &look() const { return *m_look; }

    [[nodiscard]] QColor ink(Ink ink) const { return m_look->ink(ink); }
    [[nodiscard]] ChipColours chip(Chip chip) const { return chipColours(m_look->scheme, chip); }
    [[nodiscard]] QPalette palette() const;

    /// By the name of a file in resources/icons without its suffix, in the colour of `ink`; null for an unknown name. It
    /// follows the palette by itself: it need not be asked for again on changed().
    [[nodiscard]] QIcon icon(const QString &name, Ink ink = Ink::Text) const;

    [[nodiscard]] QFont textFont() const;    ///< never below 10 pt at 100 %
    [[nodiscard]] QFont captionFont() const; ///< never below 9 pt
    [[nodiscard]] QFont valueFont() const;   ///< of the strip's values: 15 pt, semibold
    [[nodiscard]] QFont clockFont() const;   ///< ten digits of equal width
    [[nodiscard]] QFont idFont() const;      ///< monospace: ids and code only

signals:
    /// Colours, fonts or both are others now.
    void changed();

private:
    /// The scheme that choice and desktop make.
    [[nodiscard]] Scheme resolved() const;
    void resolve();
    /// Hands what has changed to the application, then tells everybody.
    void apply();

    Choice m_choice = Choice::System;
    Density m_density = Density::Comfortable;
    std::shared_ptr<Look> m_look;
    Scheme m_startScheme; ///< of the palette that the application had before ours
    SystemScheme *m_system;
    QApplication *m_application = nullptr; ///< that we are installed in
    QFont m_systemFont;
    QString m_clockFamily;
    mutable QHash<std::pair<QString, int>, QIcon> m_icons; ///< by name and ink
};

} // namespace fireline::views
