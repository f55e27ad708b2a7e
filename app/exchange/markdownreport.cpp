// SPDX-License-Identifier: GPL-3.0-or-later
#include "entrymaker.h"
#include "markdownblocks.h"
#include "markdownrows.h"
#include "readers.h"
#include "reportfacts.h"

#include <QCoreApplication>

namespace fireline::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Report)
};

} // namespace

domain::Outcome<Imported> importMarkdown(const DecodedText &text, const QString &fileName, const Zone &override, int yearHint)
{
    Imported out;
    out.source = fileName;
    out.warnings = text.warnings;
    const QList<MarkdownBlock> blocks = readMarkdown(text.text);
    DocumentFacts facts = readFacts(blocks, fileName, out);
    facts.yearHint = yearHint;
    QStringList warnings;
    const QList<TimedRow> rows = collectRows(blocks, warnings, facts.prose);
    for (const QString &warning : warnings)
        addWarning(out, warning);
    makeEntries(rows, facts, override, fileName, out);
    if (out.entries.isEmpty())
        addWarning(out, Text::tr("No line with a time was found that could be placed."));
    return out;
}

} // namespace fireline::exchange
