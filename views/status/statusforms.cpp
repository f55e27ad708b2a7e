// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/statusforms.h"

#include "status/statusdesk.h"
#include "status/statusform.h"

#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace fireline::views {

StatusForms::StatusForms(models::StatusDesk &desk, Spelling &spelling, Theme &theme, QWidget *before, QWidget *parent)
    : QStackedWidget(parent)
    , m_desk(desk)
    , m_spelling(spelling)
    , m_theme(theme)
    , m_before(before)
{
    setObjectName(u"statusForms"_s);
}

StatusForm *StatusForms::form(const QString &target)
{
    StatusForm *&made = m_forms[target];
    if (made)
        return made;
    auto *area = new QScrollArea(this);
    area->setObjectName(u"statusFormArea"_s);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made = new StatusForm(m_spelling, m_theme, area);
    area->setWidget(made);
    setTabOrder(m_before, made->firstStop());
    addWidget(area);
    connect(made, &StatusForm::stateChosen, &m_desk, &models::StatusDesk::setState);
    connect(made, &StatusForm::fieldEdited, &m_desk, &models::StatusDesk::setField);
    connect(made, &StatusForm::freeEdited, &m_desk, &models::StatusDesk::setFree);
    return made;
}

void StatusForms::show(const models::StatusPage &page)
{
    StatusForm *shown = form(page.target);
    shown->show(page);
    for (int i = 0; i < count(); ++i) {
        auto *area = qobject_cast<QScrollArea *>(widget(i));
        if (area && area->widget() == shown)
            setCurrentIndex(i);
    }
}

} // namespace fireline::views
