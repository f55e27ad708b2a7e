// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "process/vocabulary.h"

#include <QDate>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTime>

namespace fireline::domain {

struct ProcessDefaults
{
    Span now = Span::minutes(5);     ///< what "immediately" means
    Span dueSoon = Span::minutes(2); ///< how long before its end a clock of one value is due
    QStringList progress;            ///< entry kinds that count as progress
};

/// When the process works. Read through class Calendar.
struct CalendarSpec
{
    QString zone = QStringLiteral("Etc/UTC"); ///< IANA id
    QSet<int> days = {1, 2, 3, 4, 5};         ///< Qt::DayOfWeek, Monday = 1
    QTime open = QTime(9, 0);
    QTime close = QTime(17, 0); ///< after `open`; 00:00 means the end of the day
    QString holidayFile;        ///< name of an .ics file that ProcessLibrary replaces by its days
    int holidayLine = 0;        ///< where that name stands
    int holidayColumn = 0;
    QSet<QDate> holidays;
    int sprintDays = 14;
    QDate sprintStart; ///< first day of any sprint; invalid: no sprints
    QSet<FreezeDay> freeze;
};

} // namespace fireline::domain
