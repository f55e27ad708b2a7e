// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/saidpage.h"

#include "forms/flowlayout.h"
#include "forms/panelbutton.h"
#include "status/statusdelegate.h"
#include "status/statuspreview.h"
#include "status/statusroles.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QItemSelectionModel>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace status = models::status;
using domain::Instant;

SaidPage::SaidPage(QAbstractItemModel *updates, Theme &theme, TimeDisplay &times, QWidget *parent)
    : QWidget(parent)
    , m_updates(updates)
    , m_theme(theme)
    , m_times(times)
    , m_view(new QListView(this))
    , m_delegate(new UpdateDelegate(theme, times, this))
    , m_text(new QTextBrowser(this))
    , m_nothing(new QLabel(tr("Nothing was written for others yet."), this))
    , m_out(button(u"statusOut"_s, tr("It went out"), tr("You looked, and the update is there: it counts as sent."), this))
    , m_notOut(button(u"statusNotOut"_s, tr("It did not go out…"),
                      tr("Puts the command into quick entry; say what happened and press Enter."), this))
    , m_copy(
          button(u"statusSaidCopy"_s, tr("Copy"), tr("Puts the text on the clipboard, as plain text, Markdown and HTML."), this))
{
    build();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SaidPage::showCurrent);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(updates, signal, this, &SaidPage::showCurrent);
    connect(updates, &QAbstractItemModel::dataChanged, this, &SaidPage::showCurrent);
    connect(updates, &QAbstractItemModel::modelReset, this, &SaidPage::showCurrent);
    connect(&times, &TimeDisplay::changed, this, &SaidPage::showCurrent);
    connect(m_out, &QPushButton::clicked, this, [this] { tellOutcome(u"sent"_s); });
    connect(m_notOut, &QPushButton::clicked, this, [this] { tellOutcome(u"failed"_s); });
    connect(m_copy, &QPushButton::clicked, this, &SaidPage::copy);
    showCurrent();
}

void SaidPage::build()
{
    m_view->setObjectName(u"statusSaid"_s);
    m_view->setAccessibleName(tr("Updates, the latest first"));
    m_view->setToolTip(tr("What is on its way and what was said."));
    m_view->setModel(m_updates);
    m_view->setItemDelegate(m_delegate);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_text->setObjectName(u"statusSaidText"_s);
    m_text->setAccessibleName(tr("The selected update"));
    m_text->setToolTip(tr("The whole text, who approved it and how it went out."));
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    m_copy->setProperty("readsOnly", true);
    m_nothing->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_nothing);
    column->addWidget(m_view, 2);
    column->addWidget(m_text, 3);
    auto *row = new FlowLayout;
    for (QPushButton *made : {m_out, m_notOut, m_copy})
        row->addWidget(made);
    column->addLayout(row);
}

QModelIndex SaidPage::current() const
{
    return m_view->currentIndex();
}

QString SaidPage::factsOf(const QModelIndex &index) const
{
    QStringList facts;
    const int state = index.data(status::StateRole).toInt();
    const Instant written{index.data(status::DraftedAtRole).toLongLong()};
    const Instant sent{index.data(status::SentAtRole).toLongLong()};
    facts.append(tr("Written by %1, %2.").arg(index.data(status::AuthorRole).toString(), m_times.full(written)));
    if (const QStringList by = index.data(status::ApprovedRole).toStringList(); !by.isEmpty())
        facts.append(tr("Approved by %1.").arg(by.join(u", "_s)));
    if (const QStringList by = index.data(status::VoidRole).toStringList(); !by.isEmpty())
        facts.append(tr("The approval of %1 was for an earlier text and is void.").arg(by.join(u", "_s)));
    if (sent.isSet())
        facts.append(tr("Sent %1 (%2).").arg(m_times.full(sent), index.data(status::SentViaRole).toString()));
    else
        facts.append(tr("State: %1.").arg(stateWord(state)));
    if (const QString why = index.data(status::WhyRole).toString(); !why.isEmpty())
        facts.append(why);
    if (const int behind = index.data(status::BehindRole).toInt(); behind > 0)
        facts.append(tr("%n entries since this was written.", nullptr, behind));
    facts.append(tr("Text hash %1").arg(index.data(status::HashRole).toString().left(12)));
    return facts.join(u'\n');
}

void SaidPage::showCurrent()
{
    if (!current().isValid() && m_updates->rowCount() > 0)
        m_view->setCurrentIndex(m_updates->index(0, 0));
    const QModelIndex index = current();
    m_nothing->setVisible(!index.isValid());
    m_view->setVisible(index.isValid());
    m_text->setVisible(index.isValid());
    m_text->setPlainText(index.isValid() ? index.data().toString() + u"\n\n"_s + factsOf(index) : QString());
    for (const auto &[made, outcome] : {std::pair(m_out, u"sent"_s), std::pair(m_notOut, u"failed"_s)}) {
        const QString why = outcomeWhyNot(outcome);
        made->setEnabled(why.isEmpty());
        made->setAccessibleDescription(why);
    }
    const QString kept = index.data(status::UpdateKeptInsideRole).toString();
    m_copy->setEnabled(index.isValid() && kept.isEmpty());
    m_copy->setToolTip(kept.isEmpty() ? tr("Puts the text on the clipboard, as plain text, Markdown and HTML.") : kept);
    m_copy->setAccessibleDescription(kept);
    emit currentChanged();
}

QString SaidPage::outcomeWhyNot(const QString &outcome) const
{
    if (!current().isValid())
        return tr("Select an update first.");
    const int state = current().data(status::StateRole).toInt();
    if (!current().data(status::UpdateTargetRole).toString().startsWith("update/"_L1))
        return tr("This is recorded as given. Write a note where it did not arrive.");
    if (outcome == "sent"_L1)
        return state == status::Unknown || state == status::Queued ? QString() : tr("Its outcome is not open.");
    const bool out = state == status::Unknown || state == status::Queued || state == status::Sent;
    return out ? QString() : tr("It was not sent.");
}

void SaidPage::tellOutcome(const QString &outcome)
{
    if (!outcomeWhyNot(outcome).isEmpty())
        return;
    const QString id = current().data(status::IdRole).toString();
    if (outcome == "failed"_L1) {
        emit entryRequested(u"/sendoutcome #%1 failed "_s.arg(id));
        return;
    }
    domain::Command command;
    command.verb = domain::Verb::SendOutcome;
    command.args = {{u"ref"_s, id}, {u"outcome"_s, outcome}};
    emit commandRequested(command);
}

void SaidPage::copy()
{
    if (current().isValid())
        copyMessage(current().data().toString(), CopyAs::Everything);
}

} // namespace fireline::views
