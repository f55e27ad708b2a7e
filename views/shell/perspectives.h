// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/layoutstate.h"

#include <QObject>

#include <array>

namespace fireline::views {

class PanelDocks;

inline constexpr std::array allPerspectives{Perspective::Command,  Perspective::Scribe, Perspective::Comms,
                                            Perspective::Observer, Perspective::Drill,  Perspective::After};

/// The named layouts, each kept as the person left it. They change what is seen, never what is recorded. GUI thread; owned by
/// the main window.
class Perspectives : public QObject
{
    Q_OBJECT
public:
    Perspectives(PanelDocks &docks, QObject *parent);

    [[nodiscard]] Perspective current() const { return m_current; }
    void set(Perspective perspective);
    /// Whether what is shown is a drill, once it is known: that perspective is for drills alone, and left where it is none.
    void setDrill(bool drill);
    /// Why it is not offered; empty where it is.
    [[nodiscard]] QString whyNot(Perspective perspective) const;
    /// The current one as it was delivered.
    void reset();

    [[nodiscard]] QMap<Perspective, PanelLayout> layouts() const;
    void restore(Perspective current, const QMap<Perspective, PanelLayout> &layouts);

    [[nodiscard]] static QString title(Perspective perspective);
    /// One sentence: for whom it is.
    [[nodiscard]] static QString help(Perspective perspective);
    /// Who only looks on cannot write by mistake: every control that writes is out of sight (ux 2.3).
    [[nodiscard]] static bool isReadOnly(Perspective perspective) { return perspective == Perspective::Observer; }

signals:
    void changed(fireline::views::Perspective perspective);

private:
    void applyCurrent();

    PanelDocks &m_docks;
    Perspective m_current = Perspective::Command;
    bool m_drill = true; ///< until the incident is known
    QMap<Perspective, PanelLayout> m_layouts;
};

} // namespace fireline::views
