// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draftkeeper.h"
#include "sentlines.h"
#include "snippetfile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace fireline::window {

/// How windows looked when one was closed last, and the short words of quick entry. A value.
struct KeptLook
{
    QByteArray layout;
    QByteArray filters; ///< of the timeline, by perspective
    QByteArray recent;  ///< commands of the palette
    bool guideHidden = false;
    std::optional<SnippetFile> snippets;
};

/// What was typed for a record and never became an entry. A value.
struct KeptWords
{
    Drafts line;                       ///< in quick entry
    QList<Draft> unopened;             ///< by a window that never got the record
    QMap<QString, QJsonObject> panels; ///< in forms, by panel
    QList<SentLine> sent;              ///< entered; what is in the record is among them
    QList<SentLine> sentUnopened;      ///< entered into a window that never got the record
};

// Both read files: they are called in the thread that writes these (StateFiles), after what waits there.

/// An empty `stateDir` gives the default.
[[nodiscard]] KeptLook readLook(const QString &stateDir, const QString &configDir);
/// `incident` is its id, `path` where its record is; an empty `stateDir` gives nothing.
[[nodiscard]] KeptWords readWords(const QString &stateDir, const QString &incident, const QString &path);

// Their names in the state folder.
inline const QString guideFile = QStringLiteral("/guide"); ///< of drills
inline const QString layoutFile = QStringLiteral("/layout");
inline const QString filtersFile = QStringLiteral("/timeline-filters");
inline const QString recentFile = QStringLiteral("/recent-commands");

} // namespace fireline::window
