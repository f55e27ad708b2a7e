// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metricmarksmodel.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/metrictablemodel.h"
#include "metricsdesk.h"
#include "settingsfile.h"
#include "statefiles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QLabel>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::models;

/// One window's graphs over a record in memory.
struct Graphs
{
    Graphs(IncidentFeed &incident, window::CommandDesk &desk, const QString &stateDir,
           window::MetricsDesk::Reader reader = window::MetricsDesk::readFile, window::MetricsDesk::Blob blob = {})
        : marks(incident)
        , panel(series, table, marks, theme, times)
        , metrics(new window::MetricsDesk(
              {incident, store, marks, desk, times, stateDir, files, std::move(blob), std::move(reader)}, panel))
    {
        panel.resize(600, 300);
        panel.show();
    }
    [[nodiscard]] QString note() const
    {
        const auto *label = panel.findChild<QLabel *>(u"metricsNote"_s);
        return label->isHidden() ? QString() : label->text();
    }

    window::StateFiles files{session::replaceFile};
    MetricStore store;
    MetricSeriesModel series{store};
    MetricTableModel table{store};
    MetricMarksModel marks;
    views::Theme theme;
    views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    views::MetricsPanel panel;
    window::MetricsDesk *metrics; ///< the panel's
};

} // namespace fireline::test
