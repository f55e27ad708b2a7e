// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "entry/verbshape.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace fireline::domain {

/// The spelling of single words of an entry. All of them are pure, any thread.

/// Length of "@name", "#A12", "#db" at the start of a word, without a comma or full stop behind it; 0 where it is none.
[[nodiscard]] qsizetype mentionLength(QStringView word);
[[nodiscard]] qsizetype refLength(QStringView word);
[[nodiscard]] qsizetype tagLength(QStringView word);

/// "#a12", "A12" -> "A12"; nothing where the word is no reference.
[[nodiscard]] std::optional<QString> refText(QStringView word);

/// Length of a key up to its "=" (or ":" where the verb has that key) in "key=value"; 0 where the word is no such pair.
[[nodiscard]] qsizetype fieldKeyLength(QStringView word, const Tail &tail);
[[nodiscard]] bool isFieldKey(QStringView text);
[[nodiscard]] bool isFlagWord(QStringView word);

/// True where a backslash before this word would only take its special meaning away. `plain` is an entry without a verb.
[[nodiscard]] bool isEscapable(QStringView word, const VerbShape &shape, bool plain);
/// Backslashes before a word.
[[nodiscard]] qsizetype backslashes(QStringView word);

/// A text in double quotes read from its opening quote on.
struct Quoted
{
    QString text;
    qsizetype length = 0; ///< with both quotes; 0 where the closing one is missing
};
/// \" \\ and \n stand for a quote, a backslash and a new line; nothing else is special between quotes.
[[nodiscard]] Quoted readQuoted(QStringView text);
[[nodiscard]] QString quoted(const QString &text);

/// Up to the next blank.
[[nodiscard]] QStringView wordAt(QStringView line, qsizetype start);
[[nodiscard]] qsizetype skipBlanks(QStringView line, qsizetype start);

} // namespace fireline::domain
