// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/frozenblocks.h"

#include "rules/fieldtext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(FrozenBlocks)
};

constexpr qsizetype printLength = 8;

QString printOf(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.trimmed().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(printLength));
}

/// Nothing in it means anything to a reader of Markdown.
QString plain(const QString &text)
{
    static constexpr QStringView marks = u"\\`*_[]<>#|~&!";
    QString out;
    for (const QChar c : text.simplified()) {
        if (marks.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

QString rowsText(const QList<Entry> &rows)
{
    if (rows.isEmpty())
        return {};
    QStringList lines{u"| %1 | %2 | %3 |"_s.arg(Text::tr("Time"), Text::tr("Who"), Text::tr("What happened")),
                      u"| --- | --- | --- |"_s};
    for (const Entry &row : rows) {
        const QString text = row.retracted ? u"~~"_s + plain(row.text) + u"~~"_s : plain(row.text);
        lines.append(u"| %1 | %2 | %3 |"_s.arg(clockText(row.at), plain(row.actor), text));
    }
    return lines.join(u'\n');
}

} // namespace

QList<FrozenBlock> frozenBlocks(const QString &section)
{
    static const QRegularExpression whole(
        u"^\\{\\{ *frozen +([a-z_]+)((?: +[a-z_]+)*) +([0-9a-f]{8}) *\\}\\}[ \\t]*\\n(.*?)^\\{\\{ *end *\\}\\}[ \\t]*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QList<FrozenBlock> blocks;
    for (auto found = whole.globalMatch(section); found.hasNext();) {
        const auto match = found.next();
        if (reviewBlockNames().contains(match.captured(1)))
            blocks.append({match.captured(1), match.captured(2).simplified(), match.captured(3), match.captured(4).trimmed(),
                           match.capturedStart(), match.capturedLength()});
    }
    return blocks;
}

QString recordText(const QString &name, const QString &words, const IncidentState &state, const Process &process, Instant now)
{
    const QList<ReviewBlock> blocks = reviewBlocks(u"{{"_s + (name + u' ' + words).trimmed() + u"}}"_s, state, process, now);
    if (blocks.isEmpty())
        return {};
    const ReviewBlock &block = blocks.first();
    if (block.kind == ReviewBlock::Kind::Timeline)
        return rowsText(chosenRows(state, block.choice));
    QStringList lines;
    for (const QString &line : block.lines) {
        const QString indent(2 * block.depths.value(lines.size()), u' ');
        lines.append(indent + (block.numbered ? u"%1. "_s.arg(lines.size() + 1) : u"- "_s) + plain(line));
    }
    return lines.join(u'\n');
}

QString frozenText(const QString &name, const QString &words, const QString &recordText)
{
    const QString head = (name + u' ' + words).trimmed();
    return u"{{frozen %1 %2}}\n%3\n{{end}}"_s.arg(head, printOf(recordText), recordText);
}

bool isOutdated(const FrozenBlock &block, const QString &recordText)
{
    return block.print != printOf(recordText);
}

bool isEdited(const FrozenBlock &block)
{
    return block.print != printOf(block.text);
}

} // namespace fireline::domain
