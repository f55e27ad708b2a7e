// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapreader.h"

using namespace Qt::StringLiterals;

namespace fireline::process {

MapReader::MapReader(Reader &reader, const YamlNode &node) : m_reader(reader), m_node(node), m_valid(reader.expectMap(node)) { }

const YamlNode *MapReader::take(const QString &key)
{
    m_asked.append(key);
    const YamlNode *found = m_valid ? m_node.find(key) : nullptr;
    if (found && found->isNull()) {
        // An absent value has no place of its own: the parser gives that of what follows.
        const auto index = std::size_t(found - m_node.items.data());
        m_reader.fault(m_node.keys[index], u"empty-value"_s, tr("\"%1\" has no value.").arg(key),
                       tr("Give one or remove the key."));
        return nullptr;
    }
    return found;
}

const YamlNode *MapReader::need(const QString &key)
{
    const YamlNode *found = take(key);
    if (!found && m_valid && !m_node.find(key))
        m_reader.fault(m_node, u"missing-key"_s, tr("The key \"%1\" is missing.").arg(key), tr("Add it."));
    return found;
}

void MapReader::finish()
{
    for (const YamlNode &key : m_node.keys) {
        if (m_valid && key.isScalar() && !m_asked.contains(key.text))
            m_reader.fault(key, u"unknown-key"_s, tr("The key \"%1\" is not known here.").arg(key.text),
                           Reader::suggestion(key.text, m_asked));
    }
}

QString MapReader::text(const QString &key)
{
    const YamlNode *found = take(key);
    return found ? m_reader.text(*found) : QString();
}

QStringList MapReader::texts(const QString &key)
{
    const YamlNode *found = take(key);
    return found ? m_reader.texts(*found) : QStringList();
}

QStringList MapReader::ids(const QString &key, RefKind kind)
{
    const YamlNode *found = take(key);
    return found ? m_reader.ids(*found, kind) : QStringList();
}

QString MapReader::ref(const QString &key, RefKind kind)
{
    const YamlNode *found = take(key);
    return found ? m_reader.ref(*found, kind) : QString();
}

bool MapReader::boolean(const QString &key, bool otherwise)
{
    const YamlNode *found = take(key);
    return found ? m_reader.boolean(*found) : otherwise;
}

int MapReader::integer(const QString &key, int least, int most, int otherwise)
{
    const YamlNode *found = take(key);
    return found ? m_reader.integer(*found, least, most) : otherwise;
}

domain::Cond MapReader::cond(const QString &key)
{
    const YamlNode *found = take(key);
    return found ? m_reader.cond(*found) : domain::Cond();
}

QString MapReader::needText(const QString &key)
{
    const YamlNode *found = need(key);
    return found ? m_reader.text(*found) : QString();
}

QString MapReader::needId(const QString &key)
{
    const YamlNode *found = need(key);
    return found ? m_reader.id(*found) : QString();
}

} // namespace fireline::process
