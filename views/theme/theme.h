// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace fireline::views {

/// How everything looks: the palette in force, fonts at the chosen text size, recoloured icons. Panels and delegates ask it
/// and repaint on changed(). GUI thread; owned by the program, outlives every widget.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark, HighContrast };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// The palette in force.
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    /// Per cent of the system's font size, 80 to 200; what is beyond is clamped.
    [[nodiscard]] int textSize() const { return m_textSize; }
    void setTextSize(int percent);

    [[nodiscard]] QColor ink(Ink ink) const { return views::ink(m_scheme, ink); }
    [[nodiscard]] ChipColours chip(Chip chip) const { return chipColours(m_scheme, chip); }
    [[nodiscard]] QPalette palette() const;

    /// By the name of a file in resources/icons without its suffix, in the text's colour; null for an unknown name.
    [[nodiscard]] QIcon icon(const QString &name) const;

    [[nodiscard]] QFont textFont() const;    ///< never below 10 pt at 100 %
    [[nodiscard]] QFont captionFont() const; ///< never below 9 pt
    [[nodiscard]] QFont valueFont() const;   ///< of the strip's values: 15 pt, semibold
    [[nodiscard]] QFont clockFont() const;   ///< ten digits of equal width
    [[nodiscard]] QFont idFont() const;      ///< monospace: ids and code only

signals:
    /// Colours, fonts or both are others now.
    void changed();

private:
    void resolve();

    Choice m_choice = Choice::System;
    Scheme m_scheme = Scheme::Light;
    int m_textSize = 100;
    QFont m_systemFont;
    QString m_clockFamily;
};

} // namespace fireline::views
