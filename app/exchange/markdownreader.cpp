// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdownreader.h"

#include <QByteArray>
#include <QList>

#include <md4c.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace fireline::exchange {

namespace {

using Block = MarkdownVisitor::Block;
using Span = MarkdownVisitor::Span;

constexpr unsigned dialect = MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_TABLES
                             | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
constexpr qsizetype deepest = 10;
// A table whose rows are shorter than its head is filled up: a short text can ask for millions of cells.
constexpr int mostBlocks = 20000;
constexpr qsizetype longestText = 2'000'000;

QString spoken(const MD_CHAR *bytes, MD_SIZE size)
{
    return QString::fromUtf8(bytes, qsizetype(size));
}

/// "&amp;" and its like; what is none of them stays as it was written.
QString entity(const QString &written)
{
    static const QList<QPair<QString, QString>> named{{u"&amp;"_s, u"&"_s},
                                                      {u"&lt;"_s, u"<"_s},
                                                      {u"&gt;"_s, u">"_s},
                                                      {u"&quot;"_s, u"\""_s},
                                                      {u"&nbsp;"_s, QString(QChar(QChar::Nbsp))}};
    for (const auto &[name, meant] : named) {
        if (written == name)
            return meant;
    }
    if (!written.startsWith(u"&#"_s))
        return written;
    const bool hex = written.startsWith(u"&#x"_s, Qt::CaseInsensitive);
    bool ok = false;
    const uint code = written.mid(hex ? 3 : 2).chopped(1).toUInt(&ok, hex ? 16 : 10);
    const bool letter = ok && code >= 0x20 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    return letter ? QStringView(QChar::fromUcs4(code)).toString() : QString(QChar(QChar::ReplacementCharacter));
}

QString attribute(const MD_ATTRIBUTE &value)
{
    QString text;
    for (int i = 0; value.substr_offsets && value.substr_offsets[i] < value.size; ++i) {
        const QString part = spoken(value.text + value.substr_offsets[i], value.substr_offsets[i + 1] - value.substr_offsets[i]);
        text += value.substr_types[i] == MD_TEXT_ENTITY ? entity(part) : part;
    }
    return text;
}

std::optional<Block> blockOf(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_P: return Block::Paragraph;
    case MD_BLOCK_H: return Block::Heading;
    case MD_BLOCK_QUOTE: return Block::Quote;
    case MD_BLOCK_UL: return Block::List;
    case MD_BLOCK_OL: return Block::Numbered;
    case MD_BLOCK_LI: return Block::Item;
    case MD_BLOCK_CODE: return Block::Code;
    case MD_BLOCK_HR: return Block::Rule;
    case MD_BLOCK_TABLE: return Block::Table;
    case MD_BLOCK_THEAD: return Block::Head;
    case MD_BLOCK_TBODY: return Block::Body;
    case MD_BLOCK_TR: return Block::Row;
    case MD_BLOCK_TH: return Block::HeadCell;
    case MD_BLOCK_TD: return Block::Cell;
    default: return {};
    }
}

std::optional<Span> spanOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG: return Span::Strong;
    case MD_SPAN_EM: return Span::Emphasis;
    case MD_SPAN_DEL: return Span::Struck;
    case MD_SPAN_CODE: return Span::Code;
    case MD_SPAN_A: return Span::Link;
    case MD_SPAN_IMG: return Span::Picture;
    default: return {};
    }
}

MarkdownVisitor::Side sideOf(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_LEFT: return MarkdownVisitor::Side::Left;
    case MD_ALIGN_CENTER: return MarkdownVisitor::Side::Centre;
    case MD_ALIGN_RIGHT: return MarkdownVisitor::Side::Right;
    default: return MarkdownVisitor::Side::Start;
    }
}

MarkdownVisitor::Facts factsOf(MD_BLOCKTYPE type, void *detail)
{
    MarkdownVisitor::Facts facts;
    if (type == MD_BLOCK_H)
        facts.number = int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
    if (type == MD_BLOCK_UL)
        facts.wide = static_cast<MD_BLOCK_UL_DETAIL *>(detail)->is_tight == 0;
    if (type == MD_BLOCK_OL) {
        facts.number = int(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start);
        facts.wide = static_cast<MD_BLOCK_OL_DETAIL *>(detail)->is_tight == 0;
    }
    if (type == MD_BLOCK_TABLE)
        facts.number = int(static_cast<MD_BLOCK_TABLE_DETAIL *>(detail)->col_count);
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
        facts.side = sideOf(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align);
    if (type == MD_BLOCK_LI) {
        const auto *item = static_cast<MD_BLOCK_LI_DETAIL *>(detail);
        if (item->is_task)
            facts.tick = item->task_mark == ' ' ? MarkdownVisitor::Tick::Open : MarkdownVisitor::Tick::Done;
    }
    return facts;
}

/// One text while it is read; keeps what is open, so that it can be left at any time.
struct Reading
{
    explicit Reading(MarkdownVisitor &to) : visitor(to) { }

    MarkdownVisitor &visitor;
    QList<std::optional<Block>> blocks; ///< empty: not told, it is too deep
    QList<std::optional<Span>> spans;
    int told = 0;
    qsizetype length = 0;

    [[nodiscard]] bool isTooMuch() const { return told > mostBlocks || length > longestText; }
    int enter(MD_BLOCKTYPE type, void *detail);
    int leave();
    int enter(MD_SPANTYPE type, void *detail);
    int leaveSpan();
    int take(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size);
};

int Reading::enter(MD_BLOCKTYPE type, void *detail)
{
    std::optional<Block> block = blockOf(type);
    const bool nests = block == Block::Quote || block == Block::List || block == Block::Numbered;
    if ((nests && blocks.size() > 2 * deepest) || (block == Block::Item && !blocks.isEmpty() && !blocks.last()))
        block.reset();
    blocks.append(block);
    ++told;
    if (isTooMuch())
        return 1;
    if (block)
        visitor.enter(*block, factsOf(type, detail));
    return 0;
}

int Reading::leave()
{
    if (const std::optional<Block> block = blocks.takeLast())
        visitor.leave(*block);
    return 0;
}

int Reading::enter(MD_SPANTYPE type, void *detail)
{
    std::optional<Span> span = spanOf(type);
    if (spans.size() > deepest)
        span.reset();
    spans.append(span);
    QString address;
    if (span == Span::Link)
        address = attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
    if (span == Span::Picture)
        address = attribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src);
    if (span)
        visitor.enter(*span, address);
    return 0;
}

int Reading::leaveSpan()
{
    if (const std::optional<Span> span = spans.takeLast())
        visitor.leave(*span);
    return 0;
}

int Reading::take(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size)
{
    length += qsizetype(size);
    if (isTooMuch())
        return 1;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        visitor.lineBreak();
    else if (type == MD_TEXT_NULLCHAR)
        visitor.text(QString(QChar(QChar::ReplacementCharacter)));
    else if (type == MD_TEXT_ENTITY)
        visitor.text(entity(spoken(bytes, size)));
    else if (type == MD_TEXT_CODE && blocks.contains(Block::Table)) // where a bar would end the cell
        visitor.text(spoken(bytes, size).replace(u"\\|"_s, u"|"_s));
    else
        visitor.text(spoken(bytes, size));
    return 0;
}

Reading &of(void *user)
{
    return *static_cast<Reading *>(user);
}

} // namespace

bool readMarkdownText(const QString &markdown, MarkdownVisitor &visitor)
{
    const QByteArray bytes = markdown.toUtf8();
    const MD_PARSER parser{
        0,
        dialect,
        [](MD_BLOCKTYPE type, void *detail, void *user) { return of(user).enter(type, detail); },
        [](MD_BLOCKTYPE, void *, void *user) { return of(user).leave(); },
        [](MD_SPANTYPE type, void *detail, void *user) { return of(user).enter(type, detail); },
        [](MD_SPANTYPE, void *, void *user) { return of(user).leaveSpan(); },
        [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) { return of(user).take(type, text, size); },
        nullptr,
        nullptr};
    Reading reading(visitor);
    const bool whole = md_parse(bytes.constData(), MD_SIZE(bytes.size()), &parser, &reading) == 0;
    // The block that was too much was not told.
    if (!whole && reading.told > mostBlocks && !reading.blocks.isEmpty())
        reading.blocks.removeLast();
    while (!reading.spans.isEmpty())
        reading.leaveSpan();
    while (!reading.blocks.isEmpty())
        reading.leave();
    return whole;
}

} // namespace fireline::exchange
