// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/escape.h"

#include "entry/entrytime.h"
#include "entry/words.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

struct Word
{
    qsizetype start;
    QStringView text;
};

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    for (qsizetype at = skipBlanks(text, 0); at < text.size(); at = skipBlanks(text, at)) {
        words.append({at, wordAt(text, at)});
        at += words.last().text.size();
    }
    return words;
}

QSet<QString> textSet(const QJsonValue &array)
{
    QSet<QString> set;
    for (const QJsonValue &value : array.toArray())
        set.insert(value.toString());
    return set;
}

/// Judges each word of one text.
class Escaper
{
public:
    Escaper(QStringView text, const VerbShape &shape, bool plain, const QJsonObject &args)
        : m_text(text)
        , m_shape(shape)
        , m_plain(plain)
        , m_words(wordsOf(text))
        , m_tags(textSet(args.value(u"tags")))
        , m_links(textSet(args.value(u"links")))
    {
        m_trailing = m_words.size();
        while (m_trailing > 0 && mayTrail(m_words.at(m_trailing - 1).text))
            --m_trailing;
    }

    [[nodiscard]] const QList<Word> &words() const { return m_words; }
    [[nodiscard]] bool needsBackslash(qsizetype i) const;
    /// The tag a word of the text stands for, where it is left as it is; else empty.
    [[nodiscard]] QString carriedTag(qsizetype i) const;

private:
    [[nodiscard]] bool mayTrail(QStringView word) const
    {
        return tagLength(word) == word.size() || (!m_shape.tail.last.isEmpty() && word == m_shape.tail.last);
    }
    [[nodiscard]] QStringView after(qsizetype i) const
    {
        return i + 1 < m_words.size() ? m_text.sliced(m_words.at(i + 1).start) : QStringView();
    }
    [[nodiscard]] bool followsName() const
    {
        return !m_shape.positions.isEmpty() && m_shape.positions.last().kind != Position::Kind::Ref;
    }

    QStringView m_text;
    const VerbShape &m_shape;
    bool m_plain;
    QList<Word> m_words;
    QSet<QString> m_tags;
    QSet<QString> m_links;
    qsizetype m_trailing = 0; ///< from this word on nothing but tags and the verb's last word
};

QString Escaper::carriedTag(qsizetype i) const
{
    const QStringView word = m_words.at(i).text;
    const qsizetype length = tagLength(word);
    if (length == 0 || i >= m_trailing)
        return {};
    const QString tag = word.sliced(1, length - 1).toString();
    return m_tags.contains(tag) ? tag : QString();
}

bool Escaper::needsBackslash(qsizetype i) const
{
    const QStringView word = m_words.at(i).text;
    const qsizetype escapes = backslashes(word);
    if (!isEscapable(word.sliced(escapes), m_shape, m_plain))
        return false;
    if (escapes > 0)
        return true;
    if (tagLength(word) > 0)
        return carriedTag(i).isEmpty();
    if (const qsizetype length = refLength(word); length > 0)
        return !m_links.contains(word.sliced(1, length - 1).toString());
    if (word.startsWith(u'@'))
        return i == 0 && followsName();
    if (word.startsWith(u'#'))
        return false;
    if (word.startsWith(u'"') || (m_shape.verb == Verb::Impact && impactWords().contains(word)))
        return i == 0;
    if (!m_shape.tail.last.isEmpty() && word == m_shape.tail.last)
        return i >= m_trailing;
    const QStringView next = after(i);
    if (word == u"by")
        return beginsLikeClock(next);
    if (word == u"for" || word == u"replaces")
        return refLength(wordAt(next, 0)) > 0;
    return true;
}

} // namespace

QString escapedText(const QString &text, const VerbShape &shape, bool plain, const QJsonObject &args)
{
    const Escaper escaper(text, shape, plain, args);
    QString out;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < escaper.words().size(); ++i) {
        const Word &word = escaper.words().at(i);
        out += QStringView(text).sliced(copied, word.start - copied);
        if (escaper.needsBackslash(i))
            out += u'\\';
        out += word.text;
        copied = word.start + word.text.size();
    }
    return out;
}

QStringList tagsToAppend(const QString &text, const VerbShape &shape, const QJsonObject &args)
{
    const Escaper escaper(text, shape, false, args);
    QSet<QString> carried;
    for (qsizetype i = 0; i < escaper.words().size(); ++i)
        carried.insert(escaper.carriedTag(i));
    QStringList tags;
    for (const QJsonValue &tag : args.value(u"tags").toArray()) {
        if (!carried.contains(tag.toString()))
            tags << tag.toString();
    }
    return tags;
}

} // namespace fireline::domain
