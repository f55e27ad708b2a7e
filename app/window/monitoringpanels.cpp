// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoringpanels.h"

#include "detectiondesk.h"
#include "inbox/inboxmodel.h"
#include "inbox/inboxpanel.h"
#include "inboxdesk.h"
#include "livedesk.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/metrictablemodel.h"
#include "metricsdesk.h"
#include "panelwiring.h"
#include "recordreader.h"
#include "timeline/timelinepanel.h"

using namespace Qt::StringLiterals;

namespace fireline::window {

using views::PanelArea;
using views::PanelDescriptor;
using views::Perspective;

PanelDescriptor makeAlertInbox(const PanelContext &context)
{
    auto *model = new models::InboxModel(context.feed, context.models);
    auto *panel = linked(new views::InboxPanel(*model, context.theme, context.times), u"inbox"_s, context);
    new InboxDesk({context.feed, context.desk, context.alerts, context.shelf}, *model, *panel);
    QObject::connect(panel, &views::InboxPanel::declareRequested, panel, [declare = context.declare](const auto &offer) {
        if (declare)
            declare(offer);
    });
    QObject::connect(panel, &views::InboxPanel::settingsRequested, panel, context.openSources);
    PanelDescriptor made{u"inbox"_s,           PanelText::tr("Alert inbox"), u"alert"_s, PanelArea::Bottom,
                         {Perspective::After}, QKeySequence(Qt::Key_F12),    panel,      panel->firstFocus()};
    made.rank = 155;
    made.whyNotEdited = PanelText::tr("The words of an alert are those of its source.");
    made.showRow = rowsOf(panel, u"inbox"_s, context);
    return made;
}

PanelDescriptor makeMetricGraphs(const PanelContext &context)
{
    auto *store = new models::MetricStore(context.models);
    auto *series = new models::MetricSeriesModel(*store, context.models);
    auto *table = new models::MetricTableModel(*store, context.models);
    auto *marks = new models::MetricMarksModel(context.feed, context.models);
    auto *panel = linked(new views::MetricsPanel(*series, *table, *marks, context.theme, context.times), u"metrics"_s, context);
    // The graph reads the store whenever it is painted or gets the keyboard: they stay until its widgets are gone.
    for (QObject *model : QObjectList{table, series, marks, store})
        model->setParent(panel);
    QObject::connect(&context.timeline, &views::TimelinePanel::currentEntryChanged, panel,
                     &views::MetricsPanel::setSelectedEntry);
    new MetricsDesk({context.feed, *store, *marks, context.desk, context.times, context.stateDir, context.files,
                     [&reader = context.reader](const QString &sha256) { return reader.blob(sha256); }},
                    *panel);
    new DetectionDesk({context.feed, *store, context.times, *context.models}, *panel);
    new LiveDesk({context.feed, *store, context.stateDir, context.files, context.series}, *panel);
    // What has the keyboard is another when the first file comes: the panel hands it on.
    PanelDescriptor made{u"metrics"_s,         PanelText::tr("Metric graphs"), u"chart"_s, PanelArea::Bottom,
                         {Perspective::After}, QKeySequence(Qt::Key_F7),       panel,      nullptr};
    made.rank = 150;
    return made;
}

} // namespace fireline::window
