// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace fireline::domain {
struct IncidentState;
}

namespace fireline::window {

class StateFiles;

/// What was carried out and may not be on the disk yet, as the line that asks for it again. A value.
struct SentLine
{
    QString line;
    domain::Instant at;    ///< when it happened
    domain::Instant begun; ///< first key of what it was typed as; unset where it was not typed as a line
    QString typed;         ///< what stood in the field: a draft begun then that begins so, or as far as that, is this one
    QStringList events;    ///< what came of it; none: the record was not open yet
    QString mark;          ///< of the form that it was typed into; empty: of none
    bool plain = false;    ///< of a record that was not open: a note, word for word

    [[nodiscard]] bool isOf(const QString &draft, domain::Instant draftBegun) const;
    /// `recorded`: events that the file has, row or not.
    [[nodiscard]] bool isIn(const domain::IncidentState &state, const QSet<QString> &recorded) const;
    bool operator==(const SentLine &) const = default;
};

/// Keeps what was entered until it is in the record, so that a program that is killed owes none of it. A line stands in a file
/// in memory (XDG_RUNTIME_DIR, else /dev/shm) before add() returns: no disk is waited for, and whoever sees the field empty can
/// rely on it.
/// What takes longer than a moment is copied to the state folder behind the window, because memory does not outlive the
/// machine; without such a folder that is the only way. GUI thread; owned by the window; the files outlive it.
class SentLines : public QObject
{
    Q_OBJECT
public:
    /// `incident` is the incident's id. An empty folder keeps nothing.
    SentLines(StateFiles &files, const QString &folder, const QString &incident, QObject *parent = nullptr);
    ~SentLines() override;

    /// What was left behind, in order. Reads files: in the thread of the files.
    [[nodiscard]] static QList<SentLine> left(const QString &folder, const QString &incident);

    void add(const SentLine &sent);
    /// All of them are in the record, or stand in files that were given to StateFiles: they go once those are written, unless
    /// another line was added meanwhile.
    void forget();

private:
    [[nodiscard]] bool writeAtHand(const QByteArray &bytes);
    void copy();
    void drop();

    StateFiles &m_files;
    QString m_copyPath;
    QFile m_atHand; ///< without a name: there is no such folder
    QByteArray m_bytes;
    QTimer m_copyLater;
    bool m_copied = true; ///< also by an earlier window
    qint64 m_added = 0;
};

} // namespace fireline::window
