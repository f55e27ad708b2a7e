// SPDX-License-Identifier: GPL-3.0-or-later
#include "storypages.h"

#include "storyhand.h"

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

const QKeySequence enter(Qt::Key_Return);
const QKeySequence tab(Qt::Key_Tab);

void fillAll(StoryHand &hand, const StoryFields &fields)
{
    for (const auto &[name, value] : fields)
        hand.fill(name, value);
}

} // namespace

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
    m_hand.press(enter);
    m_hand.type(who);
    m_hand.press(enter);
    m_hand.see(u"%1: %2"_s.arg(role, then.isEmpty() ? who : then));
}

void ChecklistPage::tick(const QString &step)
{
    m_hand.panel(u"Checklist"_s);
    m_hand.row(step);
    m_hand.press(QKeySequence(Qt::Key_Space));
    m_hand.see(u"Done by ana: "_s + step);
}

void ChecklistPage::skip(const QString &step, const QString &why)
{
    m_hand.panel(u"Checklist"_s);
    m_hand.row(step);
    m_hand.press(QKeySequence(u"S"_s));
    m_hand.type(why);
    m_hand.press(enter);
    m_hand.see(why);
}

void ChecklistPage::begin(const QString &step, const QString &rest)
{
    m_hand.panel(u"Checklist"_s);
    m_hand.row(step);
    m_hand.press(enter);
    m_hand.typeEntry(rest);
}

void OrdersPage::order(const QString &what, const QString &who, const QString &minutes)
{
    m_hand.press(QKeySequence(u"Ctrl+Shift+A"_s));
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

void OrdersPage::press(const QString &ref, const QString &key, const QString &then)
{
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.row(ref);
    m_hand.press(QKeySequence(key));
    m_hand.see(then);
}

void OrdersPage::pressAndSay(const QString &ref, const QString &key, const QString &words)
{
    m_hand.panel(u"Actions and call-backs"_s);
    m_hand.row(ref);
    m_hand.press(QKeySequence(key));
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

void DecisionsPage::hypothesis(const QString &text)
{
    m_hand.press(QKeySequence(u"Ctrl+Shift+H"_s));
    m_hand.fill(u"decisionsForm_text"_s, text);
    m_hand.sendForm();
    m_hand.see(text);
}

void DecisionsPage::say(const QString &row, const QString &key, const StoryFields &fields, const QString &then)
{
    m_hand.panel(u"Hypotheses and decisions"_s);
    m_hand.row(row);
    m_hand.press(QKeySequence(key));
    fillAll(m_hand, fields);
    m_hand.sendForm();
    m_hand.see(then);
}

void DecisionsPage::mitigate(const QString &option, const StoryFields &fields)
{
    say(option, u"Return"_s, fields, fields.value(0).second);
}

void TriagePage::press(const QString &row, const QString &key, const QString &then)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.row(row);
    m_hand.press(QKeySequence(key));
    m_hand.see(then);
}

void TriagePage::answer(const QString &row, const StoryFields &fields, const QString &then)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.row(row);
    m_hand.press(enter);
    fillAll(m_hand, fields);
    if (!fields.isEmpty())
        m_hand.sendForm();
    m_hand.see(then);
}

void TriagePage::impact(const QString &row, const QString &rest)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.row(row);
    m_hand.press(enter); // its line stands in quick entry then
    m_hand.typeEntry(rest);
    m_hand.panel(u"Triage and reports"_s);
    m_hand.doNotSee(row + u": not stated"_s);
}

void TriagePage::severity(const QString &severity, const QString &why)
{
    m_hand.panel(u"Triage and reports"_s);
    m_hand.press(QKeySequence(u"S"_s));
    m_hand.fill(u"triageForm_id"_s, severity);
    m_hand.fill(u"triageForm_why"_s, why);
    m_hand.sendForm();
    m_hand.see(u"Severity %1"_s.arg(severity));
    m_hand.strip(u"Severity: %1"_s.arg(severity));
}

void StatusPage::write(const QString &audience, const QString &state, const StoryFields &fields)
{
    m_hand.panel(u"Status updates"_s);
    m_hand.tabTo(u"statusAudiences"_s, QKeySequence(u"Shift+Tab"_s));
    m_hand.row(audience);
    m_hand.press(enter);
    if (!state.isEmpty()) {
        m_hand.tabTo(u"statusState"_s, QKeySequence(u"Shift+Tab"_s)); // the keyboard begins in the first answer
        m_hand.fill(u"statusState"_s, state);
    }
    fillAll(m_hand, fields);
}

void StatusPage::send()
{
    m_hand.press(QKeySequence(u"Ctrl+Return"_s));
    if (m_hand.reads(u"Ctrl+Return once more"_s))
        m_hand.press(QKeySequence(u"Ctrl+Return"_s));
    m_hand.see(u"Recorded as sent"_s);
}

void StatusPage::post()
{
    m_hand.press(QKeySequence(u"Ctrl+Return"_s));
    m_hand.see(u"Recorded"_s);
}

void StatusPage::approve()
{
    m_hand.command(u"Approve the update"_s);
    m_hand.panel(u"Status updates"_s);
}

void HandoverPage::offer(const QString &who)
{
    m_hand.press(QKeySequence(u"Ctrl+Shift+T"_s));
    m_hand.fill(u"handoverForm_who"_s, who);
    m_hand.sendForm();
    m_hand.see(u"You hand over to %1"_s.arg(who));
}

void HandoverPage::step(const QString &text)
{
    m_hand.panel(u"Handover"_s);
    m_hand.row(text);
    m_hand.press(enter);
}

void HandoverPage::report(const QString &words)
{
    m_hand.press(QKeySequence(QKeySequence::MoveToEndOfDocument));
    m_hand.type(words);
    m_hand.sendForm();
    m_hand.see(words);
}

void ReviewPage::write(const QString &row, const QString &text)
{
    m_hand.panel(u"Review"_s);
    m_hand.row(row);
    m_hand.press(enter);
    m_hand.fill(u"reviewForm_text"_s, text);
    m_hand.sendForm();
    m_hand.see(text);
}

void ReviewPage::choose(const QString &review)
{
    m_hand.panel(u"Review"_s);
    m_hand.tabTo(u"reviewWhich"_s, QKeySequence(u"Shift+Tab"_s));
    m_hand.fill(u"reviewWhich"_s, review);
}

void ReviewPage::confirm(const QString &row, const QString &why)
{
    m_hand.panel(u"Review"_s);
    m_hand.row(row);
    m_hand.press(QKeySequence(u"Y"_s));
    m_hand.fill(u"reviewForm_why"_s, why);
    m_hand.sendForm();
    m_hand.see(row);
}

void ReviewPage::add(const QString &key, const StoryFields &fields, const QString &then)
{
    m_hand.panel(u"Review"_s);
    m_hand.press(QKeySequence(key));
    fillAll(m_hand, fields);
    m_hand.sendForm();
    m_hand.see(then);
}

void ReviewPage::press(const QString &command, const StoryFields &fields, const QString &then)
{
    m_hand.command(command);
    fillAll(m_hand, fields);
    if (!fields.isEmpty())
        m_hand.sendForm();
    m_hand.see(then);
}

} // namespace fireline::test
