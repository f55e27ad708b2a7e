// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordforms.h"

#include "actions/actionregistry.h"
#include "checklist/checklistpanel.h"
#include "shell/mainwindow.h"
#include "status/audience.h"
#include "status/statuspanel.h"
#include "triage/triagepanel.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace fireline::window {

using domain::RecordKind;

RecordForms::RecordForms(const models::IncidentFeed &feed, views::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_window(window)
{
}

void RecordForms::followChecklist()
{
    if (auto *panel = m_window.findChild<views::ChecklistPanel *>())
        connect(panel, &views::ChecklistPanel::recordRequested, this, &RecordForms::answer);
}

void RecordForms::answer(const QString &record, const QString &line)
{
    if (!open(record))
        emit entryRequested(line);
}

bool RecordForms::open(const QString &record)
{
    const domain::FormRule *rule = m_feed.process().form(record);
    if (rule && rule->target.record == RecordKind::Triage) {
        auto *triage = m_window.findChild<views::TriagePanel *>();
        return triage && triage->writeRecord(record);
    }
    const QString target = rule ? models::messageTarget(*rule) : models::isMessage(record) ? record : QString();
    auto *status = target.isEmpty() ? nullptr : m_window.findChild<views::StatusPanel *>();
    return status && status->writeTo(target);
}

QString RecordForms::wayTo(const QString &form)
{
    const domain::FormRule *rule = m_feed.process().form(form);
    if (!rule)
        return {};
    if (rule->target.record == RecordKind::Triage)
        return tr(" The panel Triage has a form for it.");
    const QString target = models::messageTarget(*rule);
    auto *status = target.isEmpty() ? nullptr : m_window.findChild<views::StatusPanel *>();
    const QAction *write = m_window.actions().action(u"status.write"_s);
    const QString key = write ? write->shortcut().toString(QKeySequence::NativeText) : QString();
    if (!status || key.isEmpty() || !status->writeTo(target, false))
        return {};
    return tr(" %1 opens a form for it.", "a key").arg(key);
}

} // namespace fireline::window
