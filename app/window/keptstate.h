// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draftkeeper.h"
#include "openincident.h"
#include "sentlines.h"
#include "snippetfile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <functional>
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
    QStringList pictures;              ///< files of pasted pictures that `sent` gives back: they go once its lines are kept
    QSet<QString> recorded;            ///< of the events of `sent` that have no row: those that the file has
};

// Both read files: they are called in the thread that writes these (StateFiles), after what waits there.

/// An empty `stateDir` gives the default.
[[nodiscard]] KeptLook readLook(const QString &stateDir, const QString &configDir);
/// `incident` is its id, `path` where its record is; an empty `stateDir` gives nothing.
[[nodiscard]] KeptWords readWords(const QString &stateDir, const QString &incident, const QString &path);

/// Hands the words to `take`, with what the file has of the lines that were sent. A pin or a tag has no row by which the state would
/// know it, and what others wrote meanwhile says nothing about it: the store's thread looks for the event itself. Only where
/// such a line was left; else `take` is called at once. GUI thread; nothing is taken once the owner is gone.
void askTheFile(QObject *owner, const session::OpenedIncident &opened, const KeptWords &words,
                std::function<void(const KeptWords &)> take);

// Their names in the state folder.
inline const QString guideFile = QStringLiteral("/guide"); ///< of drills
inline const QString layoutFile = QStringLiteral("/layout");
inline const QString filtersFile = QStringLiteral("/timeline-filters");
inline const QString recentFile = QStringLiteral("/recent-commands");

} // namespace fireline::window
