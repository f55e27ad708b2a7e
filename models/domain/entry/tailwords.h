// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/reader.h"

#include <QList>
#include <QString>

namespace fireline::domain {

/// One word of the free part of an entry, or several that mean one thing ("by 14:30", key="two words"). A value.
struct TailWord
{
    enum class Kind { Plain, Quoted, Tag, Ref, Mention, Flag, Field, Due, Hypothesis, Replaces, Via, File, Last };
    Kind kind = Kind::Plain;
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype core = 0;    ///< Tag, Ref, Mention: without the punctuation behind; Field: the key
    QString literal;       ///< as it stands in a text: escapes taken away
    QString value;         ///< what it says; of a broken due: the problem, of another due: the remark
    qint64 us = 0;         ///< Due
    bool relative = false; ///< Due: counted from when the entry happened
    bool broken = false;   ///< meant as this kind, but cannot be read
    bool inText = true;    ///< Tag: stands inside the text, not behind it
};

/// Cuts the rest of the line into words. Linear in its length.
[[nodiscard]] QList<TailWord> tailWords(const EntryReader &reader, const VerbShape &shape, bool plain);

} // namespace fireline::domain
