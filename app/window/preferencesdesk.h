// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "consolesettings.h"
#include "passwordstore.h"
#include "settings/preferences.h"
#include "settingsfile.h"

#include <QMap>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace fireline::views {
class ActionRegistry;
class SettingsDialog;
class Theme;
} // namespace fireline::views

namespace fireline::process {
class ProcessLibrary;
}

namespace fireline::backend {
struct BackendTrial;
}

namespace fireline::window {

/// What the person at this console wants, kept in settings.ini and put into force: look, keys, name. The file is read here, once
/// and before there is any window: theme and size of text are in it, and a first picture without them would be another. GUI
/// thread; owned by the program.
class PreferencesDesk : public QObject
{
    Q_OBJECT
public:
    PreferencesDesk(const session::ConsoleSettings &settings, const process::ProcessLibrary &processes, views::Theme &theme,
                    domain::Instant now, session::SettingsFile::Writer writer = session::replaceFile);
    ~PreferencesDesk() override;

    [[nodiscard]] const models::Preferences &preferences() const { return m_preferences; }
    /// Changes and keeps them; what could not be kept is told, and holds until the program ends.
    void change(const std::function<void(models::Preferences &)> &edit);
    /// Takes over what was set in the theme itself: text size by key, the first run.
    void takeLook();
    /// The person's own keys, now and after each change.
    void follow(views::ActionRegistry &registry);
    /// The dialog, with the commands of that window.
    void showDialog(views::ActionRegistry &registry);
    /// The same, at colours and size of text.
    void showLook(views::ActionRegistry &registry);
    /// The same, at the monitoring sources.
    void showSources(views::ActionRegistry &registry);
    /// Waits until everything that was changed is in the file.
    void flush();
    /// Of the shared backend and of monitoring sources; in no file.
    [[nodiscard]] desktop::PasswordStore &passwords() const { return *m_passwords; }
    /// What was wrong with the file at start.
    [[nodiscard]] const std::optional<domain::Problem> &problem() const { return m_problem; }

signals:
    void changed();
    void soundTestRequested();
    /// The address of the shared backend is another, and whoever typed it is done: the field of its password stands behind it.
    void backendChosen();
    /// The shared backend has another password now.
    void passwordGiven();
    /// A monitoring source may be signed in to in another way now.
    void sourceSecretsChanged();
    void problemOccurred(const domain::Problem &problem);

private:
    void accept(const models::Preferences &preferences);
    void keep();
    void chooseBackend();
    void keepPassword(const QString &address, const QString &password);
    void forgetPassword(const QString &address);
    /// Whether the address of the shared backend leads anywhere; the last one that was asked for is told.
    void tryBackend(const QString &address);
    [[nodiscard]] QString toldOf(const QString &shown, const backend::BackendTrial &trial) const;
    /// Not written: they are to be written again with the next change.
    void notKept(const QMap<QString, QString> &before, const domain::Problem &problem);

    const std::unique_ptr<desktop::PasswordStore> m_passwords = std::make_unique<desktop::PasswordStore>();
    const process::ProcessLibrary &m_processes;
    views::Theme &m_theme;
    std::shared_ptr<session::SettingsFile> m_file; ///< after the start used in the pool's thread alone
    std::optional<domain::Problem> m_problem;      ///< what was wrong with the file at start
    QMap<QString, QString> m_kept;                 ///< what is in the file, as far as it is known
    models::Preferences m_preferences;
    QPointer<views::SettingsDialog> m_dialog;
    QString m_chosen;       ///< the address of the shared backend, as it was last told
    QString m_passwordNote; ///< why the password that was given is in no password store
    int m_trials = 0;
    QTimer m_later;     ///< a slider moves through many values; the last one is kept
    QThreadPool m_pool; ///< one thread: a disk that is slow, or another program that holds the file, keeps nobody waiting
};

} // namespace fireline::window
