// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelwindow.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

PanelWindow::PanelWindow(const PanelDescriptor &panel, QWidget *mainWindow) : QWidget(mainWindow, Qt::Window)
{
    setObjectName(u"window."_s + panel.id);
    setAccessibleName(panel.title);
    setWindowTitle(tr("%1 – Fireline", "title of a panel's own window").arg(panel.title));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panel.widget);
    panel.widget->show();
}

void PanelWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    // Not when the program closes it to quit: the panel opens in its own window the next time.
    if (event->spontaneous())
        emit closedByPerson();
}

void PanelWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit escapePressed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace fireline::views
