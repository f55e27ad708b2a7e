// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/reader.h"

#include "entry/entrytr.h"
#include "entry/words.h"
#include "state/componentstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isDecimal(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    return dot < 0 ? isDigits(text) : isDigits(text.first(dot)) && isDigits(text.sliced(dot + 1));
}

bool isCurrency(QStringView text)
{
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
}

/// Reads what follows one of impactWords().
class ImpactReader
{
public:
    explicit ImpactReader(EntryReader &reader) : m_reader(reader), m_word(reader.word().toString()) { }

    bool read();

private:
    [[nodiscard]] QStringView after() const;
    bool readTimeValue();
    bool readCost();
    bool readRegions();
    bool readComponent();
    void accept(const QString &value, qsizetype from, qsizetype to);
    bool reject(const QString &problem);

    EntryReader &m_reader;
    QString m_word;
};

QStringView ImpactReader::after() const
{
    return wordAt(m_reader.line(), skipBlanks(m_reader.line(), m_reader.at() + m_word.size()));
}

void ImpactReader::accept(const QString &value, qsizetype from, qsizetype to)
{
    m_reader.mark(m_reader.at(), m_word.size(), EntryPart::Kind::Keyword);
    if (to > from)
        m_reader.mark(from, to - from, m_word == u"start" || m_word == u"end" ? EntryPart::Kind::Time : EntryPart::Kind::Number);
    m_reader.set(u"id"_s, m_word);
    if (!value.isEmpty())
        m_reader.set(u"text"_s, value);
    m_reader.moveTo(to);
}

bool ImpactReader::reject(const QString &problem)
{
    m_reader.fault(m_reader.at(), m_word.size(), EntryPart::Kind::Unexpected, problem);
    m_reader.moveTo(m_reader.line().size());
    return true;
}

bool ImpactReader::readTimeValue()
{
    const qsizetype start = skipBlanks(m_reader.line(), m_reader.at() + m_word.size());
    const QStringView rest = m_reader.line().sliced(start);
    if (rest.isEmpty() || isFlagWord(after())) {
        accept({}, start, m_reader.at() + m_word.size());
        return true;
    }
    const TimeReading time = readTime(rest, m_reader.past());
    if (time.kind == TimeReading::Kind::Bad)
        return reject(time.problem);
    if (time.kind == TimeReading::Kind::NotATime)
        return reject(
            EntryTr::tr("After /impact %1 write a time, or nothing for now. Put a text that begins with this word in quotes.")
                .arg(m_word));
    accept({}, start, start + time.length);
    m_reader.set(u"timeUs"_s, time.at.us);
    if (!time.remark.isEmpty())
        m_reader.out().remarks.append(time.remark);
    return true;
}

bool ImpactReader::readCost()
{
    const QStringView amount = after();
    const qsizetype start = amount.data() - m_reader.line().data();
    const QStringView currency = wordAt(m_reader.line(), skipBlanks(m_reader.line(), start + amount.size()));
    if (!isDecimal(amount) || amount.size() > 20 || !isCurrency(currency))
        return reject(EntryTr::tr("Write the cost as a number and a currency, like 1500.50 EUR."));
    accept(amount.toString() + u' ' + currency.toString().toUpper(), start,
           currency.data() + currency.size() - m_reader.line().data());
    return true;
}

bool ImpactReader::readRegions()
{
    const qsizetype start = skipBlanks(m_reader.line(), m_reader.at() + m_word.size());
    QString list;
    qsizetype end = start;
    for (qsizetype at = start; at < m_reader.line().size(); at = skipBlanks(m_reader.line(), end)) {
        const QStringView word = wordAt(m_reader.line(), at);
        if (isFlagWord(word))
            break;
        if (!list.isEmpty() && !list.endsWith(u','))
            return false;
        list += word;
        end = at + word.size();
    }
    QStringList regions;
    for (const QString &region : list.split(u',', Qt::SkipEmptyParts))
        regions << region.trimmed();
    if (regions.isEmpty())
        return reject(EntryTr::tr("Name the regions, parted by commas: EU,US."));
    accept(regions.join(u','), start, end);
    return true;
}

// "component Web App: partial outage", with flags behind it.
bool ImpactReader::readComponent()
{
    const QStringView line = m_reader.line();
    const qsizetype start = skipBlanks(line, m_reader.at() + m_word.size());
    const qsizetype colon = line.lastIndexOf(u':');
    const QString name = colon > start ? line.sliced(start, colon - start).toString().simplified() : QString();
    if (name.isEmpty())
        return false; // "component tests fail" is a text
    qsizetype end = colon + 1;
    for (qsizetype at = skipBlanks(line, end); at < line.size(); at = skipBlanks(line, end)) {
        const QStringView word = wordAt(line, at);
        if (isFlagWord(word))
            break;
        end = at + word.size();
    }
    const QString state = componentWord(line.sliced(colon + 1, end - colon - 1).toString());
    if (state.isEmpty())
        return reject(
            EntryTr::tr("After a component and a colon write one of these: %1. Put a text that begins with this word in "
                        "quotes.")
                .arg(componentWords().join(u", "_s)));
    accept(state, start, end);
    m_reader.set(u"id"_s, componentField(name));
    return true;
}

bool ImpactReader::read()
{
    m_word = m_word.toLower();
    if (!impactWords().contains(m_word))
        return false;
    if (m_word == u"start" || m_word == u"end")
        return readTimeValue();
    if (m_word == u"regions")
        return readRegions();
    if (m_word == u"component")
        return readComponent();
    const QStringView value = after();
    const qsizetype start = value.data() - m_reader.line().data();
    if (m_word == u"spreading") {
        const QString answer = value.toString().toLower();
        if (answer != u"yes" && answer != u"no")
            return false;
        accept(answer, start, start + value.size());
        return true;
    }
    if (value.isEmpty() || !value.front().isDigit())
        return false; // "users cannot log in" is a text
    if (m_word == u"cost")
        return readCost();
    if (!isDigits(value) || value.size() > 12)
        return reject(EntryTr::tr("Write the number of users in plain digits, like 1200."));
    accept(value.toString(), start, start + value.size());
    return true;
}

} // namespace

bool readImpactValue(EntryReader &reader)
{
    reader.skipBlanks();
    return ImpactReader(reader).read();
}

} // namespace fireline::domain
