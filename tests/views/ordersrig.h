// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orders/ordersmodel.h"
#include "orders/orderspanel.h"
#include "orders/workquestions.h"
#include "panelrig.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTreeView>

namespace fireline::test {

using namespace Qt::StringLiterals;

/// The model, and what its panel asks beside it.
struct WorkModel : models::OrdersModel
{
    explicit WorkModel(models::IncidentFeed &feed) : OrdersModel(feed), ask(feed) { }
    views::OrdersPanel panel(views::Theme &theme, views::TimeDisplay &times)
    {
        return views::OrdersPanel(this, ask, theme, times);
    }
    models::WorkQuestions ask;
};

/// The panel of open work, as the window connects it.
struct OrdersRig : PanelRig<WorkModel, views::OrdersPanel>
{
    explicit OrdersRig(const QString &process = u"sre-directorate"_s, const QString &severity = u"SEV1"_s)
        : PanelRig(process, severity)
    {
        // As the window does.
        QObject::connect(&feed, &MemoryFeed::applied, &panel, &views::OrdersPanel::askAgain);
        QObject::connect(&feed, &MemoryFeed::applied, &registry, qOverload<>(&views::ActionRegistry::refresh));
        show({320, 460});
    }
    QTreeView *view() const { return part<QTreeView>("ordersTable"); }
    void type(const QString &text) const
    {
        PanelRig::type(text);
        // A list of names that opened is closed again, so that keys come to the field.
        if (const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()); line && line->completer())
            line->completer()->popup()->hide();
    }
    void newAction(const QString &what, const QString &who, const QString &minutes) const
    {
        press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        type(what);
        press(Qt::Key_Tab);
        type(who);
        press(Qt::Key_Tab);
        type(minutes);
        press(Qt::Key_Return);
    }
    void newChange(const QString &what) const
    {
        registry.action(u"orders.newChange"_s)->trigger();
        type(what);
        press(Qt::Key_Return);
    }
    void select(const QString &ref) { QVERIFY(panel.showItem(ref)); }
    QString shown(int row) const { return view()->model()->index(row, 0).data(models::orders::RefRole).toString(); }
};

} // namespace fireline::test
