// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "spelling/spelling.h"
#include "status/saidpage.h"
#include "status/statuschecks.h"
#include "status/statusdelegate.h"
#include "status/statusdesk.h"
#include "status/statusform.h"
#include "status/statuspanel.h"
#include "status/statuspreview.h"
#include "status/statusroles.h"
#include "text/timedisplay.h"
#include "theme/chiplabel.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

// What the status panel shows of the update at hand.
namespace fireline::views {

namespace status = models::status;
using models::StatusPage;
using models::StatusStep;

StatusForm *StatusPanel::form(const QString &target)
{
    StatusForm *&made = m_formOf[target];
    if (made)
        return made;
    auto *area = new QScrollArea(m_forms);
    area->setObjectName(u"statusFormArea"_s);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made = new StatusForm(m_spelling, m_theme, area);
    area->setWidget(made);
    setTabOrder(m_tabs->tabBar(), made->firstStop());
    m_forms->addWidget(area);
    connect(made, &StatusForm::stateChosen, &m_desk, &models::StatusDesk::setState);
    connect(made, &StatusForm::fieldEdited, &m_desk, &models::StatusDesk::setField);
    connect(made, &StatusForm::freeEdited, &m_desk, &models::StatusDesk::setFree);
    return made;
}

void StatusPanel::showAudience()
{
    for (int row = 0; row < m_audienceModel->rowCount(); ++row) {
        const QModelIndex index = m_audienceModel->index(row, 0);
        if (index.data(status::TargetRole).toString() == m_desk.target())
            m_audiences->setCurrentIndex(index);
    }
}

void StatusPanel::showPage()
{
    const StatusPage &page = m_desk.page();
    StatusForm *shown = form(page.target);
    shown->show(page);
    for (int i = 0; i < m_forms->count(); ++i) {
        auto *area = qobject_cast<QScrollArea *>(m_forms->widget(i));
        if (area && area->widget() == shown)
            m_forms->setCurrentIndex(i);
    }
    m_preview->show(page.name, page.words.state, page.preview);
    if (m_confirm->isVisible() && page.publishing.hash != m_confirmed)
        cancelSending();
    showHead(page);
    showChecks(page);
    showButtons(page);
    showTitle();
    const QStringList offered{nextWhyNot(), m_desk.recordWhyNot(), m_desk.askWhyNot(), m_desk.approveWhyNot(),
                              page.typed ? u"typed"_s : QString()};
    if (m_actions && offered != m_offered)
        m_actions->refreshLater();
    m_offered = offered;
}

QString StatusPanel::headText(const StatusPage &page) const
{
    QStringList parts;
    if (page.id.isEmpty()) {
        parts.append(page.posted ? page.name : tr("New update to %1").arg(page.name));
        if (page.typed)
            parts.append(tr("not in the record yet; kept if the program ends"));
    } else {
        parts.append(tr("%1 by %2, %3").arg(page.id, page.author, m_times.minute(page.writtenAt)));
        if (page.typed)
            parts.append(tr("changed here and not in the record yet; kept if the program ends"));
        if (page.behind > 0)
            parts.append(tr("%n entries since this was drafted", nullptr, page.behind));
    }
    return parts.join(u" · "_s);
}

QString StatusPanel::approvalText(const StatusPage &page) const
{
    if (page.approvers.isEmpty())
        return {};
    if (!page.voidApprovals.isEmpty() && page.approved.isEmpty())
        return tr("▲ The approval of %1 was for an earlier text and is void. This text has to be approved again by %2.")
            .arg(page.voidApprovals.join(u", "_s), page.approvers);
    if (!page.approved.isEmpty())
        return tr("✓ Approved by %1, for this very text. An edit makes it void.").arg(page.approved.join(u", "_s));
    if (page.asked)
        return tr("Waits for the approval of %1.").arg(page.approvers);
    return page.publishing.approvalByRequest ? tr("%1 approve it when you ask them to.").arg(page.approvers)
                                             : tr("%1 has to approve it before it is sent.").arg(page.approvers);
}

void StatusPanel::showHead(const StatusPage &page)
{
    const bool isVoid = !page.voidApprovals.isEmpty() && page.approved.isEmpty();
    const int state = page.typed && page.state == status::Approved ? int(status::Drafted) : page.state;
    m_state->setChip(stateChip(state), stateWord(state));
    m_head->setText(headText(page));
    m_approval->setText(approvalText(page));
    m_approval->setVisible(!m_approval->text().isEmpty());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(isVoid ? Ink::Error : Ink::Muted));
    m_approval->setPalette(palette);
    // Nothing was ever said: the one sentence that says by when.
    const QModelIndex audience = m_audiences->currentIndex();
    const domain::Instant due{audience.data(status::DueAtRole).toLongLong()};
    const bool first = audience.data(status::LastSentRole).toLongLong() == 0 && page.words.saysNothing() && page.id.isEmpty();
    if (first && m_notice->text().isEmpty() && due.isSet())
        m_head->setText(tr("No update yet. The first one is due by %1 %2.").arg(m_times.minute(due), m_times.zoneName(due)));
    m_notice->setVisible(!m_notice->text().isEmpty());
}

namespace {

// The form marks each of them.
constexpr int mostNamed = 3;

/// What is missing by its name in the form, not by how it is typed in quick entry.
void nameMissing(domain::Publishing &said, const QList<models::StatusField> &fields)
{
    QStringList missing;
    for (const models::StatusField &field : fields) {
        if (field.missing)
            missing.append(field.name);
    }
    const auto isMissing = [](const domain::Notice &notice) { return notice.code == "field-missing"_L1; };
    // With several forms it is not known here which of them wants what.
    if (missing.isEmpty() || std::count_if(said.notices.begin(), said.notices.end(), isMissing) != 1)
        return;
    const int more = int(missing.size()) - mostNamed;
    QString &text = std::find_if(said.notices.begin(), said.notices.end(), isMissing)->text;
    text = more <= 0 ? StatusPanel::tr("missing: %1").arg(missing.join(u", "_s))
                     : StatusPanel::tr("missing: %1, and %n more", nullptr, more).arg(missing.mid(0, mostNamed).join(u", "_s));
}

} // namespace

void StatusPanel::showChecks(const StatusPage &page)
{
    // Before the first word there is nothing to find fault with but what no words can mend.
    domain::Publishing said = page.publishing;
    if (page.words.saysNothing()) {
        said.notices.removeIf([](const domain::Notice &n) {
            return n.code == "field-missing"_L1 || n.code == "field-invalid"_L1 || n.code == "lint"_L1;
        });
    }
    QStringList stated;
    for (const models::StatusField &field : page.fields)
        stated.append(page.words.fields.value(field.id));
    stated.append(page.words.free);
    nameMissing(said, page.fields);
    m_checks->show(said, m_spelling.unknownIn(stated.join(u'\n')), m_spelling.problem());
}

void StatusPanel::showButtons(const StatusPage &page)
{
    const auto offer = [](QPushButton *made, const QString &why, const QString &help) {
        made->setEnabled(why.isEmpty());
        made->setToolTip(why.isEmpty() ? help : why);
        made->setAccessibleDescription(why);
    };
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
    for (int row = 0; row < m_audienceModel->rowCount(); ++row)
        late += m_audienceModel->index(row, 0).data(status::DueRole).toInt() == status::Late;
    setWindowTitle(late > 0 ? tr("Status updates: %n late", nullptr, late) : tr("Status updates"));
    if (const int page = m_tabs ? m_tabs->indexOf(m_said) : -1; page >= 0)
        m_tabs->setTabText(page, tr("Said (%1)").arg(m_updates->rowCount()));
}

} // namespace fireline::views
