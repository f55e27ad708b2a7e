// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkwords.h"
#include "markdownreader.h"
#include "reporttext.h"
#include "sectiontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// A section as HTML. Only what QTextDocument understands too: the same is shown in the window, and printed.
namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Section)
};

QString sideText(MarkdownVisitor::Side side)
{
    switch (side) {
    case MarkdownVisitor::Side::Left: return u" align=\"left\""_s;
    case MarkdownVisitor::Side::Centre: return u" align=\"center\""_s;
    case MarkdownVisitor::Side::Right: return u" align=\"right\""_s;
    case MarkdownVisitor::Side::Start: break;
    }
    return {};
}

QString tagOf(MarkdownVisitor::Span span)
{
    switch (span) {
    case MarkdownVisitor::Span::Strong: return u"strong"_s;
    case MarkdownVisitor::Span::Emphasis: return u"em"_s;
    case MarkdownVisitor::Span::Struck: return u"s"_s;
    default: return u"code"_s;
    }
}

QString mimeOf(const QByteArray &picture)
{
    return picture.startsWith("\x89PNG") ? u"image/png"_s : u"image/jpeg"_s;
}

/// Writes HTML down as it is read; lives for one text.
class HtmlWriter : public MarkdownVisitor
{
public:
    HtmlWriter(const ExportReferences &references, Pictures pictures) : m_references(references), m_pictures(pictures) { }

    void enter(Block block, const Facts &facts) override;
    void leave(Block block) override;
    void enter(Span span, const QString &address) override;
    void leave(Span span) override;
    void text(const QString &text) override;
    void lineBreak() override { m_links.isEmpty() || !m_links.last().picture ? put(u"<br/>"_s) : say(u" "_s); }

    [[nodiscard]] const QString &html() const { return m_out; }

private:
    struct Link
    {
        QString address;
        QString words; ///< without any mark
        qsizetype from = 0;
        bool picture = false; ///< its words are in place of it
    };

    void open(const QString &tag, const QString &attributes, const QString &end = u"\n"_s);
    void put(const QString &html) { m_out += html; }
    void say(const QString &words);
    [[nodiscard]] QString linkHtml(const Link &link, const QString &inside) const;
    [[nodiscard]] QString pictureHtml(const Link &link) const;
    [[nodiscard]] QString referenceHtml(const Link &link, const QString &inside) const;

    const ExportReferences &m_references;
    Pictures m_pictures;
    QString m_out;
    QStringList m_ends; ///< of what is open
    QList<Link> m_links;
};

void HtmlWriter::open(const QString &tag, const QString &attributes, const QString &end)
{
    m_out += u'<' + tag + attributes + u'>';
    m_ends.append(u"</"_s + tag + u'>' + end);
}

void HtmlWriter::enter(Block block, const Facts &facts)
{
    static const QString any = u" dir=\"auto\""_s;
    switch (block) {
    case Block::Paragraph: return open(u"p"_s, any);
    // Below the heading of the section itself.
    case Block::Heading: return open(u"h%1"_s.arg(std::clamp(facts.number + 1, 3, 6)), any);
    case Block::Quote: return open(u"blockquote"_s, {});
    case Block::List: return open(u"ul"_s, {});
    case Block::Numbered: return open(u"ol"_s, facts.number == 1 ? QString() : u" start=\"%1\""_s.arg(facts.number));
    case Block::Item:
        open(u"li"_s, any);
        if (facts.tick != Tick::None)
            put(facts.tick == Tick::Done ? u"☑ "_s : u"☐ "_s);
        return;
    case Block::Code: return open(u"pre"_s, {});
    case Block::Rule: m_ends.append(u"<hr/>\n"_s); return;
    case Block::Table: return open(u"table"_s, u" border=\"1\" cellspacing=\"0\" cellpadding=\"3\""_s);
    case Block::Head: return open(u"thead"_s, {});
    case Block::Body: return open(u"tbody"_s, {});
    case Block::Row: return open(u"tr"_s, {});
    case Block::HeadCell: return open(u"th"_s, any + sideText(facts.side), {});
    case Block::Cell: return open(u"td"_s, any + sideText(facts.side), {});
    }
}

void HtmlWriter::leave(Block block)
{
    if (block == Block::Code && m_out.endsWith(u'\n'))
        m_out.chop(1);
    put(m_ends.takeLast());
}

void HtmlWriter::say(const QString &words)
{
    for (Link &link : m_links)
        link.words += words;
}

void HtmlWriter::text(const QString &text)
{
    say(text);
    if (m_links.isEmpty() || !m_links.last().picture)
        put(htmlText(text));
}

void HtmlWriter::enter(Span span, const QString &address)
{
    if (span == Span::Link || span == Span::Picture)
        m_links.append({address, {}, m_out.size(), span == Span::Picture});
    else if (m_links.isEmpty() || !m_links.last().picture)
        put(u'<' + tagOf(span) + u'>');
}

void HtmlWriter::leave(Span span)
{
    if (span == Span::Link || span == Span::Picture) {
        const Link link = m_links.takeLast();
        const QString inside = m_out.mid(link.from);
        m_out.truncate(link.from);
        put(span == Span::Picture ? pictureHtml(link) : linkHtml(link, inside));
    } else if (m_links.isEmpty() || !m_links.last().picture) {
        put(u"</"_s + tagOf(span) + u'>');
    }
}

QString HtmlWriter::linkHtml(const Link &link, const QString &inside) const
{
    if (!referenceOf(link.address).isEmpty())
        return referenceHtml(link, inside);
    const QString web = webAddress(link.address);
    const QString read = htmlText(readAddress(link.address));
    const QString said = sayAddress(link.words, link.address) ? QString() : u" ("_s + read + u')';
    if (web.isEmpty())
        return inside + said;
    return u"<a href=\"%1\" rel=\"noopener noreferrer\">%2</a>%3"_s.arg(web.toHtmlEscaped(), inside, said);
}

QString HtmlWriter::referenceHtml(const Link &link, const QString &inside) const
{
    const auto found = m_references.rows.constFind(referenceOf(link.address));
    if (found == m_references.rows.constEnd())
        return inside + u" ("_s + Text::tr("not in the record: %1").arg(htmlText(readAddress(referenceOf(link.address)))) + u')';
    return inside + u" ("_s + (link.words == found->name ? QString() : found->name + u", "_s) + timeCell(found->row.at)
           + u" UTC, "_s + htmlText(whoText(found->row)) + u": "_s + htmlEvent(found->row) + u')';
}

QString HtmlWriter::pictureHtml(const Link &link) const
{
    const QString words = htmlText(link.words);
    if (referenceOf(link.address).isEmpty())
        return words + u" ("_s + Text::tr("a picture elsewhere, not shown: %1").arg(htmlText(readAddress(link.address))) + u')';
    const auto found = m_references.rows.constFind(referenceOf(link.address));
    const bool stands = found != m_references.rows.constEnd() && !found->row.retracted;
    const QByteArray bytes = stands ? m_references.pictures.value(found->sha256) : QByteArray();
    if (bytes.isEmpty())
        return referenceHtml(link, words);
    const QString source = m_pictures == Pictures::Named
                               ? u"fireline:"_s + found->sha256
                               : u"data:%1;base64,%2"_s.arg(mimeOf(bytes), QString::fromLatin1(bytes.toBase64()));
    return u"<img src=\"%1\" alt=\"%2\"/><br/>%3"_s.arg(source, words, referenceHtml(link, words));
}

} // namespace

QString sectionHtml(const QString &markdown, const ExportReferences &references, Pictures pictures)
{
    HtmlWriter writer(references, pictures);
    const bool whole = readMarkdownText(markdown, writer);
    return whole ? writer.html()
                 : writer.html() + u"<p>"_s
                       + Text::tr("The text is longer than can be shown here. The record has all of it.").toHtmlEscaped()
                       + u"</p>\n"_s;
}

} // namespace fireline::exchange
