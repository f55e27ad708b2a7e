// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class Hunspell;

namespace fireline::views {

/// One dictionary in memory. Made in any thread, used by one at a time.
class Dictionary
{
public:
    /// Null where the files cannot be read, or use letters in a way that is not understood.
    [[nodiscard]] static std::shared_ptr<Dictionary> read(const QString &affixes, const QString &words);
    ~Dictionary();

    [[nodiscard]] bool knows(const QString &word) const;
    [[nodiscard]] QStringList suggestions(const QString &word) const;

private:
    Dictionary(std::unique_ptr<Hunspell> hunspell, bool utf8);
    [[nodiscard]] std::string bytesOf(const QString &word) const;

    std::unique_ptr<Hunspell> m_hunspell;
    bool m_utf8;
};

} // namespace fireline::views
