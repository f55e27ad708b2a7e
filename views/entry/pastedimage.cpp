// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/pastedimage.h"

#include <QBuffer>
#include <QImage>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace fireline::views {

bool meansImage(const QMimeData &data)
{
    return data.hasImage() && !data.hasText();
}

QByteArray pngOf(const QMimeData &data)
{
    const QByteArray png = data.data(u"image/png"_s);
    return png.isEmpty() ? pngOf(qvariant_cast<QImage>(data.imageData())) : png;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? png : QByteArray();
}

} // namespace fireline::views
