// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/stripbar.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

StripBar::StripBar(QWidget *strip, QWidget *parent) : QToolBar(parent)
{
    setObjectName(u"stripBar"_s);
    setAccessibleName(tr("Incident at a glance"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    strip->setSizePolicy(QSizePolicy::Expanding, strip->sizePolicy().verticalPolicy());
    addWidget(strip);
    // Qt's overflow button has no name (ux 2.13); the strip collapses by itself, so it is not wanted anyway.
    if (auto *extension = findChild<QWidget *>(u"qt_toolbar_ext_button"_s)) {
        extension->setAccessibleName(tr("More of the strip"));
        extension->setToolTip(extension->accessibleName());
        extension->setFocusPolicy(Qt::NoFocus);
    }
}

} // namespace fireline::views
