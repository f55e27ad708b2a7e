// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QList>
#include <QString>

namespace fireline::window {

class StateFiles;

/// A line that was typed and is no entry.
struct Draft
{
    QString line;
    domain::Instant begun; ///< first key stroke

    bool operator==(const Draft &) const = default;
};

/// What stood in quick entry when the program ended without asking.
struct Drafts
{
    Draft typed;          ///< the line in the field
    QList<Draft> waiting; ///< put aside, the oldest first

    [[nodiscard]] bool isEmpty() const { return typed.line.isEmpty() && waiting.isEmpty(); }
    bool operator==(const Drafts &) const = default;
};

/// Keeps what is typed and not entered in the state folder, so that a crash costs no more than a third of a second of it.
/// Written in the thread of those files, the latest wins; the file goes when nothing is left to keep. Nobody waits when this
/// goes. GUI thread; owned by the window.
class DraftKeeper
{
public:
    /// `incident` is the incident's id. An empty folder keeps nothing. The files outlive it.
    DraftKeeper(StateFiles &files, const QString &folder, const QString &incident);

    /// Stands in for the incident's id while the record in that file is not open.
    [[nodiscard]] static QString keyOf(const QString &path);

    /// What was left behind; a file that is no draft counts as none. Reads the file: in the thread of the files.
    [[nodiscard]] static Drafts left(const QString &folder, const QString &incident);
    void keep(const Drafts &drafts);

private:
    StateFiles &m_files;
    QString m_path;
};

} // namespace fireline::window
