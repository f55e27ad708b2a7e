// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdesk.h"

#include "actions/actionregistry.h"
#include "arbiter/arbiterstate.h"
#include "backendtrial.h"
#include "processlibrary.h"
#include "settings/applylook.h"
#include "settings/settingsdialog.h"
#include "sourcesdesk.h"
#include "takeanswer.h"
#include "theme/theme.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::window {

using models::Preferences;
using views::SettingsDialog;

namespace {

constexpr auto keepDelay = std::chrono::milliseconds(500);

} // namespace

PreferencesDesk::PreferencesDesk(const session::ConsoleSettings &settings, const process::ProcessLibrary &processes,
                                 views::Theme &theme, domain::Instant now, session::SettingsFile::Writer writer)
    : m_processes(processes)
    , m_theme(theme)
    , m_file(std::make_shared<session::SettingsFile>(session::SettingsFile::open(settings.path(), now, std::move(writer))))
    , m_problem(m_file->problem())
    , m_kept(m_file->values())
    , m_preferences(models::preferencesOf(m_kept))
{
    m_pool.setMaxThreadCount(1);
    if (m_preferences.name.isEmpty())
        m_preferences.name = settings.profile;
    if (m_preferences.process.isEmpty())
        m_preferences.process = settings.importProcess;
    m_chosen = m_preferences.backend;
    m_later.setSingleShot(true);
    m_later.setInterval(keepDelay);
    connect(&m_later, &QTimer::timeout, this, &PreferencesDesk::keep);
    views::applyLook(m_preferences, m_theme);
    connect(&theme, &views::Theme::changed, this, &PreferencesDesk::takeLook);
}

PreferencesDesk::~PreferencesDesk()
{
    delete m_dialog;
    flush();
}

void PreferencesDesk::flush()
{
    if (m_later.isActive())
        keep();
    m_pool.waitForDone();
}

void PreferencesDesk::change(const std::function<void(Preferences &)> &edit)
{
    Preferences wanted = m_preferences;
    edit(wanted);
    accept(wanted);
}

void PreferencesDesk::takeLook()
{
    change([this](Preferences &preferences) { views::takeLook(m_theme, preferences); });
}

void PreferencesDesk::accept(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    const bool isElsewhere = preferences.backend != m_preferences.backend;
    m_preferences = preferences;
    m_later.start();
    if (m_dialog)
        m_dialog->setPreferences(preferences); // what it does not know of would be lost with its next change
    if (isElsewhere)
        m_passwordNote.clear(); // of the address before
    if (m_dialog && isElsewhere) {
        const auto address = backend::parseAddress(preferences.backend);
        m_dialog->sayOfBackend(address || preferences.backend.isEmpty() ? QString() : address.problem().text);
    }
    emit changed();
    if (!m_dialog || !m_dialog->isVisible())
        chooseBackend();
}

void PreferencesDesk::chooseBackend()
{
    if (std::exchange(m_chosen, m_preferences.backend) != m_preferences.backend)
        emit backendChosen();
}

void PreferencesDesk::keep()
{
    m_later.stop();
    QMap<QString, QString> changes = models::textsOf(m_preferences);
    for (auto it = changes.begin(); it != changes.end();)
        it = m_kept.value(it.key()) == it.value() ? changes.erase(it) : std::next(it);
    if (changes.isEmpty())
        return;
    QMap<QString, QString> before;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it)
        before.insert(it.key(), std::exchange(m_kept[it.key()], it.value()));
    m_pool.start([this, file = m_file, changes, before] {
        if (const auto outcome = file->write(changes); !outcome)
            QMetaObject::invokeMethod(
                this, [this, before, problem = outcome.problem()] { notKept(before, problem); }, Qt::QueuedConnection);
    });
}

void PreferencesDesk::notKept(const QMap<QString, QString> &before, const domain::Problem &problem)
{
    m_kept.insert(before);
    if (m_dialog)
        m_dialog->refused(problem);
    emit problemOccurred(problem);
}

void PreferencesDesk::follow(views::ActionRegistry &registry)
{
    const auto give = [this, &registry] {
        registry.setLetterKeys(m_preferences.letterKeys);
        if (registry.userKeys() != m_preferences.keys)
            registry.setUserKeys(m_preferences.keys);
    };
    give();
    connect(this, &PreferencesDesk::changed, &registry, give);
}

void PreferencesDesk::showDialog(views::ActionRegistry &registry)
{
    delete m_dialog;
    views::SettingsChoices choices;
    for (const auto &entry : m_processes.entries()) {
        if (entry.process && !entry.replaced)
            choices.processes.append({entry.id, entry.process->title});
    }
    m_dialog = new SettingsDialog(registry, m_theme, choices);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setPreferences(m_preferences);
    connect(&registry, &QObject::destroyed, m_dialog, &QWidget::close);
    connect(m_dialog, &SettingsDialog::changed, this, &PreferencesDesk::accept);
    connect(m_dialog, &SettingsDialog::soundTestRequested, this, &PreferencesDesk::soundTestRequested);
    connect(m_dialog, &SettingsDialog::passwordGiven, this, &PreferencesDesk::keepPassword);
    connect(m_dialog, &SettingsDialog::forgetPasswordRequested, this, &PreferencesDesk::forgetPassword);
    connect(m_dialog, &SettingsDialog::closed, this, &PreferencesDesk::chooseBackend);
    connect(m_dialog, &SettingsDialog::tryBackendRequested, this, &PreferencesDesk::tryBackend);
    const auto *sources = new SourcesDesk(m_dialog->sources(), *m_passwords);
    connect(sources, &SourcesDesk::secretsChanged, this, &PreferencesDesk::sourceSecretsChanged);
    m_dialog->show();
}

void PreferencesDesk::showLook(views::ActionRegistry &registry)
{
    showDialog(registry);
    m_dialog->open(SettingsDialog::Page::Look);
}

void PreferencesDesk::showSources(views::ActionRegistry &registry)
{
    showDialog(registry);
    m_dialog->open(SettingsDialog::Page::Sources);
}

void PreferencesDesk::keepPassword(const QString &address, const QString &password)
{
    m_passwords->keep(address, password, this, [this](const QString &whyNot) {
        // It stays behind what becomes of a try, the next thing that is done here: who sits here has to type it again one day.
        m_passwordNote = whyNot;
        if (m_dialog)
            m_dialog->sayOfBackend(whyNot.isEmpty() ? tr("The password is in your desktop's password store.") : whyNot);
        emit passwordGiven();
    });
}

// What is connected stays so; whoever connects next has none.
void PreferencesDesk::forgetPassword(const QString &address)
{
    m_passwordNote.clear();
    m_passwords->keep(address, {}, this, [this](const QString &whyNot) {
        if (m_dialog)
            m_dialog->sayOfBackend(whyNot.isEmpty() ? tr("The password is forgotten.") : whyNot);
    });
}

void PreferencesDesk::tryBackend(const QString &address)
{
    const int trial = ++m_trials;
    const auto say = [this, trial](const QString &text) {
        if (m_dialog && trial == m_trials)
            m_dialog->sayOfBackend(QStringList{text, m_passwordNote}.join(m_passwordNote.isEmpty() ? u""_s : u" "_s));
    };
    const auto parsed = backend::parseAddress(address);
    if (!parsed)
        return say(parsed.problem().text);
    say(tr("%1 is asked…", "a server").arg(parsed.value().shown));
    m_passwords->read(address, this, [this, say, there = parsed.value()](const QString &password) mutable {
        there.password = password;
        const std::function<std::shared_ptr<domain::Outcome<backend::BackendTrial>>()> job = [there] {
            return std::make_shared<domain::Outcome<backend::BackendTrial>>(backend::tryBackend(there));
        };
        takeAnswer(this, elsewhere<std::shared_ptr<domain::Outcome<backend::BackendTrial>>>(job),
                   [this, say, shown = there.shown](const auto &tried) {
                       say(*tried ? toldOf(shown, tried->value()) : tried->problem().text);
                   });
    });
}

// Whole sentences: what it answers, and what of it will be in the way.
QString PreferencesDesk::toldOf(const QString &shown, const backend::BackendTrial &trial) const
{
    const bool responds = trial.role == "responder"_L1;
    const QString who = responds                     ? tr("%1 answers. You are %2 there, and may respond.")
                        : trial.role == "auditor"_L1 ? tr("%1 answers. You are %2 there, and may look at everything.")
                                                     : tr("%1 answers. You are %2 there, and may look.");
    QStringList told{who.arg(shown, trial.login),
                     trial.isEncrypted ? tr("The connection is encrypted.") : tr("The connection is not encrypted.")};
    if (responds && !domain::sameWord(trial.login, m_preferences.name))
        told.append(
            tr("Your name here is %1. It takes only what is recorded under the name of the login.").arg(m_preferences.name));
    if (responds && trial.isStandby)
        told.append(tr("It is a standby, and takes nothing in. Name the server that it follows."));
    return told.join(u' ');
}

} // namespace fireline::window
