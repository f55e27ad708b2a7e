// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/metrictablemodel.h"
#include "panelrig.h"

#include <cmath>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;
using namespace fireline::views;

constexpr qint64 minute = 60000000;

/// What the metrics panel stands on.
struct MetricsModels
{
    explicit MetricsModels(IncidentFeed &feed) : series(store), table(store), marks(feed) { }
    MetricsPanel panel(Theme &theme, TimeDisplay &times) { return MetricsPanel(series, table, marks, theme, times); }

    MetricStore store;
    MetricSeriesModel series;
    MetricTableModel table;
    MetricMarksModel marks;
};

/// The panel over a live incident with two series of an hour before its declaration and an hour after.
struct MetricsRig : PanelRig<MetricsModels, MetricsPanel>
{
    explicit MetricsRig(bool filled = true)
    {
        QObject::connect(&panel, &MetricsPanel::eventRequested, &panel, [this](const QString &id) { events.append(id); });
        if (filled)
            fill();
        show({900, 360});
    }
    void fill()
    {
        MetricSeries latency{u"latency"_s, u"ms"_s, {}};
        MetricSeries rate{u"rate"_s, u"/s"_s, {}};
        for (int i = -60; i <= 60; ++i) {
            latency.points.push_back({begin + i * minute, i >= 10 && i < 20 ? std::nan("") : 100.0 + i});
            rate.points.push_back({begin + i * minute, 10.0});
        }
        model.store.setSource(u"/x/api.csv"_s, {latency, rate});
    }
    MetricPlot &plot() const { return panel.plot(); }
    [[nodiscard]] QString value(int row) const { return model.series.index(row, metrics::ValueColumn).data().toString(); }

    QStringList events;
    qint64 begin = feed.state().declaredAt.us;
};

} // namespace fireline::test
