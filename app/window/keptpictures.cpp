// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptpictures.h"

#include "draftfile.h"
#include "entry/pastedimage.h"
#include "memoryfolder.h"
#include "statefiles.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

constexpr auto aMoment = std::chrono::milliseconds(300); ///< most pictures are a PNG by then
constexpr qint64 mostAtOnce = 64 * 1024 * 1024;          ///< of bytes that are written to memory while somebody waits
constexpr qint64 largestFile = 512 * 1024 * 1024;        ///< what is larger was not written by this program
constexpr quint32 magic = 0x464c5058;
const QString suffix = u".picture"_s;

/// Nothing else is looked for on the clipboard, and each of these is read back as it was.
bool isPlain(QImage::Format format)
{
    switch (format) {
    case QImage::Format_RGB32:
    case QImage::Format_ARGB32:
    case QImage::Format_ARGB32_Premultiplied:
    case QImage::Format_RGB888:
    case QImage::Format_RGBX8888:
    case QImage::Format_RGBA8888: return true;
    default: return false;
    }
}

bool writePixels(QIODevice &to, const QImage &given)
{
    const QImage image = isPlain(given.format())   ? given
                         : given.hasAlphaChannel() ? given.convertToFormat(QImage::Format_ARGB32)
                                                   : given.convertToFormat(QImage::Format_RGB32);
    QDataStream head(&to);
    head << magic << qint32(image.width()) << qint32(image.height()) << qint32(image.format()) << qint64(image.bytesPerLine());
    return to.write(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()) == image.sizeInBytes();
}

bool writePicture(const QString &path, const KeptPictures::Picture &picture)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return false;
    const bool written = picture.png.isEmpty() ? writePixels(file, picture.pixels)
                                               : file.write(picture.png) == picture.png.size();
    file.close();
    // A reader sees all of it or nothing.
    return written && file.error() == QFile::NoError && (QFile::remove(path) || !QFile::exists(path)) && file.rename(path);
}

/// A file of nobody's, or one that is cut off, gives nothing.
QByteArray pngIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    const QByteArray bytes = file.readAll();
    if (bytes.startsWith("\x89PNG"))
        return bytes;
    QDataStream head(bytes);
    quint32 word = 0;
    qint32 width = 0;
    qint32 height = 0;
    qint32 format = 0;
    qint64 stride = 0;
    head >> word >> width >> height >> format >> stride;
    constexpr qsizetype headSize = 4 * sizeof(qint32) + sizeof(qint64);
    const bool sound = word == magic && width > 0 && height > 0 && width <= 65535 && height <= 65535
                       && isPlain(QImage::Format(format)) && stride >= qint64(width) * 3 && stride <= qint64(width) * 4 + 3
                       && qint64(bytes.size()) - headSize == stride * height;
    if (!sound)
        return {};
    const QImage image(reinterpret_cast<const uchar *>(bytes.constData()) + headSize, width, height, stride,
                       QImage::Format(format));
    return views::pngOf(image);
}

QString copyOf(const QString &folder, const QString &incident, const QString &name)
{
    return u"%1/drafts/%2.%3"_s.arg(folder, incident, name) + suffix;
}

QString handedBack(const QString &folder, const QString &incident)
{
    return u"%1/drafts/%2.pictures"_s.arg(folder, incident);
}

/// By name, each in one of its two places.
QMap<QString, QStringList> found(const QString &folder, const QString &incident)
{
    QMap<QString, QStringList> found;
    for (const QString &stem : {inMemory(folder, incident + u'.'), u"%1/drafts/%2."_s.arg(folder, incident)}) {
        const QFileInfo place(stem);
        const QDir in = stem.isEmpty() ? QDir() : place.dir();
        const QString begin = place.fileName();
        for (const QString &file : stem.isEmpty() ? QStringList() : in.entryList({begin + u'*' + suffix}, QDir::Files))
            found[file.mid(begin.size()).chopped(suffix.size())].append(in.filePath(file));
    }
    return found;
}

} // namespace

KeptPictures::KeptPictures(StateFiles &files, const QString &folder, const QString &incident, QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_folder(folder)
    , m_incident(incident)
{
    m_copyLater.setSingleShot(true);
    m_copyLater.setInterval(aMoment);
    connect(&m_copyLater, &QTimer::timeout, this, &KeptPictures::copy);
}

KeptPictures::~KeptPictures()
{
    copy();
}

QString KeptPictures::keep(const Picture &picture, domain::Instant at)
{
    const QString name = u"%1-%2"_s.arg(at.us).arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
    if (m_folder.isEmpty())
        return name;
    m_kept.insert(name, {picture});
    const QString path = inMemory(m_folder, m_incident + u'.' + name + suffix);
    const qint64 size = picture.png.isEmpty() ? qint64(picture.pixels.sizeInBytes()) : qint64(picture.png.size());
    if (path.isEmpty() || size > mostAtOnce || !writePicture(path, picture))
        copy();
    else if (!m_copyLater.isActive())
        m_copyLater.start();
    return name;
}

void KeptPictures::copy()
{
    m_copyLater.stop();
    for (auto kept = m_kept.begin(); kept != m_kept.end(); ++kept) {
        if (std::exchange(kept->copied, true))
            continue;
        (void)m_files.later<bool>(
            [path = copyOf(m_folder, m_incident, kept.key()), picture = kept->picture] { return writePicture(path, picture); });
    }
}

void KeptPictures::attached(const QString &name)
{
    if (const auto kept = m_kept.find(name); kept != m_kept.end())
        kept->attached = true;
}

void KeptPictures::forget()
{
    for (const QString &name : m_kept.keys()) {
        if (m_kept.value(name).attached)
            drop(name);
    }
}

void KeptPictures::drop(const QString &name)
{
    const bool copied = m_kept.take(name).copied;
    QFile::remove(inMemory(m_folder, m_incident + u'.' + name + suffix)); // in memory: nobody waits
    if (copied)
        (void)m_files.later<bool>([path = copyOf(m_folder, m_incident, name)] { return QFile::remove(path); });
}

void KeptPictures::sweep(const QStringList &lines)
{
    if (m_folder.isEmpty())
        return;
    (void)m_files.later<bool>([folder = handedBack(m_folder, m_incident), lines] {
        QDir in(folder);
        for (const QString &name : in.entryList(QDir::Files)) {
            if (std::none_of(lines.begin(), lines.end(), [&](const QString &line) { return line.contains(name); }))
                in.remove(name);
        }
        return in.isEmpty() && QDir().rmdir(folder);
    });
}

KeptPictures::Left KeptPictures::left(const QString &folder, const QString &incident)
{
    Left left;
    if (folder.isEmpty())
        return left;
    const QMap<QString, QStringList> pictures = found(folder, incident);
    for (auto picture = pictures.begin(); picture != pictures.end(); ++picture) {
        left.files.append(picture.value());
        QByteArray png;
        for (const QString &path : picture.value())
            png = png.isEmpty() ? pngIn(path) : png;
        const domain::Instant at{picture.key().section(u'-', 0, 0).toLongLong()};
        const QString file = u"%1/pasted image %2 %3.png"_s.arg(
            handedBack(folder, incident), at.toUtc().toString(u"yyyy-MM-dd HHmmss"_s), picture.key().section(u'-', 1));
        if (png.isEmpty() || !at.isSet() || !writePicture(file, {{}, png}))
            continue;
        QString quoted = file;
        quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        SentLine line;
        line.line = u"/attach <\"%1\""_s.arg(quoted);
        line.at = at;
        left.lines.append(line);
    }
    return left;
}

} // namespace fireline::window
