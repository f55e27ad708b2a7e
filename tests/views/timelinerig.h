// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/actionregistry.h"
#include "memoryfeed.h"
#include "text/timedisplay.h"
#include "theme/theme.h"
#include "timeline/timelinepanel.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QMainWindow>
#include <QTest>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::views;

/// A window with nothing but the timeline, as the composition builds it.
struct TimelineRig
{
    TimelineRig()
        : feed(u"severity-ladder"_s, u"2"_s)
        , model(feed)
        , filter(model)
        , registry(&window)
        , panel(new TimelinePanel(filter, theme, times))
    {
        window.setCentralWidget(panel);
        panel->addActions(registry);
        window.resize(900, 500);
        window.show();
        panel->list()->setFocus();
    }

    QString said(const QString &line, const QString &as = {})
    {
        feed.advance(Span::seconds(1));
        if (!feed.line(line, as))
            qFatal("refused: %s", qPrintable(line));
        return u"E%1"_s.arg(feed.state().entries.size());
    }
    template<typename T>
    T *find(const QString &name)
    {
        return panel->findChild<T *>(name);
    }
    TimelineView *list() { return find<TimelineView>(u"timeline.list"_s); }
    QString currentText() { return list()->currentRow().data(int(TimelineRole::Text)).toString(); }

    MemoryFeed feed;
    TimelineModel model;
    TimelineFilter filter;
    Theme theme;
    TimeDisplay times{QTimeZone("Europe/Berlin")};
    QMainWindow window;
    ActionRegistry registry;
    TimelinePanel *panel;
};

inline void keys(const QString &sequence)
{
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(sequence));
}

} // namespace fireline::test
