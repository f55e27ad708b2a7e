// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace fireline::domain {
struct Event;
struct RefusedEvent;
} // namespace fireline::domain
namespace fireline::views {
class MainWindow;
class QuickEntry;
} // namespace fireline::views

namespace fireline::window {

class CommandDesk;
class IncidentController;
class IncidentSharing;

/// What the shared backend did not take, one after the other, until somebody has dealt with each: it is asked for again, kept as
/// a note, or withdrawn. The file keeps them, so they are there after a restart too; the strip counts them while nobody looks. What is
/// asked for again stays until its line, or what was made of it, is an entry. GUI thread; owned by the window.
class RefusalTray : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        IncidentController &incident;
        views::MainWindow &window;
        CommandDesk &desk;
        const views::QuickEntry &entry;
    };
    RefusalTray(const Parts &parts, QObject *parent);

    void addActions();
    /// Asks for an event that was set aside once more, by its id.
    void again(const QString &eventId);

signals:
    /// All that was set aside is to be seen.
    void listRequested();
    /// A line for quick entry, with the cursor at its end.
    void entryRequested(const QString &line);

private:
    void follow();
    void show();
    void again(const domain::Event &event, const QString &line);
    void keepAsNote(const domain::RefusedEvent &refused);

    IncidentController &m_incident;
    IncidentSharing &m_sharing;
    views::MainWindow &m_window;
    CommandDesk &m_desk;
    const views::QuickEntry &m_entry;
    qsizetype m_count = 0;
    QString m_first;                ///< whose words the message says
    QHash<qint64, QString> m_again; ///< by the first key stroke of the line that asks for it again
};

} // namespace fireline::window
