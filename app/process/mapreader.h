// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reader.h"

#include <QSet>

namespace fireline::process {

/// Reads the keys of one map; whatever was not asked for by the time of finish() is an unknown key.
/// Used on the stack while a map is read; one thread.
class MapReader
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)

public:
    /// A node that is no map is a fault and counts as an empty map without missing keys.
    MapReader(Reader &reader, const YamlNode &node);

    /// The value of an optional key; null when it is absent.
    const YamlNode *take(const QString &key);
    /// The value of a key that must be there; a fault when it is absent.
    const YamlNode *need(const QString &key);
    void finish();

    [[nodiscard]] bool valid() const { return m_valid; }
    [[nodiscard]] const YamlNode &node() const { return m_node; }
    [[nodiscard]] Reader &reader() { return m_reader; }

    // optional keys
    QString text(const QString &key);
    QStringList texts(const QString &key);
    QStringList ids(const QString &key, RefKind kind);
    QString ref(const QString &key, RefKind kind);
    bool boolean(const QString &key, bool otherwise = false);
    int integer(const QString &key, int least, int most, int otherwise = 0);
    domain::Cond cond(const QString &key);

    template<typename E>
    E word(const QString &key, E otherwise)
    {
        const YamlNode *found = take(key);
        return found ? m_reader.word<E>(*found) : otherwise;
    }

    // keys that must be there
    QString needText(const QString &key);
    QString needId(const QString &key);

private:
    Reader &m_reader;
    const YamlNode &m_node;
    bool m_valid = false;
    QStringList m_asked;
};

} // namespace fireline::process
