// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapreader.h"
#include "process/process.h"

// The parts of a process file, one function each. Every one records its faults in the reader and goes on.
namespace fireline::process {

void readHeader(MapReader &top, domain::Process &process);
void readCalendar(MapReader &top, domain::Process &process);
void readPeople(MapReader &top, domain::Process &process);
void readWork(MapReader &top, domain::Process &process);
void readTexts(MapReader &top, domain::Process &process);
void readSystems(MapReader &top, domain::Process &process);
void readRules(MapReader &top, domain::Process &process);

domain::Envelope readEnvelope(MapReader &rule, domain::RuleKind kind);
QList<domain::EffectSpec> readEffects(Reader &reader, const YamlNode &list);
void readAuthority(MapReader &rule, domain::Process &process);
void readGate(MapReader &rule, domain::Process &process);
void readDeadline(MapReader &rule, domain::Process &process);
void readCadence(MapReader &rule, domain::Process &process);
void readLadder(MapReader &rule, domain::Process &process);
void readForm(MapReader &rule, domain::Process &process);
void readLint(MapReader &rule, domain::Process &process);
void readTable(MapReader &rule, domain::Process &process);
void readList(MapReader &rule, domain::Process &process);

/// Every reference of the reader must name something of the process, and every id stands once.
void resolveReferences(Reader &reader, const domain::Process &process);

/// Names that every record of its kind has without declaring them: an action item's owner and date, a change's risk, …
[[nodiscard]] const QStringList &recordNames();

/// For each map of a list: `read` gets its reader, then unknown keys are told.
template<typename F>
void eachMap(MapReader &map, const QString &key, F read)
{
    const YamlNode *list = map.take(key);
    if (!list || !map.reader().expectList(*list))
        return;
    for (const YamlNode &node : list->items) {
        MapReader item(map.reader(), node);
        if (!item.valid())
            continue;
        read(item);
        item.finish();
    }
}

} // namespace fireline::process
