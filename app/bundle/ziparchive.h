// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace fireline::bundle {

/// Writes a ZIP archive entry by entry to whoever takes its bytes. The same entries give the same bytes: no times, no owners.
/// One thread; owned by its caller.
class ZipWriter
{
public:
    /// False where the bytes cannot be taken: the archive is given up.
    using Sink = std::function<bool(const char *bytes, qint64 size)>;

    explicit ZipWriter(Sink sink);
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    /// Names are ASCII, with "/" between folders. Io "not-written" where the sink refused.
    [[nodiscard]] domain::Outcome<void> add(const QString &name, const QByteArray &bytes);
    /// To be called once, last.
    [[nodiscard]] domain::Outcome<void> finish();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// What an archive may hold at most: it comes from outside.
struct ZipLimits
{
    qint64 entryBytes = 512LL * 1024 * 1024;
    int entries = 100'000;
};

/// Gives every file of a ZIP archive, as its directory has them, to `take`, which returns false to stop early. Parse "not-zip"
/// for bytes that are none, for what is larger than the limits and for entries that are no plain files. Pure.
[[nodiscard]] domain::Outcome<void> readZip(const QByteArray &bytes,
                                            const std::function<bool(const QString &name, const QByteArray &bytes)> &take,
                                            const ZipLimits &limits = {});

} // namespace fireline::bundle
