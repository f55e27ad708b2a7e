// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timenotation.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::exchange {

/// One line of a record that has, or should have, a time; made by the readers, turned into entries by the placer.
struct TimedRow
{
    int line = 0;
    QString text;
    QString source; ///< the whole line, for people
    Stamp stamp;
    Zone stated;     ///< the zone that its section, column or document states
    int group = 0;   ///< rows of one list, table or run of headings: their order means something
    int section = 0; ///< top section of the document
    QString role;
    QString kind; ///< set when the source says it
    QStringList tags;
    bool contextOnly = false; ///< a heading that only names the day of what follows
    bool labelled = false;    ///< "Incident declared: TIME"
    bool hasNoTime = false;   ///< a row between timed rows with no time at all
};

/// What a document says about itself, apart from its rows.
struct DocumentFacts
{
    QList<QDate> titleDays;              ///< of its title
    QList<QDate> statedDays;             ///< of a line such as "Date: 2 January 2024"
    QList<QDate> nameDays;               ///< of the file's name
    QList<QDate> matterDays;             ///< of front matter: may be the day of publication
    QList<QDate> proseDays;              ///< anywhere before the first row
    QString prose;                       ///< text outside the rows, for links with a time stamp in them
    std::optional<domain::Instant> zero; ///< T0, where the document dates it
    int yearHint = 0;
};

} // namespace fireline::exchange
