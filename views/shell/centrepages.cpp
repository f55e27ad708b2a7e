// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/centrepages.h"

#include <QTabBar>

using namespace Qt::StringLiterals;

namespace fireline::views {

CentrePages::CentrePages(QWidget *parent) : QTabWidget(parent)
{
    setObjectName(u"centrePages"_s);
    setDocumentMode(true);
    setTabBarAutoHide(true);
    // It would pass Tab on to its bar, also while that is hidden: the keyboard would stop there.
    setFocusPolicy(Qt::NoFocus);
    tabBar()->setAccessibleName(tr("Pages in the middle"));
    tabBar()->setToolTip(tabBar()->accessibleName());
}

} // namespace fireline::views
