// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::print {

namespace {

constexpr double highestPart = 0.9; // of the width: a page is higher than it is wide

/// Where in the text pictures stand.
QList<QTextCursor> placesIn(QTextDocument &text)
{
    QList<QTextCursor> places;
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (!it.fragment().charFormat().isImageFormat())
                continue;
            QTextCursor place(&text);
            place.setPosition(it.fragment().position());
            place.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
            places.append(place);
        }
    }
    return places;
}

} // namespace

void showPictures(QTextDocument &text, const exchange::ExportReferences &references, double widest)
{
    for (auto it = references.pictures.constBegin(); it != references.pictures.constEnd(); ++it) {
        const QImage picture = QImage::fromData(it.value());
        if (!picture.isNull())
            text.addResource(QTextDocument::ImageResource, QUrl(u"fireline:"_s + it.key()), picture);
    }
    for (QTextCursor &place : placesIn(text)) {
        QTextImageFormat format = place.charFormat().toImageFormat();
        const auto picture = text.resource(QTextDocument::ImageResource, QUrl(format.name())).value<QImage>();
        if (picture.isNull())
            continue;
        const double scale = std::min({1.0, widest / picture.width(), widest * highestPart / picture.height()});
        format.setWidth(picture.width() * scale);
        format.setHeight(picture.height() * scale);
        place.setCharFormat(format);
    }
}

} // namespace fireline::print
