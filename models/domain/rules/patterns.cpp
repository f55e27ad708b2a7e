// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/patterns.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

struct Sign
{
    QString id;
    Instant at;
    QString same;
    QString distinct;
};

struct Group
{
    QStringList items;
    QSet<QString> kinds;
    Instant since; ///< of the oldest
};

QString joined(const QStringList &keys, const QJsonObject &fields)
{
    QStringList values;
    for (const QString &key : keys)
        values.append(fields.value(key).toString().trimmed().toLower());
    return values.join(QChar(0x1f));
}

QList<Sign> signsOf(const PatternDef &pattern, const IncidentState &state)
{
    QList<Sign> signs;
    if (pattern.of == "alert"_L1) {
        for (const Alert &alert : state.alerts) {
            QJsonObject labels = alert.labels;
            labels.insert(u"name"_s, alert.name);
            signs.append({alert.id, alert.firedAt, joined(pattern.same, labels), joined(pattern.distinct, labels)});
        }
    } else {
        for (const CustomerReport &report : state.reports) {
            if (!report.withdrawn)
                signs.append(
                    {report.id, report.at, joined(pattern.same, report.fields), joined(pattern.distinct, report.fields)});
        }
    }
    std::stable_sort(signs.begin(), signs.end(), [](const Sign &a, const Sign &b) { return a.at < b.at; });
    return signs;
}

/// What is like `same` among the first `count` signs, no older than the window that ends at `end`.
Group groupOf(const QList<Sign> &signs, qsizetype count, const QString &same, Span within, Instant end)
{
    Group group;
    for (qsizetype i = count - 1; i >= 0 && end - signs.at(i).at <= within; --i) {
        if (signs.at(i).same != same)
            continue;
        group.items.prepend(signs.at(i).id);
        group.kinds.insert(signs.at(i).distinct);
        group.since = signs.at(i).at;
    }
    return group;
}

// Reports that differ in where they come from weigh more: either enough of them, or enough different ones.
bool isComplete(const PatternDef &pattern, const Group &group)
{
    return group.items.size() >= pattern.count || (pattern.distinctCount > 0 && group.kinds.size() >= pattern.distinctCount);
}

std::pair<qsizetype, Group> firstComplete(const PatternDef &pattern, const QList<Sign> &signs)
{
    for (qsizetype last = 0; last < signs.size(); ++last) {
        Group group = groupOf(signs, last + 1, signs.at(last).same, pattern.within, signs.at(last).at);
        if (isComplete(pattern, group))
            return {last, group};
    }
    return {-1, {}};
}

} // namespace

PatternStatus patternStatus(const PatternDef &pattern, const IncidentState &state, Instant now)
{
    const QList<Sign> signs = signsOf(pattern, state);
    PatternStatus status{&pattern, {}, 0, {}, {}};
    if (const auto [last, group] = firstComplete(pattern, signs); last >= 0) {
        status.items = group.items;
        status.kinds = int(group.kinds.size());
        status.completeAt = signs.at(last).at;
        return status;
    }
    QSet<QString> looked;
    for (const Sign &sign : signs) {
        if (looked.contains(sign.same))
            continue;
        looked.insert(sign.same);
        const Group group = groupOf(signs, signs.size(), sign.same, pattern.within, now);
        const bool more = group.items.size() > status.items.size()
                          || (group.items.size() == status.items.size() && group.kinds.size() > status.kinds);
        if (!more)
            continue;
        status.items = group.items;
        status.kinds = int(group.kinds.size());
        status.endsAt = group.since + pattern.within;
    }
    return status;
}

Instant patternComplete(const PatternDef &pattern, const IncidentState &state)
{
    const QList<Sign> signs = signsOf(pattern, state);
    const qsizetype last = firstComplete(pattern, signs).first;
    return last < 0 ? Instant() : signs.at(last).at;
}

} // namespace fireline::domain
