// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "forms/saidby.h"
#include "spelling/spelling.h"
#include "status/saidpage.h"
#include "status/sendconfirm.h"
#include "status/statuschecks.h"
#include "status/statusdelegate.h"
#include "status/statusdesk.h"
#include "status/statusforms.h"
#include "status/statushead.h"
#include "status/statuspanel.h"
#include "status/statuspreview.h"
#include "status/statusremarks.h"
#include "status/statusroles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

// What the status panel shows of the update at hand.
namespace fireline::views {

namespace status = models::status;
using models::StatusPage;
using models::StatusStep;

void StatusPanel::showAudience()
{
    for (int row = 0; row < m_audiences->model()->rowCount(); ++row) {
        const QModelIndex index = m_audiences->model()->index(row, 0);
        if (index.data(status::TargetRole).toString() == m_desk.target())
            m_audiences->setCurrentIndex(index);
    }
}

void StatusPanel::showHead()
{
    const models::StatusPage &page = m_desk.page();
    const QModelIndex audience = m_audiences->currentIndex();
    const bool isFirst = audience.data(status::LastSentRole).toLongLong() == 0 && page.words.saysNothing() && page.id.isEmpty();
    m_head->show(page, isFirst ? domain::Instant{audience.data(status::DueAtRole).toLongLong()} : domain::Instant{});
}

void StatusPanel::showPage()
{
    const StatusPage &page = m_desk.page();
    m_forms->show(page);
    m_preview->show(page.name, page.words.state, page.preview);
    m_preview->setKeptInside(page.publishing.keptInside ? page.publishing.keptInside->text : QString());
    if (m_confirm->asks() && !m_confirm->asksFor(page.publishing.hash))
        cancelSending();
    showHead();
    m_checks->show(statusRemarks(page), m_spelling.unknownIn(statedWords(page)), m_spelling.problem());
    showButtons(page);
    showTitle();
    const QStringList offered{nextWhyNot(), m_desk.recordWhyNot(), m_desk.askWhyNot(), m_desk.approveWhyNot(),
                              page.typed ? u"typed"_s : QString()};
    if (m_actions && offered != m_offered)
        m_actions->refreshLater();
    m_offered = offered;
}

void StatusPanel::showButtons(const StatusPage &page)
{
    const auto offer = [](QPushButton *made, const QString &why, const QString &help) {
        made->setEnabled(why.isEmpty());
        made->setToolTip(why.isEmpty() ? help : why);
        made->setAccessibleDescription(why);
    };
    m_by->setPeople(m_desk.people(), m_desk.profile());
    if (m_by->by() != page.by)
        m_by->setText(page.by);
    const QWidget *pressed = QApplication::focusWidget();
    const bool stays = qobject_cast<const QPushButton *>(pressed) && isAncestorOf(pressed);
    const StatusStep step = m_desk.nextStep();
    m_next->setText(step == StatusStep::AskApproval ? tr("Ask for approval")
                    : step == StatusStep::Record    ? tr("Record the change")
                                                    : tr("Send"));
    m_next->setAccessibleName(m_next->text());
    offer(m_next, nextWhyNot(),
          step == StatusStep::Send
              ? tr("Puts the text on the clipboard, ready to paste, and records it as sent (Ctrl+Return). Cannot be undone.")
              : tr("Puts it into the record for %1 to approve (Ctrl+Return).").arg(page.approvers));
    offer(m_record, m_desk.recordWhyNot(), tr("Puts the draft into the record, where others see it. Nothing is sent."));
    m_record->setVisible(!page.posted && step != StatusStep::Record);
    offer(m_ask, m_desk.askWhyNot(), tr("Records the draft and asks for its approval."));
    m_ask->setVisible(page.publishing.approvalByRequest && !page.asked && !page.posted);
    offer(m_approve, m_desk.approveWhyNot(), tr("Approves this very text. An edit makes the approval void."));
    m_approve->setVisible(page.asked);
    // What was pressed may be gone now: the keyboard stays in the panel.
    if (stays && !isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
}

void StatusPanel::showTitle()
{
    int late = 0;
    const QAbstractItemModel *audiences = m_audiences->model();
    for (int row = 0; row < audiences->rowCount(); ++row)
        late += audiences->index(row, 0).data(status::DueRole).toInt() == status::Late;
    setWindowTitle(late > 0 ? tr("Status updates: %n late", nullptr, late) : tr("Status updates"));
    if (const int page = m_tabs ? m_tabs->indexOf(m_said) : -1; page >= 0)
        m_tabs->setTabText(page, tr("Said (%1)").arg(m_updates->rowCount()));
}

} // namespace fireline::views
