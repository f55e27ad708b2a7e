// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/querycompleter.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStringListModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int fewestLetters = 2;
constexpr int mostInSight = 10;

bool isOfName(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u':' || letter == u'.';
}

/// Where a name of a metric may stand, not one of a label or its value.
bool takesMetric(const QString &before)
{
    int braces = 0;
    QChar quoted;
    for (int i = 0; i < before.size(); ++i) {
        const QChar letter = before[i];
        if (!quoted.isNull() && letter == u'\\')
            ++i;
        else if (!quoted.isNull())
            quoted = letter == quoted ? QChar() : quoted;
        else if (letter == u'"' || letter == u'\'' || letter == u'`')
            quoted = letter;
        else if (letter == u'{' || letter == u'}')
            braces += letter == u'{' ? 1 : -1;
    }
    return quoted.isNull() && braces <= 0;
}

} // namespace

std::pair<int, int> metricWordAt(const QString &query, int place)
{
    int from = std::clamp(place, 0, int(query.size()));
    int to = from;
    while (from > 0 && isOfName(query[from - 1]))
        --from;
    while (to < query.size() && isOfName(query[to]))
        ++to;
    const bool named = place - from >= fewestLetters && !query[from].isDigit() && takesMetric(query.left(from));
    return named ? std::pair(from, to - from) : std::pair(from, 0);
}

QueryCompleter::QueryCompleter(QLineEdit *field) : QCompleter(field), m_field(field), m_names(new QStringListModel(this))
{
    setModel(m_names);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(mostInSight);
    // The field puts its cursor at the end of what was chosen, whatever stands behind the word.
    for (const auto signal :
         {qOverload<const QString &>(&QCompleter::activated), qOverload<const QString &>(&QCompleter::highlighted)})
        connect(this, signal, this, &QueryCompleter::moveBehind, Qt::QueuedConnection);
}

void QueryCompleter::setNames(const QStringList &names)
{
    if (names == m_names->stringList())
        return;
    const bool offered = popup()->isVisible();
    m_names->setStringList(names);
    if (offered || (m_field->hasFocus() && m_field->isModified())) {
        setCompletionPrefix(m_field->text());
        complete();
    }
}

QStringList QueryCompleter::splitPath(const QString &query) const
{
    m_query = query;
    m_word = metricWordAt(query, m_field->cursorPosition());
    // No name has it in it: nothing is offered.
    const QString word = m_word.second > 0 ? query.mid(m_word.first, m_word.second) : u"\n"_s;
    return {word};
}

QString QueryCompleter::pathFromIndex(const QModelIndex &index) const
{
    QString query = m_query;
    return query.replace(m_word.first, m_word.second, index.data(completionRole()).toString());
}

void QueryCompleter::moveBehind(const QString &query)
{
    if (m_field->text() == query)
        m_field->setCursorPosition(int(query.size() - (m_query.size() - m_word.first - m_word.second)));
}

} // namespace fireline::views
