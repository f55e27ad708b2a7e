// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memoryfeed.h"

#include <QTest>

namespace fireline::test {

/// Each line as typed; one that is refused fails the running test with its reason.
inline void does(MemoryFeed &feed, const QStringList &lines, const QString &as = {})
{
    for (const QString &line : lines) {
        const auto done = feed.line(line, as);
        QVERIFY2(done.ok(), done ? "" : qPrintable(line + QStringLiteral(": ") + done.problem().text));
    }
}

} // namespace fireline::test
