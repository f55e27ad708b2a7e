// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/inlineform.h"
#include "review/reviewcommands.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "review/reviewplaces.h"
#include "review/reviewview.h"
#include "review/reviewwhynot.h"
#include "review/sectioneditor.h"

using namespace Qt::StringLiterals;

// What the review asks for.
namespace fireline::views {

namespace r = models::review;
using domain::Command;
using domain::Verb;

// What would be refused stays in the form, with the reason.
void ReviewPanel::take(const QString &id, const QJsonObject &values)
{
    // What somebody else wrote meanwhile is not overwritten unseen.
    if (const QString why = m_editor->whyNotKept(); id.startsWith("section/"_L1) && !why.isEmpty()) {
        m_form->setProblem(why);
        m_editor->showLater();
        return;
    }
    QString problem;
    const QList<Command> commands = ReviewCommands(m_model, m_times).of(id, values, problem);
    for (const Command &command : commands)
        problem = problem.isEmpty() ? m_model.whyNot(command) : problem;
    if (!problem.isEmpty()) {
        m_form->setProblem(problem);
        return;
    }
    // One why leads to the next.
    const bool goesOn = id.section(u'/', 0, 0) == "why"_L1 && !values.value(u"text").toString().isEmpty()
                        && current().data(r::KindRole).toInt() == r::Why;
    m_form->send([&] {
        for (const Command &command : commands) {
            if (!m_form->isRefused())
                emit commandRequested(command);
        }
    });
    if (goesOn && m_form->isHidden())
        m_view->setCurrentIndex(newestWhy(m_model));
}

void ReviewPanel::close()
{
    if (reviewing::closeWhyNot(m_model).isEmpty())
        emit commandRequested(ReviewCommands::plain(Verb::CloseReview, {{u"id"_s, m_model.review()}}));
}

void ReviewPanel::exportIt()
{
    if (reviewing::noReview(m_model).isEmpty())
        emit exportRequested(m_model.review());
}

} // namespace fireline::views
