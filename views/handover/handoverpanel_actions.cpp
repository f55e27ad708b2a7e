// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "forms/inlineform.h"
#include "handover/handovermodel.h"
#include "handover/handoverpanel.h"
#include "handover/handovertext.h"
#include "text/timedisplay.h"

#include "decide/notundoable.h"
#include <QJsonArray>
#include <QListView>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

// What a handover is asked for: by keys, buttons and the list of its steps.
namespace fireline::views {

namespace h = models::handover;
using domain::Command;
using domain::Verb;
using Kind = FormInput::Kind;

namespace {

Command command(Verb verb, const QJsonObject &args = {}, const QString &by = {})
{
    Command made;
    made.verb = verb;
    made.args = args;
    made.by = by;
    return made;
}

QString withoutAt(const QString &name)
{
    return name.startsWith(u'@') ? name.sliced(1).trimmed() : name;
}

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

void HandoverPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon,
                         const QList<QKeySequence> &keys, auto handler, const ActionRegistry::WhyNot &whyNot) {
        actions.add({id, text, help, u"incident"_s, icon, keys}, std::move(handler), whyNot);
    };
    const auto addForGood = [&](const QString &id, const QString &text, const QString &help, const QString &icon, auto handler,
                                const ActionRegistry::WhyNot &whyNot) {
        actions.add(withoutWayBack({id, text, help, u"incident"_s, icon}), std::move(handler), whyNot);
    };
    add(
        u"handover.begin"_s, tr("Transfer command…"), tr("Offers command to somebody, or goes on with the handover that runs."),
        u"handover"_s, {QKeySequence(u"Ctrl+Shift+T"_s)}, [this] { begin(); },
        [this] { return m_model.board().running ? QString() : offerWhyNot(); });
    addForGood(
        u"handover.next"_s, tr("Next step of the handover"), tr("Does the step of the handover that is due now."), u"next"_s,
        [this] { doNext(); }, [this] { return nextWhyNot(); });
    add(
        u"handover.report"_s, tr("Situation report…"), tr("Drafts the situation report from the record, for you to correct."),
        u"report"_s, {QKeySequence(u"Ctrl+Shift+I"_s)}, [this] { writeReport(); }, [this] { return reportWhyNot(); });
    addForGood(
        u"handover.redraft"_s, tr("Draft the situation report anew"),
        tr("Throws the begun situation report away and drafts it from the record as it is now."), u"restore"_s,
        [this] { redraft(); }, [this] { return reportWhyNot(); });
    addForGood(
        u"handover.decline"_s, tr("Call the handover off…"), tr("Ends the handover; command stays where it is."), u"close"_s,
        [this] { decline(); }, [this] { return declineWhyNot(); });
    addForGood(
        u"handover.takeOver"_s, tr("Take command over…"),
        tr("You take command without a handover, when its holder does not answer."), u"warning"_s, [this] { takeOver(); },
        [this] { return takeOverWhyNot(); });
}

QString HandoverPanel::offerWhyNot() const
{
    const models::HandoverBoard &board = m_model.board();
    if (board.over)
        return tr("The incident is over; nothing is handed over any more.");
    if (board.running)
        return tr("A handover to %1 runs already.").arg(board.to);
    return board.holder.isEmpty() ? tr("Nobody has command, so there is nothing to hand over. Take it.") : QString();
}

QString HandoverPanel::nextWhyNot() const
{
    const int next = m_model.nextRow();
    if (next < 0)
        return tr("No handover runs. Begin one first.");
    const models::HandoverRow &step = m_model.step(next);
    return step.state == h::Waits ? tr("The time of looking on lasts until %1.").arg(m_times.dayMinute(step.readyAt))
                                  : step.whyNot;
}

QString HandoverPanel::declineWhyNot() const
{
    return m_model.board().running ? QString() : tr("No handover runs.");
}

QString HandoverPanel::takeOverWhyNot() const
{
    return m_model.whyNot(command(Verb::Takeover, {{u"why"_s, u"…"_s}}));
}

// While a handover runs the report is a step of it, in its turn.
QString HandoverPanel::reportWhyNot() const
{
    return m_model.whyNot(commandOf(u"sitrep"_s, {{u"text"_s, u"…"_s}}));
}

void HandoverPanel::doStep(int row)
{
    if (!m_model.board().running) {
        begin();
        return;
    }
    const models::HandoverRow step = m_model.step(row);
    if (step.state == h::Done || step.state == h::Waits)
        return;
    if (step.kind == h::Sitrep && step.whyNot.isEmpty())
        writeReport();
    else if (isTheirLastWord(step) && step.whyNot.isEmpty())
        confirmAccept();
    else
        emit commandRequested(step.command); // what is out of turn is refused with the reason of the process
}

void HandoverPanel::doNext()
{
    if (nextWhyNot().isEmpty())
        doStep(m_model.nextRow());
}

void HandoverPanel::claim()
{
    emit commandRequested(command(Verb::Claim));
}

void HandoverPanel::openForm(const FormSpec &spec)
{
    emit showRequested();
    m_form->open(spec);
    showState();
}

void HandoverPanel::begin()
{
    if (m_model.board().running) {
        emit showRequested();
        selectNext();
        m_view->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (!offerWhyNot().isEmpty())
        return;
    QStringList others = m_model.people();
    others.removeAll(m_model.board().holder);
    openForm({u"offer"_s,
              m_model.board().you ? tr("Hand command over") : tr("Hand command over for %1").arg(m_model.board().holder),
              tr("Offer command"),
              {{u"who"_s,
                Kind::Line,
                tr("To whom"),
                tr("A name; command does not move before they say “I have command”."),
                {},
                others}},
              {{u"who"_s, m_model.board().successor}}});
}

void HandoverPanel::writeReport()
{
    if (!reportWhyNot().isEmpty())
        return;
    const bool begun = m_form->hasDraft(u"sitrep"_s);
    openForm({u"sitrep"_s,
              begun ? tr("Situation report, as you left it; “Draft the situation report anew” begins again")
                    : tr("Situation report, drafted from the record; correct it before you give it"),
              tr("Give the report"),
              {{u"text"_s, Kind::Long, tr("Report"), tr("Read it aloud while you correct it; Ctrl+Return gives it.")}},
              {{u"text"_s, m_model.sitrepDraft()}}});
}

void HandoverPanel::redraft()
{
    if (m_form->id() == "sitrep"_L1)
        m_form->finish();
    m_form->dropDraft(u"sitrep"_s);
    writeReport();
}

void HandoverPanel::decline()
{
    const models::HandoverBoard &board = m_model.board();
    if (!board.running)
        return;
    // Whoever is at this console; else the side that is asked.
    const QString side = same(board.from, m_model.profile()) ? board.from : board.to;
    QList<QPair<QString, QString>> sides{{board.to, tr("%1, who was to take over").arg(board.to)},
                                         {board.from, tr("%1, who hands over").arg(board.from)}};
    openForm({u"decline"_s,
              tr("Call the handover to %1 off; command stays with %2").arg(board.to, board.from),
              tr("Call it off"),
              {{u"why"_s, Kind::Line, tr("Why"), tr("One sentence for the record.")},
               {u"side"_s, Kind::Choice, tr("Who calls it off"), tr("Either side can."), sides}},
              {{u"side"_s, side}}});
}

// Another person's word, which nothing takes back: a stray Enter is not their saying it.
void HandoverPanel::confirmAccept()
{
    const models::HandoverBoard &board = m_model.board();
    if (!board.running)
        return;
    openForm({u"accept"_s,
              tr("%1. ⚠ %2", "what is asked, why it cannot be undone")
                  .arg(tr("Has %1 said “I have command”?").arg(board.to), domain::notUndoableWhy(Verb::IHaveCommand)),
              tr("They said it"),
              {personInput(tr("Said by"), {board.to}, m_model.profile())},
              {{u"who"_s, board.to}}});
}

void HandoverPanel::takeOver()
{
    if (!takeOverWhyNot().isEmpty())
        return;
    const models::HandoverBoard &board = m_model.board();
    const QString title =
        board.seen.isSet() ? tr("Take command over from %1, last heard of at %2").arg(board.holder, m_times.dayMinute(board.seen))
                           : tr("Take command over from %1").arg(board.holder);
    openForm({u"takeover"_s,
              tr("%1. ⚠ %2", "what is asked, why it cannot be undone").arg(title, domain::notUndoableWhy(domain::Verb::Takeover)),
              tr("Take command now"),
              {{u"why"_s, Kind::Line, tr("Why"), tr("One sentence for the record: what became of whoever had command.")},
               personInput(tr("Who takes it"), m_model.people(), m_model.profile())}});
}

void HandoverPanel::resume(const QString &id)
{
    if (id == "offer"_L1 && !m_model.board().running)
        begin();
    else if (id == "sitrep"_L1)
        writeReport();
    else if (id == "decline"_L1)
        decline();
    else if (id == "accept"_L1)
        confirmAccept();
    else if (id == "takeover"_L1)
        takeOver();
}

Command HandoverPanel::offerOf(const QJsonObject &values) const
{
    const models::HandoverBoard &board = m_model.board();
    QJsonArray who;
    if (const QString name = withoutAt(values.value(u"who").toString()); !name.isEmpty())
        who.append(name);
    return command(Verb::Handover, {{u"who"_s, who}, {u"id"_s, board.role}}, board.you ? QString() : board.holder);
}

Command HandoverPanel::commandOf(const QString &id, const QJsonObject &values) const
{
    const models::HandoverBoard &board = m_model.board();
    const QJsonObject why{{u"why"_s, values.value(u"why")}};
    const auto by = [&](const QString &person) { return same(person, m_model.profile()) ? QString() : person; };
    if (id == "offer"_L1)
        return offerOf(values);
    if (id == "sitrep"_L1)
        return command(Verb::Sitrep, {{u"text"_s, values.value(u"text")}}, board.running ? by(board.from) : QString());
    if (id == "decline"_L1)
        return command(Verb::Decline, why, by(values.value(u"side").toString()));
    if (id == "accept"_L1)
        return command(Verb::IHaveCommand, {}, values.value(u"who").toString());
    return command(Verb::Takeover, why, values.value(u"who").toString());
}

// What would be refused stays in the form, with the reason.
void HandoverPanel::take(const QString &id, const QJsonObject &values)
{
    const Command asked = commandOf(id, values);
    if (const QString why = m_model.whyNot(asked); !why.isEmpty()) {
        m_form->setProblem(why);
        return;
    }
    m_form->send([&] { emit commandRequested(asked); });
    const int next = m_model.nextRow();
    if (id == "offer"_L1 && next >= 0 && isTheirLastWord(m_model.step(next)))
        emit offered();
}

} // namespace fireline::views
