// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <map>
#include <random>
#include <vector>

namespace fireline::test {

/// A disk that fails on command: SQLite's default file layer while it lives, passing everything on to the real one.
/// It can refuse the n-th call, be full from the n-th call on, or lose power at the n-th call; then what had not been
/// flushed is lost by chance, sector by sector. One at a time; all connections must be closed before it goes.
class FaultVfs
{
public:
    enum class Fault {
        None,
        Once, ///< an I/O error at one call; all is well again after it
        Full, ///< from that call on no file can be written, until spaceReturns(); only writing calls count
        Cut,  ///< from that call on nothing works at all
    };

    FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;
    ~FaultVfs();

    /// Counts calls from here, the first being 0. With Fault::Cut, what is on the disk now counts as flushed; files that
    /// are open already are not followed.
    void arm(Fault fault, long atCall);
    /// All is well again; how many calls there were is kept.
    void disarm();
    void spaceReturns() { disarm(); }
    [[nodiscard]] bool hasStruck() const { return m_struck; }
    [[nodiscard]] long calls() const { return m_calls; }

    /// After a cut: writes what is left of the database and its log into another folder. Each 512-byte sector that was not
    /// flushed is there or not, at even odds.
    void writeRemains(const QString &folder, std::mt19937 &random);

private:
    struct Write
    {
        sqlite3_int64 offset = 0;
        QByteArray bytes;
        bool isTruncate = false;
    };
    struct Image
    {
        QByteArray flushed;
        std::vector<Write> pending;
        void apply(sqlite3_int64 offset, const char *bytes, qsizetype size);
        void flush();
        void scatter(std::mt19937 &random);
    };
    struct File;
    enum class Call { Other, Grow };

    /// SQLITE_OK, or the code to answer with instead of doing the call.
    int strike(int errorCode, Call call = Call::Other);
    void follow(const char *name, int flags, File &file);
    void fillMethods();

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *handle, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int flushFolder);
    static int close(sqlite3_file *handle);
    static int read(sqlite3_file *handle, void *bytes, int size, sqlite3_int64 offset);
    static int write(sqlite3_file *handle, const void *bytes, int size, sqlite3_int64 offset);
    static int truncate(sqlite3_file *handle, sqlite3_int64 size);
    static int sync(sqlite3_file *handle, int flags);
    static int fileSize(sqlite3_file *handle, sqlite3_int64 *size);
    static int shmMap(sqlite3_file *handle, int page, int size, int extend, void volatile **memory);

    sqlite3_vfs *m_real = nullptr;
    sqlite3_vfs m_vfs = {};
    sqlite3_io_methods m_methods = {};
    Fault m_fault = Fault::None;
    long m_atCall = -1;
    long m_calls = 0;
    bool m_struck = false;
    std::map<QString, Image> m_images;
};

} // namespace fireline::test
