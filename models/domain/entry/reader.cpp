// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/reader.h"

#include "entry/entrytr.h"
#include "entry/words.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

void EntryReader::skipBlanks()
{
    m_at = domain::skipBlanks(m_line, m_at);
}

QStringView EntryReader::word() const
{
    return wordAt(m_line, m_at);
}

void EntryReader::mark(qsizetype start, qsizetype length, EntryPart::Kind kind, IdKind ids)
{
    m_out.parts.append({start, length, kind, ids, true, {}});
}

void EntryReader::markUnknown(qsizetype start, qsizetype length, EntryPart::Kind kind, IdKind ids, const QString &reason)
{
    m_out.parts.append({start, length, kind, ids, false, reason});
}

void EntryReader::fault(qsizetype start, qsizetype length, EntryPart::Kind kind, const QString &problem)
{
    m_out.parts.append({start, length, kind, IdKind::None, false, problem});
    m_out.problems.append(problem);
}

void EntryReader::missing(const QString &problem, const ExpectedPart &expected)
{
    m_out.problems.append(problem);
    if (!m_out.expected)
        m_out.expected = expected;
}

void EntryReader::markRef(qsizetype start, qsizetype length, const QString &ref)
{
    if (m_context.hasRef && !m_context.hasRef(ref))
        markUnknown(start, length, EntryPart::Kind::Ref, IdKind::None, EntryTr::tr("There is no #%1.").arg(ref));
    else
        mark(start, length, EntryPart::Kind::Ref);
}

void EntryReader::markWho(qsizetype start, qsizetype length, const QString &name, EntryPart::Kind kind)
{
    const bool checks = !m_context.people.isEmpty() || !m_context.roleWords.isEmpty();
    const bool known = !checks || name.compare(u"me"_s, Qt::CaseInsensitive) == 0
                       || m_context.people.contains(name, Qt::CaseInsensitive)
                       || m_context.roleWords.contains(name, Qt::CaseInsensitive);
    if (known)
        mark(start, length, kind);
    else
        markUnknown(start, length, kind, IdKind::None, EntryTr::tr("Nobody here is called %1 yet.").arg(name));
}

void EntryReader::markId(qsizetype start, qsizetype length, const QString &id, EntryPart::Kind kind, IdKind ids)
{
    const QStringList known = m_context.ids ? m_context.ids(ids) : QStringList();
    const bool isKnown = known.isEmpty() || known.contains(id, Qt::CaseInsensitive)
                         || (m_context.knows && m_context.knows(ids, id));
    if (isKnown)
        mark(start, length, kind, ids);
    else
        markUnknown(start, length, kind, ids,
                    EntryTr::tr("\"%1\" is not known here. There are: %2.").arg(id, known.join(u", "_s)));
}

TimeFrame EntryReader::past() const
{
    return {m_context.now, m_context.firstKeystroke.value_or(m_context.now), m_context.zone, m_context.local, false};
}

TimeFrame EntryReader::future() const
{
    const Instant from = m_out.command.at.isSet() ? m_out.command.at : m_context.now;
    return {from, from, m_context.zone, m_context.local, true};
}

QString readWho(EntryReader &reader, EntryPart::Kind kind)
{
    const QStringView rest = reader.rest();
    const qsizetype start = reader.at();
    if (rest.startsWith(u"@\"")) {
        const Quoted name = readQuoted(rest.sliced(1));
        if (name.length == 0 || name.text.trimmed().isEmpty())
            return {};
        reader.markWho(start, name.length + 1, name.text, kind);
        reader.moveTo(start + name.length + 1);
        return name.text;
    }
    // Several may stand in one word: "@ol,@cl:".
    QStringView word = reader.word();
    const qsizetype comma = word.indexOf(u',');
    if (comma > 0)
        word = word.first(comma);
    const qsizetype length = mentionLength(word);
    if (length == 0)
        return {};
    QString name = word.sliced(1, length - 1).toString();
    reader.markWho(start, length, name, kind);
    reader.moveTo(start + length);
    return name;
}

} // namespace fireline::domain
