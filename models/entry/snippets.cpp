// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/snippets.h"

#include <QStringDecoder>

#include <algorithm>

namespace fireline::models {

namespace {

constexpr qsizetype longestFile = 1024 * 1024;

bool isName(QStringView name)
{
    return !name.isEmpty()
           && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
}

// "\n" and "\\"; -1, or where a backslash stands before anything else.
qsizetype unescape(QStringView text, QString &out)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\') {
            out += text.at(i);
            continue;
        }
        const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (next != u'n' && next != u'\\')
            return i;
        out += next == u'n' ? u'\n' : u'\\';
        ++i;
    }
    return -1;
}

} // namespace

Snippets Snippets::parse(const QByteArray &bytes)
{
    Snippets out;
    if (bytes.size() > longestFile) {
        out.fault(1, 1, tr("The file is larger than 1 MiB."));
        return out;
    }
    QStringDecoder decode(QStringDecoder::Utf8);
    int number = 0;
    for (const QByteArray &raw : bytes.split('\n')) {
        ++number;
        QString line = decode(raw);
        if (decode.hasError()) {
            out.fault(number, 1, tr("This line is not UTF-8."));
            decode.resetState();
            continue;
        }
        if (line.endsWith(u'\r'))
            line.chop(1);
        out.takeLine(line, number);
    }
    return out;
}

void Snippets::takeLine(const QString &line, int number)
{
    const QString trimmed = line.trimmed();
    if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
        return;
    const qsizetype equals = line.indexOf(u'=');
    if (equals < 0)
        return fault(number, 1, tr("Write the short word, an equals sign, and the text: ack = /ack #A"));
    QString name = line.left(equals).trimmed();
    if (name.startsWith(u';'))
        name.remove(0, 1);
    if (!isName(name))
        return fault(number, 1, tr("The short word may hold letters, digits, - and _ only."));
    const bool taken = std::any_of(m_list.begin(), m_list.end(),
                                   [&](const Snippet &s) { return s.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (taken)
        return fault(number, 1, tr("The short word %1 is there twice; the first one counts.").arg(name));
    // One blank behind the sign is for the eye; more belong to the text.
    const qsizetype start = equals + (equals + 1 < line.size() && line.at(equals + 1).isSpace() ? 2 : 1);
    const QStringView written = QStringView(line).sliced(start);
    if (written.trimmed().isEmpty())
        return fault(number, int(equals) + 2, tr("There is no text behind the equals sign."));
    QString text;
    if (const qsizetype at = unescape(written, text); at >= 0)
        return fault(number, int(start + at) + 1, tr("Behind a backslash stands n or another backslash."));
    m_list.append({name, text});
}

std::optional<QString> Snippets::text(QStringView word) const
{
    if (!word.startsWith(u';'))
        return {};
    const auto found = std::find_if(m_list.begin(), m_list.end(),
                                    [&](const Snippet &s) { return word.sliced(1).compare(s.name, Qt::CaseInsensitive) == 0; });
    return found == m_list.end() ? std::nullopt : std::optional(found->text);
}

qsizetype Snippets::wordStart(const QString &line, qsizetype cursor) const
{
    cursor = std::clamp<qsizetype>(cursor, 0, line.size());
    qsizetype start = cursor;
    while (start > 0 && !line.at(start - 1).isSpace())
        --start;
    return text(QStringView(line).sliced(start, cursor - start)) ? start : -1;
}

} // namespace fireline::models
