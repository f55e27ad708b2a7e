// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

/// What a report is expected to give, counted by a person.
struct ExpectedLine
{
    enum class Kind { At, NotPlaced, Refused };
    Kind kind = Kind::At;
    fireline::domain::Instant at;
};

struct Expectation
{
    QString path;
    fireline::exchange::ImportOptions options;
    QMap<int, ExpectedLine> lines;
};

/// What the importer made of it.
struct Tally
{
    int timed = 0; ///< lines of which a person is sure, the refused ones included
    int taken = 0;
    int wrong = 0;
    int refused = 0;
    QStringList faults;
};

/// "[path]" sections with "zone", "year", "offset" and "LINE DAY TIME", "LINE -" or "LINE x".
[[nodiscard]] QList<Expectation> readExpectations(const QByteArray &bytes);
[[nodiscard]] Tally compare(const Expectation &expected, const fireline::exchange::Imported &imported);

/// The folder of shared material (FIRELINE_SHARED, or ../shared beside the sources); empty where there is none.
[[nodiscard]] QString sharedFolder();
[[nodiscard]] QByteArray contentOf(const QString &path);
