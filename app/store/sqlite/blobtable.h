// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlite/statement.h"

namespace fireline::store {

/// The table `blobs`: attachments by the SHA-256 of their bytes. One thread; owned by its journal.
class BlobTable
{
public:
    explicit BlobTable(Connection &connection);

    /// Writing the same bytes again changes nothing.
    [[nodiscard]] domain::Outcome<void> insert(const QByteArray &sha256, const QByteArray &bytes);
    /// Problem::NotFound; Problem::Damaged when the bytes no longer have that hash.
    [[nodiscard]] domain::Outcome<QByteArray> read(const QByteArray &sha256);

private:
    Connection &m_connection;
    Statement m_insert;
    Statement m_read;
};

} // namespace fireline::store
