// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entryhighlighter.h"

#include "theme/theme.h"

#include <QTextBlock>
#include <QTextCharFormat>

#include <algorithm>

namespace fireline::views {

namespace {

using domain::EntryPart;

bool isSame(const EntryPart &a, const EntryPart &b)
{
    return a.start == b.start && a.length == b.length && a.kind == b.kind && a.valid == b.valid;
}

} // namespace

EntryHighlighter::EntryHighlighter(QTextDocument *document, const Theme &theme) : QSyntaxHighlighter(document), m_theme(theme) { }

void EntryHighlighter::setParts(const QList<EntryPart> &parts)
{
    const bool same = std::equal(parts.begin(), parts.end(), m_parts.begin(), m_parts.end(), isSame);
    m_parts = parts;
    if (!same)
        rehighlight();
}

QTextCharFormat EntryHighlighter::format(const EntryPart &part) const
{
    using Kind = EntryPart::Kind;
    QTextCharFormat format;
    switch (part.kind) {
    case Kind::Verb:
    case Kind::Id:
    case Kind::Choice:
    case Kind::Item: format.setFontWeight(QFont::DemiBold); break;
    case Kind::By:
    case Kind::Who:
    case Kind::Mention:
    case Kind::Ref: format.setForeground(m_theme.ink(Ink::Link)); break;
    case Kind::Tag:
    case Kind::Flag:
    case Kind::Key:
    case Kind::Keyword: format.setForeground(m_theme.ink(Ink::Muted)); break;
    default: break;
    }
    if (!part.valid) {
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(m_theme.ink(Ink::Error));
    }
    return format;
}

void EntryHighlighter::highlightBlock(const QString &text)
{
    const qsizetype first = currentBlock().position();
    for (const EntryPart &part : m_parts) {
        const qsizetype start = std::max<qsizetype>(part.start - first, 0);
        const qsizetype end = std::min<qsizetype>(part.start + part.length - first, text.size());
        if (start < end)
            setFormat(int(start), int(end - start), format(part));
    }
}

} // namespace fireline::views
