// SPDX-License-Identifier: GPL-3.0-or-later
#include "panellist.h"

#include "commanddesk.h"

namespace fireline::window {

QList<views::PanelDescriptor> makePanels(const PanelContext &)
{
    return {};
}

} // namespace fireline::window
