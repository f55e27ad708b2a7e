// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "watchedapplication.h"

#include <QAbstractItemView>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace fireline::bench {

namespace {

qint64 busyNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000000000 + time.tv_nsec;
}

} // namespace

void Watch::start()
{
    m_timer.start();
    m_busyNs = busyNs();
}

Took Watch::took() const
{
    return {double(m_timer.nsecsElapsed()) / 1e6, double(busyNs() - m_busyNs) / 1e6};
}

double percentile(QList<double> values, double part)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min(values.size() - 1, qsizetype(part * double(values.size()))));
}

double percentile(const QList<Took> &times, double part)
{
    QList<double> walls;
    for (const Took &took : times)
        walls.append(took.wall);
    return percentile(walls, part);
}

QString ms(double value)
{
    return u"%1 ms"_s.arg(value, 0, 'f', 1);
}

void rows(const QString &what, const QList<Took> &times, double limit)
{
    QList<double> busy;
    for (const Took &took : times)
        busy.append(took.busy);
    for (const auto &[name, part] : {std::pair{"p50", 0.5}, std::pair{"p99", 0.99}}) {
        const double found = percentile(times, part);
        figure(qPrintable(u"%1, %2"_s.arg(what, QLatin1StringView(name))),
               u"%1 (%2) ms"_s.arg(found, 0, 'f', 1).arg(percentile(busy, part), 0, 'f', 1),
               limit > 0 ? qPrintable(u"<= %1 ms"_s.arg(limit)) : "-", limit <= 0 || found <= limit);
    }
}

QAbstractItemView *rowsOf(test::LiveWindow &live)
{
    auto *list = live.window()->findChild<QAbstractItemView *>(u"timeline.list"_s);
    if (!list)
        qFatal("there is no timeline");
    return list;
}

void longestEvent(const QString &where, double limit)
{
    const auto &watch = *qobject_cast<test::WatchedApplication *>(QCoreApplication::instance()); // lint: allowed
    figure(qPrintable(u"longest event, %1: %2"_s.arg(where, watch.longest())), ms(watch.longestMs()),
           qPrintable(u"<= %1 ms"_s.arg(limit)), watch.longestMs() <= limit);
    figure(qPrintable(u"busiest event, %1: %2"_s.arg(where, watch.busiest())), ms(watch.busiestMs()),
           qPrintable(u"<= %1 ms"_s.arg(limit)), watch.busiestMs() <= limit);
}

} // namespace fireline::bench
