// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/actionregistry.h"

#include <QAction>
#include <QEvent>
#include <QHash>
#include <QObject>

#include <functional>
#include <utility>

namespace fireline::test {

/// Takes the place of every action's handler: what a key reaches is noted, and nothing is done. GUI thread.
class ActionCatcher : public QObject
{
    Q_OBJECT
public:
    explicit ActionCatcher(views::ActionRegistry &registry)
    {
        for (const views::ActionSpec &spec : registry.specs()) {
            QAction *action = registry.action(spec.id);
            action->setEnabled(true);
            // What is found not to be possible meanwhile would not take its key.
            connect(action, &QAction::changed, this, [action] { action->setEnabled(true); });
            action->installEventFilter(this);
            m_ids.insert(action, spec.id);
        }
    }

    [[nodiscard]] QString caught() { return std::exchange(m_caught, QString()); }
    /// Is told each one as it is reached.
    void setListener(std::function<void(const QString &)> listener) { m_listener = std::move(listener); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Shortcut)
            return false;
        m_caught = m_ids.value(watched);
        if (m_listener)
            m_listener(m_caught);
        return true;
    }

private:
    QHash<QObject *, QString> m_ids;
    QString m_caught;
    std::function<void(const QString &)> m_listener;
};

} // namespace fireline::test
