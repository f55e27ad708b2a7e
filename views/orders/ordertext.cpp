// SPDX-License-Identifier: GPL-3.0-or-later
#include "orders/ordertext.h"

#include "core/instant.h"
#include "orders/ordersroles.h"
#include "text/spantext.h"
#include "text/timedisplay.h"
#include "theme/bidi.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace orders = models::orders;
using models::PollLight;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OrderText)
};

orders::State stateOf(const QModelIndex &index)
{
    return orders::State(index.data(orders::StateRole).toInt());
}

StateLook lateLook(const QModelIndex &index)
{
    const bool acked = index.data(orders::AckedRole).toLongLong() != 0;
    return {u"▲"_s, acked ? Text::tr("late") : Text::tr("late, no answer"), Ink::Error, Chip::Late};
}

StateLook changeOrPollLook(const QModelIndex &index)
{
    const int objections = index.data(orders::ObjectionsRole).toInt();
    const int silent = index.data(orders::SilentRole).toInt();
    switch (stateOf(index)) {
    case orders::Proposed: return {u"◇"_s, Text::tr("proposed"), Ink::Text, Chip::Info};
    case orders::Approved: return {u"✓"_s, Text::tr("approved"), Ink::Ok, {}};
    case orders::Refused: return {u"✕"_s, Text::tr("refused"), Ink::Error, {}};
    case orders::Executed: return {u"▶"_s, Text::tr("executed, not verified"), Ink::Warn, {}};
    case orders::Verified: return {u"■"_s, Text::tr("verified"), Ink::Ok, Chip::Ok};
    case orders::Asked: return {u"?"_s, Text::tr("%n to answer", nullptr, silent), Ink::Text, Chip::Info};
    case orders::Objected: return {u"✕"_s, Text::tr("%n objections", nullptr, objections), Ink::Error, Chip::Late};
    case orders::Agreed: return {u"✓"_s, Text::tr("nobody objects"), Ink::Ok, {}};
    case orders::Unanswered: return {u"○"_s, Text::tr("%n silent", nullptr, silent), Ink::Warn, Chip::Due};
    default: return {};
    }
}

QString line(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u"<p><b>%1</b> %2</p>"_s.arg(name.toHtmlEscaped(), isolated(value).toHtmlEscaped());
}

QString whenBy(const QString &who, qint64 us, const TimeDisplay &times)
{
    if (us == 0)
        return who;
    const QString time = isolatedLtr(times.time(domain::Instant{us}));
    return who.isEmpty() ? time : Text::tr("%1 at %2", "a person, then a time").arg(isolated(who), time);
}

// Whoever said it for the one who has to act is named: only their own word is theirs.
QString acknowledgedWord(const QModelIndex &index)
{
    return index.data(orders::AckedForRole).toBool()
               ? Text::tr("acknowledged by %1").arg(isolated(index.data(orders::AckedByRole).toString()))
               : Text::tr("acknowledged");
}

QString acknowledgedLine(const QModelIndex &index, const TimeDisplay &times)
{
    const QString said = whenBy(index.data(orders::AckedByRole).toString(), index.data(orders::AckedRole).toLongLong(), times);
    const QString typist = index.data(orders::AckTypedByRole).toString();
    return typist.isEmpty() ? said : Text::tr("%1, as %2 wrote down").arg(said, isolated(typist));
}

} // namespace

StateLook orderLook(const QModelIndex &index)
{
    switch (stateOf(index)) {
    case orders::Sent: return {u"?"_s, Text::tr("sent"), Ink::Text, Chip::Info};
    case orders::NoAnswer: return {u"▲"_s, Text::tr("no answer"), Ink::Error, Chip::Late};
    case orders::Acknowledged:
        return index.data(orders::KindRole).toInt() == orders::Reminder ? StateLook{u"◷"_s, Text::tr("running"), Ink::Text, {}}
                                                                        : StateLook{u"✓"_s, acknowledgedWord(index), Ink::Ok, {}};
    case orders::Late: return lateLook(index);
    case orders::Done: return {u"■"_s, Text::tr("done"), Ink::Ok, Chip::Ok};
    case orders::Failed: return {u"✕"_s, Text::tr("failed"), Ink::Error, {}};
    case orders::Cancelled: return {u"⊘"_s, Text::tr("cancelled"), Ink::Muted, {}};
    default: return changeOrPollLook(index);
    }
}

std::optional<Chip> orderDueChip(const QModelIndex &index)
{
    if (index.data(orders::DueRole).toLongLong() == 0 || !index.data(orders::OpenRole).toBool())
        return std::nullopt;
    if (index.data(orders::LeftRole).toLongLong() < 0 || stateOf(index) == orders::Late)
        return Chip::Late;
    return index.data(orders::DueSoonRole).toBool() ? std::optional(Chip::Due) : std::nullopt;
}

QString orderDueText(const QModelIndex &index)
{
    if (index.data(orders::DueRole).toLongLong() == 0 || !index.data(orders::OpenRole).toBool())
        return {};
    const QString left = countdownText(domain::Span{index.data(orders::LeftRole).toLongLong()});
    const auto chip = orderDueChip(index);
    return chip ? chipShape(*chip) + u' ' + left : left;
}

StateLook lightLook(PollLight::State state)
{
    switch (state) {
    case PollLight::State::Waiting: return {u"?"_s, Text::tr("no answer yet"), Ink::Text, Chip::Info};
    case PollLight::State::Fine: return {u"✓"_s, Text::tr("no objection"), Ink::Ok, Chip::Ok};
    case PollLight::State::Objects: return {u"✕"_s, Text::tr("objects"), Ink::Error, Chip::Late};
    case PollLight::State::Silent: return {u"○"_s, Text::tr("silent"), Ink::Muted, Chip::Offline};
    }
    return {};
}

QString lightSentence(const PollLight &light)
{
    const QString who = light.role.isEmpty() ? isolated(light.person)
                                             : u"%1 (%2)"_s.arg(isolated(light.role), isolated(light.person));
    const QString word = lightLook(light.state).word;
    return light.why.isEmpty() ? Text::tr("%1: %2", "a role, then what it answered").arg(who, word)
                               : Text::tr("%1: %2, %3", "a role, that it objects, and why").arg(who, word, isolated(light.why));
}

QString orderDetails(const QModelIndex &index, const TimeDisplay &times)
{
    if (!index.isValid())
        return {};
    const auto text = [&](int role) { return index.data(role).toString(); };
    const auto when = [&](int role) { return index.data(role).toLongLong(); };
    const bool change = index.data(orders::KindRole).toInt() == orders::Change;
    const bool poll = index.data(orders::KindRole).toInt() == orders::Poll;
    QString html = u"<p><b>%1</b> %2</p>"_s.arg(text(orders::RefRole).toHtmlEscaped(),
                                                isolated(text(orders::TextRole)).toHtmlEscaped());
    if (index.data(orders::BreachRole).toBool())
        html += u"<p><b>⚠ %1</b></p>"_s.arg(Text::tr("Done against the process.").toHtmlEscaped());
    html += line(change ? Text::tr("Proposed by")
                 : poll ? Text::tr("Asked by")
                        : Text::tr("Given by"),
                 whenBy(text(orders::ByRole), when(orders::GivenRole), times));
    if (!change && !poll)
        html += line(Text::tr("To"), text(orders::RoleNameRole).isEmpty()
                                         ? text(orders::OwnerRole)
                                         : u"%1 (%2)"_s.arg(text(orders::OwnerRole), text(orders::RoleNameRole)));
    if (when(orders::DueRole) != 0)
        html += line(poll ? Text::tr("Answers by") : Text::tr("Back by"), whenBy({}, when(orders::DueRole), times));
    if (when(orders::AckDueRole) != 0)
        html += line(Text::tr("To be acknowledged by"), whenBy({}, when(orders::AckDueRole), times));
    if (when(orders::AckedRole) != 0 && index.data(orders::KindRole).toInt() != orders::Reminder)
        html += line(Text::tr("Acknowledged"), acknowledgedLine(index, times));
    html += line(Text::tr("Kind of change"), text(orders::RiskRole));
    const QStringList fields = index.data(orders::FieldsRole).toStringList();
    for (qsizetype i = 0; i + 1 < fields.size(); i += 2)
        html += line(fields.at(i), fields.at(i + 1));
    html += line(Text::tr("Approved by"), index.data(orders::ApprovedRole).toStringList().join(u", "_s));
    if (stateOf(index) == orders::Proposed && index.data(orders::UrgencyRole).toInt() == orders::UrgentWaiting)
        html += line(Text::tr("Waits for"), text(orders::OwnerRole));
    html += line(stateOf(index) == orders::Refused ? Text::tr("Refused by") : Text::tr("Executed by"), text(orders::ActorRole));
    html += line(orderLook(index).word, whenBy(text(orders::ResultRole), when(orders::EndedRole), times));
    return html;
}

} // namespace fireline::views
