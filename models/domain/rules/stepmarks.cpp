// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/stepmarks.h"

#include "state/stepkey.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace fireline::domain {

namespace {

bool isOfFile(const ListRule &list)
{
    return list.rule.id.startsWith(u"playbook.");
}

} // namespace

QString stepHash(const ListRule &list, int number)
{
    if (!isOfFile(list) || number < 1 || number > list.items.size())
        return {};
    const QString text = list.items.at(number - 1).label().simplified();
    const auto before = std::count_if(list.items.begin(), list.items.begin() + number - 1,
                                      [&](const ListItem &item) { return item.label().simplified() == text; });
    const QByteArray bytes = text.toUtf8() + '\n' + QByteArray::number(qint64(before));
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(16));
}

int stepNumber(const ListRule &list, const QString &hash)
{
    for (int number = 1; number <= list.items.size(); ++number) {
        if (!hash.isEmpty() && stepHash(list, number) == hash)
            return number;
    }
    return 0;
}

const ItemMark *markOf(const ListRule &list, const ListRecord &record, int number)
{
    auto found = record.items.constFind(stepKey(stepHash(list, number), number));
    // Records of before steps were known by their text.
    if (found == record.items.constEnd())
        found = record.items.constFind(number);
    return found == record.items.constEnd() ? nullptr : &found.value();
}

QList<ItemMark> strayMarks(const ListRule &list, const ListRecord &record)
{
    QSet<int> known;
    for (int number = 1; number <= list.items.size(); ++number)
        known += {number, stepKey(stepHash(list, number), number)};
    QList<ItemMark> stray;
    for (auto it = record.items.begin(); it != record.items.end(); ++it) {
        if (!known.contains(it.key()))
            stray.append(it.value());
    }
    std::stable_sort(stray.begin(), stray.end(), [](const ItemMark &a, const ItemMark &b) { return a.at < b.at; });
    return stray;
}

} // namespace fireline::domain
