// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace fireline::models {

/// A stretch of two texts compared. A value.
struct DiffPart
{
    enum Kind { Same, Removed, Added };
    Kind kind = Same;
    QString text;

    bool operator==(const DiffPart &) const = default;
};

/// What makes `after` of `before`, in the fewest words (Myers' algorithm over the words that Unicode sees, blanks and marks).
/// Same and Removed parts give `before`, Same and Added parts give `after`. Texts that have too little in common for a word by
/// word comparison to help anybody are wholly removed and added.
[[nodiscard]] QList<DiffPart> wordDiff(QStringView before, QStringView after);

} // namespace fireline::models
