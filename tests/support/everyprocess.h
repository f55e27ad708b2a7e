// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace fireline::test {

/// For a _data function: a row for each of these built-in processes, all five unless told, with its highest severity.
inline void addProcesses(const QStringList &only = {})
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    const QList<QPair<QString, QString>> all{{u"community-hub"_s, u"P1"_s},
                                             {u"helpdeskflow"_s, u"P0"_s},
                                             {u"nine-step"_s, u"P1"_s},
                                             {u"severity-ladder"_s, u"1"_s},
                                             {u"sre-directorate"_s, u"SEV1"_s}};
    for (const auto &[process, severity] : all) {
        if (only.isEmpty() || only.contains(process))
            QTest::newRow(qPrintable(process)) << process << severity;
    }
}

} // namespace fireline::test
