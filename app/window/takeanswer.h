// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace fireline::window {

/// Hands the answer to `take` in the thread of `owner`, unless the owner is gone by then: nobody has to wait for a job that
/// runs on. (QFuture::then() with a context looks at it from the other thread, where it may be going just now.)
template<typename T, typename Take>
void takeAnswer(QObject *owner, const QFuture<T> &future, Take take)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, take] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            take(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace fireline::window
