// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/entry.h"

#include "entry/chatheading.h"
#include "entry/entrytime.h"
#include "entry/entrytr.h"
#include "entry/words.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

/// Turns pasted lines into notes, one after the other.
class PasteReader
{
public:
    explicit PasteReader(const EntryContext &context) : m_context(context) { }

    void takeLine(QStringView line);
    QList<ParsedEntry> finish();

private:
    void open(const TimeReading &time, const QString &by, const QString &text);
    void close();
    QString takeNameAbove();
    [[nodiscard]] TimeFrame frame() const { return {m_context.now, m_context.now, m_context.zone, m_context.local, false}; }

    const EntryContext &m_context;
    QList<ParsedEntry> m_entries;
    ParsedEntry m_current;
    QString m_text;
    bool m_open = false;
    bool m_underHeading = false; ///< lines without a time belong to the message above
};

// Bullets and quote marks before a line say nothing.
QStringView withoutBullet(QStringView line)
{
    line = line.trimmed();
    while (line.size() > 1 && QStringView(u"-*\u2022>").contains(line.front()) && line.at(1).isSpace())
        line = line.sliced(1).trimmed();
    return line;
}

// "- text", ": text", "— text" after a time.
QStringView withoutDash(QStringView text)
{
    text = text.trimmed();
    if (text.size() > 1 && QStringView(u"-\u2013\u2014:|").contains(text.front()) && text.at(1).isSpace())
        text = text.sliced(1).trimmed();
    return text;
}

void PasteReader::close()
{
    if (!m_open)
        return;
    m_open = false;
    const QString text = m_text.trimmed();
    if (text.isEmpty())
        m_current.problems.append(EntryTr::tr("There is no text under this time."));
    else if (text.size() > longestEntry)
        m_current.problems.append(EntryTr::tr("This entry is too long. Attach it as a file with /attach."));
    m_current.command.args.insert(u"text"_s, text);
    m_entries.append(m_current);
}

void PasteReader::open(const TimeReading &time, const QString &by, const QString &text)
{
    close();
    m_open = true;
    m_current = {};
    m_current.command.by = by;
    m_text = text;
    if (!by.isEmpty())
        m_current.remarks.append(EntryTr::tr("%1 is taken for who did it.").arg(by));
    if (time.kind == TimeReading::Kind::Good) {
        m_current.command.at = time.at;
        m_current.hasTime = true;
        if (!time.remark.isEmpty())
            m_current.remarks.append(time.remark);
    } else if (time.kind == TimeReading::Kind::Bad) {
        m_current.problems.append(time.problem);
    } else {
        m_current.remarks.append(EntryTr::tr("This line has no time."));
    }
}

// Some chats copy the name in a line of its own above the time: the line before, alone or after an empty one.
QString PasteReader::takeNameAbove()
{
    const qsizetype lineStart = m_text.lastIndexOf(u'\n') + 1;
    const QString name = m_text.mid(lineStart).trimmed();
    const bool alone = lineStart == 0 ? !m_current.hasTime : m_text.left(lineStart).endsWith(u"\n\n");
    if (!m_open || !alone || !looksLikeName(name))
        return {};
    m_text.truncate(lineStart);
    m_open = lineStart > 0;
    return name;
}

void PasteReader::takeLine(QStringView raw)
{
    const QStringView line = withoutBullet(raw);
    if (line.isEmpty()) {
        if (m_open && m_underHeading)
            m_text += u'\n';
        return;
    }
    if (const ChatHeading heading = readChatHeading(line, frame()); heading.time.kind != TimeReading::Kind::NotATime) {
        const bool timeAlone = heading.name.isEmpty() && heading.text.isEmpty();
        const QString name = timeAlone ? takeNameAbove() : heading.name;
        open(heading.time, name, heading.text.toString());
        m_underHeading = heading.text.isEmpty();
        return;
    }
    const TimeReading time = readTime(line, frame());
    if (time.kind != TimeReading::Kind::NotATime) {
        open(time, {}, withoutDash(line.sliced(time.length)).toString());
        m_underHeading = false;
    } else if (m_open && m_underHeading) {
        if (!m_text.isEmpty())
            m_text += u'\n';
        m_text += raw.trimmed();
    } else {
        open({}, {}, line.toString());
    }
}

QList<ParsedEntry> PasteReader::finish()
{
    close();
    // A pasted record runs forward: where it seems to jump back by half a day, a midnight lies between and a date is wrong.
    Instant before;
    for (ParsedEntry &entry : m_entries) {
        if (!entry.hasTime)
            continue;
        if (before.isSet() && before - entry.command.at > Span::hours(12))
            entry.remarks.append(EntryTr::tr("This is earlier than the line before it: check the dates."));
        before = entry.command.at;
    }
    return m_entries;
}

} // namespace

QList<ParsedEntry> parsePaste(QStringView text, const EntryContext &context)
{
    PasteReader reader(context);
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            clean += c;
        if (pair)
            clean += text.at(++i);
        else
            clean += c.isNull() || c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
    }
    for (const QStringView line : QStringView(clean).split(u'\n'))
        reader.takeLine(line);
    return reader.finish();
}

} // namespace fireline::domain
