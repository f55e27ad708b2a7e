// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowzones.h"

#include "evidence.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace fireline::exchange {

using namespace Qt::StringLiterals;
using domain::Instant;
using domain::Span;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(fireline::exchange::RowZones)
};

constexpr int kLinkTolerance = 90;  ///< a message is written about when its minute is noted
constexpr int kStampTolerance = 59; ///< a stamp in words has the same minute

QString offsetName(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return u"UTC%1%2:%3"_s.arg(seconds < 0 ? u"-"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

class ZoneSettler
{
public:
    ZoneSettler(const QList<TimedRow> &rows, const QList<RowDay> &days, const DocumentFacts &facts, const Zone &override)
        : m_rows(rows)
        , m_days(days)
        , m_facts(facts)
        , m_override(override)
        , m_out(rows.size())
    {
    }

    QList<RowInstant> settle(QStringList &warnings)
    {
        inheritFromRows(warnings);
        if (!m_override.isSet()) {
            readShownOffsets(warnings);
            readThreadLink(warnings);
        }
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            settleRow(i);
        sayWhatWasAssumed(warnings);
        return std::move(m_out);
    }

private:
    /// An offset that the document itself shows, and the row that shows it.
    struct Shown
    {
        int offset = 0;
        qsizetype row = 0;
    };

    [[nodiscard]] qint64 local(qsizetype i) const
    {
        return QDateTime(m_days[i].date, m_days[i].clock.time(), Qt::UTC).toSecsSinceEpoch();
    }

    [[nodiscard]] const Zone &zoneOf(qsizetype i) const
    {
        const Zone &own = m_rows[i].stamp.zone;
        if (own.isCertain())
            return own;
        if (m_override.isSet())
            return m_override;
        if (own.isSet())
            return own;
        return m_rows[i].stated.isSet() ? m_rows[i].stated : m_inherited;
    }

    /// "16:22 PST", then "17:07": rows that leave the zone out when all others write the same one.
    void inheritFromRows(QStringList &warnings)
    {
        Zone only;
        bool bare = false;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            if (!m_days[i].settled)
                continue;
            const Zone &own = m_rows[i].stamp.zone;
            if (!own.isSet() && !m_rows[i].stated.isSet()) {
                bare = true;
            } else if (own.isSet()) {
                if (only.isSet() && only.written != own.written)
                    return;
                only = own;
            }
        }
        if (!bare || !only.isSet() || m_override.isSet())
            return;
        m_inherited = only;
        warnings += Text::tr(
                        "Some times have no zone; they were read in %1, the only zone that other times of this document have.")
                        .arg(only.written);
    }

    /// What the rows' own links and stamps show about the offset, per stated zone.
    void readShownOffsets(QStringList &warnings)
    {
        struct Found
        {
            QHash<int, int> byLinks;
            QHash<int, int> byStamps;
            qsizetype row = 0;
            QString from;
        };
        QHash<QString, Found> shown;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            if (!m_days[i].settled)
                continue;
            Found &zone = shown[zoneOf(i).written];
            for (const Evidence &evidence : findEvidence(m_rows[i].text)) {
                const auto offset = offsetShown(local(i), evidence, evidence.isLink ? kLinkTolerance : kStampTolerance);
                if (!offset)
                    continue;
                if (evidence.isLink)
                    ++zone.byLinks[*offset];
                else if (evidence.eventBegan && m_days[i].clock.minute % 15 != 0)
                    ++zone.byStamps[*offset];
                else
                    continue;
                zone.row = i;
                zone.from = evidence.from;
            }
        }
        for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
            const Zone &zone = zoneOf(it->row);
            const QHash<int, int> &stamps = it->byStamps;
            const QHash<int, int> &links = it->byLinks;
            const bool open = !zone.isSet() || zone.kind == Zone::Kind::Ambiguous;
            int offset = 0;
            if (stamps.size() == 1 && (links.isEmpty() || links.contains(stamps.cbegin().key())))
                offset = stamps.cbegin().key();
            else if (stamps.isEmpty() && links.size() == 1 && open)
                offset = links.cbegin().key();
            else
                continue;
            if (!open && (stamps.isEmpty() || agrees(zone, it->row, offset)))
                continue;
            m_shown.insert(it.key(), Shown{offset, it->row});
            warnings += zone.isSet()
                            ? Text::tr("Line %1: the document says %2, but %3 in this line shows %4; its times were read so.")
                                  .arg(m_rows[it->row].line)
                                  .arg(zone.written, it->from, offsetName(offset))
                            : Text::tr("Line %1: no zone is stated; %2 in this line shows %3, so all times were read so.")
                                  .arg(m_rows[it->row].line)
                                  .arg(it->from, offsetName(offset));
        }
    }

    /// A report without a zone links to the thread in which it was declared: the message was written in that very minute.
    void readThreadLink(QStringList &warnings)
    {
        static const QRegularExpression start(u"\\b(declar|detect|identif|report|start|began|occurs)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        if (m_shown.contains(QString()))
            return;
        QHash<int, qsizetype> offsets;
        for (const Evidence &evidence : findEvidence(m_facts.prose)) {
            for (qsizetype i = 0; i < qMin<qsizetype>(m_rows.size(), 500); ++i) {
                if (!evidence.isLink || !m_days[i].settled || zoneOf(i).isSet()
                    || !start.match(m_rows[i].text.left(60)).hasMatch())
                    continue;
                // the minute as written is the message's own minute, cut
                const qint64 apart = local(i) - evidence.at.us / 1000000;
                const auto offset = offsetShown(local(i), evidence, 59);
                if (offset && apart <= *offset)
                    offsets.insert(*offset, i);
            }
        }
        if (offsets.size() != 1)
            return;
        const qsizetype row = offsets.cbegin().value();
        m_shown.insert(QString(), Shown{offsets.cbegin().key(), row});
        warnings += Text::tr(
                        "Line %1: no zone is stated; a link to a message of that minute shows %2, so all times were read so.")
                        .arg(m_rows[row].line)
                        .arg(offsetName(offsets.cbegin().key()));
    }

    /// True when clocks were changed somewhere between the two days: an offset seen on one says nothing about the other.
    [[nodiscard]] static bool clocksChanged(QDate one, QDate other)
    {
        if (qAbs(one.daysTo(other)) > 200)
            return true;
        for (const char *id : {"Europe/London", "America/New_York", "Australia/Sydney"}) {
            const QTimeZone zone{QByteArray(id)};
            if (zone.isValid()
                && zone.offsetFromUtc(QDateTime(one, QTime(12, 0), Qt::UTC))
                       != zone.offsetFromUtc(QDateTime(other, QTime(12, 0), Qt::UTC)))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool agrees(const Zone &zone, qsizetype i, int offset) const
    {
        const LocalReading reading = toInstant(m_days[i].date, m_days[i].clock.time(), 0, zone);
        return reading.at && reading.at->us / 1000000 == local(i) - offset;
    }

    /// PST in summer: the standard and the summer offset, told apart by any link of the document that a row fits.
    std::optional<int> offsetByLinks(const Zone &label)
    {
        if (label.kind != Zone::Kind::Label)
            return {};
        const auto known = m_byLinks.constFind(label.written);
        if (known != m_byLinks.cend())
            return *known;
        if (!m_linksRead) {
            m_linksRead = true;
            QString all = m_facts.prose;
            for (const TimedRow &row : m_rows) {
                if (all.size() < 200000)
                    all += u'\n' + row.text;
            }
            for (const Evidence &evidence : findEvidence(all)) {
                if (evidence.isLink)
                    m_links += evidence;
            }
        }
        QSet<int> fitting;
        for (qsizetype i = 0; i < qMin<qsizetype>(m_rows.size(), 500); ++i) {
            if (!m_days[i].settled || zoneOf(i).written != label.written)
                continue;
            const QDateTime near = QDateTime::fromSecsSinceEpoch(local(i), Qt::UTC);
            const int inForce = label.place.offsetFromUtc(near);
            for (const Evidence &link : m_links) {
                const auto offset = offsetShown(local(i), link, 60);
                if (offset && (*offset == inForce || *offset == label.offsetSeconds))
                    fitting += *offset;
            }
        }
        const std::optional<int> answer = fitting.size() == 1 ? std::optional(*fitting.cbegin()) : std::nullopt;
        m_byLinks.insert(label.written, answer);
        return answer;
    }

    /// "PST" in July: people who write it mean the clock on their wall far more often than an hour that nobody kept. It is
    /// read so, and said so for each line; --zone with an offset takes the label at its word.
    void readAsLocalTime(const Zone &label, qsizetype i, const ClockParts &clock, LocalReading &reading, RowInstant &out) const
    {
        Zone place = label;
        place.kind = Zone::Kind::Place;
        LocalReading local = toInstant(m_days[i].date, clock.time(), clock.micros % 1000, place);
        if (!local.at)
            return;
        out.warnings +=
            Text::tr("%1 was not in force that day; it was read as local time in %2; give --zone %3 if %1 was really meant")
                .arg(label.written, QString::fromLatin1(label.place.id()), offsetName(label.offsetSeconds));
        reading = local;
    }

    void settleRow(qsizetype i)
    {
        const TimedRow &row = m_rows[i];
        RowInstant &out = m_out[i];
        if (row.stamp.exact) {
            out.at = row.stamp.exact;
            return;
        }
        if (row.stamp.sinceStart) {
            settleSinceStart(i);
            return;
        }
        if (!m_days[i].settled)
            return;
        const Zone &zone = zoneOf(i);
        const auto shown = m_shown.constFind(zone.written);
        const ClockParts &clock = m_days[i].clock;
        const bool useShown = shown != m_shown.cend() && !row.stamp.zone.isCertain();
        if (useShown && clocksChanged(m_days[shown->row].date, m_days[i].date)) {
            out.problem = Text::tr(
                              "the zone is known only from line %1, and clocks were changed between the two days; give --zone")
                              .arg(m_rows[shown->row].line);
            return;
        }
        const Zone used = useShown ? Zone::ofOffset(shown->offset, zone.written) : zone;
        m_unstated = m_unstated || (!used.isSet() && !useShown);
        LocalReading reading = toInstant(m_days[i].date, clock.time(), clock.micros % 1000, used);
        if (!reading.at) {
            if (const auto offset = offsetByLinks(used)) {
                reading = toInstant(m_days[i].date, clock.time(), clock.micros % 1000, Zone::ofOffset(*offset, used.written));
                out.warnings += Text::tr("%1 was not in force that day; a link in the document shows %2")
                                    .arg(used.written, offsetName(*offset));
            } else if (used.kind == Zone::Kind::Label) {
                readAsLocalTime(used, i, clock, reading, out);
            }
        }
        out.at = reading.at;
        if (!out.at)
            out.problem = reading.problem;
        const Zone &stated = row.stamp.zone.isSet() ? row.stamp.zone : row.stated;
        if (m_override.isSet() && stated.isSet() && !row.stamp.zone.isCertain())
            m_overridden.insert(stated.written);
    }

    void settleSinceStart(qsizetype i)
    {
        if (m_facts.zero)
            m_out[i].at = *m_facts.zero + Span::seconds(*m_rows[i].stamp.sinceStart);
        else
            m_out[i].problem = Text::tr("it counts from a start that the document does not date");
    }

    void sayWhatWasAssumed(QStringList &warnings) const
    {
        if (m_unstated)
            warnings += Text::tr("No time zone is stated; the times were read as UTC. Give --zone, for example --zone "
                                 "Europe/London, if they are not.");
        for (const QString &written : m_overridden)
            warnings += Text::tr("The document says %1; --zone %2 was used instead.").arg(written, m_override.written);
    }

    const QList<TimedRow> &m_rows;
    const QList<RowDay> &m_days;
    const DocumentFacts &m_facts;
    const Zone &m_override;
    QList<RowInstant> m_out;
    Zone m_inherited;
    QHash<QString, Shown> m_shown;
    QHash<QString, std::optional<int>> m_byLinks;
    QList<Evidence> m_links;
    QSet<QString> m_overridden;
    bool m_linksRead = false;
    bool m_unstated = false;
};

} // namespace

QList<RowInstant> settleZones(const QList<TimedRow> &rows, const QList<RowDay> &days, const DocumentFacts &facts,
                              const Zone &override, QStringList &warnings)
{
    return ZoneSettler(rows, days, facts, override).settle(warnings);
}

} // namespace fireline::exchange
