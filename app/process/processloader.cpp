// SPDX-License-Identifier: GPL-3.0-or-later
#include "processloader.h"

#include "readparts.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::process {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProcessReader)
};

void sortByPlace(QList<Finding> &findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.line != b.line ? a.line < b.line : a.column < b.column; });
}

} // namespace

ProcessReading readProcess(const QByteArray &bytes, const QString &fileName)
{
    ProcessReading reading;
    const auto root = parseYaml(bytes, fileName, reading.findings);
    if (!root)
        return reading;
    Reader reader(fileName, reading.findings);
    Process process;
    if (root->isNull()) {
        reader.faultAt(0, 0, u"empty-file"_s, Text::tr("The file is empty."), Text::tr("Begin with \"format: 1\"."));
        return reading;
    }
    MapReader top(reader, *root);
    if (!top.valid())
        return reading;
    readHeader(top, process);
    readCalendar(top, process);
    readPeople(top, process);
    readWork(top, process);
    readTexts(top, process);
    readSystems(top, process);
    readRules(top, process);
    top.finish();
    resolveReferences(reader, process);
    sortByPlace(reading.findings);
    if (hasFaults(reading.findings))
        return reading;
    process.text = bytes;
    process.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    process.fileName = fileName;
    reading.process = std::move(process);
    return reading;
}

Problem problemOf(const QList<Finding> &findings)
{
    Problem problem;
    problem.kind = Problem::Kind::Parse;
    problem.code = u"process-faults"_s;
    QStringList faults;
    for (const Finding &finding : findings) {
        if (finding.grade == Finding::Grade::Fault)
            faults.append(finding.toText());
    }
    problem.detail = faults.join(u'\n');
    problem.text = faults.isEmpty() ? QString() : faults.first();
    if (faults.size() > 1)
        problem.text += u' '
                        + Text::tr("(%n more fault(s); \"fireline process check\" lists them.)", nullptr, int(faults.size()) - 1);
    return problem;
}

Outcome<Process> loadProcess(const QByteArray &bytes, const QString &fileName)
{
    ProcessReading reading = readProcess(bytes, fileName);
    if (!reading.process)
        return problemOf(reading.findings);
    return std::move(*reading.process);
}

} // namespace fireline::process
