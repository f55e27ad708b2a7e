// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storydeed.h"

namespace fireline::test {

/// How the panels are worked in which others are told something, and what is to be seen of it afterwards. Each begins wherever
/// the keyboard is. GUI thread; the hand outlives it.
class StatusPage
{
public:
    explicit StatusPage(StoryHand &hand) : m_hand(hand) { }
    void write(const QString &audience, const QString &state, const StoryFields &fields);
    void send();
    /// What goes to nobody but the record.
    void post();
    void askApproval();
    void approve(const QString &who);

private:
    StoryHand &m_hand;
};

class HandoverPage
{
public:
    explicit HandoverPage(StoryHand &hand) : m_hand(hand) { }
    void offer(const QString &who);
    void step(const QString &text);
    void accept(const QString &text);
    void report(const QString &words);

private:
    StoryHand &m_hand;
};

class ReviewPage
{
public:
    explicit ReviewPage(StoryHand &hand) : m_hand(hand) { }
    void write(const QString &row, const QString &text);
    /// Of several that the process asks for.
    void choose(const QString &review);
    void confirm(const QString &row, const QString &why);
    void add(const StoryDeed &deed, const StoryFields &fields, const QString &then);
    void press(const QString &command, const StoryFields &fields, const QString &then);

private:
    StoryHand &m_hand;
};

} // namespace fireline::test
