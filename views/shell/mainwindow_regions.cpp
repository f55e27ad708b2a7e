// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"
#include "shell/regions.h"
#include "shell/statusline.h"

using namespace Qt::StringLiterals;

namespace fireline::views {

void MainWindow::buildRegions()
{
    const auto only = [](QWidget *widget) { return widget ? QList<QWidget *>{widget} : QList<QWidget *>(); };
    const auto docked = [this](PanelArea area) { return [this, area] { return m_docks->visibleAt(area); }; };
    m_regions->set({
        {u"strip"_s, [=, this] { return only(m_strip); }},
        {u"messages"_s, [=, this] { return only(m_messages); }},
        {u"left"_s, docked(PanelArea::Left)},
        {u"top"_s, docked(PanelArea::Top)},
        {u"timeline"_s, [=, this] { return only(m_timeline); }},
        {u"centre"_s, docked(PanelArea::Centre)},
        {u"entry"_s, [=, this] { return only(m_entry); }},
        {u"right"_s, docked(PanelArea::Right)},
        {u"bottom"_s, docked(PanelArea::Bottom)},
        {u"status"_s, [=, this] { return only(m_status); }},
    });
}

} // namespace fireline::views
