// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storydeed.h"

namespace fireline::test {

/// How each panel of the work is worked, and what is to be seen of it afterwards. Each begins wherever the keyboard is.
/// GUI thread; the hand outlives it.
class RolesPage
{
public:
    explicit RolesPage(StoryHand &hand) : m_hand(hand) { }
    void takeCommand(const QString &who);
    /// `then`: who has it in the panel's words, where that is not the name.
    void assign(const QString &role, const QString &who, const QString &then);

private:
    StoryHand &m_hand;
};

class ChecklistPage
{
public:
    explicit ChecklistPage(StoryHand &hand) : m_hand(hand) { }
    void tick(const QString &step);
    void skip(const QString &step, const QString &why);
    /// Enter, where the step is a deed: its line stands in quick entry then, and is gone on with.
    void begin(const QString &step, const QString &rest);

private:
    StoryHand &m_hand;
};

class OrdersPage
{
public:
    explicit OrdersPage(StoryHand &hand) : m_hand(hand) { }
    void order(const QString &what, const QString &who, const QString &minutes);
    void change(const QString &what, const StoryFields &fields);
    void acknowledge(const QString &ref);
    void press(const QString &ref, const StoryDeed &deed, const QString &then);
    void pressAndSay(const QString &ref, const StoryDeed &deed, const QString &words);
    void showEnded(const QString &text);
    void poll(const QString &what, const QString &seconds);
    /// What somebody else at the table says to it, in the words of the panel.
    void answerOf(const QString &ref, const QString &who, const QString &answer);

private:
    StoryHand &m_hand;
};

class DecisionsPage
{
public:
    explicit DecisionsPage(StoryHand &hand) : m_hand(hand) { }
    void hypothesis(const QString &text);
    void say(const QString &row, const StoryDeed &deed, const StoryFields &fields, const QString &then);
    void mitigate(const QString &option, const StoryFields &fields);

private:
    StoryHand &m_hand;
};

class TriagePage
{
public:
    explicit TriagePage(StoryHand &hand) : m_hand(hand) { }
    void press(const QString &row, const StoryDeed &deed, const QString &then);
    void answer(const QString &row, const StoryFields &fields, const QString &then);
    void impact(const QString &row, const QString &rest);
    void severity(const QString &severity, const QString &why);

private:
    StoryHand &m_hand;
};

} // namespace fireline::test
