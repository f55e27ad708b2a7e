// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/words.h"

#include "entry/entrytime.h"

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

bool isNameChar(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'-' || c == u'.';
}

bool isTagChar(QChar c)
{
    return (c.isLetterOrNumber() && !c.isUpper()) || c.isMark() || c == u'_' || c == u'-';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// What may stand behind a mark in a sentence without belonging to it.
bool isPunctuation(QChar c)
{
    return QStringView(u".,;:!?)'\"").contains(c);
}

// The end of the run from `from` on, if only punctuation follows it; else 0.
template<typename Belongs>
qsizetype runLength(QStringView word, qsizetype from, Belongs belongs)
{
    qsizetype end = from;
    while (end < word.size() && belongs(word.at(end)))
        ++end;
    qsizetype rest = end;
    while (rest < word.size() && isPunctuation(word.at(rest)))
        ++rest;
    return rest == word.size() && end > from ? end : 0;
}

} // namespace

qsizetype mentionLength(QStringView word)
{
    if (!word.startsWith(u'@'))
        return 0;
    qsizetype end = runLength(word, 1, isNameChar);
    while (end > 1 && word.at(end - 1) == u'.')
        --end;
    return end > 1 ? end : 0;
}

qsizetype refLength(QStringView word)
{
    if (word.size() < 3 || word.at(0) != u'#' || !(word.at(1) >= u'A' && word.at(1) <= u'Z') || word.at(2) == u'0')
        return 0;
    const qsizetype end = runLength(word, 2, isDigit);
    return end > 2 && end <= 11 ? end : 0;
}

qsizetype tagLength(QStringView word)
{
    if (word.size() < 2 || word.at(0) != u'#' || !word.at(1).isLetter() || word.at(1).isUpper())
        return 0;
    return runLength(word, 1, isTagChar);
}

std::optional<QString> refText(QStringView word)
{
    if (word.startsWith(u'#'))
        word = word.mid(1);
    if (word.size() < 2 || word.size() > 10 || !isAsciiLetter(word.at(0)) || word.at(1) == u'0')
        return std::nullopt;
    for (const QChar c : word.mid(1)) {
        if (!isDigit(c))
            return std::nullopt;
    }
    return word.toString().toUpper();
}

bool isFieldKey(QStringView text)
{
    if (text.isEmpty() || !isAsciiLetter(text.at(0)))
        return false;
    for (const QChar c : text) {
        if (!isAsciiLetter(c) && !isDigit(c) && c != u'_' && c != u'-' && c != u'.' && c != u'/')
            return false;
    }
    return true;
}

qsizetype fieldKeyLength(QStringView word, const Tail &tail)
{
    if (!tail.fields)
        return 0;
    // Keys are short: a long word is not searched to its end for an equals sign.
    const QStringView head = word.first(qMin(word.size(), qsizetype(80)));
    const qsizetype equals = head.indexOf(u'=');
    if (equals > 0 && isFieldKey(head.first(equals)))
        return equals;
    const qsizetype colon = head.indexOf(u':');
    if (colon > 0 && colon + 1 < word.size() && tail.colonKeys.contains(head.first(colon)))
        return colon;
    return 0;
}

bool isFlagWord(QStringView word)
{
    return word.size() > 1 && word.startsWith(u'!') && entryFlags().contains(word.mid(1));
}

bool isEscapable(QStringView word, const VerbShape &shape, bool plain)
{
    if (word.isEmpty())
        return false;
    const Tail &tail = shape.tail;
    const QChar first = word.at(0);
    if ((first == u'@' || first == u'#') && word.size() > 1)
        return true;
    if (isFlagWord(word) || fieldKeyLength(word, tail) > 0)
        return true;
    if (first == u'"' && !plain)
        return true;
    if (first == u'<' && tail.file)
        return true;
    if (tail.due && (word == u"by" || (first == u'+' && readDuration(word.mid(1)))))
        return true;
    return (tail.revisit && word == u"revisit") || (tail.hypothesis && word == u"for") || (tail.replaces && word == u"replaces")
           || (tail.via && word == u"via") || (!tail.last.isEmpty() && word == tail.last)
           || (shape.verb == Verb::Impact && impactWords().contains(word));
}

qsizetype backslashes(QStringView word)
{
    qsizetype n = 0;
    while (n < word.size() && word.at(n) == u'\\')
        ++n;
    return n;
}

Quoted readQuoted(QStringView text)
{
    Quoted out;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            out.length = i + 1;
            return out;
        }
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (c == u'\\' && (next == u'"' || next == u'\\' || next == u'n')) {
            out.text += next == u'n' ? QChar(u'\n') : next;
            ++i;
        } else {
            out.text += c;
        }
    }
    return {};
}

QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += c == u'\n' ? u"\\n"_s : QString(c);
    }
    return out + u'"';
}

QStringView wordAt(QStringView line, qsizetype start)
{
    qsizetype end = start;
    while (end < line.size() && !line.at(end).isSpace())
        ++end;
    return line.sliced(start, end - start);
}

qsizetype skipBlanks(QStringView line, qsizetype start)
{
    while (start < line.size() && line.at(start).isSpace())
        ++start;
    return start;
}

} // namespace fireline::domain
