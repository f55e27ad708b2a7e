// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/menus.h"

#include "actions/actionregistry.h"
#include "shell/mnemonics.h"
#include "theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

/// One line of a menu: an action of the registry, or a menu in it.
struct Line
{
    int section;
    QString text;
    QAction *action;
};

} // namespace

Menus::Menus(QMenuBar *bar, ActionRegistry &actions, Theme &theme) : QObject(bar), m_bar(bar), m_actions(actions), m_theme(theme)
{
    bar->setObjectName(u"menuBar"_s);
    bar->setAccessibleName(tr("Menus"));
    addTopMenus();
    for (const ActionSpec &spec : actions.specs())
        take(spec.id);
    connect(&actions, &ActionRegistry::added, this, &Menus::take);
    connect(&actions, &ActionRegistry::readOnlyChanged, this, [this] {
        // What is below first: a menu with nothing in it is out of sight, and counts as nothing in the one above.
        for (auto path = m_order.crbegin(); path != m_order.crend(); ++path)
            showMenu(*path);
        for (const QAction *top : m_bar->actions())
            showMenu(m_menus.key(top->menu()));
    });
}

void Menus::addButton(const QString &id, const QString &name)
{
    auto *button = new QToolButton(m_bar);
    button->setObjectName(u"paletteButton"_s);
    button->setDefaultAction(m_actions.action(id));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    m_bar->setCornerWidget(button);
}

void Menus::addTopMenus()
{
    const QStringList ids{u"file"_s, u"incident"_s, u"entry"_s, u"view"_s, u"panels"_s, u"drill"_s, u"help"_s};
    const QStringList titles = withMnemonics(
        {tr("File"), tr("Incident"), tr("Entry"), tr("View"), tr("Panels"), tr("Drill"), tr("Help")});
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QMenu *menu = m_bar->addMenu(titles.at(i));
        menu->setObjectName(u"menu."_s + ids.at(i));
        menu->setToolTipsVisible(true);
        menu->menuAction()->setVisible(false);
        connect(menu, &QMenu::aboutToShow, &m_actions, qOverload<>(&ActionRegistry::refresh));
        m_menus.insert(ids.at(i), menu);
    }
}

void Menus::take(const QString &id)
{
    const auto &specs = m_actions.specs();
    const auto spec = std::find_if(specs.cbegin(), specs.cend(), [&](const ActionSpec &s) { return s.id == id; });
    if (!spec->icon.isEmpty())
        m_actions.action(id)->setIcon(m_theme.icon(spec->icon));
    if (spec->menu.isEmpty() || !menuAt(spec->menu))
        return;
    fill(spec->menu);
}

/// Null for an unknown menu of the bar: menus are few and in a fixed order.
QMenu *Menus::menuAt(const QString &path)
{
    if (QMenu *known = m_menus.value(path))
        return known;
    const qsizetype slash = path.lastIndexOf(u'/');
    QMenu *parent = slash < 0 ? nullptr : menuAt(path.left(slash));
    if (!parent)
        return nullptr;
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"menu."_s + path);
    menu->setTitle(path.mid(slash + 1));
    menu->setToolTipsVisible(true);
    m_menus.insert(path, menu);
    m_order.append(path);
    fill(path.left(slash));
    return menu;
}

/// Menus are short and filled a few times at the start: made anew each time, so that order and letters are always right.
void Menus::fill(const QString &path)
{
    QList<Line> lines;
    for (const ActionSpec &spec : m_actions.specs()) {
        if (spec.menu == path)
            lines.append({spec.section, spec.text, m_actions.action(spec.id)});
    }
    for (const QString &below : std::as_const(m_order)) {
        if (below.startsWith(path + u'/') && below.lastIndexOf(u'/') == path.size())
            lines.append({30, below.mid(path.size() + 1), m_menus[below]->menuAction()});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.section < b.section; });
    QStringList texts;
    for (const Line &line : std::as_const(lines))
        texts.append(line.text);
    const QStringList marked = withMnemonics(texts);
    QMenu *menu = m_menus[path];
    menu->clear();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0 && lines.at(i).section != lines.at(i - 1).section)
            menu->addSeparator();
        lines.at(i).action->setText(marked.at(i));
        menu->addAction(lines.at(i).action);
    }
    showMenu(path);
}

void Menus::showMenu(const QString &path)
{
    QMenu *menu = m_menus[path];
    const auto lines = menu->actions();
    menu->menuAction()->setVisible(
        std::any_of(lines.cbegin(), lines.cend(), [](const QAction *line) { return line->isVisible() && !line->isSeparator(); }));
}

} // namespace fireline::views
