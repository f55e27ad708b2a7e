// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fireline::views {
namespace PaletteRoles {
Q_NAMESPACE

enum Role {
    Detail = Qt::UserRole + 1, ///< shown at the end of the line: a key, a time
    WhyNot,                    ///< empty where it can be done
    Marks,                     ///< QList<int>: characters of the text that fit the pattern
};
Q_ENUM_NS(Role)

} // namespace PaletteRoles
} // namespace fireline::views
