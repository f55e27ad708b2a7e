// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panelrig.h"
#include "rows.h"
#include "triage/triagemodel.h"
#include "triage/triagepanel.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// The triage panel, its rows found by what they are.
struct TriageRig : PanelRig<models::TriageModel, views::TriagePanel>
{
    using PanelRig::PanelRig;

    QListView *list() const { return part<QListView>(u"triageList"_s); }
    int rowOf(models::triage::Kind kind, const QString &id) const
    {
        return rowWhere(model, {{models::triage::KindRole, kind}, {models::triage::IdRole, id}});
    }
    void select(models::triage::Kind kind, const QString &id) const
    {
        const int row = rowOf(kind, id);
        QVERIFY2(row >= 0, qPrintable(id));
        list()->setCurrentIndex(model.index(row));
        list()->setFocus();
    }
    models::triage::State state(models::triage::Kind kind, const QString &id) const
    {
        return models::triage::State(model.index(rowOf(kind, id)).data(models::triage::StateRole).toInt());
    }
    QString problem() const { return part<QLabel>(u"triageFormProblem"_s)->text(); }
    /// The choice box that has the keyboard goes to the entry of this value, by arrow keys.
    void choose(const QString &value) const
    {
        auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(box);
        const int wanted = box->findData(value);
        QVERIFY2(wanted >= 0, qPrintable(value));
        while (box->currentIndex() != wanted)
            press(box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    QString said(const QString &field) const { return feed.state().fields.value(field).toString(); }
};

} // namespace fireline::test
