// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordguard.h"

#include "recordcopy.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sqlite/sqlitejournal.h"
#include "takeanswer.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using store::SqliteJournal;
using views::Message;
using views::MessageButton;

namespace {

using Verified = std::shared_ptr<Outcome<VerifyReport>>;
using Copied = std::shared_ptr<Outcome<void>>;

} // namespace

RecordGuard::RecordGuard(IncidentController &incident, views::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_incident(incident)
    , m_window(window)
{
}

MessageButton RecordGuard::copyButton()
{
    return {tr("Save a copy…"), [this] { saveCopy(); }};
}

void RecordGuard::sayWhyReadOnly(const Problem &why)
{
    QString text = tr("This incident is open to look only.");
    if (why.kind == Problem::Kind::Locked)
        text = tr("Another program has this incident open. Here it is open to look only.");
    else if (why.kind == Problem::Kind::Damaged)
        text = tr("The file of this incident is damaged. This is its latest backup. Save a copy of it and go on there.");
    m_window.messages().show({Message::Kind::Warning, text, why.text, {copyButton()}, u"look-only"_s});
}

void RecordGuard::check()
{
    ++m_checks;
    emit checking();
    const auto checking = elsewhere<Verified>([path = m_incident.path()] {
        const auto journal = SqliteJournal::open(path, SqliteJournal::Mode::ReadOnly);
        return std::make_shared<Outcome<VerifyReport>>(journal ? journal.value()->verify()
                                                               : Outcome<VerifyReport>(journal.problem()));
    });
    takeAnswer(this, checking, [this](const Verified &report) {
        // A file that cannot be read now says so when it is written to.
        if (*report && !report->value().ok())
            found(report->value());
        const bool matches = *report && report->value().ok();
        m_lastCheck = Check{m_incident.now(), *report ? report->value().events : 0, matches || !*report ? QString() : m_finding,
                            *report ? QString() : report->problem().text};
        --m_checks;
        emit checked();
    });
}

QString RecordGuard::nameOf(const VerifyReport::Bad &bad) const
{
    const int row = m_incident.state().entryByEvent.value(bad.id, -1);
    return row < 0 ? tr("Event %1").arg(bad.seq) : tr("Entry E%1").arg(row + 1);
}

void RecordGuard::found(const VerifyReport &report)
{
    const VerifyReport::Bad &bad = *report.firstBad;
    m_finding = tr("%1 (%2), number %3 of %4 in the file: %5.")
                    .arg(nameOf(bad), bad.id, QString::number(bad.seq), QString::number(report.events), bad.reason);
    const QString text =
        tr("%1 does not match what was recorded. This incident is open to look only; nothing of it is changed.").arg(nameOf(bad));
    m_incident.stopWriting({Problem::Kind::Damaged, u"not-verified"_s, text, m_finding, {}, {}});
    const auto ask = [this] { askForPlace(tr("Export evidence"), u"-evidence.fireline"_s, &RecordGuard::exportEvidenceTo); };
    m_window.messages().show({Message::Kind::Fault, text, bad.reason, {{tr("Export evidence…"), ask}}, u"not-verified"_s});
}

void RecordGuard::saveCopy()
{
    askForPlace(tr("Save a copy"), u"-copy.fireline"_s, &RecordGuard::saveCopyTo);
}

void RecordGuard::askForPlace(const QString &title, const QString &suffix, void (RecordGuard::*take)(const QString &))
{
    const QFileInfo file(m_incident.path());
    if (m_dialog)
        m_dialog->close();
    m_dialog = new QFileDialog(&m_window, title, file.absolutePath(), tr("Incidents (*.fireline);;All files (*)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAcceptMode(QFileDialog::AcceptSave);
    m_dialog->setDefaultSuffix(u"fireline"_s);
    m_dialog->selectFile(file.completeBaseName() + suffix);
    connect(m_dialog, &QFileDialog::fileSelected, this, take);
    m_dialog->show(); // the incident goes on meanwhile
}

void RecordGuard::saveCopyTo(const QString &target)
{
    const QList<Event> pending = m_incident.session().pending();
    auto *store = &m_incident.store();
    const auto copying = store->run<Copied>([store, target, pending, path = m_incident.path()] {
        return std::make_shared<Outcome<void>>(session::copyRecord(store->inner(), path, target, pending));
    });
    takeAnswer(this, copying, [this, target, pending](const Copied &copied) {
        if (*copied) {
            for (const Event &event : pending)
                m_copied.insert(event.id);
        }
        const QString all = pending.isEmpty() ? tr("The copy is %1.").arg(target)
                                              : tr("The copy is %1. It also holds what is not saved here.").arg(target);
        told(copied, all, target, true);
    });
}

void RecordGuard::exportEvidenceTo(const QString &target)
{
    const auto copying = elsewhere<Copied>([target, path = m_incident.path(), finding = m_finding] {
        return std::make_shared<Outcome<void>>(session::copyEvidence(path, target, finding));
    });
    takeAnswer(this, copying, [this, target](const Copied &copied) {
        told(copied, tr("The file as it stands is in %1; beside it stands what was found.").arg(target), target, false);
    });
}

void RecordGuard::told(const Copied &copied, const QString &done, const QString &target, bool opens)
{
    if (!*copied) {
        m_window.messages().show({Message::Kind::Warning, copied->problem().text, {}, {copyButton()}, u"copy"_s});
        return;
    }
    QList<MessageButton> buttons;
    if (opens)
        buttons.append({tr("Go on in the copy"), [this, target] { emit openRequested(target); }});
    m_window.messages().show({Message::Kind::Info, done, {}, buttons, u"copy"_s});
}

bool RecordGuard::isInCopy() const
{
    const auto pending = m_incident.session().pending();
    return !pending.isEmpty()
           && std::all_of(pending.cbegin(), pending.cend(), [this](const Event &event) { return m_copied.contains(event.id); });
}

} // namespace fireline::window
