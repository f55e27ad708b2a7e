// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bundle.h"
#include "command/command.h"
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

/// Takes timeline, situation report, reviews and the whole evidence out of the window, and says when the whole file is wanted. Asks
/// where to in a dialog that blocks nothing, writes in a thread of Qt's pool, and says in the message bar what became of it. A window
/// that closes waits for no file that is being written: it is finished all the same, at the latest when the program ends. GUI
/// thread; owned by the incident's window.
class CopyDesk : public QObject
{
    Q_OBJECT
public:
    CopyDesk(IncidentController &incident, views::MainWindow &window, QObject *parent = nullptr);
    ~CopyDesk() override;

    void addActions(views::ActionRegistry &actions);
    /// A part of the incident, in words of the command line: "report", "sitrep", the id of a review. The ending says how: ".pdf",
    /// ".html", ".csv" of the report, else Markdown.
    void saveDocument(const QString &path, const QString &part = QStringLiteral("report"));
    /// The whole record as an archive that anybody can check.
    void saveBundle(const QString &path);

signals:
    /// Everything recorded so far is wanted as a file (RecordGuard makes it).
    void copyRequested();
    /// The record is to say that something went out: a gate of the process waited for it, or it is evidence.
    void commandRequested(const fireline::domain::Command &command);

private:
    void addExport(views::ActionRegistry &actions, const QString &id, const QString &text, const QString &help,
                   const QString &part, const QString &key = {});
    void askWhere(const QString &title, const QString &name, const QStringList &filters,
                  const std::function<void(const QString &)> &chosen);
    void tell(const domain::Outcome<void> &answer, const QString &path, const QString &part);
    void tellBundle(const domain::Outcome<bundle::BundleMade> &answer, const QString &path);
    void record(const domain::Command &note);
    [[nodiscard]] QString plainName() const;

    IncidentController &m_incident;
    views::MainWindow &m_window;
    QPointer<QFileDialog> m_dialog;
};

} // namespace fireline::window
