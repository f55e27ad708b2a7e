// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedapplication.h"

#include <QEvent>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace fireline::test {

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const char *receiverClass = receiver->metaObject()->className();
    const QEvent::Type type = event->type();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const qint64 took = timer.nsecsElapsed();
    if (took > 1000000)
        m_slowMs.append(double(took) / 1e6);
    if (took > m_longestNs) {
        m_longestNs = took;
        m_longest = u"%1 of %2"_s.arg(QLatin1StringView(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)),
                                      QLatin1StringView(receiverClass));
    }
    return handled;
}

void WatchedApplication::start()
{
    m_longestNs = 0;
    m_longest.clear();
    m_slowMs.clear();
}

} // namespace fireline::test
