// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "review/reviewplaces.h"
#include "review/reviewview.h"

using namespace Qt::StringLiterals;

// Ways into the review from elsewhere, and back to words that wait.
namespace fireline::views {

namespace r = models::review;

// The model follows the record only while the panel is seen.
bool ReviewPanel::showItem(const QString &ref)
{
    m_model.setWatched(true);
    const QModelIndex index = reviewRow(m_model, r::Item, ref);
    if (!index.isValid()) {
        m_model.setWatched(isVisible());
        return false;
    }
    emit showRequested();
    m_view->setCurrentIndex(reviewRow(m_model, r::Item, ref));
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

void ReviewPanel::showSection(const QString &review, const QString &name)
{
    emit showRequested();
    m_model.setReview(review);
    if (const QModelIndex index = reviewRow(m_model, r::Section, name); index.isValid())
        m_view->setCurrentIndex(index);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ReviewPanel::resume(const QString &id)
{
    const QString what = id.section(u'/', 0, 0);
    const QString ref = id.section(u'/', 1);
    const auto at = [this](const QModelIndex &index, auto act) {
        if (index.isValid()) {
            m_view->setCurrentIndex(index);
            act(index);
        }
    };
    if (what == "section"_L1 || what == "field"_L1 || what == "held"_L1 || what == "schedule"_L1)
        m_model.setReview(ref.section(u'/', 0, 0));
    if (what == "section"_L1)
        at(reviewRow(m_model, r::Section, ref.section(u'/', 1)), [this](const QModelIndex &index) { writeSection(index); });
    else if (what == "field"_L1)
        at(reviewRow(m_model, r::Field, ref.section(u'/', 1)), [this](const QModelIndex &index) { answerField(index); });
    else if (what == "confirm"_L1)
        at(reviewRow(m_model, r::Need, ref.section(u'/', 0, 0), ref.section(u'/', 1).toInt()),
           [this](const QModelIndex &index) { confirmNeed(index); });
    else if (what == "done"_L1)
        at(reviewRow(m_model, r::Item, ref), [this](const QModelIndex &) { finishItem(); });
    else if (what == "remove"_L1 || what == "correct"_L1)
        at(m_model.match(m_model.index(0), r::RefRole, ref, 1, Qt::MatchExactly).value(0),
           [&](const QModelIndex &index) { what == "remove"_L1 ? remove() : correct(index); });
    else if (what == "from"_L1)
        at(reviewRow(m_model, r::FollowUp, ref), [this](const QModelIndex &index) { open(index); });
    else if (what == "item"_L1 && !ref.isEmpty())
        at(reviewRow(m_model, r::Item, ref), [this](const QModelIndex &index) { open(index); });
    else if (what == "item"_L1)
        openItem({}, {});
    else if (what == "why"_L1)
        addWhy(ref);
    else if (what == "factor"_L1)
        addFactor();
    else if (what == "held"_L1)
        hold();
    else if (what == "schedule"_L1)
        schedule();
}

} // namespace fireline::views
