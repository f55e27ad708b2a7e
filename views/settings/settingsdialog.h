// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "settings/generalpage.h"
#include "settings/preferences.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace fireline::views {

class ActionRegistry;
class SettingsPage;
class SourcesPage;
class Theme;

/// What there is to choose from. A value.
struct SettingsChoices
{
    NamedChoices processes;
    NamedChoices languages; ///< without "as the desktop"
};

/// The settings: a window of its own that stands in nobody's way. Every change holds at once and is told by changed(); look
/// and keys are changed in Theme and registry too. GUI thread; owned by the program.
class SettingsDialog : public QWidget
{
    Q_OBJECT
public:
    enum class Page { General, Look, Alerts, Keys, Sources };

    SettingsDialog(ActionRegistry &registry, Theme &theme, const SettingsChoices &choices, QWidget *parent = nullptr);

    /// Also when they were changed elsewhere; what is being typed stays.
    void setPreferences(const models::Preferences &preferences);
    /// That page in front, with the keyboard in its first field.
    void open(Page page);
    QSize sizeHint() const override;
    [[nodiscard]] const models::Preferences &preferences() const { return m_preferences; }
    /// That asks for more than preferences.
    [[nodiscard]] SourcesPage &sources() const { return *m_sources; }

public slots:
    /// A change could not be kept.
    void refused(const fireline::domain::Problem &problem);
    /// What is wrong with the address of the shared backend, or became of a password that was given.
    void sayOfBackend(const QString &text);

signals:
    void changed(const fireline::models::Preferences &preferences);
    void soundTestRequested();
    void passwordGiven(const QString &address, const QString &password);
    /// The one that is kept for that address.
    void forgetPasswordRequested(const QString &address);
    void tryBackendRequested(const QString &address);
    /// Nothing is being typed here any more.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addPage(SettingsPage *page, const QString &title);
    void edited();
    void restyle();

    Theme &m_theme;
    models::Preferences m_preferences;
    bool m_loaded = false;
    QTabWidget *m_tabs;
    QLabel *m_problem;
    GeneralPage *m_general;
    SourcesPage *m_sources;
    QList<SettingsPage *> m_pages;
};

} // namespace fireline::views
