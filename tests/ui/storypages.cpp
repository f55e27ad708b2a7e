// SPDX-License-Identifier: GPL-3.0-or-later
#include "storypages.h"

#include "storyhand.h"

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

const QKeySequence space(Qt::Key_Space);

} // namespace

void fillAll(StoryHand &hand, const StoryFields &fields)
{
    for (const auto &[name, value] : fields)
        hand.fill(name, value);
}

void RolesPage::takeCommand(const QString &who)
{
    m_hand.panel(u"Roles"_s);
    m_hand.see(u"Nobody has command"_s);
    m_hand.button(u"rolesTakeCommand"_s);
    m_hand.panel(u"Roles"_s);
    m_hand.see(who);
    m_hand.doNotSee(u"Nobody has command"_s);
    m_hand.strip(u"Command: You"_s);
}

void RolesPage::assign(const QString &role, const QString &who, const QString &then)
{
    m_hand.panel(u"Roles"_s);
    m_hand.row(role);
    m_hand.open();
    m_hand.answerInRow(who);
    m_hand.see(u"%1: %2"_s.arg(role, then.isEmpty() ? who : then));
}

void ChecklistPage::tick(const QString &step)
{
    m_hand.panel(u"Checklist"_s);
    m_hand.row(step);
    m_hand.deed(u"Tick"_s, space);
    m_hand.see(u"Done by ana: "_s + step);
}

void ChecklistPage::skip(const QString &step, const QString &why)
{
    m_hand.panel(u"Checklist"_s);
    m_hand.row(step);
    m_hand.deed(u"Skip with a reason"_s, QKeySequence(u"S"_s));
    m_hand.answerInRow(why);
    m_hand.see(why);
}

void ChecklistPage::begin(const QString &step, const QString &rest)
{
    m_hand.panel(u"Checklist"_s);
    m_hand.row(step);
    m_hand.open();
    m_hand.typeEntry(rest);
}

void OrdersPage::order(const QString &what, const QString &who, const QString &minutes)
{
    m_hand.command(u"New action"_s, QKeySequence(u"Ctrl+Shift+A"_s));
    m_hand.fill(u"actionWhat"_s, what);
    m_hand.fill(u"actionWho"_s, who);
    m_hand.fill(u"actionMinutes"_s, minutes);
    m_hand.sendForm();
    m_hand.see(what);
}

void OrdersPage::change(const QString &what, const StoryFields &fields)
{
    m_hand.command(u"Propose a change"_s);
    m_hand.fill(u"changeWhat"_s, what);
    fillAll(m_hand, fields);
    m_hand.sendForm();
    m_hand.see(what);
}

void OrdersPage::press(const QString &ref, const StoryDeed &deed, const QString &then)
{
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.row(ref);
    m_hand.deed(deed.words, QKeySequence(deed.key));
    m_hand.see(then);
}

// It is somebody else's: the form asks whose word it was, and their name stands there.
void OrdersPage::acknowledge(const QString &ref)
{
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.row(ref);
    m_hand.deed(u"Acknowledge"_s, QKeySequence(u"Y"_s));
    m_hand.sendForm();
    m_hand.see(u"acknowledged"_s);
}

void OrdersPage::pressAndSay(const QString &ref, const StoryDeed &deed, const QString &words)
{
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.row(ref);
    m_hand.deed(deed.words, QKeySequence(deed.key));
    m_hand.fill(u"reasonWords"_s, words);
    m_hand.sendForm();
}

void OrdersPage::showEnded(const QString &text)
{
    m_hand.command(u"Show ended actions"_s);
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.see(text);
    m_hand.command(u"Show ended actions"_s);
}

void OrdersPage::poll(const QString &what, const QString &seconds)
{
    m_hand.command(u"Ask for objections"_s, QKeySequence(u"Ctrl+Shift+O"_s));
    m_hand.fill(u"pollWhat"_s, what);
    m_hand.fill(u"pollSeconds"_s, seconds);
    m_hand.sendForm();
    m_hand.see(what);
}

void OrdersPage::answerOf(const QString &ref, const QString &who, const QString &answer)
{
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.row(ref);
    m_hand.deed(u"Another person's word"_s, QKeySequence(u"W"_s));
    m_hand.fill(u"reasonDeed"_s, answer, true); // the keyboard begins in the name
    m_hand.fill(u"reasonWho"_s, who);
    m_hand.sendForm();
}

void DecisionsPage::hypothesis(const QString &text)
{
    m_hand.command(u"New hypothesis"_s, QKeySequence(u"Ctrl+Shift+H"_s));
    m_hand.fill(u"decisionsForm_text"_s, text);
    m_hand.sendForm();
    m_hand.see(text);
}

void DecisionsPage::say(const QString &row, const StoryDeed &deed, const StoryFields &fields, const QString &then)
{
    m_hand.panel(u"Hypotheses and decisions"_s);
    m_hand.row(row);
    m_hand.deed(deed.words, QKeySequence(deed.key));
    fillAll(m_hand, fields);
    m_hand.sendForm();
    m_hand.see(then);
}

void DecisionsPage::mitigate(const QString &option, const StoryFields &fields)
{
    m_hand.panel(u"Hypotheses and decisions"_s);
    m_hand.row(option);
    m_hand.open();
    fillAll(m_hand, fields);
    m_hand.sendForm();
    m_hand.see(fields.value(0).second);
}

void TriagePage::press(const QString &row, const StoryDeed &deed, const QString &then)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.row(row);
    m_hand.deed(deed.words, QKeySequence(deed.key));
    m_hand.see(then);
}

void TriagePage::answer(const QString &row, const StoryFields &fields, const QString &then)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.row(row);
    m_hand.open();
    fillAll(m_hand, fields);
    if (!fields.isEmpty())
        m_hand.sendForm();
    m_hand.see(then);
}

void TriagePage::impact(const QString &row, const QString &rest)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.row(row);
    m_hand.open(); // its line stands in quick entry then
    m_hand.typeEntry(rest);
    m_hand.panel(u"Triage and reports"_s);
    m_hand.doNotSee(row + u": not stated"_s);
}

void TriagePage::severity(const QString &severity, const QString &why)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.deed(u"Set the severity"_s, QKeySequence(u"S"_s));
    m_hand.fill(u"triageForm_id"_s, severity);
    m_hand.fill(u"triageForm_why"_s, why);
    m_hand.sendForm();
    m_hand.see(u"Severity %1"_s.arg(severity));
    m_hand.strip(u"Severity: %1"_s.arg(severity));
}

} // namespace fireline::test
