// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"
#include "decisions/decisionsmodel.h"
#include "decisions/decisionspanel.h"
#include "entry/entry.h"
#include "forms/linesview.h"
#include "forms/rowmenu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

// What hypotheses and decisions can be asked for: by keys, buttons and menu.
namespace fireline::views {

namespace d = models::decisions;
using domain::Verb;

void DecisionsPanel::addActions(ActionRegistry &actions)
{
    m_actions = &actions;
    addNewActions(actions);
    addRowActions(actions);
}

void DecisionsPanel::addNewActions(ActionRegistry &actions)
{
    const auto over = [this] { return overWhyNot(); };
    actions.add(
        {u"decisions.hypothesis"_s,
         tr("New hypothesis…"),
         tr("Says what may be behind it, to be tested."),
         u"incident"_s,
         u"hypothesis"_s,
         {QKeySequence(u"Ctrl+Shift+H"_s)}},
        [this] { newHypothesis(); }, over);
    actions.add(
        {u"decisions.decision"_s,
         tr("New decision…"),
         tr("Records what was decided, who decided it, and when to look at it again."),
         u"incident"_s,
         u"decision"_s,
         {QKeySequence(u"Ctrl+Shift+D"_s)}},
        [this] { newDecision(); }, over);
}

void DecisionsPanel::addRowActions(ActionRegistry &actions)
{
    const auto add = [&](const QString &id, const QString &text, const QString &help, const QString &icon, const QString &key,
                         auto handler, const ActionRegistry::WhyNot &whyNot) {
        actions.add({id, text, help, u"entry"_s, icon, {QKeySequence(key)}, m_view}, std::move(handler), whyNot);
    };
    add(
        u"decisions.test"_s, tr("Test the hypothesis…"), tr("Says how the selected hypothesis is tested, and by whom."),
        u"search"_s, u"T"_s, [this] { test(); }, [this] { return hypothesisWhyNot(Verb::TestHypothesis); });
    add(
        u"decisions.confirm"_s, tr("Confirm the hypothesis…"), tr("Says what shows that the selected hypothesis is true."),
        u"ok"_s, u"C"_s, [this] { confirm(false); }, [this] { return hypothesisWhyNot(Verb::ConfirmHypothesis); });
    add(
        u"decisions.link"_s, tr("Link evidence to the hypothesis…"),
        tr("Names the entry of the timeline that shows that the selected hypothesis is true."), u"link"_s, u"R"_s,
        [this] { confirm(true); }, [this] { return hypothesisWhyNot(Verb::ConfirmHypothesis); });
    add(
        u"decisions.ruleOut"_s, tr("Rule out the hypothesis, judge the mitigation…"),
        tr("Rules the selected hypothesis out with a reason; of a selected mitigation it says what came of it."), u"close"_s,
        u"X"_s, [this] { currentKind() == d::Mitigation ? judge() : ruleOut(); },
        [this] { return currentKind() == d::Mitigation ? mitigationWhyNot() : hypothesisWhyNot(Verb::RuleOut); });
    add(
        u"decisions.pin"_s, tr("Pin or unpin the selected row"),
        tr("A pinned entry stands in the situation report and the review."), u"pin"_s, u"P"_s, [this] { pin(); },
        [this] { return rowWhyNot(); });
    add(
        u"decisions.correct"_s, tr("Correct the selected row"), tr("Puts a correction of its text into quick entry."),
        u"correct"_s, u"E"_s, [this] { correct(); }, [this] { return rowWhyNot(); });
    add(
        u"decisions.copy"_s, tr("Copy the command"), tr("Copies the command of the selected way to mitigate."), u"copy"_s,
        u"Ctrl+C"_s, [this] { copy(); },
        [this] {
            return current().data(d::RunRole).toString().isEmpty() ? tr("Select a way to mitigate that has a command.")
                                                                   : QString();
        });
}

QString DecisionsPanel::overWhyNot() const
{
    return m_model.isOver() ? tr("The incident is over. Reopen it first, or write a note.") : QString();
}

QString DecisionsPanel::hypothesisWhyNot(Verb verb) const
{
    if (const QString over = overWhyNot(); !over.isEmpty())
        return over;
    if (currentKind() != d::Hypothesis)
        return tr("Select a hypothesis first.");
    if (current().data(d::RetractedRole).toBool())
        return tr("This hypothesis was taken out of the record.");
    // Asked with words that fit: what is refused then is refused whatever is said.
    return m_model.whyNot(
        plain(verb, {{u"ref"_s, current().data(d::IdRole).toString()}, {u"text"_s, u"…"_s}, {u"why"_s, u"…"_s}}));
}

QString DecisionsPanel::mitigationWhyNot() const
{
    if (const QString over = overWhyNot(); !over.isEmpty())
        return over;
    return currentKind() == d::Mitigation ? QString() : tr("Select a mitigation first.");
}

QString DecisionsPanel::rowWhyNot() const
{
    return current().data(d::RefRole).toString().isEmpty() ? tr("Select a hypothesis, a decision or a mitigation first.")
                                                           : QString();
}

domain::Command DecisionsPanel::plain(Verb verb, const QJsonObject &args, const QString &by) const
{
    return {verb, {}, by, args};
}

void DecisionsPanel::pin()
{
    if (rowWhyNot().isEmpty())
        emit commandRequested(plain(Verb::Pin, {{u"ref"_s, current().data(d::RefRole).toString()}}));
}

void DecisionsPanel::correct()
{
    if (!rowWhyNot().isEmpty())
        return;
    const QJsonObject fields{{u"text"_s, current().data().toString()}};
    const QJsonObject args{{u"ref"_s, current().data(d::RefRole).toString()}, {u"fields"_s, fields}};
    emit entryRequested(domain::formatEntry({Verb::Correct, {}, {}, args}));
}

void DecisionsPanel::copy()
{
    const QString run = current().data(d::RunRole).toString();
    if (!run.isEmpty())
        QGuiApplication::clipboard()->setText(run);
}

// To what shows it, else to where it was said; a way to mitigate is begun.
void DecisionsPanel::open(const QModelIndex &index)
{
    if (index.data(d::KindRole).toInt() == d::Option) {
        applyOption();
        return;
    }
    const QString evidence = index.data(d::EvidenceEntryRole).toString();
    const QString wanted = evidence.isEmpty() ? index.data(d::EntryRole).toString() : evidence;
    if (!wanted.isEmpty())
        emit eventRequested(wanted);
}

void DecisionsPanel::showMenu(const QPoint &at)
{
    popUpRowMenu(u"decisionsMenu"_s,
                 {u"decisions.test"_s, u"decisions.confirm"_s, u"decisions.link"_s, u"decisions.ruleOut"_s, u"decisions.pin"_s,
                  u"decisions.correct"_s, u"decisions.copy"_s},
                 m_actions, *m_view, at);
}

} // namespace fireline::views
