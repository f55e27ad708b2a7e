// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statushead.h"

#include "access/readablenote.h"
#include "core/instant.h"
#include "status/statusdelegate.h"
#include "status/statusroles.h"
#include "text/timedisplay.h"
#include "theme/chiplabel.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace status = models::status;
using models::StatusPage;

StatusHead::StatusHead(Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_times(times)
    , m_state(new ChipLabel(theme, this))
    , m_head(new QLabel(this))
    , m_approval(new QLabel(this))
    , m_notice(new QLabel(this))
{
    m_state->setObjectName(u"statusChip"_s);
    m_head->setObjectName(u"statusHead"_s);
    m_approval->setObjectName(u"statusApproval"_s);
    m_notice->setObjectName(u"statusNotice"_s);
    readAloud(*m_notice);
    for (QLabel *label : {m_head, m_approval, m_notice})
        label->setWordWrap(true);
    const int gap = theme.scaled(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, 0);
    column->setSpacing(gap / 2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state);
    row->addWidget(m_head, 1);
    column->addLayout(row);
    column->addWidget(m_approval);
    column->addWidget(m_notice);
}

QString StatusHead::headText(const StatusPage &page, domain::Instant firstDue) const
{
    // Nothing was ever said: the one sentence that says by when.
    if (firstDue.isSet() && m_notice->text().isEmpty())
        return tr("No update yet. The first one is due by %1 %2.").arg(m_times.dayMinute(firstDue), m_times.zoneName(firstDue));
    QStringList parts;
    if (page.id.isEmpty() && page.typed && m_brief) {
        parts.append(tr("Not in the record yet; kept if the program ends"));
    } else if (page.id.isEmpty()) {
        parts.append(page.posted ? page.name : tr("New update to %1").arg(page.name));
        if (page.typed)
            parts.append(tr("not in the record yet; kept if the program ends"));
    } else {
        parts.append(tr("%1 by %2, %3").arg(page.id, page.author, m_times.dayMinute(page.writtenAt)));
        if (page.typed)
            parts.append(tr("changed here and not in the record yet; kept if the program ends"));
        if (page.behind > 0)
            parts.append(tr("%n entries since this was drafted", nullptr, page.behind));
    }
    return parts.join(u" · "_s);
}

QString StatusHead::approvalText(const StatusPage &page) const
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

void StatusHead::show(const StatusPage &page, domain::Instant firstDue)
{
    if (!m_notice->text().isEmpty() && m_told != Draft{page.target, page.id, page.words})
        sayAloud(*m_notice, {});
    const bool isVoid = !page.voidApprovals.isEmpty() && page.approved.isEmpty();
    const int state = page.typed && page.state == status::Approved ? int(status::Drafted) : page.state;
    m_state->setChip(stateChip(state), stateWord(state));
    m_head->setText(headText(page, firstDue));
    m_approval->setText(approvalText(page));
    m_approval->setVisible(!m_approval->text().isEmpty());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_theme.ink(isVoid ? Ink::Error : Ink::Muted));
    m_approval->setPalette(palette);
    m_notice->setVisible(!m_notice->text().isEmpty());
}

void StatusHead::tell(const QString &text, const StatusPage &page)
{
    m_told = {page.target, page.id, page.words};
    sayAloud(*m_notice, text);
}

} // namespace fireline::views
