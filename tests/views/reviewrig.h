// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/inlineform.h"
#include "panelrig.h"
#include "review/reviewmodel.h"
#include "review/reviewpanel.h"
#include "rows.h"

#include <QLabel>
#include <QListView>
#include <QTreeView>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// The review panel, its rows found by what they are.
struct ReviewRig : PanelRig<models::ReviewModel, views::ReviewPanel>
{
    explicit ReviewRig(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        panel.resize(560, 700);
    }
    QListView *list() const { return part<QListView>(u"reviewList"_s); }
    views::InlineForm *form() const { return part<views::InlineForm>(u"reviewForm"_s); }
    QTreeView *table() const { return part<QTreeView>(u"reviewTimeline"_s); }
    void select(models::review::Kind kind, const QString &id, int item = 0) const
    {
        list()->setCurrentIndex(
            findRow(model, {{models::review::KindRole, kind}, {models::review::IdRole, id}, {models::review::ItemRole, item}}));
        QVERIFY2(list()->currentIndex().isValid(), qPrintable(id));
        list()->setFocus();
    }
    domain::ReviewRecord record(const QString &id) const { return feed.state().reviews.value(id); }
    QString section(const QString &name) const { return record(model.review()).sections.value(name).toString(); }
    QString problem() const { return part<QLabel>(u"reviewFormProblem"_s)->text(); }
    QString remarks() const { return sees(u"reviewRemarks"_s) ? part<QLabel>(u"reviewRemarks"_s)->text() : QString(); }
    void keep() const { press(Qt::Key_Return, Qt::ControlModifier); }
};

} // namespace fireline::test
