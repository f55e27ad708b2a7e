// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThreadPool>

class QFileDialog;

namespace fireline::models {
class IncidentFeed;
class MetricStore;
struct MetricFile;
} // namespace fireline::models

namespace fireline::views {
class MetricsPanel;
class TimeDisplay;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;

/// Brings files into the graphs and what the graphs show into the record: asks for files in a dialog that blocks nothing, reads
/// them in a thread of its own, remembers for this incident which they were, and attaches snapshots. GUI thread; owned by the
/// panel; feed, store, desk and times outlive it.
class MetricsDesk : public QObject
{
    Q_OBJECT
public:
    struct Context
    {
        const models::IncidentFeed &feed;
        models::MetricStore &store;
        CommandDesk &desk;
        const views::TimeDisplay &times;
        QString stateDir; ///< empty: nothing is remembered
    };

    MetricsDesk(const Context &context, views::MetricsPanel &panel);
    ~MetricsDesk() override;

    void importFiles(const QStringList &paths);
    /// Attaches picture and values of what is in sight; what the command says is their caption.
    [[nodiscard]] domain::Outcome<void> snap(const domain::Command &command);
    /// Waits until all that was asked for is read and remembered.
    void finish();

private:
    /// One file that is shown, and how its times were read.
    struct Source
    {
        QString path;
        bool local = false;
        bool zoneAssumed = false;
    };

    void ask();
    void read(const Source &source);
    void take(const Source &source, const models::MetricFile &file);
    void remove(const QString &path);
    void otherZone(const QString &path);
    void showNote();
    void showIncident();
    void remember();
    void recall();
    [[nodiscard]] Source *find(const QString &path);

    Context m_context;
    views::MetricsPanel &m_panel;
    QList<Source> m_sources;
    QString m_file; ///< where they are remembered; empty: nowhere
    QString m_folder;
    QPointer<QFileDialog> m_dialog;
    QThreadPool m_pool; ///< one thread: files come in the order they were asked for
};

} // namespace fireline::window
