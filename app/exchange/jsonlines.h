// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace fireline::exchange {

/// The lines, from 1, at which the elements of the array behind the top object's member `key` begin; empty when there
/// is none. For well-formed JSON; linear, no recursion.
[[nodiscard]] QList<int> linesOfElements(const QByteArray &json, const QByteArray &key);

/// True when objects and arrays are nested deeper than `most`.
[[nodiscard]] bool isDeeperThan(const QByteArray &json, int most);

} // namespace fireline::exchange
