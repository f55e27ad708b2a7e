// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace fireline::process {

/// A YAML document as a plain tree in which every node knows its place. No anchors, no tags, no duplicate keys.
/// A value; any thread.
struct YamlNode
{
    enum class Type { Null, Scalar, List, Map };
    Type type = Type::Null;
    QString text;                ///< scalars
    bool quoted = false;         ///< scalars written in quotes or as a block
    int line = 0;                ///< from 1
    int column = 0;              ///< from 1, in characters
    std::vector<YamlNode> keys;  ///< maps: one scalar for each item
    std::vector<YamlNode> items; ///< lists and maps

    [[nodiscard]] bool isScalar() const { return type == Type::Scalar; }
    [[nodiscard]] bool isList() const { return type == Type::List; }
    [[nodiscard]] bool isMap() const { return type == Type::Map; }
    [[nodiscard]] bool isNull() const { return type == Type::Null; }
    /// Value of a key; null when this is no map or has no such key.
    [[nodiscard]] const YamlNode *find(QStringView key) const;
};

struct YamlLimits
{
    qsizetype bytes = 1024 * 1024;
    qsizetype lineBytes = 64 * 1024;
    int depth = 32;
    int nodes = 100000;
};

/// Reads exactly one document of UTF-8. Refused with a finding: more than `limits`, what is not UTF-8, control
/// characters, several documents, anchors and aliases, tags, keys that are not plain text, a key that is given twice.
/// Returns what could be read, so that the faults of the content can be told too: use it only when there are no faults.
/// Never throws. Empty input is a Null node without a finding.
[[nodiscard]] std::optional<YamlNode> parseYaml(const QByteArray &bytes, const QString &fileName, QList<Finding> &findings,
                                                const YamlLimits &limits = {});

} // namespace fireline::process
