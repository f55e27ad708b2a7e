// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "metrics/metricreader.h"
#include "metrics/seriessource.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace fireline::window {

/// The metrics of a drill as a source of graphs: a file that is read once, in Qt's thread pool, of which nobody sees what has not
/// happened yet. A query is a series by its whole name, or all of one name whatever their labels. GUI thread.
class DrillSeries : public QObject, public models::SeriesSource
{
    Q_OBJECT
public:
    explicit DrillSeries(QString path, QObject *parent = nullptr);

    [[nodiscard]] QString id() const override { return QStringLiteral("drill"); }
    [[nodiscard]] QString name() const override;
    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override;
    void askNames(QObject *receiver, const NamesTold &told) override;

private:
    using File = std::shared_ptr<domain::Outcome<models::MetricFile>>;
    /// Once it is read, and never within this call.
    void whenRead(const std::function<void()> &tell);
    void read();
    [[nodiscard]] domain::Outcome<models::SeriesAnswer> answer(const models::SeriesQuestion &question) const;

    QString m_path;
    File m_file; ///< null while it is being read
    bool m_reading = false;
    std::vector<std::function<void()>> m_waiting; ///< questions until it is read
};

} // namespace fireline::window
