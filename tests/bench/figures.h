// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <chrono>
#include <cstdio>

inline int figuresNotKept = 0;

/// One line of a benchmark's table: what, how much, and the limit it is held to ("-" where none is set).
inline void figure(const char *what, const QString &value, const char *limit, bool kept = true)
{
    figuresNotKept += kept ? 0 : 1;
    std::printf("%-58s %16s   limit %-12s %s\n", what, qPrintable(value), limit, kept ? "" : "NOT KEPT");
    std::fflush(stdout);
}

/// What a benchmark ends with: 1 where a limit was not kept.
inline int exitCode()
{
    return figuresNotKept == 0 ? 0 : 1;
}

/// Seconds that `work` takes.
template<typename Work>
double secondsOf(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Resident memory of this process in KiB.
inline qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}
