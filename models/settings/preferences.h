// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/reach.h"
#include "settings/monitoringsources.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace fireline::models {

/// What a person has chosen for this console. A value; kept as text by key, so that a file of another version of the program
/// is read as far as it is understood.
struct Preferences
{
    enum class Colours { System, Light, Dark, HighContrast };
    enum class Density { Comfortable, Compact };

    QString name;    ///< every entry carries it
    QString process; ///< under which a new incident is declared; the last one used
    Colours colours = Colours::System;
    int textSize = 100; ///< per cent, 80 to 200
    Density density = Density::Comfortable;
    QMap<Reach, bool> reach; ///< only what was switched off; all that can reach does
    /// Action id to its keys as portable texts, an empty list for none; only what differs from the program's own.
    QMap<QString, QStringList> keys;
    bool letterKeys = true;   ///< single letters in focused lists
    QString language;         ///< "de"; empty: the system's
    QString spelling;         ///< "en_GB", "off"; empty: the best dictionary there is
    bool reopenLast = true;   ///< open the last incidents at start
    bool keepRecent = true;   ///< false: no list of recent incidents is kept
    bool keepAwake = true;    ///< no sleep of this computer while an incident is open
    bool hideDetails = false; ///< notices say that something is late, and not what: they are seen on locked screens
    QString backend;          ///< address of the shared backend, without any secret; empty: none
    KeptSources monitoring;   ///< what is asked for alerts and series
    bool firstRunDone = false;
    QJsonObject answers;    ///< process id to field id to what was last answered at a declaration
    QStringList lastOpened; ///< paths that were open when the program was left

    [[nodiscard]] bool reaches(Reach way) const;

    bool operator==(const Preferences &) const = default;
};

/// An address as a person pasted it, with the password in it left out: that has no place in a file.
[[nodiscard]] QString withoutSecret(const QString &address);

/// From keys and texts ("look/colours" to "dark"); what is missing or not understood is as at the first start. What was chosen by
/// weight alone ("reach/late-sound") holds for every kind of matter that had that weight. Pure.
[[nodiscard]] Preferences preferencesOf(const QMap<QString, QString> &texts);
/// Every key of ours with its text; an empty text means: as at the first start. Pure.
[[nodiscard]] QMap<QString, QString> textsOf(const Preferences &preferences);

} // namespace fireline::models
