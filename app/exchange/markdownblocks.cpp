// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownblocks.h"

#include <QRegularExpression>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;

int indentOf(QStringView line)
{
    int columns = 0;
    for (QChar c : line) {
        if (c == u' ' || c == u'\u00a0')
            ++columns;
        else if (c == u'\t')
            columns += 4;
        else
            break;
    }
    return columns;
}

bool isTableRule(QStringView line)
{
    bool dash = false;
    bool bar = false;
    for (QChar c : line) {
        if (c == u'-')
            dash = true;
        else if (c == u'|')
            bar = true;
        else if (c != u':' && !c.isSpace())
            return false;
    }
    return dash && bar;
}

/// A rule without bars, as people draw it under a head with bars.
bool isDashes(QStringView line)
{
    return line.size() >= 5 && line.count(u'-') == line.size();
}

QStringList cellsOf(QStringView line)
{
    QStringView inner = line.trimmed();
    if (inner.startsWith(u'|'))
        inner = inner.sliced(1);
    QStringList cells;
    QString cell;
    bool code = false;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        const QChar c = inner[i];
        if (c == u'\\' && i + 1 < inner.size() && inner[i + 1] == u'|') {
            cell += u'|';
            ++i;
        } else if (c == u'|' && !code) {
            cells += cell.trimmed();
            cell.clear();
        } else {
            if (c == u'`')
                code = !code && inner.indexOf(u'`', i + 1) >= 0;
            cell += c;
        }
    }
    if (!cell.trimmed().isEmpty())
        cells += cell.trimmed();
    return cells;
}

/// The length of a list mark with its spaces; 0 when the line is no item.
qsizetype itemMark(QStringView text)
{
    if (text.size() < 2)
        return 0;
    qsizetype mark = 0;
    const QChar first = text[0];
    if (first == u'-' || first == u'*' || first == u'+' || first == u'\u2022') {
        mark = 1;
    } else if (first == u'\u2013' || first == u'\u2014') {
        // a dash typed for a bullet: only where a time follows
        const qsizetype digit = text.sliced(1).trimmed().isEmpty() ? -1 : text.indexOf(text.sliced(1).trimmed()[0], 1);
        return digit > 1 && text[digit].isDigit() ? digit : 0;
    } else {
        while (mark < text.size() && mark < 4 && text[mark].isDigit())
            ++mark;
        if (mark == 0 || mark > 3 || mark >= text.size() || (text[mark] != u'.' && text[mark] != u')'))
            return 0;
        ++mark;
    }
    const qsizetype start = mark;
    while (mark < text.size() && (text[mark] == u' ' || text[mark] == u'\t' || text[mark] == u'\u00a0'))
        ++mark;
    return mark > start ? mark : 0;
}

class Reader
{
public:
    explicit Reader(const QString &text) : m_lines(QStringView(text).split(u'\n')) { }

    QList<MarkdownBlock> read()
    {
        m_next = frontMatter();
        for (; m_next < m_lines.size(); ++m_next)
            readLine();
        return std::move(m_blocks);
    }

private:
    void add(Kind kind, const QString &text, int level = 0, int list = 0)
    {
        MarkdownBlock block;
        block.kind = kind;
        block.line = int(m_next) + 1;
        block.level = level;
        block.list = list;
        block.text = text;
        m_blocks += block;
    }

    [[nodiscard]] Kind lastKind() const { return m_blocks.isEmpty() ? Kind::Blank : m_blocks.last().kind; }

    qsizetype frontMatter()
    {
        const QStringView mark = m_lines.value(0).trimmed();
        if (mark != u"---" && mark != u"+++")
            return 0;
        qsizetype end = 1;
        while (end < m_lines.size() && end < 400 && m_lines[end].trimmed() != mark)
            ++end;
        if (end >= m_lines.size() || end >= 400)
            return 0;
        for (m_next = 1; m_next < end; ++m_next) {
            const QStringView line = m_lines[m_next];
            const qsizetype sign = line.indexOf(mark == u"---" ? u':' : u'=');
            if (sign <= 0 || indentOf(line) > 0)
                continue;
            QString value = line.sliced(sign + 1).trimmed().toString();
            if (value.size() > 1 && (value[0] == u'"' || value[0] == u'\'') && value.endsWith(value[0]))
                value = value.sliced(1, value.size() - 2);
            add(Kind::Meta, value);
            m_blocks.last().key = line.first(sign).trimmed().toString().toLower();
        }
        return end + 1;
    }

    /// True while the line belongs to a fence or an HTML comment.
    bool inside(QStringView trimmed)
    {
        if (m_comment) {
            m_comment = !trimmed.contains(u"-->");
            return true;
        }
        if (m_fence.isEmpty()) {
            if (trimmed.startsWith(u"```") || trimmed.startsWith(u"~~~")) {
                const QStringView mark = trimmed.first(3);
                // ```one line``` is a code span
                if (trimmed.sliced(3).contains(mark))
                    return false;
                m_fence = mark.toString();
                return true;
            }
            if (trimmed.startsWith(u"<!--")) {
                m_comment = !trimmed.contains(u"-->");
                return true;
            }
            return false;
        }
        if (trimmed.startsWith(m_fence))
            m_fence.clear();
        else
            add(Kind::Fence, m_lines[m_next].toString());
        return true;
    }

    bool heading(QStringView trimmed, int indent)
    {
        qsizetype level = 0;
        while (level < trimmed.size() && trimmed[level] == u'#')
            ++level;
        if (level >= 1 && level <= 6 && indent < 4 && trimmed.size() > level && trimmed[level].isSpace()) {
            QStringView text = trimmed.sliced(level).trimmed();
            while (text.endsWith(u'#'))
                text.chop(1);
            add(Kind::Heading, text.trimmed().toString(), int(level));
            return true;
        }
        const bool under = trimmed.size() >= 3
                           && (trimmed.count(u'=') == trimmed.size() || trimmed.count(u'-') == trimmed.size());
        if (!under || lastKind() != Kind::Paragraph || m_blocks.last().line != int(m_next) || !m_blocks.last().opensParagraph)
            return false;
        m_blocks.last().kind = Kind::Heading;
        m_blocks.last().level = trimmed[0] == u'=' ? 1 : 2;
        return true;
    }

    bool table(QStringView trimmed)
    {
        const bool going = lastKind() == Kind::TableRow || lastKind() == Kind::TableHead;
        if (going && isDashes(trimmed))
            return true;
        if (!trimmed.contains(u'|'))
            return false;
        if (isTableRule(trimmed) && (going || trimmed.startsWith(u'|')))
            return true;
        const QStringView below = m_next + 1 < m_lines.size() ? m_lines[m_next + 1].trimmed() : QStringView();
        const bool head = !going && (isTableRule(below) || (isDashes(below) && trimmed.contains(QStringView(u" | "))));
        if (!head && !going && !trimmed.startsWith(u'|'))
            return false;
        if (!going)
            ++m_lists;
        add(head ? Kind::TableHead : Kind::TableRow, trimmed.toString(), 0, m_lists);
        m_blocks.last().cells = cellsOf(trimmed);
        return true;
    }

    void readLine()
    {
        QStringView line = m_lines[m_next];
        QStringView trimmed = line.trimmed();
        if (inside(trimmed))
            return;
        while (m_fence.isEmpty() && trimmed.startsWith(u'>')) {
            line = trimmed.sliced(1);
            trimmed = line.trimmed();
        }
        if (trimmed.isEmpty()) {
            add(Kind::Blank, {});
            return;
        }
        const int indent = indentOf(line);
        if (heading(trimmed, indent)) {
            m_listOpen = false;
            return;
        }
        if (table(trimmed))
            return;
        if (const qsizetype mark = itemMark(trimmed)) {
            if (!m_listOpen)
                ++m_lists;
            m_listOpen = true;
            add(Kind::Item, trimmed.sliced(mark).toString(), indent, m_lists);
            return;
        }
        const bool opens = lastKind() != Kind::Paragraph;
        if (opens && indent == 0 && lastKind() != Kind::Item)
            m_listOpen = false;
        add(Kind::Paragraph, trimmed.toString(), indent);
        m_blocks.last().opensParagraph = opens;
    }

    QList<QStringView> m_lines;
    QList<MarkdownBlock> m_blocks;
    QString m_fence;
    qsizetype m_next = 0;
    int m_lists = 0;
    bool m_comment = false;
    bool m_listOpen = false;
};

} // namespace

QList<MarkdownBlock> readMarkdown(const QString &text)
{
    return Reader(text).read();
}

QString plainText(const QString &markdown)
{
    static const QRegularExpression link(
        u"(?<!!)\\[([^\\[\\]]{1,300})\\]\\((https?://[^\\s()]{1,600}(?:\\([^\\s()]{0,100}\\))?)\\)"_s);
    static const QRegularExpression image(u"!\\[[^\\]]{0,300}\\]\\([^)]{0,600}\\)"_s);
    static const QRegularExpression strong(u"\\*\\*|__(?=\\w)|(?<=\\w)__"_s);
    static const QRegularExpression breaks(u"<br\\s*/?>"_s);
    QString text = markdown;
    if (text.contains(u"]("_s)) {
        text.remove(image);
        text.replace(link, u"\\1 (\\2)"_s);
    }
    text.remove(strong);
    text.replace(breaks, u"\n"_s);
    if (text.contains(u'&'))
        text.replace(u"&amp;"_s, u"&"_s).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&nbsp;"_s, u" "_s);
    static const QRegularExpression escape(u"\\\\([\\\\`*_{}\\[\\]()#+.!|~<>-])"_s);
    if (text.contains(u'\\'))
        text.replace(escape, u"\\1"_s);
    return text.trimmed();
}

} // namespace fireline::exchange
