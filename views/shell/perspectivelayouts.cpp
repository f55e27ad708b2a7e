// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/perspectivelayouts.h"

#include <algorithm>
#include <array>

namespace fireline::views {

namespace {

/// Shares are thousandths of the window, as in PanelLayout.
struct Shares
{
    Perspective perspective;
    int left;
    int right;
    int leftUpper;
    int rightUpper;
};

constexpr std::array delivered{
    Shares{Perspective::Command, 220, 290, 450, 500}, Shares{Perspective::Scribe, 200, 250, 500, 500},
    Shares{Perspective::Comms, 200, 450, 500, 500},   Shares{Perspective::Observer, 220, 300, 500, 500},
    Shares{Perspective::Drill, 240, 290, 500, 500},   Shares{Perspective::After, 200, 560, 500, 500},
};

} // namespace

PanelLayout deliveredLayout(Perspective perspective, const QList<PanelDescriptor> &panels)
{
    PanelLayout layout;
    for (const PanelDescriptor &panel : panels)
        layout.places.insert(panel.id,
                             {panel.areaIn.value(perspective, panel.area), panel.shownIn.contains(perspective), false, {}});
    const auto found = std::find_if(delivered.begin(), delivered.end(),
                                    [=](const Shares &each) { return each.perspective == perspective; });
    layout.leftShare = found->left;
    layout.rightShare = found->right;
    layout.leftUpperShare = found->leftUpper;
    layout.rightUpperShare = found->rightUpper;
    return layout;
}

QString leadingPanel(Perspective perspective, const QList<PanelDescriptor> &panels)
{
    const auto found = std::find_if(panels.begin(), panels.end(),
                                    [=](const PanelDescriptor &panel) { return panel.leads.contains(perspective); });
    return found == panels.end() ? QString() : found->id;
}

} // namespace fireline::views
