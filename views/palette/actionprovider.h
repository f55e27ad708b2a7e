// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/paletteprovider.h"

#include <QObject>
#include <QStringList>

namespace fireline::views {

class ActionRegistry;

/// All commands of the window, the last used first. GUI thread; owned by the palette.
class ActionProvider : public QObject, public PaletteProvider
{
    Q_OBJECT
public:
    /// The palette's own command is left out.
    ActionProvider(ActionRegistry &actions, QString leftOut, QObject *parent);

    QString prefix() const override { return {}; }
    QString title() const override;
    QList<PaletteItem> items(const QString &pattern) const override;

    /// Ids, the last used first; kept between runs by the composition. Unknown ids do no harm.
    [[nodiscard]] const QStringList &recent() const { return m_recent; }
    void setRecent(const QStringList &ids) { m_recent = ids; }

signals:
    void recentChanged(const QStringList &ids);

private:
    void remember(const QString &id);

    ActionRegistry &m_actions;
    QString m_leftOut;
    QStringList m_recent;
};

} // namespace fireline::views
