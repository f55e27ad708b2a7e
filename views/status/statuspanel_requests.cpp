// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "status/affected.h"
#include "status/saidpage.h"
#include "status/sendconfirm.h"
#include "status/statusdesk.h"
#include "status/statusform.h"
#include "status/statusforms.h"
#include "status/statushead.h"
#include "status/statuspanel.h"
#include "status/statuspreview.h"
#include "status/statusremarks.h"
#include "status/statusroles.h"
#include "status/statuswriting.h"

#include <QJsonObject>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

// What the status panel asks for: by keys, buttons and palette.
namespace fireline::views {

namespace status = models::status;
using domain::Verb;
using models::StatusPage;
using models::StatusStep;

namespace {

bool isSent(const QAbstractItemModel &updates, const QString &id)
{
    for (int row = 0; row < updates.rowCount(); ++row) {
        const QModelIndex index = updates.index(row, 0);
        if (index.data(status::IdRole).toString() == id)
            return index.data(status::StateRole).toInt() == status::Sent;
    }
    return false;
}

} // namespace

void StatusPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto spec = [](const QString &id, const QString &text, const QString &help, const QString &icon,
                         const QString &key = {}, QWidget *scope = nullptr) {
        ActionSpec made{id, text, help, u"incident"_s, icon, {}};
        if (!key.isEmpty())
            made.keys = {QKeySequence(key)};
        made.scope = scope;
        return made;
    };
    actions.add(
        spec(u"status.write"_s, tr("Write a status update…"),
             tr("Goes to the update that is being written, or that is due first."), u"status"_s, u"Ctrl+Shift+R"_s),
        [this] { write(); }, [this] { return m_desk.target().isEmpty() ? tr("The process names no audience.") : QString(); });
    actions.add(
        withoutWayBack(spec(u"status.next"_s, tr("Send the update, or ask for its approval"),
                            tr("What comes next for the update that is being written."), u"send"_s, u"Ctrl+Return"_s, this)),
        [this] { doNext(); }, [this] { return nextWhyNot(); });
    actions.add(
        spec(u"status.record"_s, tr("Record the draft of the update"), tr("Puts the draft into the record, where others see it."),
             u"save"_s),
        [this] { recordDraft(); }, [this] { return m_desk.recordWhyNot(); });
    actions.add(
        withoutWayBack(spec(u"status.ask"_s, tr("Ask for approval of the update"),
                            tr("Records the draft and asks those whom the process names."), u"ask"_s)),
        [this] { askApproval(); }, [this] { return m_desk.askWhyNot(); });
    actions.add(
        withoutWayBack(spec(u"status.approve"_s, tr("Approve the update"),
                            tr("Approves this very text; an edit makes the approval void."), u"ok"_s)),
        [this] { approve(); }, [this] { return m_desk.approveWhyNot(); });
    actions.add(
        spec(u"status.takeComponents"_s, tr("Write the states of the components into the update"),
             tr("Takes them over from the board of components."), u"status"_s),
        [this] { takeComponents(); },
        [this] { return m_desk.target().isEmpty() ? tr("The process names no audience.") : QString(); });
    actions.add(
        withoutWayBack(spec(u"status.discard"_s, tr("Throw away what is not in the record"),
                            tr("Goes back to the update as it is in the record."), u"undo"_s)),
        [this] {
            m_desk.discard();
            m_writing->end();
        },
        [this] { return m_desk.page().typed ? QString() : tr("Nothing is typed beside the record."); });
    actions.add(
        withoutWayBack(spec(u"status.wentOut"_s, tr("The selected update went out"),
                            tr("For an update whose outcome is unknown, after you looked."), u"ok"_s, u"X"_s, m_said->view())),
        [this] { m_said->tellOutcome(u"sent"_s); }, [this] { return m_said->outcomeWhyNot(u"sent"_s); });
    actions.add(
        spec(u"status.notOut"_s, tr("The selected update did not go out…"),
             tr("Puts the command into quick entry, for you to say why."), u"error"_s, u"E"_s, m_said->view()),
        [this] { m_said->tellOutcome(u"failed"_s); }, [this] { return m_said->outcomeWhyNot(u"failed"_s); });
}

void StatusPanel::write()
{
    emit showRequested();
    m_tabs->setCurrentIndex(0);
    setFocus();
}

bool StatusPanel::writeTo(const QString &target, bool inSight)
{
    if (inSight)
        emit showRequested(); // its rows follow the record while they are seen
    const QModelIndexList rows = m_audiences->model()->match(m_audiences->model()->index(0, 0), status::TargetRole, target, 1,
                                                             Qt::MatchExactly);
    if (rows.isEmpty() || !m_tabs->isTabVisible(0)) // where the window only reads, nothing is written
        return false;
    m_desk.setTarget(target);
    showAudience();
    if (inSight)
        write();
    return true;
}

void StatusPanel::takeComponents()
{
    write();
    if (const auto known = m_desk.page().componentsAsKnown)
        m_desk.setField(models::componentsField(), *known);
}

// What is asked and told of the update that is being written stands on its page; the keyboard stays where it is in the panel.
void StatusPanel::comeForward()
{
    emit showRequested();
    if (m_tabs->isTabVisible(0))
        m_tabs->setCurrentIndex(0);
    if (!isAncestorOf(window()->focusWidget()))
        setFocus();
}

bool StatusPanel::showItem(const QString &ref)
{
    for (int row = 0; row < m_updates->rowCount(); ++row) {
        const QModelIndex index = m_updates->index(row, 0);
        if (index.data(status::IdRole).toString() != ref)
            continue;
        emit showRequested();
        // Where the window only reads, nothing is being written.
        if (index.data(status::StateRole).toInt() <= status::Approved && m_tabs->isTabVisible(0)) {
            m_desk.setTarget(index.data(status::UpdateTargetRole).toString());
            showAudience();
            m_tabs->setCurrentIndex(0);
            setFocus(Qt::OtherFocusReason);
            return true;
        }
        m_tabs->setCurrentWidget(m_said);
        m_said->view()->setCurrentIndex(index);
        m_said->view()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

QString StatusPanel::nextWhyNot() const
{
    const StatusPage &page = m_desk.page();
    switch (m_desk.nextStep()) {
    case StatusStep::Nothing: return tr("It waits for the approval of %1.").arg(page.approvers);
    case StatusStep::Record: return m_desk.recordWhyNot();
    case StatusStep::AskApproval: return m_desk.askWhyNot();
    case StatusStep::Send: return m_desk.sendWhyNot();
    }
    return {};
}

// True where all of it is in the record; a refusal was told by whoever judged it.
bool StatusPanel::record()
{
    const QString target = m_desk.target();
    if (const auto command = m_desk.recordCommand())
        emit commandRequested(*command);
    return m_desk.target() == target && !m_desk.page().typed && !m_desk.page().id.isEmpty();
}

// What somebody else said is recorded once; after that it is the person at this console again.
void StatusPanel::recordDraft()
{
    if (record())
        m_desk.setBy({});
}

void StatusPanel::doNext()
{
    comeForward();
    const QString why = nextWhyNot();
    m_head->tell(namedWhyNot(why, m_desk.page()), m_desk.page());
    if (!why.isEmpty())
        return;
    switch (m_desk.nextStep()) {
    case StatusStep::Nothing: break;
    case StatusStep::Record: recordDraft(); break;
    case StatusStep::AskApproval: askApproval(); break;
    case StatusStep::Send: m_confirm->asks() ? sendNow() : send(); break;
    }
}

void StatusPanel::askApproval()
{
    if (!m_desk.askWhyNot().isEmpty())
        return;
    comeForward();
    if (!record())
        return;
    emit commandRequested(m_desk.command(Verb::AskApproval));
    if (m_desk.page().asked)
        m_desk.setBy({});
}

void StatusPanel::approve()
{
    if (!m_desk.approveWhyNot().isEmpty())
        return;
    emit commandRequested(m_desk.command(Verb::ApproveUpdate));
    if (m_desk.page().publishing.approved)
        m_desk.setBy({});
}

// What goes outside is asked once more, in place: it cannot be taken back.
void StatusPanel::send()
{
    const StatusPage &page = m_desk.page();
    if (!page.outside)
        return sendNow();
    m_confirm->ask(page.name, page.publishing.hash);
}

void StatusPanel::cancelSending()
{
    if (m_confirm->close())
        setFocus();
}

void StatusPanel::sendNow()
{
    cancelSending();
    if (!m_desk.sendWhyNot().isEmpty())
        return;
    const StatusPage page = m_desk.page();
    bool out = false;
    if (page.posted) {
        if (const auto command = m_desk.recordCommand())
            emit commandRequested(*command);
        out = m_desk.page().words.saysNothing();
    } else {
        if ((page.id.isEmpty() || page.typed) && !record())
            return;
        const QString id = m_desk.page().id;
        emit commandRequested(m_desk.command(Verb::Send));
        out = isSent(*m_updates, id);
    }
    if (!out)
        return;
    m_desk.setBy({});
    m_writing->end();
    copyMessage(page.publishing.text, CopyAs::Everything);
    m_head->tell(
        tr("✓ Recorded as sent, and on the clipboard: paste it to %1 now. Where that fails, say so under Said.").arg(page.name),
        m_desk.page());
    emit sent();
}

} // namespace fireline::views
