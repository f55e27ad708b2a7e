// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/alerttrend.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::models {

namespace {

struct Comparison
{
    qsizetype at = -1;
    qsizetype size = 0;
};

/// Where text in quotes that begins there ends.
qsizetype behindQuoted(const QString &text, qsizetype at)
{
    const QChar quote = text.at(at);
    for (++at; at < text.size() && text.at(at) != quote; ++at) {
        if (text.at(at) == u'\\' && quote != u'`')
            ++at;
    }
    return at;
}

/// The one comparison outside of all brackets; nothing where there is another, or what joins two expressions.
std::optional<Comparison> onlyComparison(const QString &text)
{
    std::optional<Comparison> found;
    int depth = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"' || c == u'\'' || c == u'`') {
            at = behindQuoted(text, at);
        } else if (QStringView(u"([{").contains(c)) {
            ++depth;
        } else if (QStringView(u")]}").contains(c)) {
            --depth;
        } else if (depth == 0 && QStringView(u"<>=!").contains(c)) {
            if (found)
                return {};
            const bool two = at + 1 < text.size() && text.at(at + 1) == u'=';
            found = Comparison{at, two ? 2 : 1};
            at += found->size - 1;
        } else if (depth == 0 && c.isLetter()) {
            qsizetype end = at;
            while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == u'_' || text.at(end) == u':'))
                ++end;
            const QString word = text.sliced(at, end - at).toLower();
            if (word == "and"_L1 || word == "or"_L1 || word == "unless"_L1)
                return {};
            at = end - 1;
        }
    }
    return found;
}

} // namespace

TrendQuery trendQuery(const QString &expression)
{
    const QString text = expression.trimmed();
    const auto comparison = onlyComparison(text);
    if (!comparison || comparison->at == 0)
        return {text, {}};
    bool isNumber = false;
    const double threshold = text.sliced(comparison->at + comparison->size).trimmed().toDouble(&isNumber);
    if (!isNumber)
        return {text, {}};
    return {text.first(comparison->at).trimmed(), threshold};
}

QList<domain::Instant> firingStarts(QList<domain::Instant> fired, domain::Span gap)
{
    std::sort(fired.begin(), fired.end());
    QList<domain::Instant> starts;
    domain::Instant before;
    for (const domain::Instant at : std::as_const(fired)) {
        if (!before.isSet() || at - before > gap)
            starts.append(at);
        before = at;
    }
    return starts;
}

} // namespace fireline::models
