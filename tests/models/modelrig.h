// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feedlines.h"
#include "rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace fireline::test {

/// A model over a live incident, watched from before its first row.
template<typename Model>
struct ModelRig
{
    ModelRig() : ModelRig(QStringLiteral("sre-directorate"), QStringLiteral("SEV1")) { }
    explicit ModelRig(const QString &process, const QString &severity = {}) : feed(process, severity), model(feed) { }

    void lines(const QStringList &texts, const QString &as = {}) { test::does(feed, texts, as); }
    int rowWhere(Wanted wanted) const { return test::rowWhere(model, wanted); }
    QVariant value(int row, int role) const { return model.index(row, 0).data(role); }

    MemoryFeed feed;
    Model model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace fireline::test
