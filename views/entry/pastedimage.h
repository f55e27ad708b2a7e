// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QImage;
class QMimeData;

namespace fireline::views {

/// Whether a picture is meant: office programs offer one of copied text beside it, and then the text is what is meant.
[[nodiscard]] bool meansImage(const QMimeData &data);
/// The picture as it is kept as evidence; empty where it cannot be read. Takes its time where it has to be made.
[[nodiscard]] QByteArray pngOf(const QMimeData &data);
[[nodiscard]] QByteArray pngOf(const QImage &image);

} // namespace fireline::views
