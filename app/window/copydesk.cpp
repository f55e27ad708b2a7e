// SPDX-License-Identifier: GPL-3.0-or-later
#include "copydesk.h"

#include "actions/actionregistry.h"
#include "exportdocument.h"
#include "incidentcontroller.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

const QString csvEnding = u".csv"_s;

Outcome<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Problem{Problem::Kind::Io,
                   u"not-written"_s,
                   CopyDesk::tr("%1 cannot be written. Choose another folder, or make room on the disk.").arg(path),
                   file.errorString(),
                   {},
                   {}};
}

Outcome<QList<Event>> allEvents(const EventStore &store)
{
    QList<Event> events;
    const auto read = store.read(0, [&](qint64, const Event &event) {
        events.append(event);
        return true;
    });
    if (!read)
        return read.problem();
    return events;
}

} // namespace

CopyDesk::CopyDesk(IncidentController &incident, views::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_window(window)
{
}

void CopyDesk::addActions(views::ActionRegistry &actions)
{
    actions.add({u"file.saveCopy"_s,
                 tr("Save a copy…"),
                 tr("Writes everything recorded so far into another file; this window goes on with the first."),
                 u"file"_s,
                 u"copy"_s,
                 {QKeySequence(u"Ctrl+Shift+S"_s)}},
                [this] { emit copyRequested(); });
    actions.add({u"file.print"_s,
                 tr("Export the timeline…"),
                 tr("Writes the timeline and its report into a document, to be printed or sent."),
                 u"file"_s,
                 u"export"_s,
                 {QKeySequence(u"Ctrl+P"_s)}},
                [this] {
                    askWhere(tr("Export the timeline"), plainName() + u".md"_s,
                             {tr("Markdown (*.md)"), tr("Table for a spreadsheet (*.csv)")},
                             [this](const QString &path) { saveDocument(path); });
                });
}

void CopyDesk::saveDocument(const QString &path)
{
    const IncidentState state = m_incident.state();
    const Process process = m_incident.process();
    const Instant now = m_incident.now();
    run(tr("The timeline is exported: %1").arg(QDir::toNativeSeparators(path)),
        [store = &m_incident.store(), path, state, process, now]() -> Outcome<void> {
            const auto events = allEvents(*store);
            if (!events)
                return events.problem();
            const auto document = cli::exportDocument(state, process, events.value(), now);
            return write(path, path.endsWith(csvEnding, Qt::CaseInsensitive) ? exchange::exportCsv(document)
                                                                             : exchange::exportMarkdown(document));
        });
}

void CopyDesk::askWhere(const QString &title, const QString &name, const QStringList &filters,
                        const std::function<void(const QString &)> &chosen)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = new QFileDialog(&m_window, title, QFileInfo(m_incident.path()).absolutePath());
    m_dialog->setObjectName(u"saveDialog"_s);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setNameFilters(filters);
    m_dialog->selectFile(name);
    connect(m_dialog, &QFileDialog::filterSelected, m_dialog, [dialog = m_dialog.data()] {
        const QString ending = dialog->selectedNameFilter().section(u"(*."_s, 1).section(u')', 0, 0);
        const QFileInfo file(dialog->selectedFiles().value(0));
        dialog->setDefaultSuffix(ending);
        dialog->selectFile(file.completeBaseName() + u'.' + ending);
    });
    m_dialog->setDefaultSuffix(QFileInfo(name).suffix());
    connect(m_dialog, &QFileDialog::fileSelected, this, chosen);
    m_dialog->show();
}

void CopyDesk::run(const QString &done, const Job &job)
{
    using Answer = std::shared_ptr<Outcome<void>>;
    const std::function<Answer()> work = [job] { return std::make_shared<Outcome<void>>(job()); };
    m_incident.store().run<Answer>(work).then(this, [this, done](const Answer &answer) {
        const bool ok = answer->ok();
        m_window.messages().show(
            {ok ? Message::Kind::Info : Message::Kind::Warning, ok ? done : answer->problem().text, {}, {}, u"copied"_s});
    });
}

QString CopyDesk::plainName() const
{
    return QFileInfo(m_incident.path()).completeBaseName();
}

} // namespace fireline::window
