// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/readablenote.h"
#include "settings/sourcespage.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

// What stands on the page, and which of it a kind of source has.
namespace fireline::views {

using Kind = models::MonitoringSource::Kind;
using SignIn = models::MonitoringSource::SignIn;

QLineEdit *SourcesPage::line(const QString &objectName, const QString &words, const QString &help, bool secret)
{
    auto *made = new QLineEdit(this);
    made->setMaxLength(secret ? 8000 : 1000);
    if (secret) {
        made->setEchoMode(QLineEdit::Password);
        made->setPlaceholderText(tr("Only to set a new one"));
    }
    name(made, objectName, words, help);
    return made;
}

void SourcesPage::build()
{
    m_form = new QFormLayout(this);
    buildList();
    buildFields();
    m_try = new QPushButton(tr("Try it"), this);
    m_try->setAutoDefault(false);
    name(m_try, u"settingsTrySource"_s, tr("Try the source"), tr("Asks it once, and says what came back."));
    m_said = new QLabel(this);
    m_said->setObjectName(u"settingsSourceSaid"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    readAloud(*m_said);
    m_said->hide();
    auto *tried = new QHBoxLayout;
    tried->addWidget(m_try);
    tried->addStretch(1);
    m_form->addRow(QString(), tried);
    m_form->addRow(m_said);
}

void SourcesPage::buildList()
{
    m_list = new QComboBox(this);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(20);
    name(m_list, u"settingsSources"_s, tr("Monitoring source"), tr("Where alerts and series come from."));
    m_add = new QPushButton(tr("Add"), this);
    name(m_add, u"settingsAddSource"_s, tr("Add a monitoring source"), tr("Another one, to be filled in below."));
    m_remove = new QPushButton(tr("Remove"), this);
    name(m_remove, u"settingsRemoveSource"_s, tr("Remove the monitoring source"),
         tr("It is not asked any more, and its secrets are forgotten."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    for (QPushButton *button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_form->addRow(tr("Source"), row);
}

void SourcesPage::buildFields()
{
    m_name = line(u"settingsSourceName"_s, tr("Name of the source"), tr("As you call it. It is shown at this console only."));
    m_kind = new QComboBox(this);
    name(m_kind, u"settingsSourceKind"_s, tr("Kind of source"), tr("Alerts come from Alertmanager, series from the others."));
    for (const Kind kind : {Kind::Alertmanager, Kind::Prometheus, Kind::Datadog})
        m_kind->addItem(models::systemName(kind), QVariant::fromValue(kind));
    m_address = line(
        u"settingsSourceAddress"_s, tr("Address of the source"),
        tr("Such as https://alerts.example or http://localhost:9093. Names and passwords have fields of their own."));
    m_signIn = new QComboBox(this);
    name(m_signIn, u"settingsSourceSignIn"_s, tr("How one signs in"),
         tr("Secrets are kept in your desktop's password store only."));
    m_user = line(u"settingsSourceUser"_s, tr("User of the source"), tr("Whose password it is."));
    const QString kept = tr("Kept in your desktop's password store, never in a file. Left empty, what is kept there stays.");
    m_first = line(u"settingsSourceSecret"_s, tr("Password"), kept, true);
    m_second = line(u"settingsSourceSecondSecret"_s, tr("Application key"), kept, true);
    m_certificate = line(u"settingsSourceCertificate"_s, tr("File of the certificate"),
                         tr("PEM; the certificate of this client."));
    m_keyFile = line(u"settingsSourceKeyFile"_s, tr("File of its key"),
                     tr("PEM. The key is put into your desktop's password store; the file is not needed afterwards."));
    m_keyFile->setPlaceholderText(tr("Only to set a new one"));
    m_authorities = line(u"settingsSourceAuthorities"_s, tr("File of authorities"),
                         tr("PEM; who is trusted beside those this computer trusts. It can stay empty."));
    for (const auto &[words, field] :
         {std::pair(tr("Name"), static_cast<QWidget *>(m_name)), std::pair(tr("Kind"), static_cast<QWidget *>(m_kind)),
          std::pair(tr("Address"), static_cast<QWidget *>(m_address)), std::pair(tr("Sign in"), static_cast<QWidget *>(m_signIn)),
          std::pair(tr("User"), static_cast<QWidget *>(m_user)), std::pair(tr("Password"), static_cast<QWidget *>(m_first)),
          std::pair(tr("Certificate"), static_cast<QWidget *>(m_certificate)),
          std::pair(tr("Key"), static_cast<QWidget *>(m_keyFile)), std::pair(tr("Passphrase"), static_cast<QWidget *>(m_second)),
          std::pair(tr("Authorities"), static_cast<QWidget *>(m_authorities))})
        m_form->addRow(words, field);
}

namespace {

QString wordsOf(SignIn way)
{
    switch (way) {
    case SignIn::None: return SourcesPage::tr("Not at all");
    case SignIn::Password: return SourcesPage::tr("With name and password");
    case SignIn::Token: return SourcesPage::tr("With a token");
    case SignIn::Keys: return SourcesPage::tr("With two keys");
    case SignIn::Certificate: return SourcesPage::tr("With a certificate");
    }
    return {};
}

/// Where one usually is.
QString exampleOf(Kind kind)
{
    switch (kind) {
    case Kind::Alertmanager: return u"http://localhost:9093"_s;
    case Kind::Prometheus: return u"http://localhost:9090"_s;
    case Kind::Datadog: return u"https://api.datadoghq.eu"_s;
    }
    return {};
}

void caption(QFormLayout &form, QLineEdit &field, const QString &words)
{
    qobject_cast<QLabel *>(form.labelForField(&field))->setText(words);
    field.setAccessibleName(words);
}

} // namespace

void SourcesPage::showFields()
{
    const bool any = m_now >= 0;
    const models::MonitoringSource now = any ? m_sources.at(m_now) : models::MonitoringSource();
    m_remove->setEnabled(any);
    m_try->setEnabled(any);
    for (const auto &[field, text] : {std::pair(m_name, now.name), std::pair(m_address, now.address), std::pair(m_user, now.user),
                                      std::pair(m_certificate, now.certificate), std::pair(m_authorities, now.authorities)})
        field->setText(text);
    m_kind->setCurrentIndex(m_kind->findData(QVariant::fromValue(now.kind)));
    m_address->setPlaceholderText(tr("Such as %1").arg(exampleOf(now.kind)));
    m_signIn->clear();
    for (const SignIn way : models::signInsOf(now.kind))
        m_signIn->addItem(wordsOf(way), QVariant::fromValue(way));
    m_signIn->setCurrentIndex(std::max(0, m_signIn->findData(QVariant::fromValue(now.signIn))));
    const bool password = now.signIn == SignIn::Password;
    const bool keys = now.signIn == SignIn::Keys;
    const bool certificate = now.signIn == SignIn::Certificate;
    caption(*m_form, *m_first, password ? tr("Password") : keys ? tr("API key") : tr("Token"));
    caption(*m_form, *m_second, keys ? tr("Application key") : tr("Passphrase"));
    for (const auto &[field, needed] :
         {std::pair(static_cast<QWidget *>(m_name), any), std::pair(static_cast<QWidget *>(m_kind), any),
          std::pair(static_cast<QWidget *>(m_address), any), std::pair(static_cast<QWidget *>(m_signIn), any),
          std::pair(static_cast<QWidget *>(m_user), password),
          std::pair(static_cast<QWidget *>(m_first), password || keys || now.signIn == SignIn::Token),
          std::pair(static_cast<QWidget *>(m_second), keys || certificate),
          std::pair(static_cast<QWidget *>(m_certificate), certificate),
          std::pair(static_cast<QWidget *>(m_keyFile), certificate),
          std::pair(static_cast<QWidget *>(m_authorities), any && now.kind != Kind::Datadog)})
        m_form->setRowVisible(field, any && needed);
}

} // namespace fireline::views
