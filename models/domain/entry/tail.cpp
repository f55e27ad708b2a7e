// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/reader.h"

#include "entry/entrytr.h"
#include "entry/tailwords.h"
#include "entry/verblabels.h"
#include "entry/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

using Kind = TailWord::Kind;

bool isText(const TailWord &word)
{
    return word.kind == Kind::Plain || word.kind == Kind::Quoted || word.kind == Kind::Tag || word.kind == Kind::Ref
           || word.kind == Kind::Mention;
}

// From the end backwards: tags and the verb's last word belong to the entry, not to its text, while no text follows them.
void freeTrailing(QList<TailWord> &words, const VerbShape &shape, const QStringView line)
{
    bool lastTaken = false;
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        TailWord &word = words[i];
        if (!isText(word))
            continue;
        const QStringView raw = line.sliced(word.start, word.length);
        if (word.kind == Kind::Tag && word.core == word.length) {
            word.inText = false;
        } else if (word.kind == Kind::Plain && !shape.tail.last.isEmpty() && raw == shape.tail.last && !lastTaken) {
            word.kind = Kind::Last;
            lastTaken = true;
        } else {
            break;
        }
    }
}

// A text made of nothing but tags is a text all the same.
void keepTagsAsText(QList<TailWord> &words, const VerbShape &shape)
{
    if (!shape.tail.textRequired
        || std::any_of(words.begin(), words.end(), [](const TailWord &word) { return isText(word) && word.inText; }))
        return;
    for (TailWord &word : words)
        word.inText = word.kind == Kind::Tag || word.inText;
}

QString textOf(const QList<TailWord> &words, QStringView line)
{
    QList<const TailWord *> kept;
    for (const TailWord &word : words) {
        if (isText(word) && word.inText)
            kept.append(&word);
    }
    if (kept.size() == 1 && kept.first()->kind == Kind::Quoted)
        return kept.first()->value.trimmed();
    QString text;
    for (const TailWord *word : kept) {
        if (!text.isEmpty()) {
            qsizetype gap = word->start;
            while (gap > 0 && line.at(gap - 1).isSpace())
                --gap;
            text += line.sliced(gap, word->start - gap);
        }
        text += word->kind == Kind::Quoted ? line.sliced(word->start, word->length) : QStringView(word->literal);
    }
    return text;
}

void addOnce(QStringList &list, const QString &value)
{
    if (!list.contains(value))
        list.append(value);
}

/// What stands behind the text, in the words of the process: "owner= due= tag=prevention|monitoring".
QString fieldsTaken(const EntryReader &reader, const Command &command)
{
    const auto &names = reader.context().names;
    QStringList taken;
    for (const EntryName &field : names ? names({EntryPart::Kind::Key, IdKind::None, {}}, command) : QList<EntryName>()) {
        QStringList values;
        for (const EntryName &value : names({EntryPart::Kind::Value, IdKind::None, {field.word}}, command))
            values.append(value.word);
        taken.append(field.word + u'=' + values.join(u'|'));
    }
    return taken.join(u' ');
}

/// Gathers what the words of the tail say and writes it into the command.
class TailBuilder
{
public:
    TailBuilder(EntryReader &reader, const VerbShape &shape) : m_reader(reader), m_shape(shape) { }

    void take(const TailWord &word);
    void finish(const QString &text);

private:
    void once(const TailWord &word, const QString &key, const QJsonValue &value, EntryPart::Kind kind);
    void takeTag(const TailWord &word);
    void takeField(const TailWord &word);
    void takeDue(const TailWord &word);
    void requireAll(const QString &text);

    EntryReader &m_reader;
    const VerbShape &m_shape;
    QStringList m_tags;
    QStringList m_flags;
    QStringList m_links;
    QJsonObject m_fields;
};

void TailBuilder::once(const TailWord &word, const QString &key, const QJsonValue &value, EntryPart::Kind kind)
{
    if (m_reader.out().command.args.contains(key)) {
        m_reader.fault(word.start, word.length, kind, EntryTr::tr("This is said twice; keep one."));
        return;
    }
    if (kind == EntryPart::Kind::Ref)
        m_reader.markRef(word.start, word.length, value.toString());
    else
        m_reader.mark(word.start, word.length, kind);
    m_reader.set(key, value);
}

void TailBuilder::takeTag(const TailWord &word)
{
    const QString tag = m_reader.line().sliced(word.start + 1, word.core - 1).toString();
    if (m_shape.tail.text.isEmpty() && m_shape.verb != Verb::Tag) {
        m_reader.fault(word.start, word.length, EntryPart::Kind::Unexpected, EntryTr::tr("This entry takes no tag."));
        return;
    }
    m_reader.mark(word.start, word.core, EntryPart::Kind::Tag);
    addOnce(m_tags, tag);
}

void TailBuilder::takeField(const TailWord &word)
{
    const QString key = m_reader.line().sliced(word.start, word.core).toString();
    if (word.broken) {
        m_reader.fault(word.start, word.length, EntryPart::Kind::Value,
                       EntryTr::tr("The value of %1 needs a closing quote and a blank behind it.").arg(key));
    } else if (m_fields.contains(key)) {
        m_reader.fault(word.start, word.length, EntryPart::Kind::Key, EntryTr::tr("%1 is given twice; keep one.").arg(key));
    } else {
        m_reader.mark(word.start, word.core + 1, EntryPart::Kind::Key);
        if (word.length > word.core + 1)
            m_reader.mark(word.start + word.core + 1, word.length - word.core - 1, EntryPart::Kind::Value);
        m_fields.insert(key, word.value);
    }
}

void TailBuilder::takeDue(const TailWord &word)
{
    const QJsonObject &args = m_reader.out().command.args;
    if (args.contains(u"dueUs"_s) || args.contains(u"dueAtUs"_s)) {
        m_reader.fault(word.start, word.length, EntryPart::Kind::Due,
                       EntryTr::tr("There are two times for when it is due; keep one."));
        return;
    }
    if (word.broken) {
        m_reader.fault(word.start, word.length, EntryPart::Kind::Due, word.value);
        return;
    }
    m_reader.mark(word.start, word.length, EntryPart::Kind::Due);
    if (!word.value.isEmpty())
        m_reader.out().remarks.append(word.value);
    m_reader.set(word.relative ? u"dueUs"_s : u"dueAtUs"_s, word.us);
}

void TailBuilder::take(const TailWord &word)
{
    switch (word.kind) {
    case Kind::Plain:
        if (m_shape.verb == Verb::Tag && tagLength(QString(u'#' + word.literal)) == word.literal.size() + 1) {
            m_reader.mark(word.start, word.length, EntryPart::Kind::Tag);
            addOnce(m_tags, word.literal);
            break;
        }
        [[fallthrough]];
    case Kind::Quoted:
        if (m_shape.tail.text.isEmpty())
            m_reader.fault(word.start, word.length, EntryPart::Kind::Unexpected, tooMuchText(m_shape));
        else
            m_reader.mark(word.start, word.length, EntryPart::Kind::Text);
        break;
    case Kind::Mention:
        if (m_shape.tail.text.isEmpty())
            m_reader.fault(word.start, word.length, EntryPart::Kind::Unexpected, tooMuchText(m_shape));
        else
            m_reader.markWho(word.start, word.core, word.value, EntryPart::Kind::Mention);
        break;
    case Kind::Ref:
        if (m_shape.tail.text.isEmpty()) {
            m_reader.fault(word.start, word.length, EntryPart::Kind::Unexpected, tooMuchText(m_shape));
        } else {
            m_reader.markRef(word.start, word.core, word.value);
            addOnce(m_links, word.value);
        }
        break;
    case Kind::Tag: takeTag(word); break;
    case Kind::Flag:
        m_reader.mark(word.start, word.length, EntryPart::Kind::Flag);
        addOnce(m_flags, word.value);
        break;
    case Kind::Field: takeField(word); break;
    case Kind::Due: takeDue(word); break;
    case Kind::Hypothesis: once(word, u"hypothesis"_s, word.value, EntryPart::Kind::Ref); break;
    case Kind::Replaces: once(word, u"replaces"_s, word.value, EntryPart::Kind::Ref); break;
    case Kind::Via: once(word, u"via"_s, word.value, EntryPart::Kind::Keyword); break;
    case Kind::File:
        if (word.broken)
            m_reader.fault(word.start, word.length, EntryPart::Kind::File, EntryTr::tr("The file name needs a closing quote."));
        else
            once(word, u"file"_s, word.value, EntryPart::Kind::File);
        break;
    case Kind::Last: once(word, m_shape.tail.last, true, EntryPart::Kind::Keyword); break;
    }
}

void TailBuilder::requireAll(const QString &text)
{
    const Tail &tail = m_shape.tail;
    const QJsonObject &args = m_reader.out().command.args;
    if (tail.fileRequired && !args.contains(u"file"_s))
        m_reader.missing(EntryTr::tr("Name a file."), {EntryPart::Kind::File, IdKind::None, {}});
    if (tail.textRequired && text.isEmpty())
        m_reader.missing(missingText(m_shape, fieldsTaken(m_reader, m_reader.out().command)),
                         {EntryPart::Kind::Text, IdKind::None, {}});
    if (tail.dueRequired && !args.contains(u"dueUs"_s) && !args.contains(u"dueAtUs"_s) && m_reader.out().problems.isEmpty())
        m_reader.missing(EntryTr::tr("Say by when: +10m or by 14:30."), {EntryPart::Kind::Due, IdKind::None, {}});
    if (tail.fieldsRequired && m_fields.isEmpty() && m_reader.out().problems.isEmpty())
        m_reader.missing(EntryTr::tr("Write what is to be set as name=value; put a value of several words in quotes."),
                         {EntryPart::Kind::Key, IdKind::None, {}});
    if (m_shape.verb == Verb::Tag && m_tags.isEmpty() && m_reader.out().problems.isEmpty())
        m_reader.missing(EntryTr::tr("Write a tag, like #db."), {EntryPart::Kind::Tag, IdKind::None, {}});
    if (m_shape.wantsSomething && text.isEmpty() && m_fields.isEmpty() && !args.contains(u"file"_s))
        m_reader.missing(EntryTr::tr("Write what is to change: a text, name=value, or <FILE."),
                         {EntryPart::Kind::Text, IdKind::None, {}});
}

void TailBuilder::finish(const QString &text)
{
    if (!text.isEmpty() && !m_shape.tail.text.isEmpty())
        m_reader.set(m_shape.tail.text, text);
    std::sort(m_tags.begin(), m_tags.end());
    std::sort(m_flags.begin(), m_flags.end());
    std::sort(m_links.begin(), m_links.end());
    if (!m_tags.isEmpty())
        m_reader.set(u"tags"_s, QJsonArray::fromStringList(m_tags));
    if (!m_flags.isEmpty())
        m_reader.set(u"flags"_s, QJsonArray::fromStringList(m_flags));
    if (!m_links.isEmpty())
        m_reader.set(u"links"_s, QJsonArray::fromStringList(m_links));
    if (!m_fields.isEmpty())
        m_reader.set(u"fields"_s, m_fields);
    requireAll(text);
}

} // namespace

void readTail(EntryReader &reader, const VerbShape &shape, bool plain)
{
    QList<TailWord> words = tailWords(reader, shape, plain);
    freeTrailing(words, shape, reader.line());
    keepTagsAsText(words, shape);
    const QString text = textOf(words, reader.line());
    TailBuilder builder(reader, shape);
    for (const TailWord &word : words)
        builder.take(word);
    builder.finish(text);
    reader.moveTo(reader.line().size());
}

} // namespace fireline::domain
