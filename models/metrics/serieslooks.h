// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace fireline::models {

/// What was asked, and of whom: another source has series of the same names. A value.
struct SeriesAsked
{
    QString source; ///< its id, the same one in every run; of a file its path
    QString query;  ///< empty for files

    bool operator==(const SeriesAsked &) const = default;
    friend size_t qHash(const SeriesAsked &asked, size_t seed = 0) { return qHashMulti(seed, asked.source, asked.query); }
};

/// As what one series is drawn. A value.
struct SeriesLook
{
    QString name;
    int look = 0;
};

/// As what each series is drawn (which colour, dashes and marker), by what was asked and by its name: a series that goes and comes
/// again looks as it did, in whatever order they come, and nobody takes it for another. Of what was asked it knows the series that
/// were there last, and no more than can be kept: where each instance has a name of its own, new ones come all day. A value.
class SeriesLooks
{
public:
    static constexpr qsizetype most = 150; ///< of what was asked: three times what one graph shows

    /// What it had, where none of those that are there has it now; else the lowest that nobody has, and that is nobody's as long as
    /// there are enough to tell apart.
    [[nodiscard]] int lookFor(const SeriesAsked &asked, const QString &name, const QSet<int> &taken) const;
    /// It is there now. The first that had the name keeps its look. Tells whether that is new.
    bool remember(const SeriesAsked &asked, const QString &name, int look);
    /// Who was there last comes first.
    [[nodiscard]] QList<SeriesLook> of(const SeriesAsked &asked) const;

private:
    struct Known
    {
        int look = 0;
        qint64 turn = 0; ///< in which it was there last
    };
    using Names = QHash<QString, Known>;

    QHash<SeriesAsked, Names> m_known;
    qint64 m_turn = 0;
};

} // namespace fireline::models
