// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QString>

namespace fireline::test {

class StoryHand;

using StoryFields = QList<QPair<QString, QString>>;

/// Something that can be done with a row: its words in the row's menu, and its key. A value.
struct StoryDeed
{
    QString words;
    QString key;
};

/// Each value into the field of that name.
void fillAll(StoryHand &hand, const StoryFields &fields);

} // namespace fireline::test
