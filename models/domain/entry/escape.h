// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/verbshape.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace fireline::domain {

/// A free text as it must be typed so that it is read back as it is: words that would mean something get a backslash,
/// except the tags and references that `args` says were meant. Pure; any thread.
[[nodiscard]] QString escapedText(const QString &text, const VerbShape &shape, bool plain, const QJsonObject &args);
/// The tags of `args` that the escaped text does not carry itself.
[[nodiscard]] QStringList tagsToAppend(const QString &text, const VerbShape &shape, const QJsonObject &args);

} // namespace fireline::domain
