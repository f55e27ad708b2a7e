// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "livedesk.h"
#include "memoryfeed.h"
#include "metrics/graphforms.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricseriesmodel.h"
#include "metrics/metricspanel.h"
#include "metrics/metrictablemodel.h"
#include "monitoredseries.h"
#include "preferencesdesk.h"
#include "processlibrary.h"
#include "settingsfile.h"
#include "statefiles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QTemporaryDir>
#include <QUrl>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using namespace fireline::models;

/// "errors" of two hours up to now, a value each ten seconds: bad from `from` to `to` minutes ago.
inline MetricSeries errorsUntil(Instant now, int from, int to)
{
    MetricSeries made{u"errors"_s, u"%"_s, {}};
    for (int i = -720; i <= 0; ++i) {
        const bool bad = i >= -from * 6 && i < -to * 6;
        made.points.push_back({(now + Span::seconds(i * 10)).us, (bad ? 80.0 : 1.0) + 0.1 * (i % 3)});
    }
    return made;
}

/// One window's live graphs.
struct Graphs
{
    Graphs(MemoryFeed &incident, window::SeriesShelf &shelf, const QString &stateDir, connectors::Delay *delay = nullptr)
        : feed(incident)
        , marks(incident)
        , panel(series, table, marks, theme, times)
        , desk(new window::LiveDesk({incident, store, stateDir, files, shelf, delay}, panel))
    {
        panel.resize(800, 300);
        panel.show();
    }
    void ask(const QString &query, const QString &source = u"played"_s)
    {
        emit panel.forms().queryRequested({}, {source, query, u"ms"_s, 250});
    }
    [[nodiscard]] QStringList queries() const
    {
        QStringList all;
        for (const QString &id : desk->graphs().ids())
            all.append(desk->graphs().queryOf(id));
        return all;
    }

    MemoryFeed &feed;
    window::StateFiles files{session::replaceFile};
    MetricStore store;
    MetricSeriesModel series{store};
    MetricTableModel table{store};
    MetricMarksModel marks;
    views::Theme theme;
    views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    views::MetricsPanel panel;
    window::LiveDesk *desk; ///< the panel's
};

/// Settings in a folder of their own, without a password store of the desktop.
struct Settings
{
    Settings() { qunsetenv("DBUS_SESSION_BUS_ADDRESS"); }
    void keep(const QList<MonitoringSource> &sources)
    {
        desk.change([&](Preferences &preferences) { preferences.monitoring.sources = sources; });
    }
    QTemporaryDir folder;
    session::ConsoleSettings console{folder.path(), folder.path(), u"nine-step"_s, u"ana"_s,
                                     u"01910000-0000-7000-8000-000000000001"_s};
    process::ProcessLibrary processes{QString()};
    views::Theme theme;
    window::PreferencesDesk desk{console, processes, theme, Instant{1000000}};
};

inline MonitoringSource sourceAt(const QString &name, const QUrl &address,
                                 MonitoringSource::SignIn signIn = MonitoringSource::SignIn::None)
{
    return {name, MonitoringSource::Kind::Prometheus, address.toString(), signIn, {}, {}, {}};
}

} // namespace fireline::test
