// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsdialog.h"

#include "access/readablenote.h"
#include "settings/alertspage.h"
#include "settings/applylook.h"
#include "settings/keyspage.h"
#include "settings/lookpage.h"
#include "settings/sourcespage.h"
#include "shell/screenroom.h"
#include "theme/theme.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

SettingsDialog::SettingsDialog(ActionRegistry &registry, Theme &theme, const SettingsChoices &choices, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_tabs(new QTabWidget(this))
    , m_problem(new QLabel(this))
    , m_general(new GeneralPage(choices.processes, choices.languages, m_tabs))
    , m_sources(new SourcesPage(m_tabs))
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings – Fireline"));
    for (QWidget *pages : {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_tabs->tabBar())}) {
        pages->setAccessibleName(tr("Pages of the settings"));
        pages->setToolTip(tr("Ctrl+Tab shows the next page."));
    }
    m_tabs->setObjectName(u"settingsPages"_s);
    m_tabs->tabBar()->setObjectName(u"settingsTabs"_s);
    m_problem->setObjectName(u"settingsProblem"_s);
    m_problem->setWordWrap(true);
    readAloud(*m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *alerts = new AlertsPage(m_tabs);
    addPage(m_general, tr("General"));
    addPage(new LookPage(m_tabs), tr("Look"));
    addPage(alerts, tr("Alerts"));
    addPage(new KeysPage(registry, m_tabs), tr("Keys"));
    addPage(m_sources, tr("Monitoring"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"settingsClose"_s);
    close->setToolTip(tr("Everything is kept already."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problem);
    layout->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(alerts, &AlertsPage::soundTestRequested, this, &SettingsDialog::soundTestRequested);
    connect(m_general, &GeneralPage::passwordGiven, this, &SettingsDialog::passwordGiven);
    connect(m_general, &GeneralPage::forgetPasswordRequested, this, &SettingsDialog::forgetPasswordRequested);
    connect(m_general, &GeneralPage::tryBackendRequested, this, &SettingsDialog::tryBackendRequested);
    connect(&theme, &Theme::changed, this, &SettingsDialog::restyle);
    restyle();
}

void SettingsDialog::sayOfBackend(const QString &text)
{
    m_general->sayOfBackend(text);
}

void SettingsDialog::addPage(SettingsPage *page, const QString &title)
{
    auto *scroll = new QScrollArea(m_tabs); // large text needs more room than small screens have
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_tabs->addTab(scroll, title);
    m_pages.append(page);
    connect(page, &SettingsPage::edited, this, &SettingsDialog::edited);
}

void SettingsDialog::open(Page page)
{
    m_tabs->setCurrentIndex(int(page));
    m_pages.at(int(page))->nextInFocusChain()->setFocus(Qt::TabFocusReason);
}

void SettingsDialog::setPreferences(const models::Preferences &preferences)
{
    if (m_loaded && preferences == m_preferences)
        return;
    m_loaded = true;
    m_preferences = preferences;
    m_problem->hide();
    for (SettingsPage *page : std::as_const(m_pages))
        page->load(preferences);
}

void SettingsDialog::edited()
{
    models::Preferences now = m_preferences;
    for (const SettingsPage *page : std::as_const(m_pages))
        page->take(now);
    if (now == m_preferences)
        return;
    m_preferences = now;
    m_problem->hide();
    applyLook(now, m_theme);
    emit changed(now);
}

void SettingsDialog::refused(const domain::Problem &problem)
{
    m_problem->setAccessibleName(problem.text);
    sayAloud(*m_problem, tr("▲ %1", "a problem").arg(problem.text));
}

QSize SettingsDialog::sizeHint() const
{
    return QSize(m_theme.scaled(680), m_theme.scaled(480)).boundedTo(screenRoom(*screen(), *this).size());
}

void SettingsDialog::closeEvent(QCloseEvent *event)
{
    edited(); // a name that is still being typed counts
    QWidget::closeEvent(event);
    emit closed();
}

void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void SettingsDialog::restyle()
{
    setFont(m_theme.textFont());
    setPalette(m_theme.palette());
    QPalette error = m_theme.palette();
    error.setColor(QPalette::WindowText, m_theme.ink(Ink::Error));
    m_problem->setPalette(error);
}

} // namespace fireline::views
