// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/outcome.h"
#include "http/httpclient.h"
#include "metrics/seriessource.h"
#include "settings/monitoringsources.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace fireline::desktop {
class PasswordStore;
}

namespace fireline::window {

class PreferencesDesk;
class SeriesShelf;

/// A Prometheus or Datadog of the settings as a source of graphs (HDF-8). It is opened, and its secrets asked for, with the first
/// question; a graph asks again by itself, so each is sent once. GUI thread; the store outlives it.
class MonitoredSeries : public QObject, public models::SeriesSource
{
    Q_OBJECT
public:
    MonitoredSeries(models::MonitoringSource source, desktop::PasswordStore &passwords, QObject *parent = nullptr);
    ~MonitoredSeries() override;

    [[nodiscard]] QString id() const override { return models::lastingName(m_source); }
    [[nodiscard]] QString name() const override { return m_name; }
    [[nodiscard]] QString place() const override;
    /// Whether that is another name.
    bool setName(const QString &name);
    void ask(const models::SeriesQuestion &question, QObject *receiver, const Told &told) override;
    void askNames(QObject *receiver, const NamesTold &told) override;

private:
    struct Waiting
    {
        QPointer<QObject> receiver;
        std::function<void(models::SeriesSource &inner)> ask;
        std::function<void(const domain::Problem &problem)> refuse;
    };
    void wait(const Waiting &one);
    void open();
    void opened(const domain::Outcome<connectors::Access> &access);

    models::MonitoringSource m_source; ///< as it was when it was opened: its lasting name is the same for ever
    QString m_name;                    ///< as it is called now
    desktop::PasswordStore &m_passwords;
    connectors::TimerDelay m_delay;
    domain::SystemClock m_clock;
    std::unique_ptr<connectors::HttpClient> m_way;
    std::unique_ptr<models::SeriesSource> m_inner; ///< null until it is opened
    std::vector<Waiting> m_waiting;
    std::optional<domain::Problem> m_lacks; ///< what it has to be told in the settings
    bool m_opening = false;
};

/// Puts those of the settings that have series on the shelf of a window, and others when the settings change; one that is set up
/// as before stays, with its graphs, whatever it is called now. GUI thread; owned by the shelf or what goes before it;
/// preferences and shelf outlive it.
class MonitoredShelf : public QObject
{
    Q_OBJECT
public:
    MonitoredShelf(const PreferencesDesk &preferences, SeriesShelf &shelf, QObject *parent);
    ~MonitoredShelf() override;

private:
    struct Kept
    {
        models::MonitoringSource source;
        std::shared_ptr<MonitoredSeries> series;
    };
    void renew(bool secrets);
    [[nodiscard]] std::shared_ptr<MonitoredSeries> keptOf(const models::MonitoringSource &source) const;

    const PreferencesDesk &m_preferences;
    SeriesShelf &m_shelf;
    std::vector<Kept> m_kept;
};

} // namespace fireline::window
