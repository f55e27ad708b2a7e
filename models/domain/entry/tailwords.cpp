// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/tailwords.h"

#include "entry/entrytr.h"
#include "entry/words.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using Kind = TailWord::Kind;

/// Reads one word after the other; each of its functions answers whether the word at `m_at` was of its kind.
class TailCutter
{
public:
    TailCutter(const EntryReader &reader, const VerbShape &shape, bool plain)
        : m_reader(reader)
        , m_shape(shape)
        , m_line(reader.line())
        , m_at(reader.at())
        , m_plain(plain)
    {
    }

    QList<TailWord> cut();

private:
    [[nodiscard]] bool breakAt(qsizetype at) const { return at >= m_line.size() || m_line.at(at).isSpace(); }
    TailWord make(Kind kind, qsizetype length) const;
    TailWord next(QStringView word);
    bool quotedText(QStringView word, TailWord &out) const;
    bool fileName(QStringView word, TailWord &out) const;
    bool field(QStringView word, TailWord &out) const;
    bool due(QStringView word, TailWord &out) const;
    bool dueAfter(qsizetype start, TailWord &out, bool bareClock) const;
    bool pair(QStringView word, TailWord &out) const;
    bool marked(QStringView word, TailWord &out) const;

    const EntryReader &m_reader;
    const VerbShape &m_shape;
    QStringView m_line;
    qsizetype m_at;
    bool m_plain;
    bool m_first = true;
    bool m_hasFile = false;
};

TailWord TailCutter::make(Kind kind, qsizetype length) const
{
    TailWord out;
    out.kind = kind;
    out.start = m_at;
    out.length = length;
    out.core = length;
    out.literal = m_line.sliced(m_at, length).toString();
    return out;
}

bool TailCutter::quotedText(QStringView word, TailWord &out) const
{
    if (!m_first || m_plain || !word.startsWith(u'"'))
        return false;
    const Quoted text = readQuoted(m_line.sliced(m_at));
    if (text.length == 0 || !breakAt(m_at + text.length))
        return false;
    out = make(Kind::Quoted, text.length);
    out.value = text.text;
    return true;
}

bool TailCutter::fileName(QStringView word, TailWord &out) const
{
    const Tail &tail = m_shape.tail;
    const bool arrow = tail.file && word.size() > 1 && word.startsWith(u'<');
    if (!arrow && !(tail.fileRequired && m_first && !m_hasFile))
        return false;
    const qsizetype from = arrow ? 1 : 0;
    if (!word.sliced(from).startsWith(u'"')) {
        out = make(Kind::File, word.size());
        out.value = word.sliced(from).toString();
        return true;
    }
    const Quoted name = readQuoted(m_line.sliced(m_at + from));
    out = make(Kind::File, name.length > 0 ? name.length + from : word.size());
    out.broken = name.length == 0 || name.text.isEmpty() || !breakAt(m_at + from + name.length);
    out.value = name.text;
    return true;
}

bool TailCutter::field(QStringView word, TailWord &out) const
{
    const qsizetype key = fieldKeyLength(word, m_shape.tail);
    if (key == 0)
        return false;
    if (!word.sliced(key + 1).startsWith(u'"')) {
        out = make(Kind::Field, word.size());
        out.value = word.sliced(key + 1).toString();
    } else {
        const Quoted value = readQuoted(m_line.sliced(m_at + key + 1));
        out = make(Kind::Field, value.length > 0 ? key + 1 + value.length : word.size());
        out.broken = value.length == 0 || !breakAt(m_at + out.length);
        out.value = value.text;
    }
    out.core = key;
    return true;
}

// "+10m", "by 14:30" or, where the word before asks for a time, "14:30" at `start`.
bool TailCutter::dueAfter(qsizetype start, TailWord &out, bool bareClock) const
{
    const QStringView word = wordAt(m_line, start);
    if (word.startsWith(u'+')) {
        const auto span = readDuration(word.sliced(1));
        if (!span)
            return false;
        out = make(Kind::Due, start + word.size() - m_at);
        out.us = span->us;
        out.relative = true;
        return true;
    }
    qsizetype clock = start;
    if (word == u"by")
        clock = skipBlanks(m_line, start + 2);
    else if (!bareClock)
        return false;
    if (!beginsLikeClock(m_line.sliced(clock)))
        return false;
    const TimeReading time = readTime(m_line.sliced(clock), m_reader.future());
    out = make(Kind::Due, clock + time.length - m_at);
    out.broken = time.kind != TimeReading::Kind::Good;
    out.value = out.broken ? time.problem : time.remark;
    out.us = time.at.us;
    return true;
}

bool TailCutter::due(QStringView word, TailWord &out) const
{
    if (m_shape.tail.due && (word.startsWith(u'+') || word == u"by"))
        return dueAfter(m_at, out, false);
    if (m_shape.tail.revisit && word == u"revisit")
        return dueAfter(skipBlanks(m_line, m_at + word.size()), out, true);
    return false;
}

// "for #H1", "replaces #D1", "via copy"
bool TailCutter::pair(QStringView word, TailWord &out) const
{
    const bool hypothesis = m_shape.tail.hypothesis && word == u"for";
    const bool replaces = m_shape.tail.replaces && word == u"replaces";
    const bool via = m_shape.tail.via && word == u"via";
    if (!hypothesis && !replaces && !via)
        return false;
    const qsizetype second = skipBlanks(m_line, m_at + word.size());
    const QStringView value = wordAt(m_line, second);
    if (value.isEmpty() || (!via && refLength(value) != value.size()))
        return false;
    out = make(hypothesis ? Kind::Hypothesis : replaces ? Kind::Replaces : Kind::Via, second + value.size() - m_at);
    out.value = via ? value.toString() : value.sliced(1).toString();
    return true;
}

bool TailCutter::marked(QStringView word, TailWord &out) const
{
    if (isFlagWord(word)) {
        out = make(Kind::Flag, word.size());
        out.value = word.sliced(1).toString();
        return true;
    }
    const auto take = [&](Kind kind, qsizetype length) {
        out = make(kind, word.size());
        out.core = length;
        out.value = word.sliced(1, length - 1).toString();
        return true;
    };
    if (const qsizetype length = refLength(word); length > 0)
        return take(Kind::Ref, length);
    if (const qsizetype length = tagLength(word); length > 0)
        return take(Kind::Tag, length);
    if (const qsizetype length = mentionLength(word); length > 0)
        return take(Kind::Mention, length);
    return false;
}

TailWord TailCutter::next(QStringView word)
{
    const qsizetype escapes = backslashes(word);
    if (escapes > 0) {
        TailWord out = make(Kind::Plain, word.size());
        if (isEscapable(word.sliced(escapes), m_shape, m_plain))
            out.literal.remove(0, 1);
        return out;
    }
    TailWord out;
    if (quotedText(word, out) || fileName(word, out) || field(word, out) || due(word, out) || pair(word, out)
        || marked(word, out))
        return out;
    return make(Kind::Plain, word.size());
}

QList<TailWord> TailCutter::cut()
{
    QList<TailWord> words;
    for (m_at = skipBlanks(m_line, m_at); m_at < m_line.size(); m_at = skipBlanks(m_line, m_at)) {
        words.append(next(wordAt(m_line, m_at)));
        m_at += words.last().length;
        const Kind kind = words.last().kind;
        m_hasFile = m_hasFile || kind == Kind::File;
        m_first = m_first && (kind == Kind::Field || kind == Kind::File || kind == Kind::Flag);
    }
    return words;
}

} // namespace

QList<TailWord> tailWords(const EntryReader &reader, const VerbShape &shape, bool plain)
{
    return TailCutter(reader, shape, plain).cut();
}

} // namespace fireline::domain
