// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultvfs.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdlib>

namespace fireline::test {

// What SQLite sees as its file; the real one lives beside it.
struct FaultVfs::File
{
    sqlite3_file base;
    sqlite3_file *real;
    FaultVfs *disk;
    Image *image; // null when not followed
};

namespace {

constexpr qsizetype Sector = 512;

} // namespace

FaultVfs::FaultVfs() : m_real(sqlite3_vfs_find(nullptr)), m_vfs(*m_real)
{
    m_vfs.zName = "fireline-fault";
    m_vfs.pNext = nullptr;
    m_vfs.szOsFile = sizeof(File);
    m_vfs.pAppData = this;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    // These do not look at the VFS they are called with, but for its own data, which is the real one's.
    m_vfs.xAccess = [](sqlite3_vfs *vfs, const char *name, int flags, int *result) {
        auto *const real = static_cast<FaultVfs *>(vfs->pAppData)->m_real;
        return real->xAccess(real, name, flags, result);
    };
    m_vfs.xFullPathname = [](sqlite3_vfs *vfs, const char *name, int size, char *out) {
        auto *const real = static_cast<FaultVfs *>(vfs->pAppData)->m_real;
        return real->xFullPathname(real, name, size, out);
    };
    fillMethods();
    sqlite3_vfs_register(&m_vfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

void FaultVfs::arm(Fault fault, long atCall)
{
    m_fault = fault;
    m_atCall = atCall;
    m_calls = 0;
    m_struck = false;
    m_images.clear();
}

void FaultVfs::disarm()
{
    m_fault = Fault::None;
}

int FaultVfs::strike(int errorCode, Call call)
{
    if (m_fault == Fault::None || (m_fault == Fault::Full && call != Call::Grow))
        return SQLITE_OK;
    const long number = m_calls++;
    if (m_fault == Fault::Once && number == m_atCall) {
        m_struck = true;
        return errorCode;
    }
    if (number < m_atCall || m_fault == Fault::Once)
        return SQLITE_OK;
    m_struck = true;
    return m_fault == Fault::Full ? SQLITE_FULL : errorCode;
}

void FaultVfs::follow(const char *name, int flags, File &file)
{
    if (m_fault != Fault::Cut || !name || !(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)))
        return;
    const QString path = QFile::decodeName(name);
    const auto [place, isNew] = m_images.try_emplace(path);
    QFile onDisk(path);
    if (isNew && onDisk.open(QIODevice::ReadOnly))
        place->second.flushed = onDisk.readAll();
    file.image = &place->second;
}

void FaultVfs::Image::apply(sqlite3_int64 offset, const char *bytes, qsizetype size)
{
    if (flushed.size() < offset + size)
        flushed.append(offset + size - flushed.size(), '\0');
    std::copy_n(bytes, size, flushed.data() + offset);
}

void FaultVfs::Image::flush()
{
    for (const Write &write : pending) {
        if (!write.isTruncate)
            apply(write.offset, write.bytes.constData(), write.bytes.size());
        else
            flushed.truncate(write.offset);
    }
    pending.clear();
}

void FaultVfs::Image::scatter(std::mt19937 &random)
{
    for (const Write &write : pending) {
        if (write.isTruncate) {
            if (random() & 1U)
                flushed.truncate(write.offset);
            continue;
        }
        for (qsizetype at = 0; at < write.bytes.size(); at += Sector) {
            if (random() & 1U)
                apply(write.offset + at, write.bytes.constData() + at, std::min(Sector, write.bytes.size() - at));
        }
    }
    pending.clear();
}

void FaultVfs::writeRemains(const QString &folder, std::mt19937 &random)
{
    for (auto &[path, image] : m_images) {
        image.scatter(random);
        QFile file(folder + QLatin1Char('/') + QFileInfo(path).fileName());
        if (!file.open(QIODevice::WriteOnly) || file.write(image.flushed) != image.flushed.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

int FaultVfs::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *handle, int flags, int *outFlags)
{
    auto *const disk = static_cast<FaultVfs *>(vfs->pAppData);
    auto *const file = reinterpret_cast<File *>(handle);
    file->base.pMethods = nullptr;
    if (disk->strike(SQLITE_CANTOPEN) != SQLITE_OK)
        return SQLITE_CANTOPEN;
    file->disk = disk;
    file->image = nullptr;
    disk->follow(name, flags, *file); // before the real one is opened: it must not be opened twice
    file->real = static_cast<sqlite3_file *>(std::calloc(1, size_t(disk->m_real->szOsFile)));
    const int code = disk->m_real->xOpen(disk->m_real, name, file->real, flags, outFlags);
    if (code != SQLITE_OK)
        std::free(file->real);
    else
        file->base.pMethods = &disk->m_methods;
    return code;
}

int FaultVfs::remove(sqlite3_vfs *vfs, const char *name, int flushFolder)
{
    auto *const disk = static_cast<FaultVfs *>(vfs->pAppData);
    if (const int code = disk->strike(SQLITE_IOERR_DELETE); code != SQLITE_OK)
        return code;
    disk->m_images.erase(QFile::decodeName(name));
    return disk->m_real->xDelete(disk->m_real, name, flushFolder);
}

int FaultVfs::close(sqlite3_file *handle)
{
    auto *const file = reinterpret_cast<File *>(handle);
    const int code = file->real->pMethods->xClose(file->real);
    std::free(file->real);
    return code;
}

int FaultVfs::read(sqlite3_file *handle, void *bytes, int size, sqlite3_int64 offset)
{
    auto *const file = reinterpret_cast<File *>(handle);
    const int code = file->disk->strike(SQLITE_IOERR_READ);
    return code != SQLITE_OK ? code : file->real->pMethods->xRead(file->real, bytes, size, offset);
}

int FaultVfs::write(sqlite3_file *handle, const void *bytes, int size, sqlite3_int64 offset)
{
    auto *const file = reinterpret_cast<File *>(handle);
    if (const int code = file->disk->strike(SQLITE_IOERR_WRITE, Call::Grow); code != SQLITE_OK)
        return code;
    if (file->image)
        file->image->pending.push_back({offset, QByteArray(static_cast<const char *>(bytes), size), false});
    return file->real->pMethods->xWrite(file->real, bytes, size, offset);
}

int FaultVfs::truncate(sqlite3_file *handle, sqlite3_int64 size)
{
    auto *const file = reinterpret_cast<File *>(handle);
    if (const int code = file->disk->strike(SQLITE_IOERR_TRUNCATE); code != SQLITE_OK)
        return code;
    if (file->image)
        file->image->pending.push_back({size, {}, true});
    return file->real->pMethods->xTruncate(file->real, size);
}

// The real flush is left out: this machine keeps its power, and the tests run a thousand times faster.
int FaultVfs::sync(sqlite3_file *handle, int)
{
    auto *const file = reinterpret_cast<File *>(handle);
    if (const int code = file->disk->strike(SQLITE_IOERR_FSYNC); code != SQLITE_OK)
        return code;
    if (file->image)
        file->image->flush();
    return SQLITE_OK;
}

int FaultVfs::fileSize(sqlite3_file *handle, sqlite3_int64 *size)
{
    auto *const file = reinterpret_cast<File *>(handle);
    const int code = file->disk->strike(SQLITE_IOERR_FSTAT);
    return code != SQLITE_OK ? code : file->real->pMethods->xFileSize(file->real, size);
}

int FaultVfs::shmMap(sqlite3_file *handle, int page, int size, int extend, void volatile **memory)
{
    auto *const file = reinterpret_cast<File *>(handle);
    const int code = file->disk->strike(SQLITE_IOERR_SHMMAP, extend ? Call::Grow : Call::Other);
    return code != SQLITE_OK ? code : file->real->pMethods->xShmMap(file->real, page, size, extend, memory);
}

void FaultVfs::fillMethods()
{
#define PASS_ON(method, parameters, ...)                                                                                         \
    m_methods.method = [] parameters {                                                                                           \
        auto *const real = reinterpret_cast<File *>(handle)->real;                                                               \
        return real->pMethods->method(__VA_ARGS__);                                                                              \
    }
    m_methods.iVersion = 2;
    m_methods.xClose = close;
    m_methods.xRead = read;
    m_methods.xWrite = write;
    m_methods.xTruncate = truncate;
    m_methods.xSync = sync;
    m_methods.xFileSize = fileSize;
    m_methods.xShmMap = shmMap;
    PASS_ON(xLock, (sqlite3_file * handle, int level), real, level);
    PASS_ON(xUnlock, (sqlite3_file * handle, int level), real, level);
    PASS_ON(xCheckReservedLock, (sqlite3_file * handle, int *result), real, result);
    PASS_ON(xFileControl, (sqlite3_file * handle, int operation, void *argument), real, operation, argument);
    PASS_ON(xSectorSize, (sqlite3_file * handle), real);
    PASS_ON(xDeviceCharacteristics, (sqlite3_file * handle), real);
    PASS_ON(xShmLock, (sqlite3_file * handle, int offset, int count, int flags), real, offset, count, flags);
    PASS_ON(xShmBarrier, (sqlite3_file * handle), real);
    PASS_ON(xShmUnmap, (sqlite3_file * handle, int deleteFlag), real, deleteFlag);
#undef PASS_ON
}

} // namespace fireline::test
