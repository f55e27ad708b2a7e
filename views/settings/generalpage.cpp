// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/generalpage.h"

#include "spelling/spelling.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace fireline::views {

GeneralPage::GeneralPage(const NamedChoices &processes, const NamedChoices &languages, QWidget *parent) : SettingsPage(parent)
{
    build(processes, languages);
    connect(m_name, &QLineEdit::editingFinished, this, &GeneralPage::edited);
    connect(m_backend, &QLineEdit::editingFinished, this, &GeneralPage::edited);
    connect(m_process, &QComboBox::activated, this, &GeneralPage::edited);
    connect(m_language, &QComboBox::activated, this, &GeneralPage::edited);
    connect(m_spelling, &QComboBox::activated, this, &GeneralPage::edited);
    connect(m_reopen, &QCheckBox::clicked, this, &GeneralPage::edited);
    for (QCheckBox *box : {m_keepRecent, m_keepAwake, m_hideDetails})
        connect(box, &QCheckBox::clicked, this, &GeneralPage::edited);
}

void GeneralPage::build(const NamedChoices &processes, const NamedChoices &languages)
{
    auto *form = new QFormLayout(this);
    m_name = new QLineEdit(this);
    m_name->setMaxLength(100);
    name(m_name, u"settingsName"_s, tr("Your name"),
         tr("Every entry in an incident that you open from now on carries this name. Others type it after @."));
    m_process = new QComboBox(this);
    m_process->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_process->setMinimumContentsLength(20);
    name(m_process, u"settingsProcess"_s, tr("Process"), tr("The process a new incident begins with."));
    for (const auto &[id, words] : processes)
        m_process->addItem(words, id);
    buildBackend();
    m_language = new QComboBox(this);
    name(m_language, u"settingsLanguage"_s, tr("Language"), tr("Holds from the next start on."));
    m_language->addItem(tr("As the desktop"), QString());
    for (const auto &[id, words] : languages)
        m_language->addItem(words, id);
    buildSpelling();
    m_reopen = new QCheckBox(tr("Open the last incidents at start"), this);
    name(m_reopen, u"settingsReopen"_s, m_reopen->text(), tr("What was open when you quit is opened again."));
    m_keepRecent = new QCheckBox(tr("Keep a list of recent incidents"), this);
    name(m_keepRecent, u"settingsKeepRecent"_s, m_keepRecent->text(),
         tr("Without it, nothing outside the incident's own file tells that it exists."));
    m_keepAwake = new QCheckBox(tr("Keep this computer awake during an incident"), this);
    name(m_keepAwake, u"settingsKeepAwake"_s, m_keepAwake->text(), tr("A battery with less than 15 % left is spared."));
    m_hideDetails = new QCheckBox(tr("Notices show no details"), this);
    name(m_hideDetails, u"settingsHideDetails"_s, m_hideDetails->text(),
         tr("They say that something is late, and not what: a locked screen shows them too."));
    form->addRow(tr("Your name"), m_name);
    form->addRow(tr("Process"), m_process);
    form->addRow(tr("Shared backend"), m_backend);
    auto *password = new QHBoxLayout;
    password->addWidget(m_password, 1);
    password->addWidget(m_forget);
    password->addWidget(m_try);
    form->addRow(tr("Password"), password);
    form->addRow(QString(), m_passwordNote);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Spelling"), m_spelling);
    form->addRow(m_reopen);
    form->addRow(m_keepRecent);
    form->addRow(m_keepAwake);
    form->addRow(m_hideDetails);
}

void GeneralPage::buildBackend()
{
    m_backend = new QLineEdit(this);
    m_backend->setMaxLength(1000);
    m_backend->setPlaceholderText(tr("postgresql://NAME@HOST/DATABASE"));
    name(m_backend, u"settingsBackend"_s, tr("Shared backend"),
         tr("The PostgreSQL server that your consoles share. Its password has a field of its own."));
    m_password = new QLineEdit(this);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(500);
    m_password->setPlaceholderText(tr("Only to set a new one"));
    name(m_password, u"settingsPassword"_s, tr("Password of the shared backend"),
         tr("Kept in your desktop's password store, never in a file. Left empty, what is kept there stays; where nothing is, a "
            "passfile or a certificate is used."));
    m_forget = new QPushButton(tr("Forget password"), this);
    m_forget->setAutoDefault(false);
    name(m_forget, u"settingsForgetPassword"_s, tr("Forget the password of the shared backend"),
         tr("Takes it out of your desktop's password store. What is connected stays connected."));
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_password->clear();
        emit forgetPasswordRequested(models::withoutSecret(m_backend->text()));
    });
    m_try = new QPushButton(tr("Try it"), this);
    m_try->setAutoDefault(false);
    name(m_try, u"settingsTryBackend"_s, tr("Try the shared backend"),
         tr("Connects once, and says who you are there and what you may do. Nothing is sent."));
    connect(m_try, &QPushButton::clicked, this, [this] { emit tryBackendRequested(models::withoutSecret(m_backend->text())); });
    m_passwordNote = new QLabel(this);
    m_passwordNote->setObjectName(u"settingsPasswordNote"_s);
    m_passwordNote->setWordWrap(true);
    m_passwordNote->setTextFormat(Qt::PlainText);
    m_passwordNote->hide();
    connect(m_password, &QLineEdit::editingFinished, this, [this] {
        const QString password = m_password->text();
        if (password.isEmpty())
            return;
        m_password->clear();
        emit passwordGiven(models::withoutSecret(m_backend->text()), password);
    });
}

void GeneralPage::sayOfBackend(const QString &text)
{
    m_passwordNote->setText(text);
    m_passwordNote->setVisible(!text.isEmpty());
}

void GeneralPage::buildSpelling()
{
    m_spelling = new QComboBox(this);
    name(m_spelling, u"settingsSpelling"_s, tr("Spelling"),
         tr("The dictionary for status updates. More of them come with packages such as hunspell-en-gb."));
    m_spelling->addItem(tr("The best dictionary installed"), QString());
    m_spelling->addItem(tr("Do not check spelling"), Spelling::off());
    for (const QString &dictionary : Spelling::installed())
        m_spelling->addItem(dictionary, dictionary);
}

void GeneralPage::load(const models::Preferences &preferences)
{
    for (const auto &[line, text] : {std::pair(m_name, preferences.name), std::pair(m_backend, preferences.backend)}) {
        if (!line->hasFocus() || !line->isModified()) // what is being typed stays
            line->setText(text);
    }
    m_process->setCurrentIndex(m_process->findData(preferences.process));
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    if (m_spelling->findData(preferences.spelling) < 0)
        m_spelling->addItem(tr("%1 (not installed)").arg(preferences.spelling), preferences.spelling);
    m_spelling->setCurrentIndex(m_spelling->findData(preferences.spelling));
    m_reopen->setChecked(preferences.reopenLast);
    m_keepRecent->setChecked(preferences.keepRecent);
    m_keepAwake->setChecked(preferences.keepAwake);
    m_hideDetails->setChecked(preferences.hideDetails);
}

void GeneralPage::take(models::Preferences &preferences) const
{
    preferences.name = m_name->text().trimmed();
    preferences.backend = models::withoutSecret(m_backend->text());
    if (m_process->currentIndex() >= 0)
        preferences.process = m_process->currentData().toString();
    preferences.language = m_language->currentData().toString();
    preferences.spelling = m_spelling->currentData().toString();
    preferences.reopenLast = m_reopen->isChecked();
    preferences.keepRecent = m_keepRecent->isChecked();
    preferences.keepAwake = m_keepAwake->isChecked();
    preferences.hideDetails = m_hideDetails->isChecked();
}

} // namespace fireline::views
