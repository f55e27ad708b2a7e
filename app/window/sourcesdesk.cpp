// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcesdesk.h"

#include "alertmanager/alertmanagerclient.h"
#include "datadog/datadogclient.h"
#include "passwordstore.h"
#include "prometheus/prometheusclient.h"
#include "sourceaccess.h"
#include "takeanswer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using connectors::Access;
using domain::Outcome;
using domain::Span;
using models::MonitoringSource;
using SecretKind = views::SourcesPage::SecretKind;

namespace {

constexpr Span Patience = Span::seconds(10);
/// Every host that runs Datadog's agent tells it.
const QString anySeries = u"avg:system.load.1{*}"_s;

} // namespace

SourcesDesk::SourcesDesk(views::SourcesPage &page, desktop::PasswordStore &store) : QObject(&page), m_page(page), m_store(store)
{
    connect(&page, &views::SourcesPage::secretGiven, this, &SourcesDesk::keep);
    connect(&page, &views::SourcesPage::removed, this, &SourcesDesk::forget);
    connect(&page, &views::SourcesPage::tryRequested, this, &SourcesDesk::tryIt);
}

SourcesDesk::~SourcesDesk() = default;

void SourcesDesk::keep(const MonitoringSource &source, SecretKind kind, const QString &secret)
{
    if (kind == SecretKind::First)
        return keepAs(source, 0, secret);
    if (kind == SecretKind::Second)
        return keepAs(source, 1, secret);
    const std::function<Outcome<QByteArray>()> job = [secret] { return readPemFile(secret); };
    takeAnswer(this, elsewhere<Outcome<QByteArray>>(job), [this, source](const Outcome<QByteArray> &read) {
        if (!read)
            m_page.say(source, read.problem().text);
        else
            keepAs(source, 0, QString::fromUtf8(read.value()));
    });
}

void SourcesDesk::keepAs(const MonitoringSource &source, qsizetype place, const QString &secret)
{
    const QStringList names = secretNamesOf(source);
    if (place >= names.size())
        return;
    m_store.keep(names.at(place), secret, this, [this, source](const QString &whyNot) {
        m_page.say(source, whyNot.isEmpty() ? tr("It is in your desktop's password store.") : whyNot);
        emit secretsChanged();
    });
}

// Whoever gives a password presses the button at once: what comes back must not hide that it is for this run only.
void SourcesDesk::say(const MonitoringSource &source, const QString &text)
{
    QStringList lines{text};
    for (const QString &name : secretNamesOf(source)) {
        if (const QString whyNot = m_store.whyNotKept(name); !whyNot.isEmpty() && !lines.contains(whyNot))
            lines.append(whyNot);
    }
    m_page.say(source, lines.join(u'\n'));
}

void SourcesDesk::forget(const MonitoringSource &source)
{
    for (const QString &name : secretNamesOf(source))
        m_store.keep(name, {}, this, [](const QString &) {});
    emit secretsChanged();
}

void SourcesDesk::tryIt(const MonitoringSource &source)
{
    openAccess(source, m_store, this, [this, source](const Outcome<Access> &access) {
        access ? ask(source, access.value()) : say(source, access.problem().text);
    });
}

// Once: whoever presses the button wants to know how it is now.
void SourcesDesk::ask(const MonitoringSource &source, const Access &access)
{
    connectors::HttpPolicy once;
    once.attempts = 1;
    once.patience = Patience;
    m_way = std::make_unique<connectors::HttpClient>(access, once, m_delay, m_clock);
    const auto saying = [this, source, place = access.called()](auto words) {
        return [this, source, place, words](const auto &outcome) {
            say(source, outcome ? tr("%1 answers: %2.", "a system, what it has").arg(place, words(outcome.value()))
                                : outcome.problem().text);
        };
    };
    switch (source.kind) {
    case MonitoringSource::Kind::Alertmanager:
        connectors::AlertmanagerClient(*m_way).alerts({}, this, saying([](const QList<connectors::ManagedAlert> &alerts) {
                                                          return tr("%n alert(s) now", nullptr, int(alerts.size()));
                                                      }));
        return;
    case MonitoringSource::Kind::Prometheus:
        connectors::PrometheusClient(*m_way).alertRules(this, saying([](const QList<connectors::AlertRule> &rules) {
                                                            return tr("%n rule(s) that can alert", nullptr, int(rules.size()));
                                                        }));
        return;
    case MonitoringSource::Kind::Datadog:
        const domain::Instant now = m_clock.now();
        connectors::DatadogClient(*m_way).seriesV1(
            anySeries, now - Span::minutes(10), now, this, saying([](const connectors::DatadogResult &result) {
                return tr("%n series of load in ten minutes", nullptr, int(result.series.size()));
            }));
        return;
    }
}

} // namespace fireline::window
