// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A small process with one of each noun, to which tests add rules. Its own text has neither faults nor findings.
inline QByteArray sampleHeader()
{
    return "format: 1\n"
           "id: sample\n"
           "title: Sample\n"
           "version: \"1.0\"\n";
}

inline QByteArray sampleNouns()
{
    return "severities:\n"
           "  - {id: S1, rank: 1, name: Bad}\n"
           "  - {id: S2, rank: 2, name: Less bad}\n"
           "roles:\n"
           "  - {id: lead, name: Lead, commands: true, required: [S1]}\n"
           "  - {id: ops, name: Operator}\n"
           "contacts: [{id: boss, name: Boss, via: phone, phone: 555 0142, mail: b@x.org, handle: '@b'}]\n"
           "audiences: [{id: staff, name: Staff, states: [Open, Done]}]\n"
           "flags: [{id: pii, name: Personal data}]\n"
           "phases: [{id: work, name: Work, next: [after]}, {id: after, name: After, ends: true}]\n"
           "fields: [{id: summary, name: Summary, type: text}, {id: kind_of, name: Kind, type: choice, values: [big, small]}, "
           "{id: whys, name: Whys, type: list, min: 5}]\n"
           "patterns: [{id: many, of: report, same: [symptom], count: 3, within: 15m}]\n"
           "words: {jargon: [pod]}\n"
           "reviews: [{id: pm, name: Post-mortem, owner: [lead]}]\n"
           "systems: {slack: {channel: \"inc-{date}\"}}\n";
}

inline QByteArray sample(const QByteArray &rules = {})
{
    return sampleHeader() + sampleNouns() + (rules.isEmpty() ? QByteArray() : "rules:\n" + rules);
}
