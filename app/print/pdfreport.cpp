// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreport.h"

#include "pageparts.h"
#include "pictures.h"
#include "report/paper.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPalette>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace fireline::print {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::print::PdfReport)
};

constexpr int dotsPerInch = 300;
constexpr double textPoints = 9;
constexpr double captionPoints = 8;
constexpr double hashPoints = 7;
constexpr double screenDots = 96; // what the width of a picture in a text is counted in
constexpr double marginMillimetres = 15;
// No two letters in one: what is copied or searched in a PDF, a hash or a command, has to be what was written.
constexpr double unligated = 0.05;
const QString style = u"* { color: black; } th { background: #e8e8e8; } h1 { font-size: 16pt; } h2 { font-size: 12pt; } "
                      "h3 { font-size: 10pt; }"_s;

QFont letters(double points)
{
    QFont font;
    font.setFamilies({u"DejaVu Sans"_s, u"Noto Sans"_s, u"Sans Serif"_s});
    font.setPointSizeF(points);
    font.setLetterSpacing(QFont::AbsoluteSpacing, unligated);
    return font;
}

/// Draws page after page; lives for one document.
class Pages
{
public:
    Pages(QPdfWriter &writer, const exchange::ExportDocument &document)
        : m_writer(writer)
        , m_document(document)
        , m_painter(&writer)
        , m_caption(letters(captionPoints), &writer)
        , m_band(m_caption.height() * 2)
        , m_page(0, 0, writer.width(), writer.height())
        , m_body(m_page.adjusted(0, m_band, 0, -m_band - (document.events > 0 ? m_caption.height() : 0)))
    {
        m_text.setDocumentMargin(0);
        m_text.documentLayout()->setPaintDevice(&writer);
        m_text.setDefaultFont(letters(textPoints));
        m_text.setDefaultStyleSheet(style);
        m_text.setTextWidth(m_body.width());
        m_text.setHtml(exchange::exportHtmlBody(document));
        showPictures(m_text, document.references, m_body.width() * screenDots / dotsPerInch);
        m_parts = pageParts(m_text, m_body.height());
    }
    void draw()
    {
        for (qsizetype page = 0; page < m_parts.size(); ++page) {
            if (page > 0)
                m_writer.newPage();
            drawBands(int(page));
            const PagePart &part = m_parts.at(page);
            drawText(part.headFrom, part.headTo, 0);
            drawText(part.from, part.to, part.headHeight());
        }
    }

private:
    /// That piece of the text, so far below the top of the page's body.
    void drawText(double from, double to, double below)
    {
        if (to <= from)
            return;
        const QRectF shown(0, from, m_body.width(), to - from);
        m_painter.save();
        m_painter.translate(m_body.left(), m_body.top() + below - from);
        m_painter.setClipRect(shown);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = shown.adjusted(0, 1, 0, -1); // a line that only touches it is no part of it
        context.palette.setColor(QPalette::Text, Qt::black);
        m_text.documentLayout()->draw(&m_painter, context);
        m_painter.restore();
    }
    // A leaf that is found alone says what it belongs to, and whom it may be shown to.
    void drawBands(int page)
    {
        m_painter.setFont(letters(captionPoints));
        m_painter.setPen(Qt::black);
        const QRectF top(m_page.left(), m_page.top(), m_page.width(), m_caption.height());
        const double record = m_document.events > 0 ? m_caption.height() : 0;
        const QRectF bottom(m_page.left(), m_page.bottom() - m_caption.height() - record, m_page.width(), m_caption.height());
        const QString marks = exchange::exportMarks(m_document).join(u' ');
        const double forMarks = m_caption.horizontalAdvance(marks + u"  "_s);
        m_painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                           m_caption.elidedText(m_document.title, Qt::ElideRight, top.width() - forMarks));
        m_painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, marks);
        m_painter.drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter,
                           m_document.incident.isEmpty() ? Text::tr("All times in UTC.")
                                                         : Text::tr("All times in UTC. Incident %1").arg(m_document.incident));
        m_painter.drawText(bottom, Qt::AlignRight | Qt::AlignVCenter,
                           Text::tr("Page %1 of %2").arg(page + 1).arg(m_parts.size()));
        m_painter.drawLine(QPointF(m_page.left(), top.bottom()), QPointF(m_page.right(), top.bottom()));
        m_painter.drawLine(QPointF(m_page.left(), bottom.top()), QPointF(m_page.right(), bottom.top()));
        if (record > 0)
            drawRecord(bottom.translated(0, record));
    }
    // Whoever holds the leaf can ask the record whether it was so: fireline verify FILE --printed HASH.
    void drawRecord(const QRectF &line)
    {
        m_painter.setFont(letters(hashPoints));
        QString text = Text::tr("Record of %n events, SHA-256 %1", nullptr, int(m_document.events))
                           .arg(QString::fromLatin1(m_document.recordHash.toHex()));
        if (m_document.onlyHere > 0)
            text += u" · "_s + Text::tr("%n events more on this computer alone", nullptr, int(m_document.onlyHere));
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    QPdfWriter &m_writer;
    const exchange::ExportDocument &m_document;
    QPainter m_painter;
    QFontMetricsF m_caption;
    double m_band;
    QRectF m_page;
    QRectF m_body;
    QTextDocument m_text;
    QList<PagePart> m_parts;
};

} // namespace

QByteArray toPdf(const exchange::ExportDocument &document)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b); // readable as long as the record has to be kept
        writer.setResolution(dotsPerInch);
        const bool letter = domain::paperOf(domain::paperLocale()) == domain::Paper::Letter;
        writer.setPageSize(QPageSize(letter ? QPageSize::Letter : QPageSize::A4));
        writer.setPageMargins(QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
                              QPageLayout::Millimeter);
        writer.setTitle(document.title);
        writer.setCreator(u"Fireline"_s);
        Pages(writer, document).draw();
    }
    return bytes;
}

} // namespace fireline::print
