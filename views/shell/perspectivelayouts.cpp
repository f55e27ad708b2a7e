// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/perspectivelayouts.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

struct Named
{
    const char16_t *id;
    PanelArea area;
};

/// Shares are thousandths of the window, as in PanelLayout.
struct Delivered
{
    Perspective perspective;
    int left;
    int right;
    int leftUpper;
    int rightUpper;
    std::span<const Named> panels;
};

// The most urgent of a side first: it stands above, the next is in front of the tabs below.
constexpr std::array order{u"drill",    u"roles",   u"checklist", u"clocks",    u"components", u"triage", u"playbooks",
                           u"sitrep",   u"actions", u"status",    u"decisions", u"hypotheses", u"review", u"escalation",
                           u"handover", u"people",  u"injects",   u"metrics",   u"log"};

constexpr std::array command{Named{u"roles", PanelArea::Left}, Named{u"checklist", PanelArea::Left},
                             Named{u"actions", PanelArea::Right}, Named{u"decisions", PanelArea::Right}};
constexpr std::array scribe{Named{u"people", PanelArea::Right}};
constexpr std::array comms{Named{u"clocks", PanelArea::Left}, Named{u"status", PanelArea::Right}};
constexpr std::array observer{Named{u"roles", PanelArea::Left}, Named{u"sitrep", PanelArea::Top},
                              Named{u"status", PanelArea::Right}, Named{u"log", PanelArea::Right}};
constexpr std::array drill{Named{u"drill", PanelArea::Left}, Named{u"roles", PanelArea::Left},
                           Named{u"actions", PanelArea::Right}};
constexpr std::array after{Named{u"review", PanelArea::Right}, Named{u"log", PanelArea::Bottom}};

constexpr std::array delivered{
    Delivered{Perspective::Command, 220, 290, 450, 500, command}, Delivered{Perspective::Scribe, 200, 250, 500, 500, scribe},
    Delivered{Perspective::Comms, 200, 450, 500, 500, comms},     Delivered{Perspective::Observer, 220, 300, 500, 500, observer},
    Delivered{Perspective::Drill, 240, 290, 500, 500, drill},     Delivered{Perspective::After, 200, 560, 500, 500, after},
};

} // namespace

PanelLayout deliveredLayout(Perspective perspective, const QList<PanelDescriptor> &panels)
{
    PanelLayout layout;
    for (const PanelDescriptor &panel : panels)
        layout.places.insert(panel.id, {panel.area, panel.shownIn.contains(perspective), false, {}});
    const auto found = std::find_if(delivered.begin(), delivered.end(),
                                    [=](const Delivered &each) { return each.perspective == perspective; });
    layout.leftShare = found->left;
    layout.rightShare = found->right;
    layout.leftUpperShare = found->leftUpper;
    layout.rightUpperShare = found->rightUpper;
    for (const Named &named : found->panels) {
        const auto place = layout.places.find(QString::fromUtf16(named.id));
        if (place != layout.places.end())
            *place = {named.area, true, false, {}};
    }
    return layout;
}

int panelRank(const QString &id)
{
    const auto found = std::find_if(order.begin(), order.end(), [&](const char16_t *each) { return id == QStringView(each); });
    return static_cast<int>(found - order.begin());
}

} // namespace fireline::views
