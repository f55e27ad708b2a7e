// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "storyhand.h"

#include <functional>
#include <map>

namespace fireline::test {

/// Plays a story of tests/ui/stories: a line is a verb and its words, in quotes where they have blanks; `name=value` answers a
/// question of a form. What the words mean stands in storyscript.cpp, a line each. GUI
/// thread; the hand outlives it.
class StoryScript
{
public:
    StoryScript(StoryHand &hand, std::function<void(domain::Span)> later);

    /// Where it does not go on: line, verb, what was to be seen instead. Empty: all of it was played.
    [[nodiscard]] QString play(const QString &name);
    /// What the story says of the record: the types of events in it, in this order, others between them.
    [[nodiscard]] const QStringList &promised() const { return m_promised; }

private:
    struct Words;
    using Verb = std::function<void(const Words &)>;

    void teach(const QString &verb, Verb does) { m_verbs[verb] = std::move(does); }
    void teachHand();
    void teachWork();
    void teachTalk();
    void teachEnd();

    StoryHand &m_hand;
    std::function<void(domain::Span)> m_later;
    std::map<QString, Verb> m_verbs;
    QStringList m_promised;
};

} // namespace fireline::test
