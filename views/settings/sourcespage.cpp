// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/sourcespage.h"

#include "access/readablenote.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

using models::MonitoringSource;

SourcesPage::SourcesPage(QWidget *parent) : SettingsPage(parent)
{
    build();
    connectFields();
    show(-1);
}

void SourcesPage::connectFields()
{
    connect(m_add, &QPushButton::clicked, this, &SourcesPage::add);
    connect(m_remove, &QPushButton::clicked, this, &SourcesPage::remove);
    connect(m_try, &QPushButton::clicked, this, &SourcesPage::tryIt);
    connect(m_list, &QComboBox::activated, this, &SourcesPage::show);
    for (QLineEdit *line : {m_name, m_address, m_user, m_certificate, m_authorities})
        connect(line, &QLineEdit::editingFinished, this, &SourcesPage::takeFields);
    for (QComboBox *box : {m_kind, m_signIn}) {
        connect(box, &QComboBox::activated, this, [this] {
            takeFields();
            showFields();
        });
    }
    connect(m_first, &QLineEdit::editingFinished, this, [this] { give(m_first, SecretKind::First); });
    connect(m_second, &QLineEdit::editingFinished, this, [this] { give(m_second, SecretKind::Second); });
    connect(m_keyFile, &QLineEdit::editingFinished, this, [this] { give(m_keyFile, SecretKind::KeyFile); });
}

void SourcesPage::load(const models::Preferences &preferences)
{
    if (std::exchange(m_loaded, true) && preferences.monitoring.sources == complete())
        return; // what is being typed stays
    m_sources = preferences.monitoring.sources;
    show(m_sources.isEmpty() ? -1 : std::clamp(m_now, 0, int(m_sources.size()) - 1));
    sayOfNow(preferences.monitoring.faults.join(u'\n'));
}

void SourcesPage::take(models::Preferences &preferences) const
{
    if (const auto sources = complete(); sources != preferences.monitoring.sources)
        preferences.monitoring = {sources, {}, {}};
}

QList<MonitoringSource> SourcesPage::complete() const
{
    QList<MonitoringSource> all;
    for (int index = 0; index < m_sources.size(); ++index) {
        if (whyNot(index).isEmpty())
            all.append(m_sources.at(index));
    }
    return all;
}

QString SourcesPage::whyNot(int index) const
{
    const MonitoringSource &source = m_sources.at(index);
    if (const QString missing = models::whatIsMissing(source); !missing.isEmpty())
        return missing;
    const auto before = m_sources.begin() + index;
    const bool taken = std::any_of(m_sources.begin(), before,
                                   [&source](const MonitoringSource &other) { return other.name == source.name; });
    return taken ? tr("Another source has this name.") : QString();
}

void SourcesPage::add()
{
    QString name = tr("Source %1").arg(m_sources.size() + 1);
    while (std::any_of(m_sources.begin(), m_sources.end(), [&](const auto &other) { return other.name == name; }))
        name += u'+';
    MonitoringSource source;
    source.name = name;
    source.kind = MonitoringSource::Kind::Alertmanager;
    source.knownAs = QUuid::createUuid().toString(QUuid::WithoutBraces); // a name may have been another's
    m_sources.append(source);
    show(int(m_sources.size()) - 1);
    m_name->selectAll();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SourcesPage::remove()
{
    if (m_now < 0)
        return;
    const MonitoringSource gone = m_sources.takeAt(m_now);
    show(std::min(m_now, int(m_sources.size()) - 1));
    emit edited();
    emit removed(gone);
    (m_sources.isEmpty() ? m_add : m_remove)->setFocus(Qt::OtherFocusReason);
}

void SourcesPage::show(int index)
{
    m_now = index;
    for (QLineEdit *line : {m_first, m_second, m_keyFile})
        line->clear();
    showNames();
    showFields();
    sayOfNow({});
}

void SourcesPage::showNames()
{
    m_list->clear();
    for (const MonitoringSource &source : std::as_const(m_sources))
        m_list->addItem(source.name);
    m_list->setCurrentIndex(m_now);
    m_list->setEnabled(!m_sources.isEmpty());
    m_add->setEnabled(m_sources.size() < models::mostMonitoringSources);
}

void SourcesPage::takeFields()
{
    if (m_now < 0)
        return;
    MonitoringSource now = m_sources.at(m_now);
    now.name = m_name->text().simplified();
    now.kind = m_kind->currentData().value<MonitoringSource::Kind>();
    now.address = m_address->text().trimmed();
    now.user = m_user->text().trimmed();
    now.certificate = m_certificate->text().trimmed();
    now.authorities = m_authorities->text().trimmed();
    const auto ways = models::signInsOf(now.kind);
    now.signIn = m_signIn->currentData().value<MonitoringSource::SignIn>();
    if (!ways.contains(now.signIn))
        now.signIn = ways.first();
    if (now.name != m_sources.at(m_now).name)
        now.knownAs = models::lastingName(m_sources.at(m_now)); // graphs go on under what it was called first
    if (now == m_sources.at(m_now))
        return;
    m_sources[m_now] = now;
    m_list->setItemText(m_now, now.name);
    sayOfNow(now.address.isEmpty() ? QString() : whyNot(m_now));
    emit edited();
}

// The field forgets it at once. What it belongs to must be known before: it is kept by address and user.
void SourcesPage::give(QLineEdit *line, SecretKind kind)
{
    const QString secret = line->text();
    if (secret.isEmpty() || m_now < 0)
        return;
    takeFields();
    if (const QString missing = whyNot(m_now); !missing.isEmpty())
        return sayOfNow(missing);
    line->clear();
    emit secretGiven(m_sources.at(m_now), kind, secret);
}

void SourcesPage::tryIt()
{
    if (m_now < 0)
        return;
    takeFields();
    if (const QString missing = whyNot(m_now); !missing.isEmpty())
        return sayOfNow(missing);
    sayOfNow(tr("Asking…"));
    emit tryRequested(m_sources.at(m_now));
}

void SourcesPage::say(const MonitoringSource &source, const QString &text)
{
    if (m_now >= 0 && m_sources.at(m_now) == source)
        sayOfNow(text);
}

void SourcesPage::sayOfNow(const QString &text)
{
    if (text.isEmpty()) {
        m_said->clear();
        m_said->hide();
    } else {
        sayAloud(*m_said, text);
    }
}

} // namespace fireline::views
