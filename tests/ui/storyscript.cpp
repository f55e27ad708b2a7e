// SPDX-License-Identifier: GPL-3.0-or-later
#include "storyscript.h"

#include "entry/entrytime.h"
#include "livewindow.h"
#include "storypages.h"
#include "storytalk.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace fireline::test {

/// The words of a line after its verb.
struct StoryScript::Words
{
    QStringList plain;
    StoryFields fields;

    [[nodiscard]] QString at(int i) const { return plain.value(i); }
};

StoryScript::StoryScript(StoryHand &hand, std::function<void(domain::Span)> later) : m_hand(hand), m_later(std::move(later))
{
    teachHand();
    teachWork();
    teachTalk();
    teachEnd();
}

void StoryScript::teachHand()
{
    StoryHand &hand = m_hand;
    teach(u"open"_s, [&](const Words &) { hand.open(); });
    teach(u"answer-in-row"_s, [&](const Words &w) { hand.answerInRow(w.at(0)); });
    teach(u"panel"_s, [&](const Words &w) { hand.panel(w.at(0)); });
    teach(u"command"_s, [&](const Words &w) { hand.command(w.at(0)); });
    teach(u"row"_s, [&](const Words &w) { hand.row(w.at(0)); });
    teach(u"button"_s, [&](const Words &w) { hand.button(w.at(0)); });
    teach(u"go"_s, [&](const Words &w) { hand.go(w.at(0)); });
    teach(u"at"_s, [&](const Words &w) { hand.isAt(w.at(0)); });
    teach(u"fill"_s, [&](const Words &w) {
        for (const auto &[name, value] : w.fields)
            hand.fill(name, value);
    });
    teach(u"form"_s, [&](const Words &) { hand.sendForm(); });
    teach(u"entry"_s, [&](const Words &w) { hand.entry(w.at(0)); });
    teach(u"see"_s, [&](const Words &w) { hand.see(w.at(0)); });
    teach(u"unseen"_s, [&](const Words &w) { hand.doNotSee(w.at(0)); });
    teach(u"window"_s, [&](const Words &w) { hand.seeInWindow(w.at(0)); });
    teach(u"strip"_s, [&](const Words &w) { hand.strip(w.at(0)); });
    teach(u"later"_s, [&](const Words &w) {
        const auto span = domain::readDuration(w.at(0));
        span ? m_later(*span) : hand.fail(u"“%1” is no time"_s.arg(w.at(0)));
    });
    teach(u"events"_s, [&](const Words &w) { m_promised += w.plain; });
}

void StoryScript::teachWork()
{
    StoryHand &hand = m_hand;
    teach(u"claim"_s, [&](const Words &w) { RolesPage(hand).takeCommand(w.at(0)); });
    teach(u"role"_s, [&](const Words &w) { RolesPage(hand).assign(w.at(0), w.at(1), w.at(2)); });
    teach(u"tick"_s, [&](const Words &w) { ChecklistPage(hand).tick(w.at(0)); });
    teach(u"skip"_s, [&](const Words &w) { ChecklistPage(hand).skip(w.at(0), w.at(1)); });
    teach(u"begin"_s, [&](const Words &w) { ChecklistPage(hand).begin(w.at(0), w.at(1)); });
    teach(u"order"_s, [&](const Words &w) { OrdersPage(hand).order(w.at(0), w.at(1), w.at(2)); });
    teach(u"ack"_s, [&](const Words &w) { OrdersPage(hand).acknowledge(w.at(0)); });
    teach(u"done"_s, [&](const Words &w) { OrdersPage(hand).pressAndSay(w.at(0), {u"Done"_s, u"X"_s}, w.at(1)); });
    teach(u"ended"_s, [&](const Words &w) { OrdersPage(hand).showEnded(w.at(0)); });
    teach(u"change"_s, [&](const Words &w) { OrdersPage(hand).change(w.at(0), w.fields); });
    teach(u"approve"_s, [&](const Words &w) { OrdersPage(hand).press(w.at(0), {u"Approve"_s, u"Y"_s}, u"approved"_s); });
    teach(u"execute"_s, [&](const Words &w) { OrdersPage(hand).press(w.at(0), {u"Executed"_s, u"X"_s}, u"executed"_s); });
    teach(u"verify"_s, [&](const Words &w) { OrdersPage(hand).pressAndSay(w.at(0), {u"Verified"_s, u"X"_s}, w.at(1)); });
    teach(u"poll"_s, [&](const Words &w) { OrdersPage(hand).poll(w.at(0), w.at(1)); });
    teach(u"answers"_s, [&](const Words &w) { OrdersPage(hand).answerOf(w.at(0), w.at(1), w.at(2)); });
    teach(u"no-objection"_s, [&](const Words &w) {
        OrdersPage(hand).press(w.at(0), {u"No objection"_s, u"Y"_s}, u"no objection"_s);
    });
    teach(u"close-poll"_s, [&](const Words &w) {
        OrdersPage(hand).press(w.at(0), {u"Close it"_s, u"X"_s}, {});
        hand.doNotSee(u"Poll "_s + w.at(0));
    });
    teach(u"hypothesis"_s, [&](const Words &w) { DecisionsPage(hand).hypothesis(w.at(0)); });
    teach(u"test"_s, [&](const Words &w) {
        DecisionsPage(hand).say(w.at(0), {u"Test the hypothesis"_s, u"T"_s}, {{u"decisionsForm_text"_s, w.at(1)}},
                                u"being tested"_s);
    });
    teach(u"confirm"_s, [&](const Words &w) {
        DecisionsPage(hand).say(w.at(0), {u"Confirm the hypothesis"_s, u"C"_s}, {{u"decisionsForm_text"_s, w.at(1)}},
                                u"confirmed"_s);
    });
    teach(u"mitigate"_s, [&](const Words &w) { DecisionsPage(hand).mitigate(w.at(0), w.fields); });
    teach(u"judge"_s, [&](const Words &w) {
        DecisionsPage(hand).say(w.at(0), {u"judge the mitigation"_s, u"X"_s}, {{u"decisionsForm_result"_s, w.at(1)}},
                                w.at(2).isEmpty() ? w.at(1) : w.at(2));
    });
    teach(u"real"_s, [&](const Words &) { TriagePage(hand).press(u"Is it real"_s, {u"Answer yes"_s, u"Y"_s}, u"It is real"_s); });
    teach(u"answer"_s, [&](const Words &w) { TriagePage(hand).answer(w.at(0), w.fields, w.at(1)); });
    teach(u"severity"_s, [&](const Words &w) { TriagePage(hand).severity(w.at(0), w.at(1)); });
    teach(u"impact"_s, [&](const Words &w) { TriagePage(hand).impact(w.at(0), w.at(1)); });
    teach(u"need"_s, [&](const Words &w) {
        // The last one may open the way, and what stood before it goes.
        const QString then = w.at(2).isEmpty() ? w.at(0) + u": met, confirmed"_s : w.at(2);
        TriagePage(hand).answer(w.at(0), StoryFields{{u"triageForm_why"_s, w.at(1)}} + w.fields, then);
    });
    teach(u"phase"_s, [&](const Words &w) {
        TriagePage(hand).answer(w.at(0) + u" can be entered"_s, {}, {});
        hand.strip(u"Phase: "_s + w.at(0));
    });
}

void StoryScript::teachTalk()
{
    StoryHand &hand = m_hand;
    teach(u"update"_s, [&](const Words &w) { StatusPage(hand).write(w.at(0), w.at(1), w.fields); });
    teach(u"send"_s, [&](const Words &) { StatusPage(hand).send(); });
    teach(u"send-as"_s, [&](const Words &w) {
        hand.fill(u"statusBy"_s, w.at(0));
        StatusPage(hand).send();
    });
    teach(u"post"_s, [&](const Words &) { StatusPage(hand).post(); });
    teach(u"ask-approval"_s, [&](const Words &) { StatusPage(hand).askApproval(); });
    teach(u"let-out"_s, [&](const Words &w) { StatusPage(hand).approve(w.at(0)); });
    teach(u"handover"_s, [&](const Words &w) { HandoverPage(hand).offer(w.at(0)); });
    teach(u"step"_s, [&](const Words &w) {
        HandoverPage(hand).step(w.at(0));
        if (!w.at(1).isEmpty())
            hand.see(w.at(1));
    });
    teach(u"accept"_s, [&](const Words &w) {
        HandoverPage(hand).accept(w.at(0));
        hand.see(w.at(1));
    });
    teach(u"report"_s, [&](const Words &w) { HandoverPage(hand).report(w.at(0)); });
}

void StoryScript::teachEnd()
{
    StoryHand &hand = m_hand;
    teach(u"section"_s, [&](const Words &w) { ReviewPage(hand).write(w.at(0), w.at(1)); });
    teach(u"why"_s, [&](const Words &w) {
        ReviewPage(hand).add({u"Add a why"_s, u"W"_s}, {{u"reviewForm_text"_s, w.at(0)}}, w.at(0));
    });
    teach(u"factor"_s, [&](const Words &w) {
        ReviewPage(hand).add({u"Add a contributing factor"_s, u"F"_s}, {{u"reviewForm_text"_s, w.at(0)}}, w.at(0));
    });
    teach(u"item"_s, [&](const Words &w) {
        ReviewPage(hand).add({u"Add an action item"_s, u"I"_s}, StoryFields{{u"reviewForm_text"_s, w.at(0)}} + w.fields, w.at(0));
    });
    teach(u"question"_s, [&](const Words &w) { ReviewPage(hand).write(w.at(0), w.at(1)); });
    teach(u"which"_s, [&](const Words &w) { ReviewPage(hand).choose(w.at(0)); });
    teach(u"schedule"_s, [&](const Words &w) {
        ReviewPage(hand).press(u"Schedule the review"_s, {{u"reviewForm_when"_s, w.at(0)}}, u"to be held"_s);
    });
    teach(u"held"_s, [&](const Words &w) {
        ReviewPage(hand).press(u"Record that the review was held"_s, {{u"reviewForm_who"_s, w.at(0)}}, u"held, not closed"_s);
    });
    teach(u"confirm-close"_s, [&](const Words &w) { ReviewPage(hand).confirm(w.at(0), w.at(1)); });
    teach(u"close-review"_s, [&](const Words &) { ReviewPage(hand).press(u"Close the review"_s, {}, u"✓ closed"_s); });
}

QString StoryScript::play(const QString &name)
{
    int number = 0;
    for (const QString &line : linesOf(u"stories/"_s + name, Qt::KeepEmptyParts)) {
        ++number;
        const QStringList words = QProcess::splitCommand(line.trimmed());
        if (words.isEmpty() || words.first().startsWith(u'#'))
            continue;
        const auto verb = m_verbs.find(words.first());
        if (verb == m_verbs.end())
            return u"%1:%2: there is no verb “%3”"_s.arg(name).arg(number).arg(words.first());
        Words after;
        for (const QString &word : words.mid(1)) {
            const qsizetype is = word.indexOf(u'=');
            if (is > 0 && !word.startsWith(u'/'))
                after.fields.append({word.left(is), word.mid(is + 1)});
            else
                after.plain.append(word);
        }
        verb->second(after);
        if (!m_hand.ok())
            return u"%1:%2: %3\n%4"_s.arg(name).arg(number).arg(line, m_hand.fault());
    }
    return {};
}

} // namespace fireline::test
