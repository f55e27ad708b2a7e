// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>

namespace fireline::views {

class Dictionary;

/// Which words are right: those of one installed dictionary, and those of the incident itself. A dictionary is read in a
/// thread of its own; until it is there every word is right. GUI thread; owned by the composition.
class Spelling : public QObject
{
    Q_OBJECT
public:
    /// Where dictionaries are looked for; by default where systems install them.
    explicit Spelling(const QStringList &folders = systemFolders(), QObject *parent = nullptr);
    ~Spelling() override;

    [[nodiscard]] static QStringList systemFolders();
    /// "en_GB", "en_US": each once, in order.
    [[nodiscard]] static QStringList installed(const QStringList &folders = systemFolders());
    /// The word for "do not check".
    [[nodiscard]] static QString off();

    /// "en_GB"; empty: the best one for what is published, English before the desktop's language; off() for none.
    void setLanguage(const QString &language);
    /// The dictionary in force; empty while there is none.
    [[nodiscard]] QString language() const { return m_language; }
    /// Why nothing is checked, and what to do about it; empty where it is, or was switched off.
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Names and systems of the incident.
    void setOwnWords(const QStringList &words);
    /// Takes a word as right from now on.
    void addWord(const QString &word);

    [[nodiscard]] bool isRight(const QString &word) const;
    /// What may have been meant, the likeliest first; at most five. May take some tens of milliseconds.
    [[nodiscard]] QStringList suggestions(const QString &word) const;
    /// The words of a text that are not right, each once, in order.
    [[nodiscard]] QStringList unknownIn(const QString &text) const;

signals:
    /// Another dictionary, or other words of the incident.
    void changed();

private:
    void load(const QString &name, const QString &path);

    QStringList m_folders;
    QString m_wanted;
    QString m_language;
    QString m_problem;
    QSet<QString> m_own; ///< in lower case
    std::shared_ptr<Dictionary> m_dictionary;
};

/// One word in a text: where it starts and how long it is.
struct WordAt
{
    qsizetype at = 0;
    qsizetype length = 0;
};

/// The words of a text that a dictionary can know: no numbers, addresses, references, or names of code.
[[nodiscard]] QList<WordAt> wordsIn(const QString &text);

} // namespace fireline::views
