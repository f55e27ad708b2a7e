// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/networkshare.h"

#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>

#include <sys/vfs.h>

using namespace Qt::StringLiterals;

namespace fireline::store {

namespace {

struct Share
{
    quint64 magic;
    const char *name;
};

// Numbers of statfs(2) and of the kernel's magic.h.
constexpr std::array Shares{
    Share{0x6969, "NFS"},        Share{0x517B, "SMB"},        Share{0xFF534D42, "CIFS"},  Share{0xFE534D42, "SMB2"},
    Share{0x564C, "NCP"},        Share{0x73757245, "Coda"},   Share{0x5346414F, "AFS"},   Share{0x6B414653, "AFS"},
    Share{0x01021997, "9P"},     Share{0x00C36400, "Ceph"},   Share{0x01161970, "GFS2"},  Share{0x7461636F, "OCFS2"},
    Share{0x0BD00BD0, "Lustre"}, Share{0x19830326, "BeeGFS"}, Share{0x013111A8, "IBRIX"}, Share{0xAAD7AAEA, "PanFS"},
};
constexpr quint64 FuseMagic = 0x65735546;
// FUSE tells only by the mount's type what is behind it; what is not known to be local counts as a share.
constexpr std::array LocalFuse{
    "fuseblk",       "fuse.ntfs-3g", "fuse.exfat",  "fuse.gocryptfs",      "fuse.encfs",
    "fuse.mergerfs", "fuse.bindfs",  "fuse.ext2fs", "fuse.fuse-overlayfs", "fuse.veracrypt",
};

} // namespace

QString networkShareName(quint64 magic, const QByteArray &mountType)
{
    if (magic == FuseMagic) {
        if (std::any_of(LocalFuse.begin(), LocalFuse.end(), [&](const char *type) { return mountType == type; }))
            return {};
        return mountType.isEmpty() ? u"FUSE"_s : QString::fromUtf8(mountType);
    }
    const auto *const found = std::find_if(Shares.begin(), Shares.end(),
                                           [&](const Share &share) { return share.magic == magic; });
    return found == Shares.end() ? QString() : QString::fromLatin1(found->name);
}

QString networkShareOf(const QString &path)
{
    struct statfs facts = {};
    if (::statfs(QFile::encodeName(path).constData(), &facts) != 0)
        return {}; // what is wrong with the path is said by whoever opens it
    const auto magic = static_cast<quint64>(facts.f_type) & 0xFFFFFFFFU;
    return networkShareName(magic, magic == FuseMagic ? QStorageInfo(path).fileSystemType() : QByteArray());
}

} // namespace fireline::store
