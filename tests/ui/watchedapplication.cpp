// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedapplication.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

/// How long this thread has kept the processor busy.
qint64 busyNs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000000000 + time.tv_nsec;
}

/// How long this thread had work and no processor, by /proc/thread-self/schedstat: "worked waited turns".
qint64 queuedNs(int schedule)
{
    char text[96] = {};
    if (schedule < 0 || ::pread(schedule, text, sizeof text - 1, 0) <= 0)
        return 0;
    char *end = text;
    (void)std::strtoll(text, &end, 10);
    return std::strtoll(end, nullptr, 10);
}

/// Whose event it is: an object without a name by the nearest of its parents that has one.
QString nameOf(const QObject *receiver)
{
    const QObject *named = receiver;
    while (named && named->objectName().isEmpty())
        named = named->parent();
    const QString name(QLatin1StringView(receiver->metaObject()->className()));
    return named ? u"%1 %2"_s.arg(name, named->objectName()) : name;
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_schedule(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
}

WatchedApplication::~WatchedApplication()
{
    if (m_schedule >= 0)
        ::close(m_schedule);
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread() || m_within)
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const QString name = nameOf(receiver);
    const QEvent::Type type = event->type();
    m_within = true;
    QElapsedTimer timer;
    timer.start();
    const qint64 before = busyNs();
    const qint64 queuedBefore = queuedNs(m_schedule);
    const bool handled = QApplication::notify(receiver, event);
    const qint64 queued = queuedNs(m_schedule) - queuedBefore;
    const qint64 busy = busyNs() - before;
    const qint64 took = timer.nsecsElapsed();
    const qint64 slept = seesSleep() ? took - busy - queued : 0;
    m_within = false;
    const auto what = [&] {
        const char *key = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        return u"%1 of %2"_s.arg(key ? QString(QLatin1StringView(key)) : QString::number(type), name);
    };
    if (took > m_longestNs) {
        m_longestNs = took;
        m_longest = what();
    }
    if (busy > m_busiestNs) {
        m_busiestNs = busy;
        m_busiest = what();
    }
    if (slept > m_sleepiestNs) {
        m_sleepiestNs = slept;
        m_sleepiest = what();
    }
    return handled;
}

void WatchedApplication::start()
{
    m_longestNs = 0;
    m_busiestNs = 0;
    m_sleepiestNs = 0;
    m_longest.clear();
    m_busiest.clear();
    m_sleepiest.clear();
}

} // namespace fireline::test
