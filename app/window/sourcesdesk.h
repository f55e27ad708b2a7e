// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/outcome.h"
#include "http/httpclient.h"
#include "settings/sourcespage.h"

#include <QObject>

#include <memory>

namespace fireline::desktop {
class PasswordStore;
}

namespace fireline::window {

/// What the settings' page of monitoring sources asks for: keeps secrets in the password store, and asks a source once to say in one
/// sentence what came back. GUI thread; owned by the page; the store outlives it.
class SourcesDesk : public QObject
{
    Q_OBJECT
public:
    SourcesDesk(views::SourcesPage &page, desktop::PasswordStore &store);
    ~SourcesDesk() override;

signals:
    /// A source may be asked in another way now.
    void secretsChanged();

private:
    void keep(const models::MonitoringSource &source, views::SourcesPage::SecretKind kind, const QString &secret);
    void say(const models::MonitoringSource &source, const QString &text);
    void keepAs(const models::MonitoringSource &source, qsizetype place, const QString &secret);
    void forget(const models::MonitoringSource &source);
    void tryIt(const models::MonitoringSource &source);
    void ask(const models::MonitoringSource &source, const connectors::Access &access);

    views::SourcesPage &m_page;
    desktop::PasswordStore &m_store;
    connectors::TimerDelay m_delay;
    domain::SystemClock m_clock;
    std::unique_ptr<connectors::HttpClient> m_way; ///< of the last trial; an earlier one is dropped
};

} // namespace fireline::window
