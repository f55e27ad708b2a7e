// SPDX-License-Identifier: GPL-3.0-or-later
#include "openedplaces.h"

#include "actions/actionregistry.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "shell/paneldocks.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fireline::test {

namespace {

constexpr int rowsTried = 20;

/// What opens nothing, ends the window, or is a walk of its own (otherwindows.h).
bool isLeftOut(const QString &id)
{
    static const QStringList beginnings{u"file."_s, u"view."_s,      u"panels."_s,    u"window.next"_s,   u"window.previous"_s,
                                        u"help."_s, u"entry.undo"_s, u"entry.redo"_s, u"metrics.import"_s};
    return std::any_of(beginnings.begin(), beginnings.end(), [&](const QString &begin) { return id.startsWith(begin); });
}

/// What is told apart: a label of a form has no name of its own, and is as good as the one beside it.
QString nameOf(const QWidget &widget)
{
    QStringList names;
    for (const QWidget *one = &widget; one; one = one->parentWidget()) {
        if (!one->objectName().isEmpty() && !one->objectName().startsWith("qt_"_L1))
            names.prepend(one->objectName());
    }
    return widget.objectName().isEmpty() ? QString() : names.join(u'/');
}

/// As they stand, those below another one after it.
void addRows(const QAbstractItemModel &model, const QModelIndex &parent, QList<QPersistentModelIndex> &rows)
{
    for (int row = 0; row < model.rowCount(parent) && rows.size() < rowsTried; ++row) {
        rows.append(model.index(row, 0, parent));
        addRows(model, rows.last(), rows);
    }
}

} // namespace

OpenedPlaces::OpenedPlaces(LiveWindow &live, Look look)
    : m_live(live)
    , m_look(std::move(look))
    , m_actions(live.incident().window().actions())
{
    // What is there without being opened is looked at by forEachView.
    forEachView(live, [this](const QString &) { (void)isNew(); });
}

QList<QWidget *> OpenedPlaces::windowsBeside() const
{
    QList<QWidget *> beside;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top != m_live.window() && !top->inherits("QTipLabel"))
            beside.append(top);
    }
    return beside;
}

bool OpenedPlaces::isNew()
{
    QCoreApplication::sendPostedEvents();
    bool found = false;
    for (const QWidget *top : windowsBeside() + QList<QWidget *>{m_live.window()}) {
        for (const QWidget *widget : top->findChildren<QWidget *>()) {
            const QString name = widget->isVisible() && !widget->visibleRegion().isEmpty() ? nameOf(*widget) : QString();
            if (name.isEmpty() || m_known.contains(name))
                continue;
            m_known.insert(name);
            m_names.insert(widget->objectName());
            found = true;
        }
    }
    return found;
}

void OpenedPlaces::see(const QString &where)
{
    const QList<QWidget *> beside = windowsBeside();
    if (isNew()) {
        m_look(*m_live.window(), where);
        for (QWidget *window : beside) {
            if (!qobject_cast<QFileDialog *>(window)) // the toolkit's
                m_look(*window, where + u", a window beside"_s);
        }
    }
    closeAll();
}

void OpenedPlaces::closeAll()
{
    for (QWidget *window : windowsBeside())
        window->close();
    m_live.window()->activateWindow();
    for (int time = 0; time < 2; ++time)
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_live.window(), Qt::Key_Escape);
    QCoreApplication::sendPostedEvents();
}

void OpenedPlaces::give(const QString &id, const QString &where)
{
    m_actions.refresh();
    if (!m_actions.whyNot(id).isEmpty() || !m_actions.action(id)->isEnabled())
        return;
    m_actions.action(id)->trigger();
    see(id + where);
}

void OpenedPlaces::walkRows(QAbstractItemView &list, const QStringList &commands)
{
    QList<QPersistentModelIndex> rows;
    addRows(*list.model(), {}, rows);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        for (int what = -1; what < commands.size() && rows.at(row).isValid(); ++what) {
            list.setFocus();
            list.setCurrentIndex(rows.at(row));
            const QString where = u" on row %1 of %2"_s.arg(row + 1).arg(list.objectName());
            if (what >= 0) {
                give(commands.at(what), where);
                continue;
            }
            QTest::keyClick(&list, Qt::Key_Return);
            see(u"Return"_s + where);
        }
    }
}

void OpenedPlaces::walkPanel(const views::PanelDescriptor &panel)
{
    m_actions.action(u"panels.show."_s + panel.id)->trigger();
    QCoreApplication::sendPostedEvents();
    if (isNew())
        m_look(*m_live.window(), panel.id);
    QStringList commands;
    for (const views::ActionSpec &spec : m_actions.specs()) {
        if (spec.scope && (spec.scope == panel.widget || panel.widget->isAncestorOf(spec.scope)) && !isLeftOut(spec.id))
            commands.append(spec.id);
    }
    for (QAbstractItemView *list : panel.widget->findChildren<QAbstractItemView *>()) {
        if (list->isVisible() && list->model() && !qobject_cast<QHeaderView *>(list) && list->focusPolicy() != Qt::NoFocus)
            walkRows(*list, commands);
    }
}

void OpenedPlaces::walkEntry()
{
    for (const QString &typed : {u"/"_s, u"/role @"_s, u"/nonsense"_s, u"/action @Priya look at the queue +15m"_s}) {
        m_actions.action(u"entry.focus"_s)->trigger();
        typeText(typed);
        see(u"“%1” in quick entry"_s.arg(typed));
        QTest::keySequence(m_live.quickEntry(), QKeySequence::SelectAll);
        QTest::keyClick(m_live.quickEntry(), Qt::Key_Delete);
    }
    m_actions.action(u"entry.focus"_s)->trigger(); // on small screens it is a page of its own
    QGuiApplication::clipboard()->setText(u"one line\nand another\nand a third"_s);
    QTest::keySequence(m_live.quickEntry(), QKeySequence::Paste);
    see(u"lines pasted into quick entry"_s);
}

void OpenedPlaces::walk()
{
    for (const views::PanelDescriptor &panel : m_live.incident().window().docks().panels())
        walkPanel(panel);
    // Most of the panels were brought in front by hand.
    m_actions.action(u"panels.reset"_s)->trigger();
    QCoreApplication::sendPostedEvents();
    if (auto *timeline = m_live.window()->findChild<QAbstractItemView *>(u"timeline.list"_s)) {
        QStringList commands;
        for (const views::ActionSpec &spec : m_actions.specs()) {
            if (spec.id.startsWith("timeline."_L1) || spec.id == "entry.edit"_L1)
                commands.append(spec.id);
        }
        walkRows(*timeline, commands);
    }
    for (const views::ActionSpec &spec : m_actions.specs()) {
        if (!spec.scope && !isLeftOut(spec.id))
            give(spec.id, {});
    }
    walkEntry();
    m_live.incident().tell(
        {domain::Problem::Kind::Full, u"disk-full"_s, u"The disk is full. Make room, then save again."_s, {}, {}, {}});
    see(u"a message"_s);
}

} // namespace fireline::test
