// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs of metrics: reading a file, drawing ten series of 100,000 values, moving through them.
#include "figures.h"
#include "memoryfeed.h"
#include "metrics/metriccanvas.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricreader.h"
#include "metrics/metrictablemodel.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::models;

namespace {

constexpr int seriesCount = 10;
constexpr int pointCount = 100000;
constexpr int rounds = 15;
constexpr qint64 second = 1000000;

QString ms(double seconds)
{
    return QString::number(seconds * 1000, 'f', 1) + u" ms"_s;
}

template<typename Work>
double median(Work work)
{
    std::vector<double> all;
    for (int i = 0; i < rounds; ++i)
        all.push_back(secondsOf([&] { work(i); }));
    std::nth_element(all.begin(), all.begin() + rounds / 2, all.end());
    return all[rounds / 2];
}

/// A day, one value a second less some: noise over a wave, with an hour in which nothing was measured.
std::vector<MetricSeries> made(qint64 from)
{
    std::vector<MetricSeries> all;
    quint32 random = 1;
    for (int s = 0; s < seriesCount; ++s) {
        MetricSeries series{u"series %1"_s.arg(s), u"ms"_s, {}};
        for (int i = 0; i < pointCount; ++i) {
            random = random * 1664525 + 1013904223;
            const qint64 at = from + (i + (i > pointCount / 2 ? 3600 : 0)) * second;
            series.points.push_back({at, s * 10 + std::sin(i / 5000.0) * 5 + double(random >> 16) / 65536});
        }
        all.push_back(std::move(series));
    }
    return all;
}

QByteArray asCsv(const std::vector<MetricSeries> &all)
{
    QByteArray csv = "time";
    for (const MetricSeries &each : all)
        csv += ',' + each.name.toUtf8();
    for (size_t i = 0; i < pointCount; ++i) {
        csv += '\n' + QByteArray::number(all.front().points[i].atUs / second);
        for (const MetricSeries &each : all)
            csv += ',' + QByteArray::number(each.points[i].value, 'f', 4);
    }
    return csv;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    test::MemoryFeed feed(u"sre-directorate"_s, u"SEV1"_s);
    for (int i = 0; i < 60; ++i) {
        feed.advance(domain::Span::minutes(10));
        (void)feed.line(u"/decision number %1"_s.arg(i));
    }
    const std::vector<MetricSeries> all = made(feed.state().declaredAt.us - 20000 * second);
    const QByteArray csv = asCsv(all);
    bool readable = false;
    const double reading = secondsOf([&] { readable = readMetrics(csv, u"made.csv"_s, QTimeZone::utc()).ok(); });
    figure("read 10 series x 100,000 values (CSV, in its own thread)", ms(reading), "<= 3000 ms", readable && reading <= 3);

    MetricStore store;
    MetricMarksModel marks(feed);
    MetricTableModel table(store);
    views::Theme theme;
    views::TimeDisplay times{QTimeZone::utc()};
    views::MetricPlot plot(store, marks, theme, times);
    plot.resize(1200, 600);
    plot.show();
    const double shown = secondsOf([&] { store.setSource(u"made"_s, all); });
    figure("10 series x 100,000 values into the graph", ms(shown), "<= 250 ms", shown <= 0.25);
    auto *canvas = plot.findChild<views::MetricCanvas *>();
    const auto draw = [&](int) { canvas->replot(QCustomPlot::rpImmediateRefresh); };
    const double whole = median(draw);
    figure("draw 10 series x 100,000 values and 60 marks, median", ms(whole), "<= 50 ms", whole <= 0.05);
    const MetricRange range = plot.range();
    const double panned = median([&](int i) {
        plot.setRange({range.fromUs + i * second, range.toUs + i * second});
        draw(i);
    });
    figure("move through all of it, median", ms(panned), "<= 50 ms", panned <= 0.05);
    plot.setRange({range.fromUs + range.length() / 2, range.fromUs + range.length() / 2 + 3600 * second});
    const double near = median(draw);
    figure("draw one hour of it, median", ms(near), "<= 50 ms", near <= 0.05);
    plot.setRange(range);
    draw(0);
    const double cursor = median([&](int i) { plot.setReading(range.fromUs + range.length() / 20 * (i + 1)); });
    figure("move the cursor, median", ms(cursor), "<= 16 ms", cursor <= 0.016);
    const double asTable = median([&](int i) { table.setRange(MetricRange{range.fromUs - i, range.toUs}); });
    figure("the same as a table of 100,000 rows, median", ms(asTable), "<= 50 ms", asTable <= 0.05);
    figure("memory", u"%1 MiB"_s.arg(residentKiB() / 1024), "-");
    return exitCode();
}
