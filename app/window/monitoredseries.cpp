// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoredseries.h"

#include "connectorseries.h"
#include "preferencesdesk.h"
#include "seriesshelf.h"
#include "sourceaccess.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

using connectors::Access;
using domain::Outcome;
using models::MonitoringSource;
using models::SeriesQuestion;

MonitoredSeries::MonitoredSeries(MonitoringSource source, desktop::PasswordStore &passwords, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_name(m_source.name)
    , m_passwords(passwords)
{
}

MonitoredSeries::~MonitoredSeries() = default;

QString MonitoredSeries::place() const
{
    return accessOf(m_source).place();
}

bool MonitoredSeries::setName(const QString &name)
{
    if (m_way)
        m_way->setName(name);
    return std::exchange(m_name, name) != name;
}

void MonitoredSeries::ask(const SeriesQuestion &question, QObject *receiver, const Told &told)
{
    if (m_inner)
        return m_inner->ask(question, receiver, told);
    wait({receiver, [question, receiver, told](models::SeriesSource &inner) { inner.ask(question, receiver, told); },
          [told](const domain::Problem &problem) { told(problem); }});
}

void MonitoredSeries::askNames(QObject *receiver, const NamesTold &told)
{
    if (m_inner)
        return m_inner->askNames(receiver, told);
    // A store that is locked would take the keyboard of whoever types, for a source that nobody has chosen yet.
    if (m_source.signIn != MonitoringSource::SignIn::None)
        return;
    wait({receiver, [receiver, told](models::SeriesSource &inner) { inner.askNames(receiver, told); }, {}});
}

void MonitoredSeries::wait(const Waiting &one)
{
    m_waiting.push_back(one);
    if (!std::exchange(m_opening, true)) // never within this call, whoever opens it
        QMetaObject::invokeMethod(this, &MonitoredSeries::open, Qt::QueuedConnection);
}

// A store that is locked asks the person; with each question of a graph it would take their keyboard again and again.
void MonitoredSeries::open()
{
    if (m_lacks)
        return opened(*m_lacks);
    MonitoringSource called = m_source;
    called.name = m_name;
    openAccess(called, m_passwords, this, [this](const Outcome<Access> &access) { opened(access); });
}

void MonitoredSeries::opened(const Outcome<Access> &access)
{
    m_opening = false;
    if (access) {
        connectors::HttpPolicy once;
        once.attempts = 1;
        m_way = std::make_unique<connectors::HttpClient>(access.value(), once, m_delay, m_clock);
        m_way->setName(m_name); // it may be another since it was opened
        if (m_source.kind == MonitoringSource::Kind::Datadog)
            m_inner = std::make_unique<DatadogSeries>(id(), *m_way);
        else
            m_inner = std::make_unique<PrometheusSeries>(id(), *m_way);
    } else if (access.problem().code == "no-secret"_L1) {
        m_lacks = access.problem();
    }
    for (const Waiting &each : std::exchange(m_waiting, {})) {
        if (!each.receiver)
            continue;
        if (m_inner)
            each.ask(*m_inner);
        else if (each.refuse)
            each.refuse(access.problem());
    }
}

MonitoredShelf::MonitoredShelf(const PreferencesDesk &preferences, SeriesShelf &shelf, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_shelf(shelf)
{
    connect(&preferences, &PreferencesDesk::changed, this, [this] { renew(false); });
    connect(&preferences, &PreferencesDesk::sourceSecretsChanged, this, [this] { renew(true); });
    renew(false);
}

MonitoredShelf::~MonitoredShelf() = default;

std::shared_ptr<MonitoredSeries> MonitoredShelf::keptOf(const MonitoringSource &source) const
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(),
                                    [&](const Kept &each) { return models::areAskedAlike(each.source, source); });
    return found == m_kept.end() ? nullptr : found->series;
}

/// `secrets`: whoever signs in does so anew.
void MonitoredShelf::renew(bool secrets)
{
    std::vector<Kept> kept;
    SeriesShelf::Sources sources;
    bool renamed = false;
    for (const MonitoringSource &each : m_preferences.preferences().monitoring.sources) {
        if (each.kind == MonitoringSource::Kind::Alertmanager)
            continue;
        auto series = secrets && each.signIn != MonitoringSource::SignIn::None ? nullptr : keptOf(each);
        if (!series)
            series = std::make_shared<MonitoredSeries>(each, m_preferences.passwords());
        renamed = series->setName(each.name) || renamed;
        kept.push_back({each, series});
        sources.push_back(series);
    }
    m_kept = std::move(kept);
    if (renamed || sources != m_shelf.sources())
        m_shelf.setSources(std::move(sources));
}

} // namespace fireline::window
