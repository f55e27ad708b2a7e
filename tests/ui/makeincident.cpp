// SPDX-License-Identifier: GPL-3.0-or-later
// makeincident FILE PROCESS SEVERITY|- START TITLE...: makes an incident at a simulated time, by lines of standard input:
//   30 bo /ack #A1     thirty seconds later, Bo types this ("-": the one who declared)
//   notes 500          so many notes of several people, three seconds apart
// Prints the time at which it ended. Exit code 1 where a line is refused.
#include "madeincident.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace fireline;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto start = domain::Instant::fromRfc3339(arguments.value(3));
    if (arguments.size() < 5 || !start) {
        qCritical("makeincident FILE PROCESS SEVERITY|- START TITLE...");
        return 2;
    }
    test::MadeIncident incident({.path = arguments[0],
                                 .processId = arguments[1],
                                 .title = arguments.mid(4).join(u' '),
                                 .severity = arguments[2] == "-"_L1 ? QString() : arguments[2],
                                 .start = *start,
                                 .configDir = qEnvironmentVariable("FIRELINE_CONFIG")});
    QTextStream in(stdin);
    for (QString line; in.readLineInto(&line);) {
        if (line.trimmed().isEmpty())
            continue;
        const QString first = line.section(u' ', 0, 0);
        if (first == "notes"_L1) {
            incident.notes(line.section(u' ', 1).toInt());
            continue;
        }
        const QString who = line.section(u' ', 1, 1);
        incident.advance(domain::Span::seconds(first.toInt()));
        if (!incident.line(line.section(u' ', 2), who == "-"_L1 ? QString() : who))
            return 1;
    }
    QTextStream(stdout) << incident.now().toRfc3339() << '\n';
    return 0;
}
