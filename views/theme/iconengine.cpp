// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/iconengine.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

QString pathOf(const QString &name)
{
    return u":/icons/%1.svg"_s.arg(name);
}

/// What means "onwards" or "back" in the reading direction; "left" and "right" are sides and stay.
bool pointsAlongReading(const QString &name)
{
    static const QSet<QString> names{u"next"_s,     u"previous"_s, u"first"_s,  u"last"_s, u"undo"_s, u"redo"_s,      u"quit"_s,
                                     u"external"_s, u"export"_s,   u"import"_s, u"send"_s, u"list"_s, u"checklist"_s, u"todo"_s};
    return names.contains(name);
}

QByteArray coloured(const QString &name, const QColor &colour)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

QRect centred(const QSize &size, const QRect &rect)
{
    QRect target(QPoint(), size.boundedTo(rect.size()));
    target.moveCenter(rect.center());
    return target;
}

} // namespace

IconEngine::IconEngine(const QString &name, SharedLook look, Ink ink)
    : m_name(name)
    , m_look(std::move(look))
    , m_ink(ink)
    , m_directed(pointsAlongReading(name))
{
}

bool IconEngine::exists(const QString &name)
{
    return !name.isEmpty() && QFile::exists(pathOf(name));
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    const qreal scale = painter->device()->devicePixelRatioF();
    const int side = std::min(rect.width(), rect.height());
    QPixmap picture = drawn(QSizeF(side * scale, side * scale).toSize(), mode);
    picture.setDevicePixelRatio(scale);
    painter->drawPixmap(centred(QSize(side, side), rect).topLeft(), picture);
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // `size` is in device pixels already; QIcon sets the ratio.
    Q_UNUSED(scale)
    Q_UNUSED(state)
    return drawn(size, mode);
}

QPixmap IconEngine::drawn(const QSize &size, QIcon::Mode mode)
{
    if (m_revision != m_look->revision) {
        m_cache.clear();
        m_revision = m_look->revision;
    }
    const bool mirrored = m_directed && QGuiApplication::layoutDirection() == Qt::RightToLeft;
    const Key key{size.width(), size.height(), mode, mirrored};
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;

    const Ink ink = mode == QIcon::Disabled ? Ink::Disabled : mode == QIcon::Selected ? Ink::SelectionText : m_ink;
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QSvgRenderer renderer(coloured(m_name, m_look->ink(ink)));
    QPainter painter(&picture);
    const int side = std::min(size.width(), size.height());
    renderer.render(&painter, centred(QSize(side, side), QRect(QPoint(), size)));
    painter.end();
    if (mirrored)
        picture = QPixmap::fromImage(picture.toImage().mirrored(true, false));
    m_cache.insert(key, picture);
    return picture;
}

QList<QSize> IconEngine::availableSizes(QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(mode)
    Q_UNUSED(state)
    return {{16, 16}, {20, 20}, {24, 24}, {32, 32}, {48, 48}};
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return u"fireline"_s;
}

QString IconEngine::iconName()
{
    return m_name;
}

bool IconEngine::isNull()
{
    return false;
}

} // namespace fireline::views
