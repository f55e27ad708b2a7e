// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "playbookfolder.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace fireline::models {
class PlaybooksModel;
struct PlaybookText;
} // namespace fireline::models

namespace fireline::window {

/// A file as its reader sees it. Pure; any thread.
[[nodiscard]] models::PlaybookText playbookTextOf(const process::PlaybookFile &file);

/// Whether the process has just these lists of playbooks behind its own. Pure.
[[nodiscard]] bool knowsLists(const domain::Process &process, const QList<domain::ListRule> &lists);

/// Keeps the playbooks of a window up to date with their folder: reads and parses in the thread pool, first at once, then a moment
/// after the folder or a file in it changed. GUI thread; owned by the panel; the model outlives it.
class PlaybookDesk : public QObject
{
    Q_OBJECT
public:
    using TakeLists = std::function<void(const QList<domain::ListRule> &)>;

    /// `takeLists` makes the lists known to the incident, before the model shows them.
    PlaybookDesk(QString builtInRoot, QString configRoot, models::PlaybooksModel &model, TakeLists takeLists, QObject *parent);
    ~PlaybookDesk() override;

    /// Makes the user's folder where it is missing, and shows it. Problem::Io says why that cannot be.
    [[nodiscard]] domain::Outcome<void> openFolder();

signals:
    /// What was read last is shown.
    void shown();

private:
    using Files = std::shared_ptr<QList<process::PlaybookFile>>;

    void watch(const QList<process::PlaybookFile> &files);
    void read();
    void take();

    QString m_builtInRoot;
    QString m_configRoot;
    models::PlaybooksModel &m_model;
    TakeLists m_takeLists;
    QFileSystemWatcher m_watcher;
    QTimer m_later;
    QFutureWatcher<Files> m_reading;
    bool m_again = false; ///< something changed while it was being read
};

} // namespace fireline::window
