// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "process/contactbook.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>

namespace fireline::window {

/// A person's own numbers of those who are called, as contacts.yaml in the config folder has them: read in the thread pool, first at
/// once, then a moment after the file changed. What is wrong with the file is told, and what was read before stays in use. Nothing
/// of it leaves this computer. GUI thread; owned by the window.
class ContactsDesk : public QObject
{
    Q_OBJECT
public:
    /// An empty folder: there are none.
    explicit ContactsDesk(QString configDir, QObject *parent = nullptr);
    ~ContactsDesk() override;

    [[nodiscard]] const domain::ContactBook &book() const { return m_book; }
    /// The first fault of the file, with line and remedy; empty where all is well.
    [[nodiscard]] const QString &fault() const { return m_fault; }

    using Provided = std::function<void(const domain::Outcome<QString> &path)>;
    /// Makes the file where there is none, for its owner alone, with whom the process names. Problem::Io says why that cannot be.
    void provide(const domain::Process &process, const Provided &done);

signals:
    /// book() is another.
    void changed();
    /// Somebody wants to write in the file.
    void openRequested();
    /// The file was changed, and fault() tells of it or does so no longer.
    void faultTold();

private:
    struct Read
    {
        domain::ContactBook book;
        QString fault;
        QByteArray bytes; ///< as they were read
    };
    [[nodiscard]] static Read readFile(const QString &configDir);
    void read();
    void take(const Read &now);
    void watch();

    QString m_configDir;
    domain::ContactBook m_book;
    QString m_fault;
    QByteArray m_bytes;
    QFileSystemWatcher m_watcher;
    QTimer m_later;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was being read
};

} // namespace fireline::window
