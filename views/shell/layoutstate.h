// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paneldescriptor.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QRect>
#include <QStringList>

#include <optional>

namespace fireline::views {

/// Where one panel is in one layout. A value.
struct PanelPlace
{
    PanelArea area = PanelArea::Left; ///< also where it returns to from a window of its own
    bool shown = true;
    bool ownWindow = false;
    QRect ownGeometry;

    bool operator==(const PanelPlace &) const = default;
};

/// One arrangement of all panels. Sizes are in thousandths of the window, so that it fits another screen. A value.
struct PanelLayout
{
    QMap<QString, PanelPlace> places; ///< by panel id
    QStringList raised;               ///< in front of their tabs
    int leftShare = 220;
    int rightShare = 260;
    int bottomShare = 250;
    int topShare = 300;
    int leftUpperShare = 500; ///< of the upper panel at that side
    int rightUpperShare = 500;
    bool leftOpen = true; ///< false: the whole side is folded away (F9)
    bool rightOpen = true;

    bool operator==(const PanelLayout &) const = default;
};

/// What is kept of the window between two runs, for one person. A value.
struct LayoutState
{
    static constexpr int Version = 1;

    QRect geometry; ///< invalid: the window decides
    bool maximised = false;
    QString incident; ///< which it was kept of last; empty: not known
    Perspective current = Perspective::Command;
    QMap<Perspective, PanelLayout> layouts; ///< only those that differ from the default

    bool operator==(const LayoutState &) const = default;

    /// For the window of that incident: another one's panels stand where a person put them, but what was in front was for the other,
    /// and so was its review, unless this one is `over` too.
    [[nodiscard]] LayoutState openedFor(const QString &other, bool over) const;

    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing where the text is damaged, or of a version that cannot be read.
    static std::optional<LayoutState> fromBytes(const QByteArray &bytes);
};

/// Moved and shrunk until all of it is on the screen.
[[nodiscard]] QRect clampedTo(const QRect &geometry, const QRect &screen);

/// Stable words for files: "left", "scribe".
[[nodiscard]] QString areaKey(PanelArea area);
[[nodiscard]] QString perspectiveKey(Perspective perspective);
[[nodiscard]] std::optional<Perspective> perspectiveFromKey(const QString &key);

} // namespace fireline::views
