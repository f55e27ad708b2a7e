// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviewdesk.h"

#include "feed/incidentfeed.h"
#include "recordreader.h"
#include "review/reviewpanel.h"
#include "sectiontext.h"
#include "takeanswer.h"

using namespace Qt::StringLiterals;

namespace fireline::window {

namespace {

constexpr int mostWidth = 1600; // no preview is wider

/// The picture, no larger than anybody sees it; null where it is none.
QImage pictureOf(const QByteArray &bytes)
{
    const QImage image = exchange::isPicture(bytes) ? QImage::fromData(bytes) : QImage();
    return image.width() > mostWidth ? image.scaledToWidth(mostWidth, Qt::SmoothTransformation) : image;
}

} // namespace

ReviewDesk::ReviewDesk(const models::IncidentFeed &feed, RecordReader &reader, views::ReviewPanel &panel)
    : QObject(&panel)
    , m_feed(feed)
    , m_reader(reader)
    , m_panel(panel)
{
}

QString ReviewDesk::html(const QString &section)
{
    const session::SectionPreview preview = session::sectionPreview(section, m_feed.state(), m_feed.process(), m_feed.now(),
                                                                    m_known);
    for (const QString &sha256 : preview.attachments)
        want(sha256);
    return preview.html;
}

void ReviewDesk::want(const QString &sha256)
{
    if (m_asked.contains(sha256))
        return;
    m_asked.insert(sha256);
    takeAnswer(this, m_reader.blob(sha256), [this, sha256](const QByteArray &bytes) {
        // An attachment that was just added is on its way to the disk.
        if (bytes.isEmpty())
            m_asked.remove(sha256);
        else
            takeAnswer(this, elsewhere<QImage>([bytes] { return pictureOf(bytes); }),
                       [this, sha256](const QImage &image) { take(sha256, image); });
    });
}

void ReviewDesk::take(const QString &sha256, const QImage &image)
{
    if (image.isNull())
        return;
    m_images.insert(sha256, image);
    m_known.insert(sha256, QByteArrayLiteral("shown"));
    m_panel.showAgain();
}

} // namespace fireline::window
