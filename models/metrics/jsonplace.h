// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace fireline::models {

/// Where something stands in a text; both count from 1. A value.
struct TextPlace
{
    int line = 1;
    int column = 1;
};

[[nodiscard]] TextPlace placeAt(const QByteArray &text, qsizetype offset);

/// A value of a document and the way to it from the root. Made on the stack while walking down; the parent outlives it.
struct JsonNode
{
    QJsonValue value;
    const JsonNode *parent = nullptr;
    QString key;    ///< in an object
    int index = -1; ///< in an array; -1 in an object

    [[nodiscard]] JsonNode member(const QString &name) const;
    [[nodiscard]] JsonNode item(int at) const;
    [[nodiscard]] int size() const; ///< of an array; 0 for all else
    [[nodiscard]] bool has(const QString &name) const;
};

/// Where that value begins; where it is missing, its container. `json` is a valid document.
[[nodiscard]] TextPlace placeOf(const QByteArray &json, const JsonNode &node);

} // namespace fireline::models
