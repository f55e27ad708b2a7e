// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentwindow.h"

#include "actions/actionregistry.h"
#include "commanddesk.h"
#include "entry/quickentry.h"
#include "palette/actionprovider.h"
#include "palette/commandpalette.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "timeline/timelinepanel.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSaveFile>
#include <QWindow>

#include <functional>

using namespace Qt::StringLiterals;

// What the window itself can do, beside its panels; and how it looked when it was closed.
namespace fireline::window {

using views::Message;

namespace {

constexpr qint64 longestKept = 1024 * 1024;
const QString layoutFile = u"/layout"_s;
const QString recentFile = u"/recent-commands"_s;

} // namespace

void IncidentWindow::addActions()
{
    m_timeline->addActions(m_window->actions());
    m_entry->addActions(m_window->actions());
    addFileActions();
    addUndoActions();
}

void IncidentWindow::addFileActions()
{
    struct Row
    {
        const char *id;
        QString text;
        QString help;
        QString icon;
        const char *key;
        std::function<void()> handler;
    };
    const QList<Row> rows{
        {"file.new", tr("New incident"), tr("Declares an incident in a window of its own."), u"new"_s, "Ctrl+N",
         [this] { emit newRequested(); }},
        {"file.open", tr("Open an incident"), tr("Shows the incidents that this console knows."), u"open"_s, "Ctrl+O",
         [this] { emit openRequested(); }},
        {"file.saved", tr("Is everything saved?"), tr("Says when the last entry reached the disk."), u"save"_s, "Ctrl+S",
         [this] { answerSave(); }},
        {"file.settings", tr("Settings"), tr("Your name, the theme, sounds and keys."), u"settings"_s, "Ctrl+,",
         [this] { emit settingsRequested(); }},
        {"file.close", tr("Close the window"), tr("The incident goes on; open it again at any time."), u"close"_s, "Ctrl+W",
         [this] { m_window->close(); }},
        {"file.quit", tr("Quit"), tr("Closes every window."), u"quit"_s, "Ctrl+Q", [this] { emit quitRequested(); }},
    };
    for (const Row &row : rows)
        m_window->actions().add(
            {QString::fromLatin1(row.id), row.text, row.help, u"file"_s, row.icon, {QKeySequence(QString::fromLatin1(row.key))}},
            row.handler);
}

void IncidentWindow::addUndoActions()
{
    m_window->actions().add({u"entry.undo"_s,
                             tr("Take back"),
                             tr("Takes your last entry or change back by another event."),
                             u"entry"_s,
                             u"undo"_s,
                             {QKeySequence(u"Ctrl+Z"_s)}},
                            [this] { m_desk->undo(); });
    m_window->actions().add({u"entry.redo"_s,
                             tr("Do again"),
                             tr("Does again what you took back."),
                             u"entry"_s,
                             u"redo"_s,
                             {QKeySequence(u"Ctrl+Shift+Z"_s)}},
                            [this] { m_desk->redo(); });
}

/// People press Ctrl+S; they get an answer.
void IncidentWindow::answerSave()
{
    const auto status = m_incident->saveStatus();
    if (status.notSaved > 0)
        return m_incident->retrySaving();
    const QString number = QLocale().toString(m_incident->state().entries.size());
    const QString text = status.saving > 0
                             ? tr("%n entries are on their way to the disk.", nullptr, status.saving)
                             : tr("Everything is already saved (entry %1, %2).").arg(number, m_times.time(status.lastSaved));
    m_window->messages().show({Message::Kind::Info, text, {}, {}, u"saved"_s});
}

void IncidentWindow::keepLayout()
{
    if (m_shared.stateDir.isEmpty())
        return;
    QDir().mkpath(m_shared.stateDir);
    const auto keep = [this](const QString &name, const QByteArray &bytes) {
        QSaveFile file(m_shared.stateDir + name);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) >= 0)
            file.commit();
    };
    keep(layoutFile, m_window->layoutState());
    keep(recentFile, m_window->palette().commands().recent().join(u'\n').toUtf8());
}

void IncidentWindow::restoreLayout()
{
    if (m_shared.safeMode || m_shared.stateDir.isEmpty())
        return;
    const auto kept = [this](const QString &name) {
        QFile file(m_shared.stateDir + name);
        return file.open(QIODevice::ReadOnly) ? file.read(longestKept) : QByteArray();
    };
    if (const QByteArray layout = kept(layoutFile); !layout.isEmpty())
        m_layoutKept = m_window->restoreLayout(layout);
    m_window->palette().commands().setRecent(QString::fromUtf8(kept(recentFile)).split(u'\n', Qt::SkipEmptyParts));
}

/// Time goes on while nobody looks; what shows it need not.
void IncidentWindow::followVisibility()
{
    const auto follow = [this] {
        const auto visibility = m_window->windowHandle()->visibility();
        m_incident->setTicking(m_ticks && visibility != QWindow::Hidden && visibility != QWindow::Minimized);
    };
    connect(m_window->windowHandle(), &QWindow::visibilityChanged, this, follow);
    follow();
}

void IncidentWindow::setTicks(bool ticks)
{
    m_ticks = ticks;
    m_incident->setTicking(false);
}

/// What is on its way is waited for when the window closes; what the disk refused would be lost.
bool IncidentWindow::mayClose()
{
    const int notSaved = m_incident->saveStatus().notSaved;
    if (notSaved == 0 || m_closeAnyway)
        return true;
    m_window->messages().show(
        {Message::Kind::Refusal,
         tr("%n entries are not saved and would be lost. Make room on the disk, then try again.", nullptr, notSaved),
         {},
         {{tr("Try again"), [this] { m_incident->retrySaving(); }},
          {tr("Close and lose them"),
           [this] {
               m_closeAnyway = true;
               m_window->close();
           }}},
         u"close"_s});
    return false;
}

/// A scribe writes more than one line, and has room for it.
void IncidentWindow::followPerspective()
{
    const auto follow = [this](views::Perspective perspective) {
        m_entry->setMinimumLines(perspective == views::Perspective::Scribe ? 2 : 1);
    };
    connect(m_window.get(), &views::MainWindow::perspectiveChanged, this, follow);
    follow(m_window->perspective());
}

} // namespace fireline::window
