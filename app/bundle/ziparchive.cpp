// SPDX-License-Identifier: GPL-3.0-or-later
#include "ziparchive.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace fireline::bundle {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipArchive)
};

constexpr qint64 pieceBytes = 64 * 1024;

struct FreeEntry
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};
struct FreeReader
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};

Problem notZip(const QString &text, archive *reader = nullptr)
{
    const QString detail = reader ? QString::fromUtf8(archive_error_string(reader)) : QString();
    return {Problem::Kind::Parse, u"not-zip"_s, text, detail, {}, {}};
}

Outcome<QByteArray> dataOf(archive *reader, const QString &name, qint64 most)
{
    QByteArray bytes;
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t size = archive_read_data(reader, piece.data(), size_t(piece.size()));
        if (size < 0)
            return notZip(Text::tr("%1 in the archive is damaged.").arg(name), reader);
        if (size == 0)
            return bytes;
        bytes.append(piece.constData(), size);
        if (bytes.size() > most)
            return notZip(Text::tr("%1 in the archive is larger than anything that a bundle holds.").arg(name));
    }
}

struct Outlet
{
    ZipWriter::Sink sink;
    bool refused = false;
};

// A refusal is kept here and not told to libarchive: after a fatal error it would not give back what it holds.
la_ssize_t passOn(archive *, void *client, const void *bytes, size_t size)
{
    auto &outlet = *static_cast<Outlet *>(client);
    outlet.refused = outlet.refused || !outlet.sink(static_cast<const char *>(bytes), qint64(size));
    return la_ssize_t(size);
}

} // namespace

struct ZipWriter::Parts
{
    Outlet outlet;
    archive *writer = nullptr;
    bool failed = false;

    [[nodiscard]] Problem problem() const
    {
        return {Problem::Kind::Io,
                u"not-written"_s,
                Text::tr("The archive cannot be written. Choose another folder, or make room on the disk."),
                QString::fromUtf8(archive_error_string(writer)),
                {},
                {}};
    }
};

ZipWriter::ZipWriter(Sink sink) : m_parts(std::make_unique<Parts>())
{
    m_parts->outlet.sink = std::move(sink);
    m_parts->writer = archive_write_new();
    archive_write_set_format_zip(m_parts->writer);
    archive_write_set_bytes_per_block(m_parts->writer, 0);
    m_parts->failed = archive_write_open(m_parts->writer, &m_parts->outlet, nullptr, passOn, nullptr) != ARCHIVE_OK;
}

ZipWriter::~ZipWriter()
{
    archive_write_free(m_parts->writer);
}

Outcome<void> ZipWriter::add(const QString &name, const QByteArray &bytes)
{
    // A time would be written in the zone of this computer: two exports of one record would differ.
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.toLatin1().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), bytes.size());
    m_parts->failed = m_parts->failed || archive_write_header(m_parts->writer, entry.get()) != ARCHIVE_OK;
    if (!m_parts->failed && !bytes.isEmpty())
        m_parts->failed = archive_write_data(m_parts->writer, bytes.constData(), size_t(bytes.size())) != bytes.size();
    if (m_parts->failed || m_parts->outlet.refused)
        return m_parts->problem();
    return {};
}

Outcome<void> ZipWriter::finish()
{
    m_parts->failed = m_parts->failed || archive_write_close(m_parts->writer) != ARCHIVE_OK;
    if (m_parts->failed || m_parts->outlet.refused)
        return m_parts->problem();
    return {};
}

// From memory, not as a stream: a stream would be read past its directory, and show other files than an archiver does.
Outcome<void> readZip(const QByteArray &bytes, const std::function<bool(const QString &, const QByteArray &)> &take,
                      const ZipLimits &limits)
{
    const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK)
        return notZip(Text::tr("This is no ZIP archive."), reader.get());
    for (int count = 0;; ++count) {
        archive_entry *entry = nullptr;
        const int next = archive_read_next_header(reader.get(), &entry);
        if (next == ARCHIVE_EOF)
            return {};
        if (next != ARCHIVE_OK)
            return notZip(Text::tr("This archive cannot be read."), reader.get());
        const char *path = archive_entry_pathname(entry);
        if (!path || archive_entry_filetype(entry) != AE_IFREG)
            return notZip(Text::tr("This archive holds something that is no plain file."));
        if (count >= limits.entries)
            return notZip(Text::tr("This archive holds more files than a bundle does."));
        const QString name = QString::fromUtf8(path);
        const auto data = dataOf(reader.get(), name, limits.entryBytes);
        if (!data)
            return data.problem();
        if (!take(name, data.value()))
            return {};
    }
}

} // namespace fireline::bundle
