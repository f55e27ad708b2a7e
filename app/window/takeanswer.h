// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerof.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <type_traits>

namespace fireline::window {

/// Hands the answer to `take` in the thread of `owner`, unless the owner is gone by then: nobody has to wait for a job that
/// runs on. (QFuture::then() with a context looks at it from the other thread, where it may be going just now.)
template<typename T, typename Take>
void takeAnswer(QObject *owner, const QFuture<T> &future, Take take)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, take] {
        watcher->deleteLater();
        if constexpr (std::is_void_v<T>) {
            if (!watcher->isCanceled())
                take();
        } else if (watcher->future().resultCount() > 0) {
            take(watcher->result());
        }
    });
    watcher->setFuture(future);
}

/// In a thread of Qt's pool.
template<typename T>
[[nodiscard]] QFuture<T> elsewhere(std::function<T()> job)
{
    return session::answerOf<T>(std::move(job), [](auto work) { QThreadPool::globalInstance()->start(std::move(work)); });
}

} // namespace fireline::window
