// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alertmanager/alertwatch.h"
#include "core/clock.h"
#include "http/httpclient.h"
#include "inbox/inboxalert.h"
#include "settings/monitoringsources.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace fireline::window {

class PreferencesDesk;

/// The monitoring sources of the settings, asked while somebody looks: every Alertmanager once for all windows (HDF-8). What one said
/// stays when it falls silent, and is called stale. GUI thread; owned by the program; preferences and clock outlive it.
class AlertSources : public QObject
{
    Q_OBJECT
public:
    /// `every`: from the end of one question to the next.
    AlertSources(const PreferencesDesk &preferences, std::unique_ptr<connectors::Delay> delay, const domain::Clock &clock,
                 domain::Span every = domain::Span::seconds(15), QObject *parent = nullptr);
    ~AlertSources() override;

    /// Whether `who` looks. Nobody does: nothing is asked.
    void want(const QObject *who, bool wanted);
    [[nodiscard]] bool isWanted() const { return !m_wanted.isEmpty(); }

    /// One for each Alertmanager.
    [[nodiscard]] QList<models::SourceReading> readings() const;

    /// Empty: it was done.
    using Told = std::function<void(const QString &whyNot)>;
    /// At the first source that has the alert. `told` hears once, unless `receiver` is gone.
    void silence(const QString &fingerprint, domain::Span length, const QString &who, const QString &why, QObject *receiver,
                 const Told &told);
    /// Every silence of that alert, at every source that has it.
    void endSilences(const QString &fingerprint, QObject *receiver, const Told &told);

    /// Of the sources: the present.
    [[nodiscard]] domain::Instant now() const { return m_clock.now(); }
    /// The way to the first source of that kind, once its secrets are known; null until then and where there is none.
    [[nodiscard]] connectors::HttpClient *way(models::MonitoringSource::Kind kind) const;

signals:
    /// readings() may be others, or a way is there.
    void changed();

private:
    struct Source
    {
        models::MonitoringSource source;
        connectors::Access access; ///< without secrets, until there is a way
        std::unique_ptr<connectors::HttpClient> way;
        std::unique_ptr<connectors::AlertWatch> watch; ///< of an Alertmanager
        QString whyNot;                                ///< it cannot be asked, for people
    };

    void renew();
    void rename();
    void opened(Source &source, const domain::Outcome<connectors::Access> &access);
    void ask();
    [[nodiscard]] models::SourceReading readingOf(const Source &source) const;
    [[nodiscard]] const connectors::ManagedAlert *alertIn(const Source &source, const QString &fingerprint) const;
    void lookAgain(Source &source);

    const PreferencesDesk &m_preferences;
    const std::unique_ptr<connectors::Delay> m_delay;
    const domain::Clock &m_clock;
    domain::Span m_every;
    std::vector<std::unique_ptr<Source>> m_sources;
    QList<models::MonitoringSource> m_known;
    std::unique_ptr<QObject> m_opening; ///< goes with the sources that were opened for it
    QSet<const QObject *> m_wanted;
    bool m_asked = false;
};

} // namespace fireline::window
