// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QVBoxLayout>
#include <algorithm>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::views;

/// The real window, filled with simple widgets.
struct FilledWindow
{
    Theme theme;
    TimeDisplay times{QTimeZone(3600)};
    MainWindow window{theme, times};
    QLineEdit *strip = new QLineEdit;
    QListWidget *timeline = new QListWidget;
    QLineEdit *entry = new QLineEdit;
    QHash<QString, QListWidget *> panels;

    FilledWindow()
    {
        window.setStrip(strip);
        auto *centre = new QWidget;
        auto *layout = new QVBoxLayout(centre);
        layout->addWidget(timeline);
        layout->addWidget(entry);
        window.setCentre(centre, timeline, entry);
        using P = Perspective;
        window.addPanels({
            panel(u"roles"_s, u"Roles"_s, PanelArea::Left, {P::Command, P::Observer, P::Drill}),
            panel(u"checklist"_s, u"Checklist"_s, PanelArea::Left, {P::Command}),
            panel(u"actions"_s, u"Actions"_s, PanelArea::Right, {P::Command, P::Scribe, P::Drill}, {P::Command}),
            panel(u"status"_s, u"Status updates"_s, PanelArea::Right, {P::Command, P::Comms, P::Observer}, {P::Comms}),
            panel(u"hypotheses"_s, u"Hypotheses"_s, PanelArea::Right, {P::Command}),
            panel(u"metrics"_s, u"Metrics"_s, PanelArea::Bottom, {}),
        });
    }

    PanelDescriptor panel(const QString &id, const QString &title, PanelArea area, const QList<Perspective> &in,
                          const QList<Perspective> &leads = {})
    {
        auto *widget = new QListWidget;
        widget->addItem(title);
        panels.insert(id, widget);
        PanelDescriptor made{id, title, u"panel"_s, area, in, {}, widget, nullptr};
        made.leads = leads;
        made.rank = int(panels.size());
        return made;
    }

    void show()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    QDockWidget *dock(const QString &id) { return window.findChild<QDockWidget *>(u"dock."_s + id); }
    bool restore(const QByteArray &layout)
    {
        window.restorePlace(layout);
        return window.restorePanels(layout);
    }
    bool inSight(const QString &id)
    {
        const QList<QWidget *> seen = window.docks().visibleAt(window.docks().place(id).area);
        return std::any_of(seen.begin(), seen.end(), [&](const QWidget *view) { return view->isAncestorOf(panels[id]); });
    }
};

} // namespace fireline::test
