// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/componentsdelegate.h"

#include "components/componentsroles.h"
#include "components/componenttext.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

namespace fireline::views {

namespace components = models::components;

ComponentsDelegate::ComponentsDelegate(Theme &theme, TimeDisplay &times, QObject *parent)
    : LinesDelegate(theme, parent)
    , m_times(times)
{
}

QList<LinesDelegate::Line> ComponentsDelegate::linesOf(const QModelIndex &index) const
{
    QFont name = theme().textFont();
    const int known = index.data(components::KnownRole).toInt();
    const bool hurt = known > int(models::ComponentState::Operational);
    if (hurt)
        name.setWeight(QFont::DemiBold);
    QList<Line> lines{{index.data().toString(), name},
                      {componentKnownText(index, m_times), theme().captionFont(), known < 0 ? Ink::Muted : Ink::Text}};
    const int telling = index.data(components::TellingRole).toInt();
    const bool wrong = telling == components::ToldOtherwise || telling == components::Untold;
    if (const QString told = componentToldText(index, m_times); !told.isEmpty())
        lines.append({told, theme().captionFont(), wrong ? Ink::Error : Ink::Muted});
    return lines;
}

} // namespace fireline::views
