// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/graphforms.h"
#include "metrics/livegraphs.h"
#include "metrics/metriccanvas.h"
#include "metricsrig.h"
#include "playedseries.h"

namespace fireline::test {

/// The panel over queries of a source that is played; time stands until it is told.
struct LiveBoard : MetricsRig
{
    LiveBoard() : MetricsRig(false)
    {
        panel.forms().setSources({{u"played"_s, source.name()}}, {});
        plot().setNow(now.us);
        QObject::connect(&panel.forms(), &views::GraphForms::queryRequested, &panel,
                         [this](const QString &field, const GraphQuery &query) {
                             fields.append(field);
                             queries.append(query);
                         });
    }
    /// A graph of one value a second for `length`, up to now.
    QString add(const QString &query, int length = 4000)
    {
        MetricSeries made{query, u"ms"_s, {}};
        for (int i = -length; i <= 600; ++i)
            made.points.push_back({begin + i * qint64(1000000), 100.0 + i % 50});
        source.has.push_back(made);
        const QString id = live.add(source, query, {});
        if (source.isOpen())
            source.answer();
        return id;
    }
    void run(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            now = now + Span::seconds(1);
            plot().setNow(now.us);
            live.setView(plot().range(), plot().isFollowing(), plot().pixels());
            live.tick();
            while (source.isOpen())
                source.answer();
        }
    }
    [[nodiscard]] MetricCanvas &canvas() const { return *plot().findChild<MetricCanvas *>(); }

    Instant now{begin};
    PlayedSeries source;
    LiveGraphs live{model.store, [this] { return now; }};
    QStringList fields;
    QList<GraphQuery> queries;
};

} // namespace fireline::test
