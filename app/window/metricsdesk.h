// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "core/outcome.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimeZone>

#include <atomic>
#include <functional>
#include <memory>

class QFileDialog;

namespace fireline::models {
class IncidentFeed;
class MetricMarksModel;
class MetricStore;
struct FrozenGraph;
struct MetricFile;
} // namespace fireline::models

namespace fireline::views {
class MetricsPanel;
class TimeDisplay;
struct KeptGraph;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class StateFiles;

/// Brings files into the graphs and what the graphs show into the record: asks for files in a dialog that blocks nothing, reads
/// them elsewhere, one after the other, remembers for this incident which they were, attaches snapshots with all that is needed to
/// show them again, and shows those. GUI thread; owned by the panel; feed, store, marks, desk and times outlive it.
class MetricsDesk : public QObject
{
    Q_OBJECT
public:
    /// One file, read in a thread of Qt's pool; `abandoned` says that nobody wants it any more.
    using Answer = std::shared_ptr<domain::Outcome<models::MetricFile>>;
    using Reader = std::function<Answer(const QString &path, const QTimeZone &zone, const std::atomic_bool &abandoned)>;
    [[nodiscard]] static Answer readFile(const QString &path, const QTimeZone &zone, const std::atomic_bool &abandoned);

    /// The bytes of an attachment by its hash; empty where there is none.
    using Blob = std::function<QFuture<QByteArray>(const QString &sha256)>;

    struct Context
    {
        const models::IncidentFeed &feed;
        models::MetricStore &store;
        models::MetricMarksModel &marks;
        CommandDesk &desk;
        const views::TimeDisplay &times;
        QString stateDir; ///< empty: nothing is remembered
        StateFiles &files;
        Blob blob = {}; ///< none: no kept graph can be shown again
        Reader reader = readFile;
    };

    MetricsDesk(const Context &context, views::MetricsPanel &panel);
    /// Waits for no file: what is being read is abandoned.
    ~MetricsDesk() override;

    void importFiles(const QStringList &paths);
    /// Attaches picture and values of what is in sight, with the marks of this moment; what the command says is their caption.
    /// Taken here and now; the PNG is made in a thread of Qt's pool. `snapped` hears of the picture once it is in the record.
    [[nodiscard]] domain::Outcome<void> snap(const domain::Command &command,
                                             const std::function<void(const QString &sha256)> &snapped = {});
    /// Something that was asked for is not read yet.
    [[nodiscard]] bool isReading() const { return m_recalling || !m_toRead.isEmpty(); }

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
    void readNext();
    void take(const Source &source, const models::MetricFile &file);
    void remove(const QString &path);
    void otherZone(const QString &path);
    void showNote();
    void showIncident();
    [[nodiscard]] QList<views::KeptGraph> keptGraphs() const;
    void showKept(const QString &sha256);
    void show(const QString &sha256, const models::FrozenGraph &graph);
    void markKept();
    void remember();
    void recall();
    void recalled(const QByteArray &list);
    [[nodiscard]] Source *find(const QString &path);

    Context m_context;
    views::MetricsPanel &m_panel;
    QList<Source> m_sources;
    QString m_file; ///< where they are remembered; empty: nowhere
    QString m_folder;
    QPointer<QFileDialog> m_dialog;
    QList<Source> m_toRead; ///< in the order they were asked for; the first is under way
    bool m_recalling = false;
    std::shared_ptr<std::atomic_bool> m_abandoned;
};

} // namespace fireline::window
