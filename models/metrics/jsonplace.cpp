// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/jsonplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace fireline::models {

namespace {

/// Walks over a document that is known to be valid.
class Scanner
{
public:
    explicit Scanner(const QByteArray &json) : m_json(json) { blanks(); }

    [[nodiscard]] qsizetype at() const { return m_at; }

    /// To the value of that name in the object here; false where it has none.
    bool enter(const QString &key)
    {
        if (!open('{'))
            return false;
        while (now() != '}') {
            const qsizetype begin = m_at;
            string();
            const QByteArray name = '[' + m_json.mid(begin, m_at - begin) + ']';
            blanks();
            ++m_at; // the colon
            blanks();
            if (QJsonDocument::fromJson(name).array().at(0).toString() == key)
                return true;
            if (!over())
                return false;
        }
        return false;
    }

    bool enter(int index)
    {
        if (!open('['))
            return false;
        for (int i = 0; now() != ']'; ++i) {
            if (i == index)
                return true;
            if (!over())
                return false;
        }
        return false;
    }

private:
    [[nodiscard]] char now() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }
    void blanks()
    {
        while (now() == ' ' || now() == '\t' || now() == '\n' || now() == '\r')
            ++m_at;
    }
    bool open(char bracket)
    {
        if (now() != bracket)
            return false;
        ++m_at;
        blanks();
        return true;
    }
    void string()
    {
        for (++m_at; m_at < m_json.size() && now() != '"'; ++m_at) {
            if (now() == '\\')
                ++m_at;
        }
        ++m_at;
    }
    /// Over the value here and the comma behind it; false at the end of the text.
    bool over()
    {
        int depth = 0;
        do {
            if (now() == '"') {
                string();
                continue;
            }
            if (now() == '{' || now() == '[')
                ++depth;
            else if (now() == '}' || now() == ']')
                --depth;
            if (depth < 0)
                break;
            ++m_at;
        } while (m_at < m_json.size() && (depth > 0 || (now() != ',' && now() != ']' && now() != '}')));
        if (now() == ',')
            ++m_at;
        blanks();
        return m_at < m_json.size();
    }

    const QByteArray &m_json;
    qsizetype m_at = 0;
};

} // namespace

TextPlace placeAt(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype line = before.lastIndexOf('\n');
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.sliced(line + 1)).size()) + 1};
}

JsonNode JsonNode::member(const QString &name) const
{
    return {value.toObject().value(name), this, name, -1};
}

JsonNode JsonNode::item(int at) const
{
    return {value.toArray().at(at), this, {}, at};
}

int JsonNode::size() const
{
    return int(value.toArray().size());
}

bool JsonNode::has(const QString &name) const
{
    return value.toObject().contains(name);
}

TextPlace placeOf(const QByteArray &json, const JsonNode &node)
{
    std::vector<const JsonNode *> way;
    for (const JsonNode *each = &node; each->parent; each = each->parent)
        way.push_back(each);
    Scanner scanner(json);
    qsizetype at = scanner.at();
    for (auto each = way.rbegin(); each != way.rend(); ++each) {
        if ((*each)->index < 0 ? !scanner.enter((*each)->key) : !scanner.enter((*each)->index))
            break;
        at = scanner.at();
    }
    return placeAt(json, at);
}

} // namespace fireline::models
