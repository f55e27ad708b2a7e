// SPDX-License-Identifier: GPL-3.0-or-later
#include "logdesk.h"

#include "log/logpanel.h"
#include "recordguard.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sqlite/sqlitejournal.h"
#include "takeanswer.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using store::SqliteJournal;
using views::LogVerification;
using views::Message;

namespace {

using Written = std::shared_ptr<Outcome<qint64>>;

Problem notWritten(const QSaveFile &file)
{
    return {Problem::Kind::Io,
            u"not-written"_s,
            LogDesk::tr("%1 cannot be written. Choose another folder, or make room on the disk.").arg(file.fileName()),
            file.errorString(),
            {},
            {}};
}

/// The same as "log --audit --json", one event on a line, by a connection of its own that never writes.
Outcome<qint64> writeLog(const QString &record, const QString &target)
{
    const auto journal = SqliteJournal::open(record, SqliteJournal::Mode::ReadOnly);
    if (!journal)
        return journal.problem();
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file);
    qint64 count = 0;
    bool written = file.write("[\n") > 0;
    const auto read = journal.value()->read(0, [&](qint64 seq, const Event &event) {
        const QByteArray line = QJsonDocument(toAuditJson(event, seq)).toJson(QJsonDocument::Compact);
        written = written && file.write((count++ > 0 ? ",\n" : "") + line) > 0;
        return written;
    });
    if (!read)
        return read.problem();
    if (!written || file.write("\n]\n") < 0 || !file.commit())
        return notWritten(file);
    return count;
}

} // namespace

LogDesk::LogDesk(views::LogPanel &panel, RecordGuard &guard, views::MainWindow &window, const QString &record, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_guard(guard)
    , m_window(window)
    , m_record(record)
{
    connect(&panel, &views::LogPanel::verifyRequested, &guard, &RecordGuard::check);
    connect(&panel, &views::LogPanel::exportRequested, this, &LogDesk::askForPlace);
    connect(&guard, &RecordGuard::checking, this, &LogDesk::showCheck);
    connect(&guard, &RecordGuard::checked, this, &LogDesk::showCheck);
    showCheck();
}

void LogDesk::showCheck()
{
    using State = LogVerification::State;
    const std::optional<RecordGuard::Check> &last = m_guard.lastCheck();
    if (m_guard.isChecking() || !last) {
        m_panel.setVerification({m_guard.isChecking() ? State::Running : State::Never, {}, 0, {}});
        return;
    }
    const State state = !last->problem.isEmpty() ? State::Failed : last->finding.isEmpty() ? State::Good : State::Bad;
    m_panel.setVerification({state, last->at, last->events, state == State::Failed ? last->problem : last->finding});
}

void LogDesk::askForPlace()
{
    const QFileInfo file(m_record);
    if (m_dialog)
        m_dialog->close();
    m_dialog = new QFileDialog(&m_window, tr("Export the log of events"), file.absolutePath(),
                               tr("Events as JSON (*.json);;All files (*)"));
    m_dialog->setObjectName(u"logDialog"_s);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setDefaultSuffix(u"json"_s);
    m_dialog->selectFile(file.completeBaseName() + u"-log.json"_s);
    connect(m_dialog, &QFileDialog::fileSelected, this, &LogDesk::exportTo);
    m_dialog->show(); // the incident goes on meanwhile
}

void LogDesk::exportTo(const QString &target)
{
    const auto writing = elsewhere<Written>(
        [target, record = m_record] { return std::make_shared<Outcome<qint64>>(writeLog(record, target)); });
    takeAnswer(this, writing, [this, target](const Written &written) {
        const Outcome<qint64> &count = *written;
        if (count)
            m_window.messages().show({Message::Kind::Info,
                                      tr("The log of %n events is exported: %1", nullptr, int(count.value())).arg(target),
                                      {},
                                      {},
                                      u"log"_s});
        else
            m_window.messages().show({Message::Kind::Warning, count.problem().text, count.problem().detail, {}, u"log"_s});
    });
}

} // namespace fireline::window
