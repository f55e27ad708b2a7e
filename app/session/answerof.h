// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace fireline::session {

/// The answer of a job that runs elsewhere: `start` is handed what is to be run there, once. Dropped without being run, it
/// cancels the future.
template<typename T, typename Start>
[[nodiscard]] QFuture<T> answerOf(std::function<T()> job, const Start &start)
{
    auto promise = std::make_shared<QPromise<T>>();
    QFuture<T> future = promise->future();
    promise->start();
    start([promise, job = std::move(job)] {
        if constexpr (std::is_void_v<T>)
            job();
        else
            promise->addResult(job());
        promise->finish();
    });
    return future;
}

} // namespace fireline::session
