// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sentlines.h"

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QTimer>

namespace fireline::window {

class StateFiles;

/// Keeps a pasted picture until it is evidence in the record: pixels of which a PNG is still being made, or a PNG as it came. It
/// stands in memory before keep() returns, unless it is a very large one, and is copied to the state folder when that takes
/// longer than a moment: as SentLines does with lines. GUI thread; owned by the window; the files outlive it.
class KeptPictures : public QObject
{
    Q_OBJECT
public:
    /// `incident` is the incident's id. An empty folder keeps nothing.
    KeptPictures(StateFiles &files, const QString &folder, const QString &incident, QObject *parent = nullptr);
    ~KeptPictures() override;

    struct Picture
    {
        QImage pixels;  ///< null where there is
        QByteArray png; ///< this
    };
    /// Gives the name by which it is known here. `at`: when it was pasted.
    QString keep(const Picture &picture, domain::Instant at);
    /// It is evidence now, and safe once the record is saved.
    void attached(const QString &name);
    /// Nothing is on its way to the disk: those that were attached go.
    void forget();
    /// Not a moment later: the session ends.
    void copy();
    /// Of those in the state folder that were given back once as files, these lines still speak of some. The others go.
    void sweep(const QStringList &lines);

    /// What was left behind, each as the line that attaches it, from a PNG that is made here; and the files that go once these
    /// lines are kept. Reads and writes files: in their thread.
    struct Left
    {
        QList<SentLine> lines;
        QStringList files;
    };
    [[nodiscard]] static Left left(const QString &folder, const QString &incident);

private:
    struct Kept
    {
        Picture picture;
        bool copied = false;
        bool attached = false;
    };
    void drop(const QString &name);

    StateFiles &m_files;
    QString m_folder;
    QString m_incident;
    QHash<QString, Kept> m_kept;
    QTimer m_copyLater;
};

} // namespace fireline::window
