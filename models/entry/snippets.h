// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace fireline::models {

/// A place in snippets.txt that cannot be read. A value.
struct SnippetFault
{
    int line = 0;   ///< 1-based
    int column = 0; ///< 1-based, in characters
    QString text;   ///< one translated sentence
};

/// Short words for long ones: ";ack" and Tab. A line of the file is "ack = /ack #A"; empty lines and those that begin with
/// "#" are for people; "\n" is a new line, "\\" a backslash. Lines that cannot be read are left out and named. A value; any
/// thread.
class Snippets
{
    Q_DECLARE_TR_FUNCTIONS(fireline::models::Snippets)
public:
    /// The bytes of the file, UTF-8; more than 1 MiB are not read.
    [[nodiscard]] static Snippets parse(const QByteArray &bytes);

    [[nodiscard]] const QList<SnippetFault> &faults() const { return m_faults; }
    [[nodiscard]] qsizetype count() const { return m_list.size(); }
    /// The text for a word with its ";"; nothing where there is none.
    [[nodiscard]] std::optional<QString> text(QStringView word) const;
    /// Where ";word" begins that ends at `cursor` and has a text; -1 where none does.
    [[nodiscard]] qsizetype wordStart(const QString &line, qsizetype cursor) const;

private:
    struct Snippet
    {
        QString name;
        QString text;
    };
    void takeLine(const QString &line, int number);
    void fault(int line, int column, const QString &text) { m_faults.append({line, column, text}); }

    QList<Snippet> m_list;
    QList<SnippetFault> m_faults;
};

} // namespace fireline::models
