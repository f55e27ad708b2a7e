// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook.h"
#include "processloader.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>

namespace fireline::process {

/// The processes and playbooks at hand: those that are part of the program and the user's own from the configuration folder
/// (decisions 18, 20). Reads the files when it is first asked for them, processes and playbooks each once; a broken one is kept
/// with its findings and hinders no other. A user's file with a built-in id is refused unless it says `replaces`. Made by whoever
/// composes the program; may be asked from any thread. A copy shares what was read.
class ProcessLibrary
{
    Q_DECLARE_TR_FUNCTIONS(ProcessLibrary)

public:
    struct Entry
    {
        QString id;   ///< of the process; of a file that cannot be read its base name
        QString path; ///< ":/processes/…" or a file of the configuration folder
        bool builtIn = false;
        bool replaced = false; ///< a user's process stands in for it
        std::optional<domain::Process> process;
        QList<Finding> findings;
    };

    /// `configFolder` (may be empty or missing) holds processes/*.yaml, playbooks/*.md and holidays/*.ics; so does
    /// `builtInFolder`, by default the program's own data.
    explicit ProcessLibrary(QString configFolder, QString builtInFolder = QStringLiteral(":"));

    /// Built-in first, then the user's, each by file name.
    [[nodiscard]] const QList<Entry> &entries() const;
    [[nodiscard]] const QList<Playbook> &playbooks() const;
    /// What is wrong with playbooks.
    [[nodiscard]] const QList<Finding> &playbookFindings() const;

    /// The process of that id; of a built-in one that is replaced, what stands in for it. Problem::NotFound names those there
    /// are, Problem::Parse the faults of its file.
    [[nodiscard]] domain::Outcome<domain::Process> process(const QString &id) const;

    /// Reads a process from a file. Problem::Io when it cannot be read.
    [[nodiscard]] domain::Outcome<ProcessReading> readFile(const QString &path) const;

    /// Reads a process from bytes, holidays included: where the calendar names a file, its days are written into the text, so that
    /// Process::text is complete and an incident that pins it needs no other file (decisions 2).
    [[nodiscard]] ProcessReading read(const QByteArray &bytes, const QString &fileName) const;

    /// The process with the playbooks at hand behind its own lists (those whose id it has itself left out). Text and hash stay
    /// those of the process: a playbook is offered, it governs nothing.
    [[nodiscard]] domain::Process withPlaybooks(domain::Process process) const;

private:
    struct Content;
    void addProcesses(const QString &root, bool builtIn) const;
    void judgeName(Entry &entry) const;
    [[nodiscard]] QString holidayPath(const QString &name) const;

    QString m_configFolder;
    QString m_builtInFolder;
    std::shared_ptr<Content> m_content;
};

/// The bytes of a regular file, at most `most` of them. Problem::Io or NotFound with the reason.
[[nodiscard]] domain::Outcome<QByteArray> readSmallFile(const QString &path, qint64 most);

} // namespace fireline::process
