// SPDX-License-Identifier: GPL-3.0-or-later
#include "metricsdesk.h"

#include "commanddesk.h"
#include "entry/pastedimage.h"
#include "feed/incidentfeed.h"
#include "metrics/frozengraph.h"
#include "metrics/graphforms.h"
#include "metrics/metricmarksmodel.h"
#include "metrics/metricplot.h"
#include "metrics/metricreader.h"
#include "metrics/metricspanel.h"
#include "statefiles.h"
#include "takeanswer.h"
#include "text/timedisplay.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fireline::window {

using namespace domain;
using models::MetricField;
using models::MetricFile;

namespace {

constexpr qint64 longestKept = 256 * 1024;
constexpr int namesInCaption = 6;

constexpr qint64 atOnce = 1024 * 1024;

/// All of a file that is no longer than `most`, and one byte more of one that is.
QByteArray bytesOf(QFile &file, qint64 most, const std::atomic_bool &abandoned)
{
    QByteArray bytes;
    while (bytes.size() <= most && !abandoned) {
        const QByteArray part = file.read(std::min(atOnce, most + 1 - bytes.size()));
        if (part.isEmpty())
            break;
        bytes += part;
    }
    return bytes;
}

/// What a snapshot becomes.
struct Kept
{
    QByteArray picture; ///< PNG
    QByteArray values;  ///< of writeFrozen()
};
using Frozen = std::shared_ptr<Outcome<models::FrozenGraph>>;

/// For whoever waits for a picture with these bytes.
std::function<void()> heard(const std::function<void(const QString &)> &snapped, const QByteArray &bytes)
{
    if (!snapped)
        return {};
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return [snapped, sha256 = QString::fromLatin1(hash)] { snapped(sha256); };
}

/// The field of axes of a part of a kept graph.
QString keyOf(const QString &sha256, size_t part)
{
    return u"kept:%1:%2"_s.arg(sha256.left(16)).arg(part);
}

QByteArray listIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(longestKept) : QByteArray();
}

} // namespace

MetricsDesk::Answer MetricsDesk::readFile(const QString &path, const QTimeZone &zone, const std::atomic_bool &abandoned)
{
    const auto unreadable = [&](const QString &why) {
        const QString text = tr("%1 cannot be read. Check that it is still there, and your rights.");
        return std::make_shared<Outcome<MetricFile>>(
            Problem{Problem::Kind::Usage, u"metrics"_s, text.arg(QDir::toNativeSeparators(path)), why, {}, {}});
    };
    if (!QFileInfo(path).isFile()) // a pipe may never end
        return unreadable({});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const QByteArray bytes = bytesOf(file, models::largestMetricFile, abandoned);
    if (abandoned)
        return unreadable({});
    return std::make_shared<Outcome<MetricFile>>(models::readMetrics(bytes, QFileInfo(path).fileName(), zone));
}

MetricsDesk::MetricsDesk(const Context &context, views::MetricsPanel &panel)
    : QObject(&panel)
    , m_context(context)
    , m_panel(panel)
    , m_abandoned(std::make_shared<std::atomic_bool>(false))
{
    using views::MetricsPanel;
    if (!context.stateDir.isEmpty())
        m_file = context.stateDir + u"/metrics/"_s + context.feed.state().id + u".json"_s;
    connect(&panel, &MetricsPanel::importRequested, this, &MetricsDesk::ask);
    connect(&panel, &MetricsPanel::filesRequested, this, &MetricsDesk::importFiles);
    connect(&panel, &MetricsPanel::removeRequested, this, &MetricsDesk::remove);
    connect(&panel, &MetricsPanel::zoneRequested, this, &MetricsDesk::otherZone);
    connect(&panel, &MetricsPanel::incidentRequested, this, &MetricsDesk::showIncident);
    connect(&panel.forms(), &views::GraphForms::keptRequested, this, &MetricsDesk::showKept);
    connect(&context.times, &views::TimeDisplay::changed, this, &MetricsDesk::markKept);
    panel.forms().setKeptOf([this] { return keptGraphs(); });
    // A window's desk goes before its panels, another's may stay behind them.
    context.desk.setSnap([self = QPointer(this)](const Command &command, const CommandDesk::Snapped &snapped) -> Outcome<void> {
        if (!self)
            return Problem{Problem::Kind::Usage, u"metrics"_s, tr("There is no graph any more."), {}, {}, {}};
        return self->snap(command, snapped);
    });
    recall();
}

MetricsDesk::~MetricsDesk()
{
    *m_abandoned = true;
}

void MetricsDesk::ask()
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = new QFileDialog(m_panel.window(), tr("Import metrics"), m_folder);
    m_dialog->setObjectName(u"importDialog"_s);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::ExistingFiles);
    m_dialog->setNameFilters({tr("Metrics (*.csv *.tsv *.json *.txt)"), tr("All files (*)")});
    connect(m_dialog, &QFileDialog::filesSelected, this, &MetricsDesk::importFiles);
    m_dialog->show();
}

void MetricsDesk::importFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QFileInfo file(path);
        m_folder = file.absolutePath();
        read({file.absoluteFilePath(), false, false});
    }
}

void MetricsDesk::read(const Source &source)
{
    m_toRead.append(source);
    if (m_toRead.size() == 1)
        readNext();
}

void MetricsDesk::readNext()
{
    const Source source = m_toRead.first();
    const QTimeZone zone = source.local ? m_context.times.local() : QTimeZone::utc();
    const auto job = [read = m_context.reader, path = source.path, zone, abandoned = m_abandoned] {
        return read(path, zone, *abandoned);
    };
    takeAnswer(this, elsewhere<Answer>(job), [this](const Answer &answer) {
        const Source done = m_toRead.takeFirst();
        if (*answer)
            take(done, answer->value());
        else
            m_context.desk.tell(answer->problem());
        if (!m_toRead.isEmpty())
            readNext();
    });
}

void MetricsDesk::take(const Source &source, const MetricFile &file)
{
    Source read = source;
    read.zoneAssumed = file.zoneAssumed;
    if (Source *known = find(source.path))
        *known = read;
    else
        m_sources.append(read);
    m_context.store.setSource(source.path, file.series);
    showNote();
    remember();
}

MetricsDesk::Source *MetricsDesk::find(const QString &path)
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [&](const Source &each) { return each.path == path; });
    return found == m_sources.end() ? nullptr : &*found;
}

void MetricsDesk::remove(const QString &path)
{
    m_context.store.removeSource(path);
    m_sources.removeIf([&](const Source &each) { return each.path == path; });
    showNote();
    remember();
}

void MetricsDesk::otherZone(const QString &path)
{
    const Source *source = find(path);
    if (!source)
        return;
    if (!source->zoneAssumed) {
        m_context.desk.tell({Problem::Kind::Usage,
                             u"metrics"_s,
                             tr("The times of %1 say their zone. They are right as they are.").arg(QFileInfo(path).fileName()),
                             {},
                             {},
                             {}});
        return;
    }
    read({path, !source->local, true});
}

/// A time that is an hour off makes a wrong cause of a right one: it is told where the graph is.
void MetricsDesk::showNote()
{
    QStringList lines;
    for (const Source &source : m_sources) {
        if (!source.zoneAssumed)
            continue;
        const QString name = QFileInfo(source.path).fileName();
        lines.append(source.local
                         ? tr("The times of %1 have no zone: they are read as local time. Z reads them as UTC.").arg(name)
                         : tr("The times of %1 have no zone: they are read as UTC. Z reads them as local time.").arg(name));
    }
    m_panel.setNote(lines.join(u'\n'));
}

void MetricsDesk::showIncident()
{
    const IncidentState &state = m_context.feed.state();
    Instant from = state.declaredAt;
    if (state.impactStart.isSet() && state.impactStart < from)
        from = state.impactStart;
    const Instant to = state.resolvedAt.isSet() ? state.resolvedAt : m_context.feed.now();
    m_panel.setIncident({from.us, to.us});
}

Outcome<void> MetricsDesk::snap(const Command &command, const std::function<void(const QString &)> &snapped)
{
    if (const QString why = m_panel.whyNotSnap(); !why.isEmpty())
        return Problem{Problem::Kind::Usage, u"metrics"_s, why, {}, {}, {}};
    m_context.marks.catchUp();
    const models::MetricRange range = m_panel.plot().selection().value_or(m_panel.plot().range());
    const QString when = tr("%1 to %2").arg(m_context.times.full({range.fromUs}), m_context.times.full({range.toUs}));
    const QString what = tr("Graph of %1, %2").arg(models::shownNames(m_context.store, namesInCaption), when);
    Command picture = command;
    picture.at = command.at.isSet() ? command.at : m_context.feed.now();
    const QString said = command.text();
    picture.args.insert(u"text"_s, said.isEmpty() ? what : u"%1 – %2"_s.arg(said, what));
    Command values = picture;
    values.args.insert(u"text"_s, tr("Values of the graph, %1").arg(when));
    const QString stamp = picture.at.toUtc().toString(u"yyyyMMdd-hhmmss"_s);
    const QString name = tr("graph") + u'-' + stamp;
    const auto made = elsewhere<Kept>(
        [image = m_panel.plot().picture(), graph = models::freeze(m_context.store, range, m_context.feed.now())] {
            return Kept{views::pngOf(image), models::writeFrozen(graph)};
        });
    takeAnswer(&m_context.desk, made,
               [&desk = m_context.desk, picture, values, name, snapped, work = m_context.desk.begin()](const Kept &kept) {
                   if (kept.picture.isEmpty())
                       desk.tell({Problem::Kind::Internal,
                                  u"metrics"_s,
                                  tr("The picture cannot be made. Attach a screenshot: Ctrl+V."),
                                  {},
                                  {},
                                  {}});
                   else
                       desk.attach(picture, name + u".png"_s, kept.picture, heard(snapped, kept.picture));
                   desk.attach(values, name + models::frozenSuffix, kept.values);
               });
    m_panel.plot().setBrush({});
    return {};
}

/// The newest first.
QList<views::KeptGraph> MetricsDesk::keptGraphs() const
{
    QList<views::KeptGraph> graphs;
    if (!m_context.blob)
        return graphs;
    const auto &entries = m_context.feed.state().entries;
    for (qsizetype i = entries.size() - 1; i >= 0; --i) {
        const Entry &entry = entries.at(i);
        if (entry.retracted || entry.sha256.isEmpty() || !entry.text.contains(models::frozenSuffix))
            continue;
        graphs.append({entry.eventId, entry.sha256,
                       u"E%1 · %2"_s.arg(QString::number(i + 1), entry.text.section(models::frozenSuffix, 1).trimmed())});
    }
    return graphs;
}

/// From the record alone: what was asked then is not asked again.
void MetricsDesk::showKept(const QString &sha256)
{
    takeAnswer(this, m_context.blob(sha256), [this, sha256](const QByteArray &bytes) {
        if (bytes.isEmpty())
            return m_context.desk.tell({Problem::Kind::NotFound,
                                        u"metrics"_s,
                                        tr("These values are not in the file yet. Try again in a moment."),
                                        {},
                                        {},
                                        {}});
        if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != sha256.toLatin1())
            return m_context.desk.tell({Problem::Kind::Damaged,
                                        u"metrics"_s,
                                        tr("These values are not those that were kept: their hash differs. Verify the record."),
                                        {},
                                        {},
                                        {}});
        const auto read = elsewhere<Frozen>(
            [bytes] { return std::make_shared<Outcome<models::FrozenGraph>>(models::readFrozen(bytes)); });
        takeAnswer(this, read, [this, sha256](const Frozen &graph) {
            if (*graph)
                show(sha256, graph->value());
            else
                m_context.desk.tell(graph->problem());
        });
    });
}

void MetricsDesk::show(const QString &sha256, const models::FrozenGraph &graph)
{
    for (size_t i = 0; i < graph.fields.size(); ++i) {
        const models::FrozenField &field = graph.fields[i];
        const QString key = keyOf(sha256, i);
        MetricField drawn;
        drawn.title = field.query.isEmpty() ? field.from : field.query;
        drawn.from = field.from;
        drawn.own = true;
        drawn.logarithmic = field.logarithmic;
        drawn.threshold = field.threshold;
        qint64 kept = 0;
        for (const models::MetricSeries &each : field.series)
            kept += qint64(each.points.size());
        drawn.notice = {models::MetricNotice::Kind::Frozen, field.from, graph.taken.us, {}};
        if (kept < field.values)
            drawn.notice.remark = tr("%1 of %2 values, with every least and greatest one.").arg(kept).arg(field.values);
        m_context.store.setField(key, drawn);
        m_context.store.setSource(key, field.series);
    }
    markKept();
    m_panel.plot().setRange(graph.range);
    m_panel.goToField(keyOf(sha256, 0));
}

/// By the minute when it was kept, or the second where another was kept in that minute: a live graph has the same names.
void MetricsDesk::markKept()
{
    QHash<QString, QSet<qint64>> inMinute;
    QHash<QString, MetricField> kept;
    for (const QString &source : m_context.store.sources()) {
        const MetricField field = m_context.store.field(source);
        if (field.notice.kind != models::MetricNotice::Kind::Frozen)
            continue;
        kept.insert(source, field);
        inMinute[m_context.times.dayMinute({field.notice.atUs})].insert(field.notice.atUs);
    }
    for (auto each = kept.begin(); each != kept.end(); ++each) {
        const Instant at{each->notice.atUs};
        const QString minute = m_context.times.dayMinute(at);
        each->mark = tr("kept %1", "graph").arg(inMinute.value(minute).size() > 1 ? m_context.times.full(at) : minute);
        m_context.store.setField(each.key(), *each);
    }
}

void MetricsDesk::remember()
{
    if (m_file.isEmpty())
        return;
    QJsonArray files;
    for (const Source &source : m_sources)
        files.append(QJsonObject{{u"path"_s, source.path}, {u"local"_s, source.local}});
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"files"_s, files}}).toJson();
    m_context.files.keep(m_file, bytes);
}

void MetricsDesk::recall()
{
    if (m_file.isEmpty())
        return;
    if (const auto given = m_context.files.given(m_file)) // by a window that was closed before; it may be on its way
        return recalled(*given);
    m_recalling = true;
    takeAnswer(this, elsewhere<QByteArray>([path = m_file] { return listIn(path); }), [this](const QByteArray &list) {
        m_recalling = false;
        recalled(list);
    });
}

/// What is gone meanwhile is told; what is damaged counts as nothing.
void MetricsDesk::recalled(const QByteArray &list)
{
    const QJsonArray files = QJsonDocument::fromJson(list)[u"files"].toArray();
    for (const QJsonValue &each : files)
        read({each[u"path"].toString(), each[u"local"].toBool(), false});
}

} // namespace fireline::window
