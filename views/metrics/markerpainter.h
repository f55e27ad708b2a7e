// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/seriestokens.h"

#include <QPointF>

class QPainter;

namespace fireline::views {

/// The marker of a series around `centre`; `size` is its side. Leaves the painter as it was.
void paintMarker(QPainter *painter, const SeriesLook &look, const QPointF &centre, qreal size);

} // namespace fireline::views
