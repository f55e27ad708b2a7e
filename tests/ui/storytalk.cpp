// SPDX-License-Identifier: GPL-3.0-or-later
#include "storytalk.h"

#include "storyhand.h"

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

const QString sending = u"Send the update, or ask for its approval"_s;
const QKeySequence sendKey(u"Ctrl+Return"_s);

} // namespace

void StatusPage::write(const QString &audience, const QString &state, const StoryFields &fields)
{
    m_hand.panel(u"Status updates"_s);
    m_hand.go(u"statusAudiences"_s, true);
    m_hand.row(audience);
    m_hand.open();
    if (!state.isEmpty()) {
        m_hand.fill(u"statusState"_s, state, true); // the keyboard begins in the first answer
    }
    fillAll(m_hand, fields);
}

void StatusPage::send()
{
    m_hand.command(sending, sendKey);
    if (m_hand.reads(u"Ctrl+Return once more"_s))
        m_hand.command(sending, sendKey);
    m_hand.see(u"Recorded as sent"_s);
}

void StatusPage::post()
{
    m_hand.command(sending, sendKey);
    m_hand.see(u"Recorded"_s);
}

void StatusPage::askApproval()
{
    m_hand.command(u"Ask for approval of the update"_s);
    m_hand.see(u"Waits for the approval of"_s);
}

// Somebody else's word, recorded here.
void StatusPage::approve(const QString &who)
{
    m_hand.fill(u"statusBy"_s, who);
    m_hand.command(u"Approve the update"_s);
    m_hand.see(u"Approved by %1"_s.arg(who));
}

void HandoverPage::offer(const QString &who)
{
    m_hand.command(u"Transfer command"_s, QKeySequence(u"Ctrl+Shift+T"_s));
    m_hand.fill(u"handoverForm_who"_s, who);
    m_hand.sendForm();
    m_hand.see(u"You hand over to %1"_s.arg(who));
}

void HandoverPage::step(const QString &text)
{
    m_hand.panel(u"Handover"_s);
    m_hand.row(text);
    m_hand.open();
}

// Somebody else's word: whether they said it is asked.
void HandoverPage::accept(const QString &text)
{
    step(text);
    m_hand.sendForm();
}

void HandoverPage::report(const QString &words)
{
    m_hand.append(words);
    m_hand.sendForm();
    m_hand.see(words);
}

void ReviewPage::write(const QString &row, const QString &text)
{
    m_hand.panel(u"Review"_s);
    m_hand.row(row);
    m_hand.open();
    m_hand.fill(u"reviewForm_text"_s, text);
    m_hand.sendForm();
    m_hand.see(text);
}

void ReviewPage::choose(const QString &review)
{
    m_hand.panel(u"Review"_s);
    m_hand.fill(u"reviewWhich"_s, review, true);
}

void ReviewPage::confirm(const QString &row, const QString &why)
{
    m_hand.panel(u"Review"_s);
    m_hand.row(row);
    m_hand.deed(u"Confirm the selected condition"_s, QKeySequence(u"Y"_s));
    m_hand.fill(u"reviewForm_why"_s, why);
    m_hand.sendForm();
    m_hand.see(row);
}

void ReviewPage::add(const StoryDeed &deed, const StoryFields &fields, const QString &then)
{
    m_hand.panel(u"Review"_s);
    m_hand.deed(deed.words, QKeySequence(deed.key));
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
