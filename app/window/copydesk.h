// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QFileDialog;

namespace fireline::views {
class ActionRegistry;
class MainWindow;
} // namespace fireline::views

namespace fireline::window {

class IncidentController;

/// Takes the timeline out of the window as a document, and says when the whole file is wanted. Asks where to in a dialog that
/// blocks nothing, writes in the store's thread, and says in the message bar what became of it. GUI thread; owned by the
/// incident's window.
class CopyDesk : public QObject
{
    Q_OBJECT
public:
    CopyDesk(IncidentController &incident, views::MainWindow &window, QObject *parent = nullptr);

    void addActions(views::ActionRegistry &actions);
    /// The timeline with its report; the ending says how: ".csv", else Markdown.
    void saveDocument(const QString &path);

signals:
    /// Everything recorded so far is wanted as a file (RecordGuard makes it).
    void copyRequested();

private:
    using Job = std::function<domain::Outcome<void>()>;
    void askWhere(const QString &title, const QString &name, const QStringList &filters,
                  const std::function<void(const QString &)> &chosen);
    /// Behind everything that is on its way to the disk; `done` is said when it went well.
    void run(const QString &done, const Job &job);
    [[nodiscard]] QString plainName() const;

    IncidentController &m_incident;
    views::MainWindow &m_window;
    QPointer<QFileDialog> m_dialog;
};

} // namespace fireline::window
