// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace fireline::models {

/// The word for a kind of timeline row (domain::timelineKinds()), translated: "Decision". An unknown kind is its own word.
[[nodiscard]] QString kindWord(QStringView kind);

} // namespace fireline::models
