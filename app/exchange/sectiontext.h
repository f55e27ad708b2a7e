// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter.h"

// What a person wrote into a section of a review, for others to read. One way for the preview in the window and for every format
// that goes out: headings, lists, tables, quotes, code, bold, italic, struck; HTML in it is text. A link to the web is shown with
// its address, any other address is text. No picture is fetched: "![words](fireline:ID)" shows a picture that is in the record,
// "[words](fireline:ID)" a row of the timeline as it stands now. ID is an event's id, or "E12".
namespace fireline::exchange {

enum class Pictures {
    Inside, ///< the HTML needs nothing else
    Named,  ///< "fireline:SHA-256": whoever shows it has them
};

[[nodiscard]] QString sectionHtml(const QString &markdown, const ExportReferences &references, Pictures pictures);
/// As Markdown again, with nothing in it that the reader of another program might take for more.
[[nodiscard]] QString sectionMarkdown(const QString &markdown, const ExportReferences &references);
/// What stands behind "fireline:" in its links, each once, in order.
[[nodiscard]] QStringList referencesIn(const QString &markdown);
/// The blocks of a section as in exportHtmlBody(), pictures named; of each table the first `mostRows` rows.
[[nodiscard]] QString blocksHtml(const QList<ExportBlock> &blocks, const ExportReferences &references, int mostRows);

/// PNG or JPEG by its first bytes: nothing else is shown as a picture.
[[nodiscard]] bool isPicture(const QByteArray &bytes);

} // namespace fireline::exchange
