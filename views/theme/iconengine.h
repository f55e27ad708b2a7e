// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/look.h"

#include <QHash>
#include <QIconEngine>
#include <QPixmap>

namespace fireline::views {

/// Draws one file of resources/icons in the palette in force: an icon that was handed out before the palette changed shows
/// the new colours when it is next painted. What points along the reading direction is mirrored where that runs right to
/// left. GUI thread; owned by its QIcon.
class IconEngine : public QIconEngine
{
public:
    /// `ink` is the colour of the normal mode; disabled and selected have theirs.
    IconEngine(const QString &name, SharedLook look, Ink ink);

    [[nodiscard]] static bool exists(const QString &name);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    QString iconName() override;
    bool isNull() override;

private:
    struct Key
    {
        int width;
        int height;
        QIcon::Mode mode;
        bool mirrored;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.width, key.height, int(key.mode), key.mirrored);
        }
    };
    /// `size` in device pixels.
    QPixmap drawn(const QSize &size, QIcon::Mode mode);

    QString m_name;
    SharedLook m_look;
    Ink m_ink;
    bool m_directed;
    int m_revision = -1; ///< of the look that the cache was drawn for
    QHash<Key, QPixmap> m_cache;
};

} // namespace fireline::views
