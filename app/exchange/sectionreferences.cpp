// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkwords.h"
#include "markdownreader.h"
#include "sectiontext.h"

using namespace Qt::StringLiterals;

namespace fireline::exchange {

namespace {

/// Collects addresses; lives for one text.
class ReferenceFinder : public MarkdownVisitor
{
public:
    void enter(Block, const Facts &) override { }
    void leave(Block) override { }
    void enter(Span, const QString &address) override
    {
        const QString found = referenceOf(address);
        if (!found.isEmpty() && !targets.contains(found))
            targets.append(found);
    }
    void leave(Span) override { }
    void text(const QString &) override { }
    void lineBreak() override { }

    QStringList targets;
};

} // namespace

QStringList referencesIn(const QString &markdown)
{
    ReferenceFinder finder;
    // Of a text that is too long, those at its beginning.
    (void)readMarkdownText(markdown, finder);
    return finder.targets;
}

bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith(QByteArrayLiteral("\x89PNG\r\n\x1a\n")) || bytes.startsWith(QByteArrayLiteral("\xff\xd8\xff"));
}

} // namespace fireline::exchange
