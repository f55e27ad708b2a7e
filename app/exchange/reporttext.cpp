// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporttext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fireline::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::Export)
};

/// Puts lines together; what was begun is ended by flush().
class Pieces
{
public:
    void take(const QString &line)
    {
        const QString bare = line.trimmed();
        if (bare.startsWith("```"_L1)) {
            flush();
            m_code = !m_code;
        } else if (m_code) {
            m_lines.append(line);
        } else if (bare.isEmpty()) {
            flush();
        } else if (bare.startsWith("- "_L1) || bare.startsWith("* "_L1)) {
            add(TextPiece::Kind::Item, bare.mid(2));
        } else if (const qsizetype marks = headingMarks(bare); marks > 0) {
            add(TextPiece::Kind::Heading, bare.mid(marks).trimmed());
        } else {
            m_lines.append(bare);
        }
    }
    void flush()
    {
        if (!m_lines.isEmpty())
            m_pieces.append({m_code ? TextPiece::Kind::Code : TextPiece::Kind::Paragraph, m_lines.join(u'\n')});
        m_lines.clear();
    }
    [[nodiscard]] const QList<TextPiece> &pieces() const { return m_pieces; }

private:
    static qsizetype headingMarks(const QString &line)
    {
        qsizetype marks = 0;
        while (marks < line.size() && line.at(marks) == u'#')
            ++marks;
        return marks < line.size() && line.at(marks) == u' ' ? marks : 0;
    }
    void add(TextPiece::Kind kind, const QString &text)
    {
        flush();
        m_pieces.append({kind, text});
    }

    QList<TextPiece> m_pieces;
    QStringList m_lines;
    bool m_code = false;
};

} // namespace

QList<TextPiece> textPieces(const QString &text)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    Pieces pieces;
    for (const QString &line : plain.split(u'\n'))
        pieces.take(line);
    pieces.flush();
    return pieces.pieces();
}

QString whoText(const ExportRow &row)
{
    if (row.role.isEmpty() || row.actor.isEmpty())
        return row.actor + row.role;
    return row.actor + u", "_s + row.role;
}

QString timeCell(domain::Instant at)
{
    return at.isSet() ? at.toUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QStringList exportMarks(const ExportDocument &document)
{
    QStringList marks;
    if (document.drill)
        marks.append(Text::tr("This was a drill."));
    if (document.isPrivate)
        marks.append(Text::tr("This incident is private. Nothing of it goes to an outside audience."));
    return marks;
}

} // namespace fireline::exchange
