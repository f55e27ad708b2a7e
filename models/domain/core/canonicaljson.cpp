// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace fireline::domain {

namespace {

constexpr qint64 largestInteger = (1LL << 53) - 1;
constexpr qsizetype largestBytes = 4 * 1024 * 1024;
constexpr int deepest = 64;

bool isCleanText(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isNull() || c.isLowSurrogate())
            return false;
        if (c.isHighSurrogate()) {
            if (i + 1 >= text.size() || !text.at(i + 1).isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

void writeText(const QString &text, QByteArray &out)
{
    static const char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[(c >> 4) & 0xf];
                out += hex[c & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

bool write(const QJsonValue &value, QByteArray &out, int depth);

bool writeNumber(const QJsonValue &value, QByteArray &out)
{
    const double d = value.toDouble();
    if (!(std::abs(d) <= static_cast<double>(largestInteger)) || d != std::floor(d))
        return false;
    out += QByteArray::number(static_cast<qint64>(d));
    return true;
}

bool writeObject(const QJsonObject &object, QByteArray &out, int depth)
{
    // RFC 8785 sorts keys by UTF-16 units. An object read from UTF-8 keeps them in the order of code points, which differs
    // beyond the basic plane; so the order is made here.
    QList<std::pair<QString, QJsonValue>> members;
    members.reserve(object.size());
    for (auto it = object.begin(); it != object.end(); ++it)
        members.append({it.key(), it.value()});
    const auto before = [](const auto &a, const auto &b) { return a.first < b.first; };
    if (!std::is_sorted(members.begin(), members.end(), before))
        std::sort(members.begin(), members.end(), before);
    out += '{';
    bool first = true;
    for (const auto &[key, value] : members) {
        if (!std::exchange(first, false))
            out += ',';
        if (!isCleanText(key))
            return false;
        writeText(key, out);
        out += ':';
        if (!write(value, out, depth + 1))
            return false;
    }
    out += '}';
    return true;
}

bool writeArray(const QJsonArray &array, QByteArray &out, int depth)
{
    out += '[';
    bool first = true;
    for (const QJsonValue &item : array) {
        if (!std::exchange(first, false))
            out += ',';
        if (!write(item, out, depth + 1))
            return false;
    }
    out += ']';
    return true;
}

bool write(const QJsonValue &value, QByteArray &out, int depth)
{
    if (depth > deepest)
        return false;
    switch (value.type()) {
    case QJsonValue::Null: out += "null"; return true;
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; return true;
    case QJsonValue::Double: return writeNumber(value, out);
    case QJsonValue::String:
        if (!isCleanText(value.toString()))
            return false;
        writeText(value.toString(), out);
        return true;
    case QJsonValue::Array: return writeArray(value.toArray(), out, depth);
    case QJsonValue::Object: return writeObject(value.toObject(), out, depth);
    case QJsonValue::Undefined: return false;
    }
    return false;
}

class Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::domain::canonicaljson)
};

} // namespace

Outcome<QByteArray> toCanonicalJson(const QJsonObject &object)
{
    QByteArray out;
    if (!writeObject(object, out, 1) || out.size() > largestBytes)
        return Problem{Problem::Kind::Usage,
                       u"payload"_s,
                       Text::tr("This text holds characters or numbers that cannot be stored. Remove them and try again."),
                       {},
                       {},
                       {}};
    return out;
}

Outcome<QJsonObject> fromCanonicalJson(const QByteArray &bytes)
{
    const Problem bad{Problem::Kind::Parse, u"payload"_s, Text::tr("The stored content is not in canonical form."), {}, {}, {}};
    if (bytes.size() > largestBytes)
        return bad;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return bad;
    const QJsonObject object = document.object();
    const auto again = toCanonicalJson(object);
    if (!again.ok() || again.value() != bytes)
        return bad;
    return object;
}

} // namespace fireline::domain
