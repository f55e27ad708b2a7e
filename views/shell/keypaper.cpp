// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keysheet.h"

#include "report/paper.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QCryptographicHash>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int dotsPerInch = 300;
constexpr int paperPoints = 9;
constexpr int footPoints = 7;
constexpr double marginMillimetres = 15;
// No two letters in one: what is copied or searched in a PDF has to be what was written.
constexpr double unligated = 0.05;

QFont letters(int points)
{
    QFont font(QApplication::font().family(), points);
    font.setLetterSpacing(QFont::AbsoluteSpacing, unligated);
    return font;
}

/// Draws the sheet page by page, each with its foot; lives for one file.
class KeyPages
{
public:
    KeyPages(QPdfWriter &writer, const ActionRegistry &actions)
        : m_writer(writer)
        , m_painter(&writer)
        , m_footFont(letters(footPoints))
        , m_line(QFontMetricsF(m_footFont, &writer).height())
        , m_page(0, 0, writer.width(), writer.height())
        , m_body(m_page.adjusted(0, 0, 0, -3 * m_line))
        , m_hash(QCryptographicHash::hash(keySheetText(actions).toUtf8(), QCryptographicHash::Sha256).toHex())
    {
        m_text.setDocumentMargin(0);
        m_text.documentLayout()->setPaintDevice(&writer);
        m_text.setDefaultFont(letters(paperPoints));
        m_text.setPageSize(m_body.size());
        m_text.setHtml(keySheetHtml(actions));
    }
    void draw()
    {
        for (int page = 0; page < m_text.pageCount(); ++page) {
            if (page > 0)
                m_writer.newPage();
            drawBody(page);
            drawFoot(page);
        }
    }

private:
    void drawBody(int page)
    {
        const QRectF shown(0, page * m_body.height(), m_body.width(), m_body.height());
        m_painter.save();
        m_painter.translate(0, -shown.top());
        m_painter.setClipRect(shown);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = shown;
        context.palette.setColor(QPalette::Text, Qt::black);
        m_text.documentLayout()->draw(&m_painter, context);
        m_painter.restore();
    }
    // Keys can be changed: the hash tells whether a sheet on the wall is still that of this computer.
    void drawFoot(int page)
    {
        m_painter.setFont(m_footFont);
        m_painter.setPen(Qt::black);
        const QRectF line(0, m_page.bottom() - m_line, m_page.width(), m_line);
        m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                           KeySheet::tr("SHA-256 of the keys copied as text: %1").arg(QString::fromLatin1(m_hash)));
        m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                           KeySheet::tr("Page %1 of %2").arg(page + 1).arg(m_text.pageCount()));
        m_painter.drawLine(line.topLeft(), line.topRight());
    }

    QPdfWriter &m_writer;
    QPainter m_painter;
    QFont m_footFont;
    double m_line;
    QRectF m_page;
    QRectF m_body;
    QByteArray m_hash;
    QTextDocument m_text;
};

} // namespace

bool writeKeySheet(const ActionRegistry &actions, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    {
        QPdfWriter writer(&file);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(dotsPerInch);
        const bool letter = domain::paperOf(domain::paperLocale()) == domain::Paper::Letter;
        writer.setPageSize(QPageSize(letter ? QPageSize::Letter : QPageSize::A4));
        writer.setPageMargins(QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
                              QPageLayout::Millimeter);
        writer.setTitle(KeySheet::tr("Keys of Fireline"));
        KeyPages(writer, actions).draw();
    }
    return file.commit();
}

} // namespace fireline::views
