// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs of metrics beside a bare QCustomPlot with the same data on the same platform: drawing, moving, zooming, streaming; memory;
// and from a query to what is painted of its answer.
#include "connectorrig.h"
#include "connectorseries.h"
#include "figures.h"
#include "memoryfeed.h"
#include "metrics/livegraphs.h"
#include "metrics/metriccanvas.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QEventLoop>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::models;

namespace {

constexpr qint64 second = 1000000;
constexpr qint64 begin = 1700000000 * second;
constexpr int frames = 120;
constexpr double mostRatio = 1.3;
constexpr double frameLimit = 0.016; // of a screen with sixty pictures a second
constexpr double soon = 0.1;         // what is there by then is there at once
constexpr QSize pixels{1200, 600};

QString ms(double seconds)
{
    return QString::number(seconds * 1000, 'f', 2) + u" ms"_s;
}

struct Times
{
    double median = 0;
    double p99 = 0;
};

Times times(const std::function<void(int)> &frame)
{
    std::vector<double> all;
    for (int i = 0; i < frames; ++i)
        all.push_back(secondsOf([&] { frame(i); }));
    std::sort(all.begin(), all.end());
    return {all[frames / 2], all[size_t(frames * 99 / 100)]};
}

std::vector<MetricSeries> made(int count, int points)
{
    std::vector<MetricSeries> all;
    quint32 random = 1;
    for (int s = 0; s < count; ++s) {
        MetricSeries series{u"series %1"_s.arg(s), u"ms"_s, {}};
        series.points.reserve(size_t(points));
        for (int i = 0; i < points; ++i) {
            random = random * 1664525 + 1013904223;
            series.points.push_back({begin + i * second, s * 10 + std::sin(i / 5000.0) * 5 + double(random >> 16) / 65536});
        }
        all.push_back(std::move(series));
    }
    return all;
}

/// What somebody would draw without us: a line of one pixel for each series, scaled to what is in sight.
class BarePlot : public QCustomPlot
{
public:
    explicit BarePlot(const std::vector<MetricSeries> &all)
    {
        resize(pixels);
        for (const MetricSeries &series : all) {
            QCPGraph *graph = addGraph();
            graph->setPen(QPen(Qt::blue, 1));
            QVector<QCPGraphData> values;
            values.reserve(qsizetype(series.points.size()));
            for (const MetricPoint &point : series.points)
                values.append({double(point.atUs) / 1e6, point.value});
            graph->data()->set(values, true);
        }
        xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTickerDateTime));
        show();
    }
    void place(const MetricRange &range)
    {
        xAxis->setRange(double(range.fromUs) / 1e6, double(range.toUs) / 1e6);
        QCPRange values;
        for (int i = 0; i < graphCount(); ++i) {
            bool found = false;
            const QCPRange own = graph(i)->getValueRange(found, QCP::sdBoth, xAxis->range());
            values = i == 0 ? own : values.expanded(own);
        }
        yAxis->setRange(values);
        replot(rpImmediateRefresh);
    }
    void append(qint64 atUs, double value)
    {
        for (int i = 0; i < graphCount(); ++i)
            graph(i)->addData(double(atUs) / 1e6, value);
    }
};

/// The panel's graph, without a window around it.
struct OurPlot
{
    explicit OurPlot(const std::vector<MetricSeries> &all) : marks(feed), plot(store, marks, theme, display)
    {
        plot.resize(pixels);
        plot.show();
        store.setSource(u"made"_s, all);
    }
    void place(const MetricRange &range)
    {
        plot.setRange(range);
        canvas().replot(QCustomPlot::rpImmediateRefresh);
    }
    void append(qint64 atUs, double value)
    {
        for (int i = 0; i < store.count(); ++i)
            store.append(i, {{atUs, value}});
    }
    views::MetricCanvas &canvas() { return *plot.findChild<views::MetricCanvas *>(); }

    test::MemoryFeed feed{u"sre-directorate"_s, u"SEV1"_s};
    MetricStore store;
    MetricMarksModel marks;
    views::Theme theme;
    views::TimeDisplay display{QTimeZone::utc()};
    views::MetricPlot plot;
};

void beside(const QString &what, const Times &ours, const Times &bare)
{
    const double ratio = ours.median / bare.median;
    figure(qPrintable(what + u", median"_s), ms(ours.median), qPrintable(u"<= "_s + ms(frameLimit)), ours.median <= frameLimit);
    figure(qPrintable(what + u", p99"_s), ms(ours.p99), "-");
    figure(qPrintable(what + u", beside a bare plot's %1"_s.arg(ms(bare.median))), QString::number(ratio, 'f', 2), "<= 1.3",
           ratio <= mostRatio);
}

void compare(int count, int points)
{
    const QString data = u"%1 x %2"_s.arg(count).arg(points);
    const std::vector<MetricSeries> all = made(count, points);
    const qint64 length = points * second;
    const qint64 before = residentKiB();
    OurPlot ours(all);
    ours.place({begin, begin + length});
    const double million = double(count) * points / 1e6;
    figure(qPrintable(data + u": memory for a million samples"_s),
           u"%1 MiB"_s.arg(double(residentKiB() - before) / 1024 / million, 0, 'f', 1), "-");
    BarePlot bare(all);
    const auto both = [&](const QString &what, const std::function<MetricRange(int)> &range) {
        const Times mine = times([&](int i) { ours.place(range(i)); });
        const Times its = times([&](int i) { bare.place(range(i)); });
        beside(data + u": "_s + what, mine, its);
    };
    both(u"all of it"_s, [&](int i) { return MetricRange{begin - i * second, begin + length}; });
    both(u"moved"_s, [&](int i) {
        const qint64 from = begin + length / 4 + length / 400 * i;
        return MetricRange{from, from + length / 4};
    });
    both(u"zoomed"_s, [&](int i) {
        const auto half = qint64(double(length) / 2 * std::pow(0.97, i));
        return MetricRange{begin + length / 2 - half, begin + length / 2 + half};
    });
    const MetricRange end{begin + length - 3600 * second, begin + length + frames * second};
    ours.place(end);
    bare.place(end);
    const Times mine = times([&](int i) {
        ours.append(begin + length + i * second, i % 7);
        ours.canvas().replot(QCustomPlot::rpImmediateRefresh);
    });
    const Times its = times([&](int i) {
        bare.append(begin + length + i * second, i % 7);
        bare.place(end);
    });
    beside(data + u": one more value of each"_s, mine, its);
}

/// As Prometheus answers: so many series with a value for each pixel.
QByteArray answered(int count)
{
    QByteArray series;
    for (int s = 0; s < count; ++s) {
        series += series.isEmpty() ? "" : ",";
        series += R"({"metric":{"__name__":"up","pod":")" + QByteArray::number(s) + R"("},"values":[)";
        for (int i = 0; i < pixels.width(); ++i)
            series += (i > 0 ? ",[" : "[") + QByteArray::number(begin / second + i) + ",\"" + QByteArray::number(s + i % 7)
                      + "\"]";
        series += "]}";
    }
    return R"({"status":"success","data":{"resultType":"matrix","result":[)" + series + "]}}";
}

/// From the question that leaves to the lines that are painted: by HTTP, on this machine.
void queryToPaint(int count)
{
    test::FakeHttp http;
    http.setReplies({test::good(answered(count))});
    test::Rig rig(http.address());
    window::PrometheusSeries source(u"p"_s, rig.client());
    OurPlot ours({});
    ours.plot.setRange({begin, begin + pixels.width() * second});
    std::vector<double> all;
    for (int i = 0; i < 40; ++i) {
        LiveGraphs graphs(ours.store, [] { return domain::Instant{begin + pixels.width() * second}; });
        graphs.setView(ours.plot.range(), false, pixels.width());
        QString id;
        all.push_back(secondsOf([&] {
            id = graphs.add(source, u"up"_s, {});
            QEventLoop loop;
            QObject::connect(&graphs, &LiveGraphs::answered, &loop, &QEventLoop::quit);
            loop.exec();
            ours.canvas().replot(QCustomPlot::rpImmediateRefresh);
        }));
        graphs.remove(id);
    }
    std::sort(all.begin(), all.end());
    const QString what = u"query to paint, %1 x %2"_s.arg(count).arg(pixels.width());
    figure(qPrintable(what + u", median"_s), ms(all[all.size() / 2]), qPrintable(u"<= "_s + ms(soon)),
           all[all.size() / 2] <= soon);
    figure(qPrintable(what + u", the slowest"_s), ms(all.back()), "-");
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    compare(10, 100000);
    compare(1, 1000000);
    queryToPaint(1);
    queryToPaint(10);
    return exitCode();
}
