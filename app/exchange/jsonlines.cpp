// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlines.h"

namespace fireline::exchange {

namespace {

/// Walks over structure; strings are skipped whole.
class Walker
{
public:
    explicit Walker(const QByteArray &json) : m_json(json) { }

    /// The next character that is structure, or the opening quote of a string (which is then in text()); 0 at the end.
    char next()
    {
        while (m_at < m_json.size()) {
            const char c = m_json[m_at++];
            if (c == '\n')
                ++m_line;
            if (c == '"') {
                readString();
                return c;
            }
            if (c == '{' || c == '[')
                ++m_depth;
            else if (c == '}' || c == ']')
                --m_depth;
            if (c > ' ')
                return c;
        }
        return 0;
    }

    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int depth() const { return m_depth; }
    [[nodiscard]] QByteArrayView text() const { return m_text; }

private:
    void readString()
    {
        const qsizetype from = m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"') {
            if (m_json[m_at] == '\n')
                ++m_line;
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        }
        m_text = QByteArrayView(m_json).sliced(from, qMin(m_at, m_json.size()) - from);
        m_at = qMin(m_at + 1, m_json.size());
    }

    const QByteArray &m_json;
    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;
};

} // namespace

QList<int> linesOfElements(const QByteArray &json, const QByteArray &key)
{
    QList<int> lines;
    Walker walker(json);
    bool isKey = false;  // the last string of the top object was the key
    bool inside = false; // in the array
    bool fresh = false;  // an element may begin here
    while (const char c = walker.next()) {
        if (!inside) {
            const bool top = walker.depth() == 1 || (walker.depth() == 2 && c == '[');
            if (c == '"' && walker.depth() == 1)
                isKey = walker.text() == key;
            else if (c == '[' && top && isKey)
                inside = fresh = true;
            else if (c == ',')
                isKey = false;
            continue;
        }
        if (walker.depth() < 2)
            break;
        if (c == ',' && walker.depth() == 2) {
            fresh = true;
        } else if (fresh) {
            lines += walker.line();
            fresh = false;
        }
    }
    return lines;
}

bool isDeeperThan(const QByteArray &json, int most)
{
    Walker walker(json);
    while (walker.next()) {
        if (walker.depth() > most)
            return true;
    }
    return false;
}

} // namespace fireline::exchange
