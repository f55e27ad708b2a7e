// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/reviewwhynot.h"

#include "review/reviewcommands.h"
#include "review/reviewmodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::views::reviewing {

using domain::Verb;
using models::ReviewModel;
namespace r = models::review;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::views::ReviewPanel)
};

int kindOf(const QModelIndex &row)
{
    return row.isValid() ? row.data(r::KindRole).toInt() : int(r::Heading);
}

} // namespace

QString noReview(const ReviewModel &model)
{
    return model.review().isEmpty() ? Text::tr("The process asks for no review.") : QString();
}

QString closeWhyNot(const ReviewModel &model)
{
    if (const QString none = noReview(model); !none.isEmpty())
        return none;
    return model.whyNot(ReviewCommands::plain(Verb::CloseReview, {{u"id"_s, model.review()}}));
}

QString openWhyNot(const ReviewModel &model, const QModelIndex &row)
{
    const int kind = kindOf(row);
    if (kind == r::Need)
        return row.data(r::DeedRole).toString().isEmpty() ? confirmWhyNot(model, row) : QString();
    const bool opens = kind == r::Section || kind == r::Field || kind == r::Item || kind == r::Why || kind == r::Factor
                       || kind == r::FollowUp;
    return opens ? QString() : Text::tr("Select a section, a question, a why, a factor, a follow-up or an action item first.");
}

QString confirmWhyNot(const ReviewModel &model, const QModelIndex &row)
{
    if (kindOf(row) != r::Need)
        return Text::tr("Select a missing condition first.");
    // Asked with a reason that fits: what is refused then is refused whatever is said.
    return model.whyNot(ReviewCommands::plain(
        Verb::GateConfirm,
        {{u"id"_s, row.data(r::IdRole).toString()}, {u"item"_s, row.data(r::ItemRole).toInt()}, {u"why"_s, u"…"_s}}));
}

QString itemWhyNot(const ReviewModel &model, const QModelIndex &row)
{
    if (kindOf(row) != r::Item)
        return Text::tr("Select an action item first.");
    return model.whyNot(
        ReviewCommands::plain(Verb::ActionItemDone, {{u"ref"_s, row.data(r::IdRole).toString()}, {u"text"_s, u"…"_s}}));
}

QString besideWhyNot(const QModelIndex &row)
{
    return kindOf(row) == r::Why ? QString() : Text::tr("Select a why first: the other answer stands beside it.");
}

QString removeWhyNot(const ReviewModel &model, const QModelIndex &row)
{
    const QString ref = row.data(r::RefRole).toString();
    const int kind = kindOf(row);
    if (ref.isEmpty() || (kind != r::Why && kind != r::Factor && kind != r::Item && kind != r::FollowUp))
        return Text::tr("Select a why, a contributing factor, a follow-up or an action item first.");
    return model.whyNot(ReviewCommands::plain(Verb::Retract, {{u"ref"_s, ref}, {u"why"_s, u"…"_s}}));
}

} // namespace fireline::views::reviewing
