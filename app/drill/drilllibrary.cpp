// SPDX-License-Identifier: GPL-3.0-or-later
#include "drilllibrary.h"

#include "processloader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;
using fireline::process::Finding;

namespace fireline::drill {

namespace {

constexpr qint64 maximumBytes = 1024 * 1024;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DrillLibrary)
};

Outcome<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Problem{
            Problem::Kind::Io, u"cannot-read"_s, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString()), {}, {}, {}};
    const QByteArray bytes = file.read(maximumBytes + 1);
    if (bytes.size() > maximumBytes)
        return Problem{
            Problem::Kind::Parse, u"too-big"_s, Text::tr("%1 is larger than a scenario can be (1 MiB).").arg(path), {}, {}, {}};
    return bytes;
}

/// A drill whose graphs would stay empty is told before it begins.
std::optional<Finding> lackingMetrics(const Scenario &scenario)
{
    if (scenario.metrics.file.isEmpty() || QFileInfo(scenario.metrics.file).isFile())
        return std::nullopt;
    return Finding{Finding::Grade::Fault,
                   u"missing-file"_s,
                   Text::tr("There is no file %1.").arg(QDir::toNativeSeparators(scenario.metrics.file)),
                   Text::tr("Put it beside the scenario, or remove \"metrics\"."),
                   {},
                   scenario.fileName,
                   0,
                   0};
}

} // namespace

DrillLibrary::DrillLibrary(QString configFolder, ProcessLookup processes, QString builtInFolder)
    : m_config(std::move(configFolder))
    , m_processes(std::move(processes))
    , m_builtIn(std::move(builtInFolder))
{
}

QList<DrillLibrary::Read> DrillLibrary::readFolder(const QString &folder, bool builtIn) const
{
    QList<Read> all;
    const QStringList files = QDir(folder).entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        Read read;
        read.info.file = folder + u'/' + name;
        read.info.builtIn = builtIn;
        read.info.id = QFileInfo(name).completeBaseName();
        const auto bytes = readBytes(read.info.file);
        if (!bytes.ok()) {
            read.info.findings.append(
                {Finding::Grade::Fault, bytes.problem().code, bytes.problem().text, {}, {}, read.info.file, 0, 0});
            all.append(read);
            continue;
        }
        ScenarioReading reading = readScenario(bytes.value(), read.info.file, m_processes);
        read.info.findings = reading.findings;
        if (const auto lacking = reading.scenario ? lackingMetrics(*reading.scenario) : std::nullopt) {
            read.info.findings.append(*lacking);
            reading.scenario.reset();
        }
        if (reading.scenario) {
            read.info.id = reading.scenario->id;
            read.info.title = reading.scenario->title;
            read.info.process = reading.scenario->process;
            read.info.guided = !reading.scenario->guide.steps.isEmpty();
            if (!reading.scenario->steps.isEmpty())
                read.info.length = reading.scenario->steps.last().at;
            read.scenario = std::move(reading.scenario);
        }
        all.append(read);
    }
    std::stable_sort(all.begin(), all.end(), [](const Read &a, const Read &b) {
        return a.info.guided != b.info.guided ? a.info.guided : a.info.id < b.info.id;
    });
    return all;
}

QList<DrillLibrary::Read> DrillLibrary::readAll() const
{
    QList<Read> all = readFolder(m_builtIn, true);
    if (!m_config.isEmpty())
        all.append(readFolder(m_config + u"/scenarios"_s, false));
    QSet<QString> ids;
    for (Read &read : all) {
        if (read.scenario && ids.contains(read.info.id)) {
            read.scenario.reset();
            read.info.findings.append({Finding::Grade::Fault,
                                       u"duplicate-id"_s,
                                       Text::tr("There is a scenario \"%1\" already.").arg(read.info.id),
                                       Text::tr("Give it an id of its own."),
                                       {},
                                       read.info.file,
                                       0,
                                       0});
        }
        ids.insert(read.info.id);
    }
    return all;
}

QList<ScenarioInfo> DrillLibrary::list() const
{
    QList<ScenarioInfo> infos;
    for (const Read &read : readAll())
        infos.append(read.info);
    return infos;
}

Outcome<Scenario> DrillLibrary::find(const QString &idOrFile) const
{
    const bool isFile = idOrFile.contains(u'/') || idOrFile.endsWith(".yaml"_L1) || QFileInfo(idOrFile).isFile();
    if (isFile) {
        const auto bytes = readBytes(idOrFile);
        if (!bytes)
            return bytes.problem();
        auto read = loadScenario(bytes.value(), idOrFile, m_processes);
        const auto lacking = read ? lackingMetrics(read.value()) : std::nullopt;
        return lacking ? Outcome<Scenario>(process::problemOf({*lacking})) : read;
    }
    QStringList known;
    for (const Read &read : readAll()) {
        if (read.info.id == idOrFile && read.scenario)
            return *read.scenario;
        if (read.info.id == idOrFile)
            return process::problemOf(read.info.findings);
        known.append(read.info.id);
    }
    return Problem{Problem::Kind::NotFound,
                   u"unknown"_s,
                   Text::tr("There is no scenario \"%1\". There are: %2.").arg(idOrFile, known.join(u", "_s)),
                   {},
                   {},
                   {}};
}

} // namespace fireline::drill
