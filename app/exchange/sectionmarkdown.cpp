// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkwords.h"
#include "markdownreader.h"
#include "reporttext.h"
#include "sectiontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// A section as Markdown again: only what was read as a mark is one.
namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Section)
};

/// Quotes, lists and items that are open, as the beginnings of the lines in them.
struct Container
{
    QString first; ///< of the first line
    QString rest;
    bool used = false;
};

QString markOf(MarkdownVisitor::Span span)
{
    switch (span) {
    case MarkdownVisitor::Span::Strong: return u"**"_s;
    case MarkdownVisitor::Span::Emphasis: return u"_"_s;
    case MarkdownVisitor::Span::Struck: return u"~~"_s;
    default: return {};
    }
}

/// In as many marks as it takes for the text not to end it.
QString codeOf(const QString &text)
{
    QString mark = u"`"_s;
    while (text.contains(mark))
        mark += u'`';
    const bool apart = text.startsWith(u'`') || text.endsWith(u'`');
    return apart ? mark + u' ' + text + u' ' + mark : mark + text + mark;
}

QString ruleOf(MarkdownVisitor::Side side)
{
    switch (side) {
    case MarkdownVisitor::Side::Left: return u" :--- |"_s;
    case MarkdownVisitor::Side::Centre: return u" :---: |"_s;
    case MarkdownVisitor::Side::Right: return u" ---: |"_s;
    case MarkdownVisitor::Side::Start: break;
    }
    return u" --- |"_s;
}

/// Writes Markdown down as it is read; lives for one text.
class MarkdownWriter : public MarkdownVisitor
{
public:
    explicit MarkdownWriter(const ExportReferences &references) : m_references(references) { }

    void enter(Block block, const Facts &facts) override;
    void leave(Block block) override;
    void enter(Span span, const QString &address) override;
    void leave(Span span) override;
    void text(const QString &text) override;
    void lineBreak() override { m_inline += m_links.isEmpty() || !m_links.last().picture ? u'\n' : u' '; }

    [[nodiscard]] const QString &markdown() const { return m_out; }

private:
    struct Link
    {
        QString address;
        QString words;
        qsizetype from = 0;
        bool picture = false;
    };

    void flush(const QString &before = {});
    void emitLine(const QString &line);
    void gap();
    void enterList(bool numbered, const Facts &facts);
    void enterItem(const Facts &facts);
    void leaveList();
    [[nodiscard]] QString linkText(const Link &link, const QString &inside) const;
    [[nodiscard]] QString referenceText(const QString &inside, const Link &link) const;

    const ExportReferences &m_references;
    QString m_out;
    QString m_inline; ///< of the paragraph, heading or cell that is open
    QString m_code;
    bool m_inCode = false;
    bool m_gap = false; ///< an empty line goes before the next one
    QList<Container> m_containers;
    struct List
    {
        int number = 0; ///< of the next item; 0: not numbered
        bool wide = false;
    };
    QList<List> m_lists;
    QList<Link> m_links;
    QString m_heading; ///< marks before the text
    QString m_row;
    QString m_rule; ///< below the head of a table
};

void MarkdownWriter::gap()
{
    if (m_gap && !m_out.isEmpty()) {
        QString before;
        for (const Container &container : std::as_const(m_containers))
            before += container.used ? container.rest : QString();
        while (before.endsWith(u' '))
            before.chop(1);
        m_out += before + u'\n';
    }
    m_gap = false;
}

void MarkdownWriter::emitLine(const QString &line)
{
    gap();
    QString before;
    for (Container &container : m_containers) {
        before += container.used ? container.rest : container.first;
        container.used = true;
    }
    m_out += before + line + u'\n';
}

void MarkdownWriter::flush(const QString &before)
{
    const QString text = m_inline.trimmed();
    m_inline.clear();
    if (text.isEmpty())
        return;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        emitLine((i == 0 ? before : QString()) + markdownLine(lines.at(i).trimmed())
                 + (i + 1 < lines.size() ? u"  "_s : QString()));
}

void MarkdownWriter::enterList(bool numbered, const Facts &facts)
{
    flush();
    m_lists.append({numbered ? std::max(1, facts.number) : 0, facts.wide});
    if (m_lists.size() == 1)
        m_gap = true;
}

void MarkdownWriter::enterItem(const Facts &facts)
{
    List &list = m_lists.last();
    QString mark = list.number > 0 ? QString::number(list.number++) + u". "_s : u"- "_s;
    const QString rest(mark.size(), u' ');
    if (facts.tick != Tick::None)
        mark += facts.tick == Tick::Done ? u"[x] "_s : u"[ ] "_s;
    m_containers.append({mark, rest, false});
}

void MarkdownWriter::leaveList()
{
    m_lists.removeLast();
    m_gap = m_lists.isEmpty() || m_lists.last().wide;
}

void MarkdownWriter::enter(Block block, const Facts &facts)
{
    switch (block) {
    case Block::Heading: m_heading = QString(std::clamp(facts.number + 1, 3, 6), u'#') + u' '; break;
    case Block::Quote: flush(), m_containers.append({u"> "_s, u"> "_s, false}); break;
    case Block::List: enterList(false, facts); break;
    case Block::Numbered: enterList(true, facts); break;
    case Block::Item: enterItem(facts); break;
    case Block::Code: flush(), m_inCode = true; break;
    case Block::Head: m_rule = u"|"_s; break;
    case Block::Row: m_row = u"|"_s; break;
    case Block::HeadCell: m_rule += ruleOf(facts.side); break;
    default: break;
    }
}

void MarkdownWriter::leave(Block block)
{
    switch (block) {
    case Block::Paragraph:
        flush();
        m_gap = m_lists.isEmpty() || m_lists.last().wide;
        break;
    case Block::Heading: m_gap = true, flush(m_heading), m_gap = true; break;
    case Block::Quote: flush(), m_containers.removeLast(), m_gap = true; break;
    case Block::List:
    case Block::Numbered: leaveList(); break;
    case Block::Item:
        flush();
        if (!m_containers.last().used)
            emitLine({});
        m_containers.removeLast();
        break;
    case Block::Code:
        m_inCode = false;
        m_gap = true;
        for (const QString &line : markdownCode(m_code.endsWith(u'\n') ? m_code.chopped(1) : m_code).split(u'\n'))
            emitLine(line);
        m_code.clear();
        m_gap = true;
        break;
    case Block::Rule: m_gap = true, emitLine(u"---"_s), m_gap = true; break;
    case Block::Head: emitLine(m_rule); break;
    case Block::Row: emitLine(m_row), m_row.clear(); break;
    case Block::Table: m_gap = true; break;
    case Block::HeadCell:
    case Block::Cell: m_row += u' ' + m_inline.trimmed().replace(u'\n', u' ') + u" |"_s, m_inline.clear(); break;
    case Block::Body: break;
    }
}

void MarkdownWriter::enter(Span span, const QString &address)
{
    if (span == Span::Link || span == Span::Picture)
        m_links.append({address, {}, m_inline.size(), span == Span::Picture});
    else if (span == Span::Code)
        m_inCode = true;
    else
        m_inline += markOf(span);
}

void MarkdownWriter::leave(Span span)
{
    if (span == Span::Link || span == Span::Picture) {
        const Link link = m_links.takeLast();
        const QString inside = m_inline.mid(link.from);
        m_inline.truncate(link.from);
        m_inline += linkText(link, link.picture ? markdownPart(link.words) : inside);
    } else if (span == Span::Code) {
        m_inCode = false;
        m_inline += codeOf(m_row.isEmpty() ? m_code : m_code.replace(u'|', u"\\|"_s));
        m_code.clear();
    } else {
        m_inline += markOf(span);
    }
}

void MarkdownWriter::text(const QString &text)
{
    for (Link &link : m_links)
        link.words += text;
    if (m_inCode)
        m_code += text;
    else
        m_inline += markdownPart(text);
}

QString MarkdownWriter::referenceText(const QString &inside, const Link &link) const
{
    const QString target = referenceOf(link.address);
    const auto found = m_references.rows.constFind(target);
    if (found == m_references.rows.constEnd())
        return inside + u" \\("_s + Text::tr("not in the record: %1").arg(markdownPart(readAddress(target))) + u"\\)"_s;
    QString told = inside + u" \\("_s + (link.words == found->name ? QString() : found->name + u", "_s) + timeCell(found->row.at)
                   + u" UTC, "_s + markdownPart(whoText(found->row)) + u": "_s + markdownEvent(found->row);
    if (!found->sha256.isEmpty())
        told += u", SHA-256 "_s + found->sha256;
    return told + u"\\)"_s;
}

QString MarkdownWriter::linkText(const Link &link, const QString &inside) const
{
    if (!referenceOf(link.address).isEmpty())
        return referenceText(inside, link);
    const QString read = markdownPart(readAddress(link.address));
    if (link.picture)
        return inside + u" \\("_s + Text::tr("a picture elsewhere, not shown: %1").arg(read) + u"\\)"_s;
    QString web = webAddress(link.address);
    if (web.isEmpty())
        return sayAddress(link.words, link.address) ? inside : inside + u" \\("_s + read + u"\\)"_s;
    web.replace(u'(', u"%28"_s).replace(u')', u"%29"_s).replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s);
    return u'[' + inside + u"]("_s + web + u')';
}

} // namespace

QString sectionMarkdown(const QString &markdown, const ExportReferences &references)
{
    MarkdownWriter writer(references);
    const bool whole = readMarkdownText(markdown, writer);
    const QString written = writer.markdown().trimmed() + u'\n';
    return whole ? written
                 : written + u'\n' + Text::tr("The text is longer than can be shown here. The record has all of it.") + u'\n';
}

} // namespace fireline::exchange
