// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace fireline::exchange {

/// Bytes from outside as text. A value; any thread.
struct DecodedText
{
    QString text;         ///< line ends are \n, no NUL, no byte order mark
    QString encoding;     ///< "UTF-8", "UTF-16" or "Windows-1252"
    QStringList warnings; ///< translated; what had to be mended
};

/// The largest record that is read: 16 MiB, as for attachments (decisions 11).
inline constexpr qsizetype kMaxImportBytes = qsizetype(16) * 1024 * 1024;

/// Reads UTF-8, UTF-16 (by mark or by its zero bytes) or, when it is neither, Windows-1252, which never fails and is
/// said in a warning. Refused with Problem::Parse: more than kMaxImportBytes, nothing at all, binary data.
[[nodiscard]] domain::Outcome<DecodedText> decodeText(const QByteArray &bytes);

} // namespace fireline::exchange
