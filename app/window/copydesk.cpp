// SPDX-License-Identifier: GPL-3.0-or-later
#include "copydesk.h"

#include "actions/actionregistry.h"
#include "answerof.h"
#include "exportdocument.h"
#include "exportnote.h"
#include "incidentcontroller.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sqlite/sqlitejournal.h"
#include "takeanswer.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using views::Message;

namespace {

/// The format that the ending asks for, in words of the command line.
QString formatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "htm"_L1)
        return u"html"_s;
    return QStringList{u"pdf"_s, u"html"_s, u"csv"_s}.contains(ending) ? ending : u"markdown"_s;
}

Problem notWritten(const QString &path, const QString &detail)
{
    return {Problem::Kind::Io,
            u"not-written"_s,
            CopyDesk::tr("%1 cannot be written. Choose another folder, or make room on the disk.").arg(path),
            detail,
            {},
            {}};
}

Outcome<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return notWritten(path, file.errorString());
}

/// By a connection of its own that never writes (decisions 14): what is on the disk is what goes out.
Outcome<bundle::BundleMade> writeBundleOf(const QString &record, const QString &path, const Process &process, const QString &who)
{
    const auto journal = store::SqliteJournal::open(record, store::SqliteJournal::Mode::ReadOnly);
    if (!journal)
        return journal.problem();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file.errorString());
    const auto made = session::exportBundle(*journal.value(), process, who,
                                            [&file](const char *bytes, qint64 size) { return file.write(bytes, size) == size; });
    if (made && !file.commit())
        return notWritten(path, file.errorString());
    return made;
}

} // namespace

CopyDesk::CopyDesk(IncidentController &incident, views::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_window(window)
{
}

CopyDesk::~CopyDesk() = default;

void CopyDesk::addActions(views::ActionRegistry &actions)
{
    actions.add({u"file.saveCopy"_s,
                 tr("Save a copy…"),
                 tr("Writes everything recorded so far into another file; this window goes on with the first."),
                 u"file"_s,
                 u"copy"_s,
                 {QKeySequence(u"Ctrl+Shift+S"_s)}},
                [this] { emit copyRequested(); });
    addExport(actions, u"file.print"_s, tr("Export the timeline…"),
              tr("Writes the timeline and its report into a document, to be printed or sent."), u"report"_s, u"Ctrl+P"_s);
    addExport(actions, u"file.exportSitrep"_s, tr("Export the situation report…"),
              tr("Writes where the incident stands now into a document, to be printed or sent."), u"sitrep"_s);
    for (const ReviewDef &review : m_incident.process().reviews)
        addExport(actions, u"file.exportReview."_s + review.id, tr("Export the review: %1…").arg(review.name),
                  tr("Writes this review into a document, to be printed or sent."), review.id);
    actions.add({u"file.exportBundle"_s,
                 tr("Export the evidence…"),
                 tr("Writes everything recorded, with all attachments, into one archive that anybody can check. What was handed "
                    "out cannot "
                    "be taken back."),
                 u"file"_s,
                 u"export"_s,
                 {}},
                [this] {
                    askWhere(tr("Export the evidence"), plainName() + u".zip"_s, {tr("Archive (*.zip)")},
                             [this](const QString &path) { saveBundle(path); });
                });
}

void CopyDesk::addExport(views::ActionRegistry &actions, const QString &id, const QString &text, const QString &help,
                         const QString &part, const QString &key)
{
    views::ActionSpec spec{id, text, help, u"file"_s, u"export"_s};
    if (!key.isEmpty())
        spec.keys = {QKeySequence(key)};
    actions.add(spec, [this, part, text] {
        const bool whole = part == "report"_L1;
        QStringList filters{tr("PDF (*.pdf)"), tr("Markdown (*.md)"), tr("Web page (*.html)")};
        if (whole)
            filters.append(tr("Table for a spreadsheet (*.csv)"));
        const QString name = whole ? plainName() : plainName() + u'-' + part;
        QString title = text;
        askWhere(title.remove(u'…'), name + u".pdf"_s, filters, [this, part](const QString &path) { saveDocument(path, part); });
    });
}

void CopyDesk::saveDocument(const QString &path, const QString &part)
{
    const IncidentState state = m_incident.state();
    const Process process = m_incident.process();
    const Instant now = m_incident.now();
    struct Read
    {
        Outcome<session::WholeRecord> record;
        session::Pictures pictures;
    };
    using Record = std::shared_ptr<Read>;
    using Answer = std::shared_ptr<Outcome<void>>;
    const std::function<Record()> read = [store = &m_incident.store(), state] {
        return std::make_shared<Read>(Read{session::wholeRecord(*store), session::picturesOf(*store, state)});
    };
    takeAnswer(this, m_incident.store().run<Record>(read), [this, path, part, state, process, now](const Record &record) {
        const std::function<Answer()> work = [=] {
            if (!record->record)
                return std::make_shared<Outcome<void>>(record->record.problem());
            const auto which = session::exportPart(part, process);
            if (!which)
                return std::make_shared<Outcome<void>>(which.problem());
            const auto document = session::exportDocument(state, process, record->record.value(), now, which.value(),
                                                          record->pictures);
            return std::make_shared<Outcome<void>>(write(path, session::exportBytes(document, formatOf(path))));
        };
        const auto written = elsewhere<Answer>(work);
        takeAnswer(this, written, [this, path, part](const Answer &answer) { tell(*answer, path, part); });
    });
}

void CopyDesk::tell(const Outcome<void> &answer, const QString &path, const QString &part)
{
    const bool ok = answer.ok();
    const QString name = QDir::toNativeSeparators(path);
    const QString done = part == "report"_L1   ? tr("The timeline is exported: %1").arg(name)
                         : part == "sitrep"_L1 ? tr("The situation report is exported: %1").arg(name)
                                               : tr("The review is exported: %1").arg(name);
    m_window.messages().show(
        {ok ? Message::Kind::Info : Message::Kind::Warning, ok ? done : answer.problem().text, {}, {}, u"copied"_s});
    if (!ok)
        return;
    // What a gate waits for is a fact now, and stands in the record (SRE-25).
    if (const auto note = session::exportNote(part, m_incident.state(), m_incident.process(), m_incident.now()))
        record(*note);
}

/// Who only looks on can take a copy, and writes nothing.
void CopyDesk::record(const Command &note)
{
    if (!m_incident.saveStatus().readOnly && !m_window.actions().isReadOnly())
        emit commandRequested(note);
}

void CopyDesk::saveBundle(const QString &path)
{
    using Answer = std::shared_ptr<Outcome<bundle::BundleMade>>;
    const std::function<Answer()> work = [record = m_incident.path(), process = m_incident.process(), who = m_incident.profile(),
                                          path] {
        return std::make_shared<Outcome<bundle::BundleMade>>(writeBundleOf(record, path, process, who));
    };
    const auto written = elsewhere<Answer>(work);
    takeAnswer(this, written, [this, path](const Answer &answer) { tellBundle(*answer, path); });
}

void CopyDesk::tellBundle(const Outcome<bundle::BundleMade> &answer, const QString &path)
{
    if (!answer) {
        m_window.messages().show({Message::Kind::Warning, answer.problem().text, {}, {}, u"copied"_s});
        return;
    }
    const bundle::BundleMade &made = answer.value();
    const bool whole = made.sound && made.missing.isEmpty();
    const QString done = tr("The evidence is exported: %1. Keep this elsewhere, it shows that nothing was exchanged: SHA-256 %2")
                             .arg(QDir::toNativeSeparators(path), made.manifestHash);
    const QString flawed =
        tr("The evidence is exported as it stands: %1. The record does not match its hashes, or attachments are "
           "missing; “fireline verify” says where.")
            .arg(QDir::toNativeSeparators(path));
    const views::MessageButton copy{tr("Copy the SHA-256"),
                                    [hash = made.manifestHash] { QGuiApplication::clipboard()->setText(hash); }};
    m_window.messages().show(
        {whole ? Message::Kind::Info : Message::Kind::Warning, whole ? done : flawed, {}, {copy}, u"copied"_s});
    record(session::bundleNote(made));
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

QString CopyDesk::plainName() const
{
    return QFileInfo(m_incident.path()).completeBaseName();
}

} // namespace fireline::window
