// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

constexpr int maximumFindings = 200;

/// Words that YAML 1.1 tools read as true or false, whatever the case.
bool isBooleanTrap(const QString &text)
{
    static const QStringList trap = {u"on"_s, u"off"_s, u"yes"_s, u"no"_s, u"y"_s, u"n"_s};
    return trap.contains(text, Qt::CaseInsensitive);
}

int distance(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (a.at(i) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

} // namespace

void Reader::fault(const YamlNode &at, const QString &code, const QString &text, const QString &remedy)
{
    faultAt(at.line, at.column, code, text, remedy);
}

void Reader::faultAt(int line, int column, const QString &code, const QString &text, const QString &remedy)
{
    if (m_findings.size() < maximumFindings)
        m_findings.append({Finding::Grade::Fault, code, text, remedy, {}, m_file, line, column});
    else if (m_findings.size() == maximumFindings)
        m_findings.append({Finding::Grade::Fault,
                           u"too-many-faults"_s,
                           tr("There are more faults than %1.").arg(maximumFindings),
                           tr("Mend these first."),
                           {},
                           m_file,
                           line,
                           column});
}

void Reader::refer(RefKind kind, const QString &id, const YamlNode &at, const QString &value)
{
    if (!id.isEmpty())
        m_references.append({kind, id, at.line, at.column, value});
}

QString Reader::suggestion(const QString &word, const QStringList &allowed)
{
    QString nearest;
    int best = word.size() > 40 ? 0 : 3;
    for (const QString &candidate : allowed) {
        const int d = candidate.size() > 40 ? 99 : distance(word, candidate);
        if (d < best && d < candidate.size()) {
            best = d;
            nearest = candidate;
        }
    }
    if (!nearest.isEmpty())
        return tr("Did you mean \"%1\"?").arg(nearest);
    if (allowed.isEmpty())
        return tr("None is declared: declare it or remove this.");
    const bool more = allowed.size() > 40;
    return tr("Known here: %1.").arg(allowed.mid(0, 40).join(u", "_s) + (more ? u", …"_s : QString()));
}

void Reader::unknownWord(const YamlNode &at, const QString &word, const QStringList &allowed)
{
    fault(at, u"unknown-word"_s, tr("\"%1\" is not a known word here.").arg(word), suggestion(word, allowed));
}

bool Reader::expectList(const YamlNode &node)
{
    if (!node.isList())
        fault(node, u"not-a-list"_s, tr("A list is expected here."), tr("Write it in brackets: [one, two]."));
    return node.isList();
}

bool Reader::expectMap(const YamlNode &node)
{
    if (!node.isMap())
        fault(node, u"not-a-map"_s, tr("Keys with values are expected here."), tr("Write it as {key: value}."));
    return node.isMap();
}

std::optional<QString> Reader::scalar(const YamlNode &node)
{
    if (!node.isScalar()) {
        fault(node, u"not-a-value"_s, tr("One value is expected here."),
              node.isNull() ? tr("Give one; put the words null and ~ in quotes.")
                            : tr("Put text that begins with { or [ in quotes."));
        return std::nullopt;
    }
    if (!node.quoted && isBooleanTrap(node.text)) {
        fault(node, u"boolean-trap"_s, tr("Some YAML tools read \"%1\" as true or false.").arg(node.text),
              tr("Write true or false, or put the word in quotes."));
        return std::nullopt;
    }
    return node.text;
}

QString Reader::text(const YamlNode &node)
{
    const auto value = scalar(node);
    if (value && value->trimmed().isEmpty())
        fault(node, u"empty-value"_s, tr("The text is empty."), tr("Write something or remove the key."));
    return value.value_or(QString());
}

QString Reader::id(const YamlNode &node)
{
    const auto value = scalar(node);
    if (!value)
        return {};
    const auto valid = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-'
               || c == u'.';
    };
    if (value->isEmpty() || value->size() > 64 || !std::all_of(value->cbegin(), value->cend(), valid)) {
        fault(node, u"bad-id"_s, tr("\"%1\" is not an id.").arg(value->left(80)),
              tr("Use letters, digits, \"_\", \"-\" and \".\", at most 64."));
        return {};
    }
    return *value;
}

QStringList Reader::texts(const YamlNode &node)
{
    QStringList all;
    if (expectList(node)) {
        for (const YamlNode &item : node.items)
            all.append(text(item));
    }
    return all;
}

QString Reader::ref(const YamlNode &node, RefKind kind)
{
    const QString value = id(node);
    refer(kind, value, node);
    return value;
}

QStringList Reader::ids(const YamlNode &node, RefKind kind)
{
    QStringList all;
    if (!expectList(node))
        return all;
    for (const YamlNode &item : node.items) {
        const QString value = ref(item, kind);
        if (all.contains(value))
            fault(item, u"given-twice"_s, tr("\"%1\" stands here twice.").arg(value), tr("Remove one."));
        all.append(value);
    }
    return all;
}

bool Reader::boolean(const YamlNode &node)
{
    const auto value = scalar(node);
    if (value && (node.quoted || (*value != u"true" && *value != u"false")))
        fault(node, u"not-a-boolean"_s, tr("\"%1\" is neither true nor false.").arg(*value), tr("Write true or false."));
    return value == u"true";
}

int Reader::integer(const YamlNode &node, int least, int most)
{
    const auto value = scalar(node);
    if (!value)
        return least;
    bool ok = false;
    const int n = value->toInt(&ok);
    if (ok && n >= least && n <= most && *value == QString::number(n))
        return n;
    fault(node, u"not-a-number"_s, tr("\"%1\" is not a whole number from %2 to %3.").arg(*value).arg(least).arg(most),
          tr("Correct it."));
    return least;
}

QDate Reader::date(const YamlNode &node)
{
    const auto value = scalar(node);
    const QDate day = value && value->size() == 10 ? QDate::fromString(*value, u"yyyy-MM-dd"_s) : QDate();
    if (value && (!day.isValid() || day.year() < 1970 || day.year() > 2999))
        fault(node, u"not-a-date"_s, tr("\"%1\" is not a date.").arg(*value), tr("Write it as 2025-01-31."));
    return day;
}

QTime Reader::timeOfDay(const YamlNode &node)
{
    const auto value = scalar(node);
    if (!value)
        return {};
    const QTime time = value->size() == 5 ? QTime::fromString(*value, u"HH:mm"_s) : QTime();
    if (!time.isValid())
        fault(node, u"not-a-time"_s, tr("\"%1\" is not a time of day.").arg(*value), tr("Write it as \"09:00\", in quotes."));
    else if (!node.quoted)
        fault(node, u"not-quoted"_s, tr("Some YAML tools read %1 as a number.").arg(*value), tr("Put the time in quotes."));
    return time;
}

} // namespace fireline::process
