// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/detailsbrowser.h"
#include "forms/inlineform.h"
#include "forms/linesview.h"
#include "triage/situationform.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"
#include "triage/triageplaces.h"

#include <QComboBox>

#include <utility>

using namespace Qt::StringLiterals;

// The form that the strip opens: severity, phase and impact together.
namespace fireline::views {

namespace t = models::triage;

namespace {

constexpr int linesLent = 4; // at least, above a form

} // namespace

void TriagePanel::askSituation(const QString &phase)
{
    if (!overWhyNot().isEmpty())
        return;
    FormSpec spec = situationForm(m_model, m_times);
    if (!phase.isEmpty()) {
        spec.values.insert(u"phase"_s, phase);
        spec.focus = u"why"_s;
    }
    openForm(spec);
    auto *box = qobject_cast<QComboBox *>(m_form->input(u"id"_s));
    if (!box)
        return;
    // The definition of what is being chosen stays in sight.
    const auto show = [this, box] {
        m_view->setCurrentIndex(triageRow(m_model, t::Severity, t::IdRole, box->currentData().toString()));
        lendDetails(true);
    };
    connect(box, &QComboBox::currentIndexChanged, this, show);
    show();
}

// Shown for a form, they go with it.
void TriagePanel::lendDetails(bool lent)
{
    if (lent && m_details->isHidden()) {
        m_detailsLent = true;
        m_details->setMinimumHeight(linesLent * m_details->fontMetrics().lineSpacing());
        m_details->show();
    } else if (!lent && std::exchange(m_detailsLent, false)) {
        m_details->hide();
        m_details->setMinimumHeight(0);
    }
    showDetails();
}

// One after the other; the first that is refused is told in the form, and what was done before it is not asked again.
void TriagePanel::sendSituation(const QJsonObject &values)
{
    const auto commands = situationCommands(values, m_model, m_times);
    if (!commands)
        return m_form->setProblem(commands.problem().text);
    m_form->send([&] {
        for (const domain::Command &command : commands.value()) {
            if (const QString refused = m_model.whyNot(command); !refused.isEmpty())
                return m_form->refuse(refused);
            emit commandRequested(command);
            if (m_form->isRefused())
                return;
        }
    });
}

} // namespace fireline::views
