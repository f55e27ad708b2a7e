// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace fireline::test {

/// The built-in processes, each with its highest severity.
inline QList<QPair<QString, QString>> processes()
{
    using namespace Qt::StringLiterals;
    return {{u"community-hub"_s, u"P1"_s},
            {u"helpdeskflow"_s, u"P0"_s},
            {u"nine-step"_s, u"P1"_s},
            {u"severity-ladder"_s, u"1"_s},
            {u"sre-directorate"_s, u"SEV1"_s}};
}

/// For a _data function: a row for each of these processes, all five unless told.
inline void addProcesses(const QStringList &only = {})
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    const auto all = processes();
    for (const auto &[process, severity] : all) {
        if (only.isEmpty() || only.contains(process))
            QTest::newRow(qPrintable(process)) << process << severity;
    }
}

} // namespace fireline::test
