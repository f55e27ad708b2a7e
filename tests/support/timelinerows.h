// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "timeline/timelineroles.h"

#include <QAbstractItemModel>
#include <QStringList>
#include <QVariant>

namespace fireline::test {

using namespace Qt::StringLiterals;
using Role = models::TimelineRole;

inline QVariant value(const QAbstractItemModel &model, int row, Role role)
{
    return model.index(row, 0).data(int(role));
}

inline QStringList texts(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(value(model, row, Role::Text).toString());
    return all;
}

/// Where the two say something else; empty where they are equal.
inline QString difference(const QAbstractItemModel &one, const QAbstractItemModel &other)
{
    if (one.rowCount() != other.rowCount())
        return u"%1 rows, %2 rows"_s.arg(one.rowCount()).arg(other.rowCount());
    for (int row = 0; row < one.rowCount(); ++row) {
        for (int role = int(Role::At); role <= int(Role::Hit); ++role) {
            const QVariant a = one.index(row, 0).data(role);
            const QVariant b = other.index(row, 0).data(role);
            if (a != b)
                return u"row %1, role %2: %3, %4"_s.arg(row).arg(role).arg(a.toString(), b.toString());
        }
    }
    return {};
}

inline domain::Command machine(const QString &thing)
{
    return {domain::Verb::System, {}, {}, {{u"id"_s, u"slack."_s + thing}, {u"connector"_s, true}}};
}

} // namespace fireline::test
