// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertsources.h"

#include "preferencesdesk.h"
#include "sourceaccess.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace connectors;
using domain::Instant;
using domain::Outcome;
using domain::Span;
using models::ArrivedAlert;
using models::MonitoringSource;
using models::SourceReading;

namespace {

/// From so many missed questions on, what was said is old although nobody said that it could not be asked: nobody looked.
constexpr qint64 missed = 3;

ArrivedAlert arrivedOf(const ManagedAlert &alert)
{
    ArrivedAlert arrived;
    arrived.fingerprint = alert.fingerprint;
    arrived.labels = alert.labels;
    arrived.annotations = alert.annotations;
    arrived.startsAt = alert.startsAt;
    arrived.endsAt = alert.endsAt;
    arrived.silenced = alert.state == ManagedAlert::State::Suppressed;
    arrived.link = alert.generator;
    arrived.silences = alert.silencedBy;
    return arrived;
}

} // namespace

AlertSources::AlertSources(const PreferencesDesk &preferences, std::unique_ptr<Delay> delay, const domain::Clock &clock,
                           Span every, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_delay(std::move(delay))
    , m_clock(clock)
    , m_every(every)
{
    m_known = preferences.preferences().monitoring.sources;
    connect(&preferences, &PreferencesDesk::changed, this, [this] {
        const auto &now = m_preferences.preferences().monitoring.sources;
        // What is only called otherwise goes on being asked: nothing of it is old for that.
        const bool alike = std::equal(now.begin(), now.end(), m_known.begin(), m_known.end(), models::areAskedAlike);
        m_known = now;
        if (alike)
            rename();
        else
            renew();
    });
    connect(&preferences, &PreferencesDesk::sourceSecretsChanged, this, &AlertSources::renew);
}

AlertSources::~AlertSources() = default;

void AlertSources::want(const QObject *who, bool wanted)
{
    if (m_wanted.contains(who) == wanted)
        return;
    if (wanted) {
        m_wanted.insert(who);
        connect(who, &QObject::destroyed, this, [this, who] { want(who, false); });
    } else {
        m_wanted.remove(who);
    }
    ask();
}

// Secrets are asked of the password store when somebody looks for the first time, not when the program starts.
void AlertSources::ask()
{
    if (isWanted() && !m_opening)
        return renew();
    for (const auto &source : m_sources) {
        if (source->watch)
            source->watch->setOn(isWanted());
    }
}

void AlertSources::renew()
{
    m_opening.reset();
    m_sources.clear();
    emit changed();
    if (!isWanted())
        return;
    m_opening = std::make_unique<QObject>();
    for (const MonitoringSource &source : std::as_const(m_known)) {
        m_sources.push_back(std::make_unique<Source>());
        m_sources.back()->source = source;
        m_sources.back()->access = accessOf(source);
    }
    for (const auto &source : m_sources) {
        openAccess(source->source, m_preferences.passwords(), m_opening.get(),
                   [this, one = source.get()](const Outcome<Access> &access) { opened(*one, access); });
    }
    emit changed();
}

void AlertSources::rename()
{
    for (size_t i = 0; i < m_sources.size(); ++i) { // one for each that is known, in that order
        m_sources[i]->source.name = m_sources[i]->access.name = m_known.at(qsizetype(i)).name;
        if (m_sources[i]->way)
            m_sources[i]->way->setName(m_known.at(qsizetype(i)).name);
    }
    emit changed();
}

void AlertSources::opened(Source &source, const Outcome<Access> &access)
{
    if (!access) {
        source.whyNot = access.problem().text;
        emit changed();
        return;
    }
    source.access = access.value();
    source.access.name = source.source.name; // it may be another since it was opened
    source.way = std::make_unique<HttpClient>(source.access, HttpPolicy(), *m_delay, m_clock);
    if (source.source.kind == MonitoringSource::Kind::Alertmanager) {
        source.watch = std::make_unique<AlertWatch>(AlertmanagerClient(*source.way), *m_delay, m_clock, m_every);
        connect(source.watch.get(), &AlertWatch::changed, this, &AlertSources::changed);
        source.watch->setOn(isWanted());
    }
    emit changed();
}

SourceReading AlertSources::readingOf(const Source &source) const
{
    SourceReading reading;
    reading.source = source.access.place();
    reading.name = source.source.name;
    reading.why = source.whyNot;
    reading.stale = true;
    if (!source.watch)
        return reading;
    reading.at = source.watch->heardAt();
    reading.why = source.watch->whyStale();
    reading.stale = !reading.why.isEmpty() || !reading.at.isSet() || (m_clock.now() - reading.at).us > missed * m_every.us;
    for (const ManagedAlert &alert : source.watch->alerts())
        reading.alerts.append(arrivedOf(alert));
    return reading;
}

QList<SourceReading> AlertSources::readings() const
{
    QList<SourceReading> all;
    for (const auto &source : m_sources) {
        if (source->source.kind == MonitoringSource::Kind::Alertmanager)
            all.append(readingOf(*source));
    }
    if (!all.isEmpty())
        return all;
    // Nobody looked yet: that there is one is known all the same.
    for (const MonitoringSource &source : m_known) {
        if (source.kind == MonitoringSource::Kind::Alertmanager)
            all.append({accessOf(source).place(), {}, true, {}, {}, source.name});
    }
    return all;
}

HttpClient *AlertSources::way(MonitoringSource::Kind kind) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [kind](const auto &source) { return source->source.kind == kind && source->way; });
    return found == m_sources.end() ? nullptr : (*found)->way.get();
}

const ManagedAlert *AlertSources::alertIn(const Source &source, const QString &fingerprint) const
{
    if (!source.watch)
        return nullptr;
    const QList<ManagedAlert> &alerts = source.watch->alerts();
    const auto found = std::find_if(alerts.begin(), alerts.end(),
                                    [&fingerprint](const ManagedAlert &alert) { return alert.fingerprint == fingerprint; });
    return found == alerts.end() ? nullptr : &*found;
}

/// What was done there is to be seen at once.
void AlertSources::lookAgain(Source &source)
{
    source.watch->setOn(false);
    source.watch->setOn(isWanted());
}

void AlertSources::silence(const QString &fingerprint, Span length, const QString &who, const QString &why, QObject *receiver,
                           const Told &told)
{
    for (const auto &source : m_sources) {
        const ManagedAlert *alert = alertIn(*source, fingerprint);
        if (!alert)
            continue;
        // This computer's time, not the incident's: a source lives in the present.
        const Instant now = m_clock.now();
        AlertmanagerClient(*source->way)
            .createSilence(silenceOf(alert->labels, now, now + length, who, why), receiver,
                           [this, told, guard = QPointer(source->watch.get()), one = source.get()](const Outcome<QString> &made) {
                               if (guard && made)
                                   lookAgain(*one);
                               told(made ? QString() : made.problem().text);
                           });
        return;
    }
    told(tr("No source has this alert any more."));
}

void AlertSources::endSilences(const QString &fingerprint, QObject *receiver, const Told &told)
{
    struct Left
    {
        int count = 0;
        QString whyNot;
    };
    const auto left = std::make_shared<Left>();
    for (const auto &source : m_sources) {
        const ManagedAlert *alert = alertIn(*source, fingerprint);
        for (const QString &id : alert ? alert->silencedBy : QStringList()) {
            ++left->count;
            AlertmanagerClient(*source->way)
                .expireSilence(
                    id, receiver,
                    [this, left, told, guard = QPointer(source->watch.get()), one = source.get()](const Outcome<void> &done) {
                        if (!done)
                            left->whyNot = done.problem().text;
                        if (--left->count > 0)
                            return;
                        if (guard)
                            lookAgain(*one);
                        told(left->whyNot);
                    });
        }
    }
    if (left->count == 0)
        told(tr("No source has a silence of this alert any more."));
}

} // namespace fireline::window
