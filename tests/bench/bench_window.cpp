// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: from key press to paint and to the disk, start, scrolling, filtering, idle processor time, memory.
// What it is compared with is barewindow, which links nothing but Qt.
//   bench_window                     the table
//   bench_window --only PART[,PART]  some of: typing, others, typing100, scrolling, filtering, busiest, folding, start,
//                                    idle
//   bench_window --program FILE      the program on a file; tells when it was painted, took a key, showed its rows
//   bench_window --idle FILE SECONDS the real window, left alone: prints processor time in ms, KiB of memory, and wake-ups
#include "figures.h"
#include "watchedapplication.h"
#include "windowbench.h"

#include <QFile>
#include <QThread>

#include <functional>

using namespace Qt::StringLiterals;
using namespace fireline::bench;
using fireline::test::WatchedApplication;

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--program"_L1)
        return programChild(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == "--idle"_L1)
        return idleChild(arguments.value(2), arguments.value(3).toInt());
    const bool quick = arguments.contains("--quick"_L1);
    QFile load(u"/proc/loadavg"_s);
    const QByteArray busy = load.open(QIODevice::ReadOnly) ? load.readAll().split(' ').value(0) : "?";
    std::printf("window (%s; load %s on %d processors; in brackets the time that the processor worked)\n",
                qPrintable(QGuiApplication::platformName()), busy.constData(), QThread::idealThreadCount());
    struct Part
    {
        QString name;
        std::function<void()> run;
    };
    const QList<Part> parts{
        {u"typing"_s, [] { typing(10000, false); }},
        {u"others"_s, [] { typing(10000, true); }},
        {u"typing100"_s, [] { typing(100000, false); }},
        {u"scrolling"_s, [] { scrolling(100000); }},
        {u"filtering"_s, [] { filtering(100000); }},
        {u"busiest"_s, [] { busiest(10000); }},
        {u"folding"_s, [] { folding(); }},
        {u"start"_s, [] { starting(10000); }},
        {u"idle"_s,
         [quick] {
             idling(10000, quick ? 10 : 60);
             idling(100000, quick ? 5 : 20);
         }},
    };
    const QString only = arguments.contains("--only"_L1) ? arguments.value(arguments.indexOf("--only"_L1) + 1) : QString();
    for (const Part &part : parts) {
        if (only.isEmpty() || only.split(u',').contains(part.name))
            part.run();
    }
    return exitCode();
}
