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
    QByteArray png = data.data(u"image/png"_s);
    if (png.isEmpty()) {
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        qvariant_cast<QImage>(data.imageData()).save(&buffer, "PNG");
    }
    return png;
}

} // namespace fireline::views
