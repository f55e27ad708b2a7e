// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdesk.h"

#include "actions/actionregistry.h"
#include "processlibrary.h"
#include "settings/applylook.h"
#include "settings/settingsdialog.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace fireline::window {

using models::Preferences;
using views::SettingsDialog;

namespace {

constexpr auto keepDelay = std::chrono::milliseconds(500);

} // namespace

PreferencesDesk::PreferencesDesk(const session::ConsoleSettings &settings, const process::ProcessLibrary &processes,
                                 views::Theme &theme, domain::Instant now)
    : m_processes(processes)
    , m_theme(theme)
    , m_file(session::SettingsFile::open(settings.path(), now))
    , m_preferences(models::preferencesOf(m_file.values()))
{
    if (m_preferences.name.isEmpty())
        m_preferences.name = settings.profile;
    if (m_preferences.process.isEmpty())
        m_preferences.process = settings.importProcess;
    m_later.setSingleShot(true);
    m_later.setInterval(keepDelay);
    connect(&m_later, &QTimer::timeout, this, &PreferencesDesk::keep);
    views::applyLook(m_preferences, m_theme);
    connect(&theme, &views::Theme::changed, this, &PreferencesDesk::takeLook);
}

PreferencesDesk::~PreferencesDesk()
{
    delete m_dialog;
    if (m_later.isActive())
        keep();
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
    m_preferences = preferences;
    m_later.start();
    if (m_dialog)
        m_dialog->setPreferences(preferences); // what it does not know of would be lost with its next change
    emit changed();
}

void PreferencesDesk::keep()
{
    m_later.stop();
    QMap<QString, QString> changes = models::textsOf(m_preferences);
    for (auto it = changes.begin(); it != changes.end();)
        it = m_file.value(it.key()) == it.value() ? changes.erase(it) : std::next(it);
    if (changes.isEmpty())
        return;
    if (const auto kept = m_file.write(changes); !kept) {
        if (m_dialog)
            m_dialog->refused(kept.problem());
        emit problemOccurred(kept.problem());
    }
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
    m_dialog->show();
}

} // namespace fireline::window
