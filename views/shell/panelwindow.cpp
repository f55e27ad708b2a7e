// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelwindow.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

PanelWindow::PanelWindow(const PanelDescriptor &panel, QWidget *mainWindow)
    : QWidget(mainWindow, Qt::Window)
    , m_panel(panel.widget)
{
    setObjectName(u"window."_s + panel.id);
    setAccessibleName(panel.title);
    setWindowTitle(tr("%1 – Fireline", "title of a panel's own window").arg(panel.title));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_panel->show();
}

QWidget *PanelWindow::takePanel()
{
    m_panel->setParent(nullptr);
    return m_panel;
}

void PanelWindow::closeEvent(QCloseEvent *event)
{
    // The owner puts the panel back and deletes this window.
    event->ignore();
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
