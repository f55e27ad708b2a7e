// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QList>
#include <QModelIndex>
#include <QString>
#include <QStringView>

namespace fireline::views {

/// Something that is to be known of a row beside its text: a shape and a word. A value.
struct TimelineBadge
{
    QString icon; ///< of resources/icons
    QString text; ///< translated
    Ink ink = Ink::Muted;
};

/// In the order of their weight: what fits is shown, the tooltip has them all.
[[nodiscard]] QList<TimelineBadge> timelineBadges(const QModelIndex &index);

/// The icon of a kind of row.
[[nodiscard]] QString kindIcon(QStringView kind);

} // namespace fireline::views
