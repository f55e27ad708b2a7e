// SPDX-License-Identifier: GPL-3.0-or-later
#include "expectations.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using fireline::domain::Instant;

namespace {

ExpectedLine lineOf(const QStringList &words, int offset)
{
    ExpectedLine line;
    if (words.value(1) == u"-")
        line.kind = ExpectedLine::Kind::NotPlaced;
    else if (words.value(1) == u"x")
        line.kind = ExpectedLine::Kind::Refused;
    else if (words.size() == 2)
        line.at = Instant::fromRfc3339(words[1]).value_or(Instant());
    else
        line.at = Instant::fromDateTime(QDateTime(QDate::fromString(words.value(1), Qt::ISODate),
                                                  QTime::fromString(words.value(2), Qt::ISODate), Qt::OffsetFromUTC, offset));
    return line;
}

int offsetOf(const QString &text)
{
    const int seconds = text.mid(1, 2).toInt() * 3600 + text.mid(4, 2).toInt() * 60;
    return text.startsWith(u'-') ? -seconds : seconds;
}

} // namespace

QList<Expectation> readExpectations(const QByteArray &bytes)
{
    QList<Expectation> all;
    int offset = 0;
    for (const QString &raw : QString::fromUtf8(bytes).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[')) {
            all += Expectation();
            all.last().path = line.mid(1, line.size() - 2);
            offset = 0;
            continue;
        }
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (all.isEmpty())
            all += Expectation();
        if (words.first() == u"zone")
            all.last().options.zone = words.value(1);
        else if (words.first() == u"year")
            all.last().options.yearHint = words.value(1).toInt();
        else if (words.first() == u"offset")
            offset = offsetOf(words.value(1));
        else
            all.last().lines.insert(words.first().toInt(), lineOf(words, offset));
    }
    return all;
}

Tally compare(const Expectation &expected, const fireline::exchange::Imported &imported)
{
    Tally tally;
    QMap<int, QString> got;
    for (const auto &entry : imported.entries)
        got.insert(entry.line, entry.at.toRfc3339());
    QMap<int, QString> refused;
    for (const auto &line : imported.notPlaced)
        refused.insert(line.line, line.reason);
    for (auto it = expected.lines.cbegin(); it != expected.lines.cend(); ++it) {
        const QString at = got.value(it.key());
        const bool timed = it->kind != ExpectedLine::Kind::NotPlaced;
        tally.timed += timed;
        if (!at.isEmpty() && (it->kind != ExpectedLine::Kind::At || at != it->at.toRfc3339())) {
            ++tally.wrong;
            tally.faults += u"line %1: placed at %2, expected %3"_s.arg(it.key()).arg(at, it->at.toRfc3339());
        } else if (!at.isEmpty()) {
            ++tally.taken;
        } else if (refused.value(it.key()).isEmpty()) {
            tally.faults += u"line %1: neither placed nor reported"_s.arg(it.key());
        } else {
            tally.refused += timed;
        }
    }
    for (auto it = got.cbegin(); it != got.cend(); ++it) {
        if (!expected.lines.contains(it.key())) {
            ++tally.wrong;
            tally.faults += u"line %1: placed at %2, but it is no event"_s.arg(it.key()).arg(it.value());
        }
    }
    return tally;
}

QString sharedFolder()
{
    const QString named = qEnvironmentVariable("FIRELINE_SHARED");
    for (const QString &path :
         {named, QStringLiteral(FIRELINE_SOURCE_DIR "/../shared"), QStringLiteral(FIRELINE_SOURCE_DIR "/../../shared")}) {
        if (!path.isEmpty() && QFileInfo::exists(path + u"/data/reports"_s))
            return path;
    }
    return {};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
