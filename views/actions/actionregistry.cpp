// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/actionregistry.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window) { }

QAction *ActionRegistry::add(const ActionSpec &spec, Handler handler, WhyNot reason)
{
    Q_ASSERT(!m_entries.contains(spec.id));
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.keys);
    action->setShortcutContext(spec.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    action->setCheckable(spec.checkable);
    (spec.scope ? spec.scope : m_window)->addAction(action);
    connect(action, &QAction::triggered, this, [this, id = spec.id, handler = std::move(handler)] {
        refresh(id);
        if (whyNot(id).isEmpty()) {
            emit triggered(id);
            handler();
        }
    });
    m_specs.append(spec);
    m_entries.insert(spec.id, {action, std::move(reason)});
    refresh(spec.id);
    emit added(spec.id);
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    return m_entries.value(id).action;
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() || !found->whyNot ? QString() : found->whyNot();
}

void ActionRegistry::refresh()
{
    for (const ActionSpec &spec : std::as_const(m_specs))
        refresh(spec.id);
}

void ActionRegistry::refresh(const QString &id)
{
    const Entry &entry = m_entries[id];
    const auto spec = std::find_if(m_specs.cbegin(), m_specs.cend(), [&](const ActionSpec &s) { return s.id == id; });
    const QString reason = whyNot(id);
    entry.action->setEnabled(reason.isEmpty());
    const QString key = entry.action->shortcut().toString(QKeySequence::NativeText);
    const QString said = reason.isEmpty() ? spec->help : reason;
    entry.action->setToolTip(key.isEmpty() ? said : u"%1 (%2)"_s.arg(said, key));
    entry.action->setStatusTip(said);
}

} // namespace fireline::views
