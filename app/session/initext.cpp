// SPDX-License-Identifier: GPL-3.0-or-later
#include "initext.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace fireline::session {

using domain::Outcome;
using domain::Problem;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IniText)
};

constexpr qsizetype MostBytes = 1 << 20;

Problem unreadable(const QString &text)
{
    return {Problem::Kind::Parse, u"settings-broken"_s, text, {}, {}, {}};
}

// As other programs write it: in quotes where it begins or ends with a blank or holds what would end it.
QString written(const QString &value)
{
    const bool plain = value == value.trimmed() && !value.contains(u'"') && !value.contains(u'\\') && !value.contains(u';')
                       && !value.contains(u'\n') && !value.contains(u'\r');
    if (plain)
        return value;
    QString quoted;
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'\n')
            quoted += u"\\n"_s;
        else if (c == u'\r')
            quoted += u"\\r"_s;
        else
            quoted += c;
    }
    return u'"' + quoted + u'"';
}

QString meant(const QString &text)
{
    if (text.size() < 2 || !text.startsWith(u'"') || !text.endsWith(u'"'))
        return text;
    QString value;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 2 >= text.size()) {
            value += text.at(i);
            continue;
        }
        const QChar c = text.at(++i);
        value += c == u'n' ? QChar(u'\n') : c == u'r' ? QChar(u'\r') : c;
    }
    return value;
}

QString sectionOf(const QString &key)
{
    return key.section(u'/', 0, 0);
}

} // namespace

Outcome<IniText> IniText::read(const QByteArray &bytes)
{
    if (bytes.size() > MostBytes)
        return unreadable(Text::tr("It is larger than settings can be."));
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString all = utf8(bytes);
    if (utf8.hasError() || all.contains(QChar(u'\0')))
        return unreadable(Text::tr("It is not text."));
    IniText ini;
    QString section;
    int number = 0;
    QStringList lines = all.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (QString &text : lines) {
        ++number;
        if (text.endsWith(u'\r'))
            text.chop(1);
        Line line{text, section, {}, {}};
        const QString bare = text.trimmed();
        const qsizetype equals = bare.indexOf(u'=');
        if (bare.startsWith(u'[') && bare.endsWith(u']')) {
            section = bare.mid(1, bare.size() - 2).trimmed();
            line.section = section;
        } else if (!bare.isEmpty() && !bare.startsWith(u';') && !bare.startsWith(u'#')) {
            if (equals <= 0)
                return unreadable(Text::tr("Line %1 is no setting.").arg(number));
            line.key = bare.left(equals).trimmed();
            line.value = meant(bare.mid(equals + 1).trimmed());
        }
        ini.m_lines.append(line);
    }
    return ini;
}

QMap<QString, QString> IniText::values() const
{
    QMap<QString, QString> all;
    for (const Line &line : m_lines) {
        if (!line.key.isEmpty())
            all.insert(line.section.isEmpty() ? line.key : line.section + u'/' + line.key, line.value);
    }
    return all;
}

void IniText::set(const QString &key, const QString &value)
{
    const QString section = sectionOf(key);
    const QString name = key.mid(section.size() + 1);
    if (values().value(key) == value)
        return;
    // The last of equal keys counts; the others go, so that no older value can come back.
    m_lines.removeIf([&](const Line &line) { return line.section == section && line.key == name; });
    if (!value.isEmpty())
        insert(section, {name + u'=' + written(value), section, name, value});
}

void IniText::insert(const QString &section, const Line &line)
{
    qsizetype last = -1;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).section == section && !m_lines.at(i).text.trimmed().isEmpty())
            last = i;
    }
    if (last >= 0) {
        m_lines.insert(last + 1, line);
        return;
    }
    m_lines.append({u'[' + section + u']', section, {}, {}});
    m_lines.append(line);
}

QByteArray IniText::bytes() const
{
    QByteArray all;
    for (const Line &line : m_lines)
        all += line.text.toUtf8() + '\n';
    return all;
}

} // namespace fireline::session
