// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fireline::exchange {

/// What a section of a review is read into, piece by piece, in order; whoever derives from it writes it down. Text comes as it
/// is meant, with nothing escaped. A value for one text; any thread.
class MarkdownVisitor
{
public:
    enum class Block { Paragraph, Heading, Quote, List, Numbered, Item, Code, Rule, Table, Head, Body, Row, HeadCell, Cell };
    enum class Span { Strong, Emphasis, Struck, Code, Link, Picture };
    enum class Side { Start, Left, Centre, Right };
    enum class Tick { None, Open, Done };
    struct Facts
    {
        int number = 0;   ///< level of a heading, first number of a list, columns of a table
        bool wide = true; ///< of a list: empty lines part its items
        Side side = Side::Start;
        Tick tick = Tick::None;
    };

    MarkdownVisitor() = default;
    MarkdownVisitor(const MarkdownVisitor &) = delete;
    MarkdownVisitor &operator=(const MarkdownVisitor &) = delete;
    virtual ~MarkdownVisitor() = default;

    virtual void enter(Block block, const Facts &facts) = 0;
    virtual void leave(Block block) = 0;
    virtual void enter(Span span, const QString &address) = 0;
    virtual void leave(Span span) = 0;
    virtual void text(const QString &text) = 0;
    virtual void lineBreak() = 0;
};

/// Reads Markdown as people write it: headings, lists, boxes to tick, tables, quotes, code, bold, italic, struck, links; a line
/// break is a break. HTML in it is text. What is nested without end is read flat. False where it was longer than anybody
/// reads, or a table wider: what was entered is left all the same. Linear in the text.
[[nodiscard]] bool readMarkdownText(const QString &markdown, MarkdownVisitor &visitor);

} // namespace fireline::exchange
