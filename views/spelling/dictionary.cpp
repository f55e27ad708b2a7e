// SPDX-License-Identifier: GPL-3.0-or-later
#include "spelling/dictionary.h"

#include <QFile>
#include <QFileInfo>

#include <hunspell/hunspell.hxx>

using namespace Qt::StringLiterals;

namespace fireline::views {

Dictionary::Dictionary(std::unique_ptr<Hunspell> hunspell, bool utf8) : m_hunspell(std::move(hunspell)), m_utf8(utf8) { }

Dictionary::~Dictionary() = default;

std::shared_ptr<Dictionary> Dictionary::read(const QString &affixes, const QString &words)
{
    if (!QFileInfo(affixes).isReadable() || !QFileInfo(words).isReadable())
        return nullptr;
    auto hunspell = std::make_unique<Hunspell>(QFile::encodeName(affixes).constData(), QFile::encodeName(words).constData());
    const QString encoding = QString::fromStdString(hunspell->get_dict_encoding()).toUpper();
    const bool utf8 = encoding == "UTF-8"_L1;
    if (!utf8 && encoding != "ISO8859-1"_L1 && encoding != "ISO8859-15"_L1)
        return nullptr;
    return std::shared_ptr<Dictionary>(new Dictionary(std::move(hunspell), utf8));
}

std::string Dictionary::bytesOf(const QString &word) const
{
    return (m_utf8 ? word.toUtf8() : word.toLatin1()).toStdString();
}

bool Dictionary::knows(const QString &word) const
{
    return m_hunspell->spell(bytesOf(word));
}

QStringList Dictionary::suggestions(const QString &word) const
{
    QStringList words;
    for (const std::string &found : m_hunspell->suggest(bytesOf(word)))
        words.append(m_utf8 ? QString::fromStdString(found) : QString::fromLatin1(QByteArray::fromStdString(found)));
    return words;
}

} // namespace fireline::views
