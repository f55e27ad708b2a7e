// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle.h"

#include "core/canonicaljson.h"
#include "core/recordhead.h"
#include "state/incidentstate.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace fireline::bundle {

using namespace domain;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Bundle)
};

constexpr auto bundleFormat = "fireline-bundle-1"_L1;
constexpr auto eventsName = "events.jsonl"_L1;
constexpr auto manifestName = "manifest.json"_L1;
constexpr auto attachmentsFolder = "attachments/"_L1;

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString attachmentOf(const Event &event)
{
    const QString hash = event.body().value(u"sha256").toString();
    static const QRegularExpression hex(u"^[0-9a-f]{64}$"_s);
    return hex.match(hash).hasMatch() ? hash : QString();
}

/// The record as it goes out: what is written into the archive, and what is to be said of it.
struct Record
{
    QList<Event> events;
    QByteArray lines;
    QStringList attachments; ///< by hash, each once
    IncidentState state;
    RecordedHead head;
    VerifyReport report;
};

Outcome<Record> recordOf(const EventStore &store)
{
    Record record;
    EventVerifier verifier;
    std::optional<Problem> problem;
    const auto read = store.read(0, [&](qint64 seq, const Event &event) {
        const auto line = toCanonicalJson(toAuditJson(event, seq));
        if (!line) {
            problem = line.problem();
            return false;
        }
        record.lines += line.value() + '\n';
        verifier.add(seq, event);
        record.head = {seq, nextRecordHash(record.head.hash, seq, event.hash)};
        apply(record.state, event);
        if (const QString hash = attachmentOf(event); !hash.isEmpty() && !record.attachments.contains(hash))
            record.attachments.append(hash);
        record.events.append(event);
        return true;
    });
    if (!read || problem)
        return problem ? *problem : read.problem();
    record.report = verifier.finish();
    std::sort(record.attachments.begin(), record.attachments.end());
    return record;
}

QByteArray resource(const QString &name)
{
    QFile file(u":/bundle/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Adds files and remembers what the manifest has to say of them.
class Packing
{
public:
    explicit Packing(ZipWriter::Sink sink) : m_zip(std::move(sink)) { }

    void add(const QString &name, const QByteArray &bytes)
    {
        m_files.insert(name, QJsonObject{{u"sha256"_s, hashOf(bytes)}, {u"bytes"_s, bytes.size()}});
        write(name, bytes);
    }
    Outcome<void> finish(const QByteArray &manifest)
    {
        write(manifestName, manifest);
        if (!m_problem) {
            if (const auto done = m_zip.finish(); !done)
                m_problem = done.problem();
        }
        return m_problem ? Outcome<void>(*m_problem) : Outcome<void>();
    }
    [[nodiscard]] const QJsonObject &files() const { return m_files; }

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        if (m_problem)
            return;
        if (const auto done = m_zip.add(name, bytes); !done)
            m_problem = done.problem();
    }

    ZipWriter m_zip;
    QJsonObject m_files;
    std::optional<Problem> m_problem;
};

} // namespace

Outcome<BundleMade> writeBundle(const EventStore &store, const ReportMaker &report, const QString &exporter, ZipWriter::Sink sink,
                                const QStringList &shared)
{
    const auto read = recordOf(store);
    if (!read)
        return read.problem();
    const Record &record = read.value();
    BundleMade made;
    made.events = record.events.size();
    made.sound = record.report.ok();
    Packing packing(std::move(sink));
    packing.add(eventsName, record.lines);
    packing.add(u"report.html"_s, report(record.events));
    packing.add(u"VERIFY.md"_s, resource(u"VERIFY.md"_s));
    packing.add(u"verify.py"_s, resource(u"verify.py"_s));
    for (const QString &hash : record.attachments) {
        const auto bytes = store.blob(hash);
        if (bytes)
            packing.add(attachmentsFolder + hash, bytes.value());
        else
            made.missing.append(hash);
    }
    made.attachments = record.attachments.size() - made.missing.size();
    const auto manifest = toCanonicalJson({{u"format"_s, bundleFormat},
                                           {u"incident"_s, record.state.id},
                                           {u"title"_s, record.state.title},
                                           {u"drill"_s, record.state.drill},
                                           {u"headSeq"_s, record.head.count},
                                           {u"headHash"_s, QString::fromLatin1(record.head.hash.toHex())},
                                           {u"sound"_s, made.sound},
                                           {u"missing"_s, QJsonArray::fromStringList(made.missing)},
                                           {u"shared"_s, QJsonArray::fromStringList(shared)},
                                           {u"exporter"_s, exporter},
                                           {u"tool"_s, u"fireline "_s + QStringLiteral(FIRELINE_VERSION)},
                                           {u"files"_s, packing.files()}});
    if (!manifest)
        return manifest.problem();
    made.manifestHash = hashOf(manifest.value());
    if (const auto done = packing.finish(manifest.value()); !done)
        return done.problem();
    return made;
}

namespace {

Problem noBundle()
{
    return {Problem::Kind::Parse, u"not-fireline"_s, Text::tr("This archive is no bundle of Fireline."), {}, {}, {}};
}

/// What an archive holds, checked against its manifest.
class Unpacked
{
public:
    Outcome<BundleReport> verify(const QByteArray &archive);

private:
    void fault(const QString &name, const QString &reason) { m_report.files.append({name, reason}); }
    void compare(const QJsonObject &files);
    void readEvents(const QJsonObject &manifest);
    void look(const Event &event);

    QHash<QString, QString> m_hashes; ///< of every file by its name; of all bytes only those of two files are kept
    QByteArray m_manifest;
    QByteArray m_events;
    QSet<QString> m_wanted; ///< attachments
    BundleReport m_report;
};

Outcome<BundleReport> Unpacked::verify(const QByteArray &archive)
{
    const auto read = readZip(archive, [this](const QString &name, const QByteArray &bytes) {
        if (m_hashes.contains(name))
            fault(name, Text::tr("it is there twice"));
        m_hashes.insert(name, hashOf(bytes));
        if (name == manifestName)
            m_manifest = bytes;
        else if (name == eventsName)
            m_events = bytes;
        return true;
    });
    if (!read)
        return read.problem();
    const QJsonObject manifest = QJsonDocument::fromJson(m_manifest).object();
    if (manifest.value(u"format"_s).toString() != bundleFormat)
        return noBundle();
    m_report.manifestHash = m_hashes.take(manifestName);
    compare(manifest.value(u"files"_s).toObject());
    readEvents(manifest);
    for (const QString &hash : std::as_const(m_wanted)) {
        if (!m_hashes.contains(attachmentsFolder + hash))
            fault(attachmentsFolder + hash, Text::tr("the record names it, and it is not there"));
    }
    for (auto it = m_hashes.begin(); it != m_hashes.end(); ++it) {
        if (it.key().startsWith(attachmentsFolder) && it.value() != it.key().mid(attachmentsFolder.size()))
            fault(it.key(), Text::tr("its content does not match its name"));
    }
    std::sort(m_report.files.begin(), m_report.files.end(),
              [](const auto &a, const auto &b) { return std::tie(a.name, a.reason) < std::tie(b.name, b.reason); });
    return m_report;
}

void Unpacked::compare(const QJsonObject &files)
{
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!m_hashes.contains(it.key()))
            fault(it.key(), Text::tr("the manifest names it, and it is not there"));
        else if (m_hashes.value(it.key()) != it.value()[u"sha256"_s].toString())
            fault(it.key(), Text::tr("its content does not match the manifest"));
    }
    for (auto it = m_hashes.begin(); it != m_hashes.end(); ++it) {
        if (!files.contains(it.key()))
            fault(it.key(), Text::tr("the manifest does not name it"));
    }
}

void Unpacked::look(const Event &event)
{
    if (const QString hash = attachmentOf(event); !hash.isEmpty())
        m_wanted.insert(hash);
}

void Unpacked::readEvents(const QJsonObject &manifest)
{
    const QString incident = manifest.value(u"incident"_s).toString();
    EventVerifier verifier;
    QHash<QString, Event> byId;
    qint64 place = 0;
    for (const QByteArray &line : m_events.split('\n')) {
        if (line.isEmpty())
            continue;
        ++place;
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        const auto event = fromAuditJson(row, incident);
        if (event) {
            verifier.add(row.value(u"seq"_s).toInteger(), event.value());
            m_report.heads.append(nextHead(m_report.heads, event.value()));
            byId.insert(event.value().id, event.value());
            look(event.value());
        } else {
            verifier.addUnreadable(place, row.value(u"id"_s).toString(), event.problem().text);
        }
    }
    for (const QJsonValue &id : manifest.value(u"shared"_s).toArray()) {
        if (byId.contains(id.toString()))
            m_report.shared.append(nextHead(m_report.shared, byId.value(id.toString())));
    }
    m_report.record = verifier.finish(RecordedHead{manifest.value(u"headSeq"_s).toInteger(),
                                                   QByteArray::fromHex(manifest.value(u"headHash"_s).toString().toLatin1())});
}

} // namespace

Outcome<BundleReport> verifyBundle(const QByteArray &archive)
{
    return Unpacked().verify(archive);
}

} // namespace fireline::bundle
