// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace fireline::exchange {

/// One line of a Markdown document with its part in the structure. A value.
struct MarkdownBlock
{
    enum class Kind { Meta, Heading, Item, TableHead, TableRow, Paragraph, Fence, Blank };
    Kind kind = Kind::Blank;
    int line = 0;                ///< from 1
    int level = 0;               ///< Heading: 1..6; Item, Paragraph: columns of indent
    int list = 0;                ///< Item, TableHead, TableRow: which list or table, from 1
    QString text;                ///< without marks; Meta: the value
    QString key;                 ///< Meta: the key
    QStringList cells;           ///< TableHead, TableRow
    bool opensParagraph = false; ///< Paragraph: the first line of it
};

/// The lines of a document: CommonMark's headings, lists, GitHub's tables, fences, front matter (YAML or TOML), as far
/// as reports use them. Never fails; linear in the text.
[[nodiscard]] QList<MarkdownBlock> readMarkdown(const QString &text);

/// Emphasis marks and entities taken out, links kept as "text (address)", spaces joined.
[[nodiscard]] QString plainText(const QString &markdown);

} // namespace fireline::exchange
